// The image of a Python service that speaks the channel: its folder of images/ with the channel's Python side beside it.

import { randomBytes } from "node:crypto";
import { cp, rename, rm } from "node:fs/promises";
import { basename, join } from "node:path";
import { fileURLToPath } from "node:url";
import type { ImageSource } from "../core/sandbox.ts";
import { digestFolder } from "../lib/digest-folder.ts";

/** In a clone as in an installed package. */
const images = fileURLToPath(new URL("../../images/", import.meta.url));

export interface PythonImageOptions {
  /** A folder of images/ whose Dockerfile copies `channel` beside its own files. */
  image: string;
  /** Where contexts are kept between starts. */
  cacheFolder: string;
}

/** Makes the build context, which is the same on every machine, and keeps it by its digest. */
export async function pythonImage({ image, cacheFolder }: PythonImageOptions): Promise<ImageSource> {
  const temporary = join(cacheFolder, `${image}-image-${randomBytes(6).toString("hex")}.tmp`);
  try {
    const options = { recursive: true, filter: (path: string) => basename(path) !== "__pycache__" };
    await cp(join(images, image), temporary, options);
    await cp(join(images, "python-channel"), temporary, options);
    const digest = await digestFolder(temporary);
    const context = join(cacheFolder, `${image}-image-${digest.slice(0, 16)}`);
    await rename(temporary, context).catch(async (error: unknown) => {
      // It is there already, whoever made it.
      if ((await digestFolder(context).catch(() => undefined)) !== digest) throw error;
    });
    return { kind: "build", name: image, context, digest };
  } finally {
    await rm(temporary, { recursive: true, force: true });
  }
}
