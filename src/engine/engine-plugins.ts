import { chmod, copyFile, mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { aptCandidate, aptIndexTargets, aptInstall, debianKeyringPackage, debianSources, privateApt } from "./apt.ts";
import type { HostFacts } from "./host-facts.ts";
import type { RunCommand, StepLog } from "./steps.ts";

export type Plugin = "compose" | "buildx";
export const plugins: readonly Plugin[] = ["compose", "buildx"];

/** Under which names distributions and Docker's own repository have them; bookworm's docker-compose is an old program. */
const packages: Record<Plugin, ReadonlyArray<{ name: string; version: RegExp }>> = {
  compose: [
    { name: "docker-compose-v2", version: /^/ },
    { name: "docker-compose-plugin", version: /^/ },
    { name: "docker-compose", version: /^(\d+:)?[2-9]/ },
  ],
  buildx: [
    { name: "docker-buildx", version: /^/ },
    { name: "docker-buildx-plugin", version: /^/ },
  ],
};
/** The Debian suite whose packages are unpacked where the machine's own has none. */
const fallbackSuite = "trixie";
const pluginFolder = "/usr/local/lib/docker/cli-plugins";

export interface PluginOptions {
  signal: AbortSignal;
  run: RunCommand;
}

/** The plugin's version as it says it; undefined if Docker's command line has no such plugin. */
export async function pluginVersion(plugin: Plugin, { signal, run }: PluginOptions): Promise<string | undefined> {
  const result = await run(["docker", plugin, "version"], { signal, timeoutMs: 10_000 });
  if (result.exitCode !== 0) return undefined;
  return /\bv?(\d+\.\d+\.\d+)/.exec(result.stdout)?.[1] ?? result.stdout.trim().split("\n")[0];
}

/** The package of this machine's own sources that holds the plugin; undefined if there is none. */
export async function pluginPackage(plugin: Plugin, { signal, run }: PluginOptions): Promise<string | undefined> {
  for (const { name, version } of packages[plugin]) {
    const candidate = await aptCandidate(name, signal, run);
    if (candidate !== undefined && version.test(candidate)) return name;
  }
  return undefined;
}

/** Installs by apt what the machine's sources have, and unpacks the rest from Debian's packages of another suite. */
export async function installPlugins(
  log: StepLog,
  wanted: readonly Plugin[],
  options: PluginOptions & { facts: HostFacts },
): Promise<void> {
  const named = await Promise.all(
    wanted.map(async (plugin) => ({ plugin, package: await pluginPackage(plugin, options) })),
  );
  const own = named.flatMap((it) => (it.package === undefined ? [] : [it.package]));
  if (own.length > 0) await aptInstall(log, own);
  const rest = named.flatMap((it) => (it.package === undefined ? [it.plugin] : []));
  if (rest.length > 0) await unpackPlugins(log, rest, options);
}

/** dpkg -x only, with lists of its own: the machine never learns of the other suite. */
async function unpackPlugins(
  log: StepLog,
  wanted: readonly Plugin[],
  { signal, run, facts }: PluginOptions & { facts: HostFacts },
): Promise<void> {
  if (facts.distribution?.id !== "debian") await aptInstall(log, [debianKeyringPackage]);
  await using undo = new AsyncDisposableStack();
  const folder = await mkdtemp(join(tmpdir(), "auto-harness-plugins-"));
  undo.defer(() => rm(folder, { recursive: true, force: true }));
  await mkdir(join(folder, "lists", "partial"), { recursive: true });
  await mkdir(join(folder, "cache", "archives", "partial"), { recursive: true });
  const sources = debianSources(fallbackSuite, facts, await aptIndexTargets(signal, run));
  if (sources === undefined) throw new Error("apt has no Debian sources here from which the plugins could come");
  await writeFile(join(folder, "sources.list"), sources);
  const apt = privateApt(folder);
  await log.command([...apt, "update"]);
  await mkdir(pluginFolder, { recursive: true });
  for (const plugin of wanted) {
    const name = `docker-${plugin}`;
    await log.command([...apt, "download", name], { cwd: folder });
    await log.command(["sh", "-c", `dpkg -x ${name}_*.deb unpacked`], { cwd: folder });
    const target = join(pluginFolder, name);
    await copyFile(join(folder, "unpacked", "usr", "libexec", "docker", "cli-plugins", name), target);
    await chmod(target, 0o755);
  }
}
