import { createReadStream } from "node:fs";
import { rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { aptIndexTargets, aptInstall, debianKeyringPackage, debianSources, hasProgram } from "../apt.ts";
import { type MakeKit, type Suite, standInLabel } from "./maker.ts";

export interface DebianRoot {
  suite: Suite;
  /** Without documentation and translations, as the official -slim images. */
  slim: boolean;
  /** Packages over the minimal system. */
  include?: readonly string[];
  /** Shell commands run on the host before `include` is installed; "$1" is the root folder. */
  earlyHooks?: readonly string[];
  /** The same when all is installed. */
  hooks?: readonly string[];
  /** Keeps what stands below /run, which else is emptied. */
  keepRun?: boolean;
  /** Lines of a Dockerfile: ENV and CMD. */
  changes: readonly string[];
}

/** Made of packages on the host, then imported: nothing needs a network inside a container. */
export async function makeDebianRoot(kit: MakeKit, target: string, official: string, root: DebianRoot): Promise<void> {
  const { docker, signal, facts, run, log, scratch } = kit;
  const needed = facts.distribution?.id === "debian" ? [] : [debianKeyringPackage];
  if (!(await hasProgram("mmdebstrap", signal, run))) needed.unshift("mmdebstrap");
  if (needed.length > 0) await aptInstall(log, needed);

  const sources = join(scratch, "sources.list");
  const lines = debianSources(root.suite, facts, await aptIndexTargets(signal, run));
  if (lines !== undefined) await writeFile(sources, lines);
  const tarball = join(scratch, "root.tar");
  await log.command([
    "mmdebstrap",
    "--mode=root",
    "--variant=minbase",
    "--format=tar",
    ...(root.slim ? slimOptions : []),
    ...(root.include === undefined ? [] : [`--include=${root.include.join(",")}`]),
    ...(root.earlyHooks ?? []).map((hook) => `--essential-hook=${hook}`),
    ...(root.hooks ?? []).map((hook) => `--customize-hook=${hook}`),
    ...(root.keepRun === true ? ["--skip=cleanup/run"] : []),
    '--customize-hook=rm -f "$1/etc/hostname" "$1/etc/resolv.conf"',
    root.suite,
    tarball,
    // Without sources of this machine's own, mmdebstrap knows where Debian is.
    ...(lines === undefined ? [] : [sources]),
  ]);
  const changes = [...root.changes, `LABEL ${standInLabel}="${official}"`];
  const stream = await docker.importImage(createReadStream(tarball), {
    ...nameParts(target),
    changes,
    abortSignal: signal,
  });
  for await (const chunk of stream) log.line(String(chunk).trim());
  await rm(tarball);
  await docker.getImage(target).inspect();
}

export const path = "/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin";

const slimOptions = [
  ...["doc", "man", "info", "locale", "lintian"].map((name) => `--dpkgopt=path-exclude=/usr/share/${name}/*`),
  "--dpkgopt=path-include=/usr/share/doc/*/copyright",
];

function nameParts(target: string): { repo: string; tag: string } {
  const colon = target.lastIndexOf(":");
  return { repo: target.slice(0, colon), tag: target.slice(colon + 1) };
}
