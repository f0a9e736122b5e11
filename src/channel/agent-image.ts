// The image of an agent's box: its Dockerfile from images/, our runtime and the allowed packages bundled on the host.
// Nothing in it depends on the machine: the same sources give the same digest everywhere.

import { randomBytes } from "node:crypto";
import { copyFile, mkdir, readdir, readFile, rename, rm, stat, writeFile } from "node:fs/promises";
import { dirname, extname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { z } from "zod";
import type { ImageSource, SandboxSpec } from "../core/sandbox.ts";
import { sha256 } from "../lib/digest.ts";
import { digestFolder } from "../lib/digest-folder.ts";
import { boxCommand } from "./box/spawn-box.ts";
import { bundleBox } from "./bundle-box.ts";

/** What an agent's box needs beside image and labels. */
export const agentBox = {
  network: "none",
  profile: "agent",
  limits: { memoryMb: 512, pids: 128 },
  tmpfs: [
    { path: "/agent", sizeMb: 64 },
    { path: "/tmp", sizeMb: 64 },
  ],
  workdir: "/agent",
  user: "65534:65534",
  main: { command: boxCommand("/opt/auto-harness"), attach: true },
} as const satisfies Omit<SandboxSpec, "image" | "labels">;

const root = fileURLToPath(new URL("../../", import.meta.url));
/** Of every agent's image: they differ in what is bundled. */
const dockerfile = join(root, "images", "agent", "Dockerfile");
const channelFolder = fileURLToPath(new URL(".", import.meta.url));
/** `.ts` in a clone, `.js` in an installed package. */
const extension = extname(fileURLToPath(import.meta.url));

export interface AgentImageOptions {
  /** Where contexts are kept between starts. */
  cacheFolder: string;
  signal: AbortSignal;
  /** A folder of images/ with packages.json and, where it needs one, bundle.json; default "agent". */
  image?: string;
}

/** What goes into an image's bundles. */
interface Contents {
  /** Import specifiers that the candidate may use. */
  packages: readonly string[];
  /** Interfaces that need one of the packages. */
  interfaces: readonly string[];
  /** Specifier → file below node_modules that is bundled for it, instead of what the package itself points to. */
  entries: Readonly<Record<string, string>>;
}

/** Makes the build context once per state of the sources; after that it costs a few file reads. */
export async function agentImage({ cacheFolder, signal, image = "agent" }: AgentImageOptions): Promise<ImageSource> {
  const folder = join(root, "images", image);
  const contents = await readContents(folder);
  const inputs = await digestInputs(folder, contents.packages);
  const kept = join(cacheFolder, `${image}-image-${inputs.slice(0, 16)}`);
  let digest = await readDigest(kept);
  if (digest === undefined) {
    await makeContext(kept, contents, signal);
    digest = await readDigest(kept);
    if (digest === undefined) throw new Error(`${kept} was made and is not there`);
  }
  return { kind: "build", name: image, context: join(kept, "context"), digest };
}

async function readContents(folder: string): Promise<Contents> {
  const packages = z.array(z.string()).parse(JSON.parse(await readFile(join(folder, "packages.json"), "utf8")));
  const text = await readFile(join(folder, "bundle.json"), "utf8").catch(() => "{}");
  const shape = z.strictObject({
    interfaces: z.array(z.string()).default([]),
    entries: z.record(z.string(), z.string()).default({}),
  });
  return { packages, ...shape.parse(JSON.parse(text)) };
}

async function makeContext(kept: string, contents: Contents, signal: AbortSignal): Promise<void> {
  const { packages, interfaces } = contents;
  const temporary = `${kept}.${randomBytes(6).toString("hex")}.tmp`;
  try {
    const context = join(temporary, "context");
    await mkdir(context, { recursive: true });
    await copyFile(dockerfile, join(context, "Dockerfile"));
    const entries: Record<string, string> = {};
    for (const [name, file] of Object.entries(contents.entries)) {
      entries[name] = join(await modulesFolderOf(packageName(name)), file);
    }
    await bundleBox({ root, channelFolder, extension, packages, interfaces, entries, target: context });
    signal.throwIfAborted();
    await writeFile(join(temporary, "digest"), await digestFolder(context));
    await rename(temporary, kept).catch(async (error: unknown) => {
      // Another process made the same one in the meantime.
      if ((await readDigest(kept)) === undefined) throw error;
    });
  } finally {
    await rm(temporary, { recursive: true, force: true });
  }
}

async function readDigest(kept: string): Promise<string | undefined> {
  return await readFile(join(kept, "digest"), "utf8").catch(() => undefined);
}

/** Everything that the bundles come from: our sources here and in core, and the versions of what is bundled. */
async function digestInputs(folder: string, packages: readonly string[]): Promise<string> {
  const parts = [
    sha256(await readFile(dockerfile)),
    await digestFolder(folder),
    await digestFolder(channelFolder),
    await digestSources(join(channelFolder, "../core")),
  ];
  for (const name of new Set(["esbuild", ...packages.map(packageName)])) parts.push(await versionOf(name));
  return sha256(parts.join("\n"));
}

async function digestSources(folder: string): Promise<string> {
  const names = (await readdir(folder)).filter((name) => extname(name) === extension).sort();
  const texts = await Promise.all(names.map(async (name) => `${name}\n${sha256(await readFile(join(folder, name)))}`));
  return sha256(texts.join("\n"));
}

function packageName(specifier: string): string {
  return specifier.split("/", specifier.startsWith("@") ? 2 : 1).join("/");
}

async function versionOf(name: string): Promise<string> {
  const text = await readFile(join(await modulesFolderOf(name), name, "package.json"), "utf8");
  return `${name}@${z.object({ version: z.string() }).parse(JSON.parse(text)).version}`;
}

/** Looks upwards for the package as Node does: not every package exports its package.json. */
async function modulesFolderOf(name: string): Promise<string> {
  for (let at = root; ; at = dirname(at)) {
    const folder = join(at, "node_modules");
    const found = await stat(join(folder, name, "package.json")).catch(() => undefined);
    if (found !== undefined) return folder;
    if (at === dirname(at)) throw new Error(`the package ${name} is not installed beside auto-harness`);
  }
}
