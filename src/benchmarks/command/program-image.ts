// The image of a benchmark's program: its folder on a base image, or by its own Dockerfile.

import { cp, readdir, readFile, stat, writeFile } from "node:fs/promises";
import { basename, join, relative, resolve, sep } from "node:path";
import { contextByDigest } from "../../channel/context-by-digest.ts";
import { HarnessError } from "../../core/fault.ts";
import type { ImageSource } from "../../core/sandbox.ts";
import { exists } from "../../lib/exists.ts";
import { addAgentSide, withAgentSide } from "./agent-side.ts";
import type { CommandOptions } from "./options.ts";

const standardImage = "node:24-bookworm-slim";
/** Never copied: history, caches, what an editor or a system leaves, and keys. */
const leftOut = /^(?:\.git|__pycache__|\.venv|\.DS_Store|\.env(?:\..*)?)$/;

export interface ProgramImageOptions {
  signal: AbortSignal;
  /** Where relative paths of the config start. */
  root: string;
  /** Where contexts are kept between starts. */
  cacheFolder: string;
}

/** Throws config "program-folder-missing", "program-folder-too-wide", "program-image-twice". */
export async function programImage(
  {
    program_folder,
    program_image,
    agent_place,
  }: Pick<CommandOptions, "program_folder" | "program_image" | "agent_place">,
  { root, cacheFolder, signal }: ProgramImageOptions,
): Promise<{ folder: string; image: ImageSource }> {
  const folder = resolve(root, program_folder);
  const found = await stat(folder).catch(() => undefined);
  if (found?.isDirectory() !== true) {
    throw config("program-folder-missing", `program_folder: there is no folder ${folder}`);
  }
  const inside = relative(folder, resolve(root));
  if (inside === "" || !(inside === ".." || inside.startsWith(`..${sep}`))) {
    throw config(
      "program-folder-too-wide",
      `program_folder: ${folder} holds the experiment itself. Give the benchmark a folder of its own: all of it is copied into its box`,
    );
  }
  if ((await readdir(folder)).every((name) => leftOut.test(name))) {
    throw config("program-folder-missing", `program_folder: ${folder} is empty`);
  }
  const hasDockerfile = await exists(join(folder, "Dockerfile"));
  if (hasDockerfile && program_image !== undefined) {
    throw config(
      "program-image-twice",
      `program_image and ${join(folder, "Dockerfile")} both say what the program runs on: take one of them away`,
    );
  }
  const image = await contextByDigest(`program-${plainName(folder)}`, {
    cacheFolder,
    async fill(context) {
      const filter = (path: string) => path === folder || !leftOut.test(basename(path));
      const own = hasDockerfile ? context : join(context, "program");
      await cp(folder, own, { recursive: true, filter, verbatimSymlinks: true });
      const dockerfile = hasDockerfile
        ? await readFile(join(folder, "Dockerfile"), "utf8")
        : [`FROM ${program_image ?? standardImage}`, "COPY program /program", "WORKDIR /program", ""].join("\n");
      const beside = agent_place === "program-box";
      if (beside) await addAgentSide(context, { cacheFolder, signal });
      await writeFile(join(context, "Dockerfile"), beside ? withAgentSide(dockerfile) : dockerfile);
    },
  });
  return { folder, image };
}

/** As an image's name may have it. */
function plainName(folder: string): string {
  return (
    basename(folder)
      .toLowerCase()
      .replace(/[^a-z0-9]+/g, "-")
      .replace(/^-|-$/g, "")
      .slice(0, 40) || "folder"
  );
}

function config(code: string, message: string): HarnessError {
  return new HarnessError({ fault: "config", code, message });
}
