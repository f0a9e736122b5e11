import { spawn } from "node:child_process";
import { once } from "node:events";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";

export interface SpawnedProvider extends AsyncDisposable {
  baseUrl: string;
}

/** The provider in a process of its own, so that its work is nobody else's. */
export async function spawnProvider({ signal }: { signal: AbortSignal }): Promise<SpawnedProvider> {
  const child = spawn(process.execPath, [fileURLToPath(new URL("provider.ts", import.meta.url))], {
    stdio: ["pipe", "pipe", "inherit"],
    signal,
  });
  child.on("error", () => undefined);
  const [port] = (await once(createInterface(child.stdout), "line", { signal })) as [string];
  return {
    baseUrl: `http://127.0.0.1:${port}/v1`,
    async [Symbol.asyncDispose]() {
      const exited = child.exitCode === null ? once(child, "exit") : undefined;
      child.stdin.end();
      await exited;
    },
  };
}
