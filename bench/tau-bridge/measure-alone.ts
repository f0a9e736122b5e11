import { once } from "node:events";
import { readFile } from "node:fs/promises";
import { createInterface } from "node:readline";
import { tauBox } from "../../src/benchmarks/tau-bench/tau-service.ts";
import type { MainProcess } from "../../src/core/sandbox.ts";
import type { Measured, Request } from "./arms.ts";
import type { Tau } from "./open-tau.ts";

/**
 * Every task once in a new container of its own, with the walls that tau2's container has in a job; opened and ready
 * before the clock. Throws unless every task earns 1.
 */
export async function measureAlone(
  { provider, owner, setup, image, tasks }: Tau,
  { atOnce, ...request }: Request,
  { signal }: { signal: AbortSignal },
): Promise<Measured> {
  const script = await readFile(new URL("alone.py", import.meta.url), "utf8");
  const ids = tasks.slice(0, request.tasks).map(({ id }) => id);
  const command = ["python", "-c", script, ids.join(","), String(atOnce), String(setup.userLatencyMs)];
  const labels = { owner: owner.id, job: "bench", trial: "alone", role: "service" } as const;
  const spec = { ...tauBox(image, "retail"), main: { command, attach: true }, labels };
  await using box = await provider.open(spec, { signal });
  if (box.main === undefined) throw new Error("the box has no attached main process");
  const answers = answersOf(box.main);
  await answers.next({ signal });
  box.main.stdin.write("go\n");
  const { wallMs, rewards } = (await answers.next({ signal })) as { wallMs: number; rewards: number[] };
  const failed = rewards.filter((reward) => reward !== 1).length;
  if (failed > 0 || rewards.length !== ids.length) throw new Error(`tau2 alone did not give 1 to ${failed} tasks`);
  return { wallMs };
}

/** Lines of JSON; throws with the end of the log when there are no more. */
function answersOf({ stdout, stderr }: MainProcess): { next(options: { signal: AbortSignal }): Promise<unknown> } {
  let log = "";
  stderr.on("data", (chunk: Buffer) => {
    log = (log + chunk.toString("utf8")).slice(-4000);
  });
  const lines = createInterface({ input: stdout });
  const pending: string[] = [];
  lines.on("line", (line) => pending.push(line));
  return {
    async next(options) {
      while (pending.length === 0) {
        const ended = await Promise.race([
          once(lines, "line", options).then(() => false),
          once(lines, "close", options).then(() => true),
        ]);
        if (ended && pending.length === 0) throw new Error(`tau2 alone ended: ${log}`);
      }
      return JSON.parse(pending.shift() ?? "null");
    },
  };
}
