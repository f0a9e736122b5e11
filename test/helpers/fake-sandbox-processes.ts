// Processes of the fake sandbox, found by a marker in their environment as the real one's are.

import type { ChildProcess, ChildProcessWithoutNullStreams } from "node:child_process";
import { readdirSync, readFileSync } from "node:fs";
import type { PassThrough } from "node:stream";
import { setTimeout as sleep } from "node:timers/promises";
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

/** Read synchronously: a few microseconds each, where a thread's turn costs a hundred times as much. */
export function findMarked(mark: string): Array<{ pid: number; command: string }> {
  const found: Array<{ pid: number; command: string }> = [];
  for (const name of readdirSync("/proc").filter((entry) => /^\d+$/.test(entry))) {
    try {
      if (!readFileSync(`/proc/${name}/environ`, "latin1").split("\0").includes(mark)) continue;
      const command = readFileSync(`/proc/${name}/cmdline`, "utf8");
      if (command !== "") found.push({ pid: Number(name), command: command.replaceAll("\0", " ").trim() });
    } catch {
      // Gone meanwhile, or somebody else's.
    }
  }
  return found;
}

/** `started`: the one that began it. While it becomes another program (exec) it has no environment to be known by. */
export async function killMarked(mark: string, started: ChildProcess | undefined): Promise<void> {
  started?.kill("SIGKILL");
  for (let pass = 0; pass < 8; pass += 1) {
    const found = findMarked(mark);
    if (found.length === 0) return;
    for (const { pid } of found) {
      try {
        process.kill(pid, "SIGKILL");
      } catch {
        // Gone meanwhile.
      }
    }
    await sleep(1);
  }
}
