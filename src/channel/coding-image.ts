// The image of a coding agent's box: the coding agent's own packages or image, Node, our runtime, and the harness's
// commands as small programs. Nothing in it depends on the machine.

import { cp, mkdir, writeFile } from "node:fs/promises";
import { extname, join } from "node:path";
import { fileURLToPath } from "node:url";
import type { ImageSource, SandboxSpec } from "../core/sandbox.ts";
import { boxBundle, requireBanner } from "./box-bundle.ts";
import { contextByDigest } from "./context-by-digest.ts";

/** What a coding agent's box needs beside image and labels. */
export const codingBox = {
  network: "none",
  profile: "agent",
  limits: { memoryMb: 4096, pids: 512 },
  tmpfs: [
    { path: "/work", sizeMb: 512 },
    { path: "/home/coding-agent", sizeMb: 512 },
    { path: "/tmp", sizeMb: 512 },
    { path: "/run/auto-harness", sizeMb: 1 },
  ],
  workdir: "/work",
  user: "65534:65534",
  env: { HOME: "/home/coding-agent" },
  main: {
    command: [
      "sh",
      "-c",
      "exec /opt/auto-harness/node /opt/auto-harness/runtime/coding-main.js /work 3>&1 1>&2 4<&0 0</dev/null",
    ],
    attach: true,
  },
} as const satisfies Omit<SandboxSpec, "image" | "labels">;

export const codingHome = codingBox.env.HOME;

const root = fileURLToPath(new URL("../../", import.meta.url));
const images = join(root, "images");
const boxFolder = fileURLToPath(new URL("./box/", import.meta.url));
/** `.ts` in a clone, `.js` in an installed package. */
const extension = extname(fileURLToPath(import.meta.url));

/** The names under which a coding agent finds the harness's commands. */
const commandNames = ["auto-harness", "benchmark", "gating", "record"];

export interface CodingImageOptions {
  /** A folder of images/ with what is to be installed, or the reference of an image that somebody has made. */
  from: { folder: string } | { reference: string };
  /** Where contexts are kept between starts. */
  cacheFolder: string;
}

/** Makes the build context; an own image needs glibc and a shell. */
export async function codingImage({ from, cacheFolder }: CodingImageOptions): Promise<ImageSource> {
  const name = "folder" in from ? from.folder : "coding-agent-own";
  return await contextByDigest(name, {
    cacheFolder,
    async fill(context) {
      if ("folder" in from) {
        await cp(join(images, from.folder), context, { recursive: true });
        await cp(join(images, "coding-agent", "npm.Dockerfile"), join(context, "Dockerfile"));
      } else {
        const dockerfile = `FROM node:24-bookworm-slim AS node\n\nFROM ${from.reference}\n${ownImage}`;
        await writeFile(join(context, "Dockerfile"), dockerfile);
      }
      await bundleCodingRuntime(join(context, "runtime"));
      await mkdir(join(context, "bin"));
      for (const command of commandNames) await writeFile(join(context, "bin", command), shim, { mode: 0o755 });
    },
  });
}

const shim = `#!/bin/sh
exec /opt/auto-harness/node /opt/auto-harness/runtime/coding-shim.js "$(basename "$0")" "$@"
`;

const ownImage = `USER root
COPY --from=node /usr/local/bin/node /opt/auto-harness/node
COPY runtime /opt/auto-harness/runtime
COPY bin /usr/local/bin
RUN mkdir -p /work /home/coding-agent /run/auto-harness && chmod 1777 /work /home/coding-agent /run/auto-harness
ENTRYPOINT []
WORKDIR /work
`;

/** The runtime that starts programs in a box, with the model's endpoint on the box's own loopback. */
export async function bundleCodingRuntime(target: string): Promise<void> {
  const { build } = await import("esbuild");
  await build({
    absWorkingDir: root,
    ...boxBundle,
    banner: requireBanner,
    entryPoints: ["coding-main", "coding-shim"].map((name) => join(boxFolder, `${name}${extension}`)),
    outdir: target,
  });
  await writeFile(join(target, "package.json"), '{ "type": "module" }\n');
}
