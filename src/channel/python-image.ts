// The image of a Python service that speaks the channel: its folder of images/ with the channel's Python side beside it.

import { cp } from "node:fs/promises";
import { basename, join } from "node:path";
import { fileURLToPath } from "node:url";
import type { ImageSource } from "../core/sandbox.ts";
import { contextByDigest } from "./context-by-digest.ts";

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
  return await contextByDigest(image, {
    cacheFolder,
    async fill(folder) {
      const options = { recursive: true, filter: (path: string) => basename(path) !== "__pycache__" };
      for (const part of [image, "python-channel"]) await cp(join(images, part), folder, options);
    },
  });
}
