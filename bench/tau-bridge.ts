// What it costs that the agent of a tau-bench conversation sits in a box of its own (docs/benchmarks.md): trials of
// retail through driver, host and agents' boxes against tau2 alone in one process with an agent in it.

import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { exitCodes } from "../src/core/fault.ts";
import { benchFolder } from "./lib/bench-folder.ts";
import { count, parseFlags } from "./lib/flags.ts";
import { describeMachine } from "./lib/machine.ts";
import { spawnWorker, type Worker } from "./lib/spawn-worker.ts";
import type { Bench } from "./run.ts";
import { type Arm, arms, type Measured, type Request, type Setup } from "./tau-bridge/arms.ts";
import { compare, memoryOf, type Sample, turnsOf, withinTargets } from "./tau-bridge/compare.ts";
import { render } from "./tau-bridge/render.ts";

export const tauBridge: Bench = {
  summary:
    "tau-bench's conversations against tau2 alone [--repetitions 3] [--tasks 64] [--concurrency 16] [--latency 400] [--json]",
  async run(args, { signal }) {
    const options = parseOptions(args);
    await using cleanUp = new AsyncDisposableStack();
    const folder = await benchFolder(cleanUp);
    const setup: Setup = { tasks: options.tasks, userLatencyMs: options.latency };
    await writeFile(join(folder, "setup.json"), JSON.stringify(setup));
    const machine = await describeMachine({ signal });
    const workers = new Map<Arm, Worker<Request, Measured>>();
    // One after the other: the first one prepares the images and the compile cache.
    for (const arm of arms) workers.set(arm, cleanUp.use(await spawnWorker(workerFile, { arm, folder, signal })));
    const samples = await measure(workers, options, signal);
    const [comparisons, turns] = [compare(samples), turnsOf(samples)];
    const memory = memoryOf(samples, { atOnce: options.concurrency, boxes: options.tasks });
    const result = { machine, options, comparisons, turns, memory };
    console.log(options.json ? JSON.stringify({ ...result, samples }, undefined, 2) : render(result).join("\n"));
    return withinTargets(comparisons, turns) ? exitCodes.done : exitCodes.rejected;
  },
};

const workerFile = new URL("tau-bridge/worker.ts", import.meta.url);
/** Of the measurement with one conversation at a time, which is for the turns alone. */
const tasksOneByOne = 8;

export interface TauBridgeOptions {
  repetitions: number;
  tasks: number;
  concurrency: number;
  /** Milliseconds that the user's model takes to answer. */
  latency: number;
  json: boolean;
}

function parseOptions(args: readonly string[]): TauBridgeOptions {
  const { values, json } = parseFlags(args, { repetitions: "3", tasks: "64", concurrency: "16", latency: "400" });
  return {
    repetitions: count("repetitions", values.repetitions),
    tasks: count("tasks", values.tasks),
    concurrency: count("concurrency", values.concurrency),
    latency: count("latency", values.latency),
    json,
  };
}

/** Arms take turns within each repetition, another one first each time. */
async function measure(
  workers: ReadonlyMap<Arm, Worker<Request, Measured>>,
  { repetitions, tasks, concurrency, json }: TauBridgeOptions,
  signal: AbortSignal,
): Promise<Sample[]> {
  const samples: Sample[] = [];
  const take = async (arm: Arm, repetition: number, request: Request) => {
    const measured = await workers.get(arm)?.measure(request, { signal });
    if (measured === undefined) throw new Error(`no worker for ${arm}`);
    const { value, memoryMb } = measured;
    samples.push({ ...value, arm, atOnce: request.atOnce, repetition, memoryMb });
    const [sample] = samples.slice(-1);
    const turns = sample?.bridge === undefined ? "" : `, a turn ${turnsOf([sample])[0]?.median.toFixed(1)} ms`;
    if (json) return;
    const what = `${arm}, ${request.tasks} tasks, ${request.atOnce} at once`;
    console.error(`${repetition + 1}/${repetitions} ${what}: ${(value.wallMs / 1000).toFixed(1)} s${turns}`);
  };
  for (let repetition = 0; repetition < repetitions; repetition++) {
    const turn = repetition % arms.length;
    for (const arm of [...arms.slice(turn), ...arms.slice(0, turn)]) {
      await take(arm, repetition, { tasks, atOnce: concurrency });
    }
    if (concurrency > 1) await take("bridge", repetition, { tasks: Math.min(tasks, tasksOneByOne), atOnce: 1 });
  }
  return samples;
}
