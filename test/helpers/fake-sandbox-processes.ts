// Processes of the fake sandbox, found by a marker in their environment as the real one's are.

import type { ChildProcess, ChildProcessWithoutNullStreams } from "node:child_process";
import { readdir, readFile } from "node:fs/promises";
import type { PassThrough } from "node:stream";
import type { MainProcess } from "../../src/core/sandbox.ts";
import type { CappedOutput } from "../../src/sandboxes/capped-output.ts";

export function mainOf(
  child: ChildProcessWithoutNullStreams,
  { stdout, stderr }: { stdout: PassThrough; stderr: PassThrough },
): MainProcess {
  const { stdin } = child;
  stdin.on("error", () => undefined);
  const exited = new Promise<{ exitCode: number; outOfMemory: boolean }>((resolve) => {
    child.on("error", () => resolve({ exitCode: 127, outOfMemory: false }));
    child.on("exit", (code) => resolve({ exitCode: code ?? 137, outOfMemory: false }));
  });
  return { stdin, stdout, stderr, exited };
}

export function endOf(child: ChildProcess, stderr: CappedOutput): Promise<number> {
  return new Promise((resolve) => {
    child.on("error", (error) => {
      stderr.write(Buffer.from(`${error.message}\n`));
      resolve(126);
    });
    child.on("exit", (code) => {
      const ended = () => resolve(code ?? 137);
      // As the engine does: streams that a child in the background holds are given up after a while.
      const timer = setTimeout(ended, 2000);
      child.on("close", () => {
        clearTimeout(timer);
        ended();
      });
    });
  });
}

export async function findMarked(mark: string): Promise<Array<{ pid: number; command: string }>> {
  const found: Array<{ pid: number; command: string }> = [];
  for (const name of (await readdir("/proc")).filter((entry) => /^\d+$/.test(entry))) {
    try {
      const [environ, command] = await Promise.all([
        readFile(`/proc/${name}/environ`, "latin1"),
        readFile(`/proc/${name}/cmdline`, "utf8"),
      ]);
      if (!environ.split("\0").includes(mark) || command === "") continue;
      found.push({ pid: Number(name), command: command.replaceAll("\0", " ").trim() });
    } catch {
      // Gone meanwhile, or somebody else's.
    }
  }
  return found;
}

export async function killMarked(mark: string): Promise<void> {
  for (let pass = 0; pass < 8; pass += 1) {
    const found = await findMarked(mark);
    if (found.length === 0) return;
    for (const { pid } of found) {
      try {
        process.kill(pid, "SIGKILL");
      } catch {
        // Gone meanwhile.
      }
    }
  }
}
