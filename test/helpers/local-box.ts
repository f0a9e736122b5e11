// The real runtime of an agent's box, bundled as for the image, as a child process of the tests.

import { mkdir, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { agentImage } from "../../src/channel/agent-image.ts";
import { spawnBox } from "../../src/channel/box/spawn-box.ts";
import type { MainProcess } from "../../src/core/sandbox.ts";

/** The folder that stands for /opt/auto-harness in an image of ours; made once per state of the sources. */
export async function boxHome(image = "agent"): Promise<string> {
  const cacheFolder = join(tmpdir(), "auto-harness-test-images");
  await mkdir(cacheFolder, { recursive: true });
  const source = await agentImage({ cacheFolder, image, signal: new AbortController().signal });
  if (source.kind !== "build") throw new Error("the agent's image is built");
  return source.context;
}

/** A waiting box in a folder of its own, with nothing of this process's environment but PATH. */
export async function openLocalBox(home: string): Promise<MainProcess & AsyncDisposable> {
  const cwd = await mkdtemp(join(tmpdir(), "auto-harness-box-"));
  const box = spawnBox(home, { cwd, env: { PATH: process.env["PATH"] ?? "" } });
  return {
    ...box,
    async [Symbol.asyncDispose]() {
      await box[Symbol.asyncDispose]();
      await rm(cwd, { recursive: true, force: true });
    },
  };
}
