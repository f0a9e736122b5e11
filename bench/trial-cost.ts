// The fixed cost of a trial: whole trials of tiny tasks against the bare engine calls that they need (docs/benchmarks.md).
//
// Every arm is a process of its own that lives as long as the bench: what one of them loads or leaves to the garbage
// collector is not another's, and the memory of the host is the memory of a process that does nothing but run trials.

import { join } from "node:path";
import { exitCodes } from "../src/core/fault.ts";
import { benchFolder } from "./lib/bench-folder.ts";
import { count, parseFlags } from "./lib/flags.ts";
import { describeMachine } from "./lib/machine.ts";
import { spawnWorker, type Worker } from "./lib/spawn-worker.ts";
import type { Bench } from "./run.ts";
import { type Arm, arms } from "./trial-cost/arms.ts";
import { compare, type Sample, withinTargets } from "./trial-cost/compare.ts";
import { render } from "./trial-cost/render.ts";
import { writeTinyTasks } from "./trial-cost/tiny-tasks.ts";
import type { WorkerRequest } from "./trial-cost/worker.ts";

export const trialCost: Bench = {
  summary:
    "fixed cost of a trial against bare engine calls [--repetitions 5] [--trials 12] [--concurrency 1,2,4] [--json]",
  async run(args, { signal }) {
    const options = parseOptions(args);
    await using cleanUp = new AsyncDisposableStack();
    const folder = await benchFolder(cleanUp);
    await writeTinyTasks(join(folder, "dataset"), options.trials);
    const machine = await describeMachine({ signal });
    const workers = new Map<Arm, Worker<WorkerRequest, number>>();
    // One after the other: the first one prepares the images and the compile cache.
    for (const arm of arms) workers.set(arm, cleanUp.use(await spawnWorker(workerFile, { arm, folder, signal })));
    const samples = await measure(workers, options, signal);
    const result = { machine, options, samples, comparisons: compare(samples), host: hostMemory(samples) };
    console.log(options.json ? JSON.stringify(result, undefined, 2) : render(result).join("\n"));
    return withinTargets(result) ? exitCodes.done : exitCodes.rejected;
  },
};

const workerFile = new URL("trial-cost/worker.ts", import.meta.url);

export interface TrialCostOptions {
  repetitions: number;
  /** Of one measurement. */
  trials: number;
  /** How many at once, one measurement each. */
  concurrency: readonly number[];
  json: boolean;
}

function parseOptions(args: readonly string[]): TrialCostOptions {
  const { values, json } = parseFlags(args, { repetitions: "5", trials: "12", concurrency: "1,2,4" });
  return {
    repetitions: count("repetitions", values.repetitions),
    trials: count("trials", values.trials),
    concurrency: values.concurrency.split(",").map((text) => count("concurrency", text)),
    json,
  };
}

/** Arms take turns within each repetition, another one first each time; one round before that does not count. */
async function measure(
  workers: ReadonlyMap<Arm, Worker<WorkerRequest, number>>,
  { repetitions, trials, concurrency, json }: TrialCostOptions,
  signal: AbortSignal,
): Promise<Sample[]> {
  const samples: Sample[] = [];
  for (const worker of workers.values()) await worker.measure({ concurrency: Math.min(2, ...concurrency) }, { signal });
  for (let repetition = 0; repetition < repetitions; repetition++) {
    const turn = repetition % arms.length;
    for (const atOnce of concurrency) {
      for (const arm of [...arms.slice(turn), ...arms.slice(0, turn)]) {
        const measured = await workers.get(arm)?.measure({ concurrency: atOnce }, { signal });
        if (measured === undefined) throw new Error(`no worker for ${arm}`);
        const secondsPerTrial = measured.value / 1000 / trials;
        samples.push({ arm, atOnce, repetition, secondsPerTrial, memoryMb: measured.memoryMb });
        if (!json)
          console.error(`${repetition + 1}/${repetitions} ${arm} × ${atOnce}: ${secondsPerTrial.toFixed(3)} s a trial`);
      }
    }
  }
  return samples;
}

/** The most that a process which ran whole trials has held, in MB. */
function hostMemory(samples: readonly Sample[]): { oracleMb: number; agentMb: number } {
  const most = (arm: Arm) =>
    Math.max(...samples.filter((sample) => sample.arm === arm).map(({ memoryMb }) => memoryMb));
  return { oracleMb: most("oracle"), agentMb: most("agent") };
}
