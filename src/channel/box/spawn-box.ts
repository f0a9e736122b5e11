// A box's main process without a box: the runtime as a child of this process. It fills the image's compile cache, and
// tests talk to the real runtime with it.

import { spawn } from "node:child_process";
import type { MainProcess } from "../../core/sandbox.ts";

/**
 * The command of a box's main process. The protocol moves to descriptors 3 and 4, standard output joins standard error,
 * so that nothing printed in the box lands among the frames. `home` holds runtime/ and packages/.
 */
export function boxCommand(home: string): readonly string[] {
  return ["sh", "-c", `exec node ${home}/runtime/main.js ${home}/packages 3>&1 1>&2 4<&0 0</dev/null`];
}

export function spawnBox(
  home: string,
  { cwd, env }: { cwd: string; env: Readonly<Record<string, string>> },
): MainProcess & AsyncDisposable {
  const [file = "", ...args] = boxCommand(home);
  const child = spawn(file, args, { cwd, env: { ...env }, stdio: ["pipe", "pipe", "pipe"] });
  const exited = new Promise<{ exitCode: number; outOfMemory: boolean }>((resolve) => {
    child.once("error", () => resolve({ exitCode: 127, outOfMemory: false }));
    child.once("exit", (code) => resolve({ exitCode: code ?? 137, outOfMemory: false }));
  });
  return {
    stdin: child.stdin,
    stdout: child.stdout,
    stderr: child.stderr,
    exited,
    async [Symbol.asyncDispose]() {
      child.kill("SIGKILL");
      await exited;
    },
  };
}
