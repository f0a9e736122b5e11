// What a trial of BIRD-Interact costs beside its models (docs/benchmarks.md): whole trials, with Postgres, environment,
// judge and an agent's box each, whose agents and user take no time to think.

import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { exitCodes } from "../src/core/fault.ts";
import { type Arm, arms, type Measured, nothingAhead, type Request, type Setup } from "./bird-cost/arms.ts";
import { costsOf, isWithin, memoryOf, type Sample } from "./bird-cost/compare.ts";
import { render } from "./bird-cost/render.ts";
import { benchFolder } from "./lib/bench-folder.ts";
import { badOption, count, parseFlags } from "./lib/flags.ts";
import { describeMachine } from "./lib/machine.ts";
import { spawnWorker, type Worker } from "./lib/spawn-worker.ts";
import type { Bench } from "./run.ts";

export const birdCost: Bench = {
  summary:
    "fixed cost of a BIRD-Interact trial [--repetitions 3] [--tasks 12] [--concurrency 0,1,3,6] [--mode a-interact] [--latency 0] [--arms …] [--json]",
  async run(args, { signal }) {
    const options = parseOptions(args);
    await using cleanUp = new AsyncDisposableStack();
    const folder = await benchFolder(cleanUp);
    const { tasks, mode, latency: latencyMs } = options;
    await writeFile(join(folder, "setup.json"), JSON.stringify({ tasks, mode, latencyMs } satisfies Setup));
    const machine = await describeMachine({ signal });
    const workers = new Map<Arm, Worker<Request, Measured>>();
    // One after the other: the first one prepares the images and the compile cache.
    for (const arm of options.arms)
      workers.set(arm, cleanUp.use(await spawnWorker(workerFile, { arm, folder, signal })));
    const { samples, agentBoxMb, hostMb } = await measure(workers, options, signal);
    const costs = costsOf(samples);
    const result = { machine, options, costs, memory: memoryOf(samples), agentBoxMb, hostMb };
    console.log(options.json ? JSON.stringify({ ...result, samples }, undefined, 2) : render(result).join("\n"));
    return costs.every((cost) => isWithin(cost, { latencyMs: options.latency })) ? exitCodes.done : exitCodes.rejected;
  },
};

const workerFile = new URL("bird-cost/worker.ts", import.meta.url);

export interface BirdCostOptions {
  repetitions: number;
  /** Of one measurement. */
  tasks: number;
  /** How many at once, one measurement each; 0: one after the other with nothing opened ahead. */
  concurrency: readonly number[];
  mode: string;
  /** Milliseconds that the models take to answer. */
  latency: number;
  arms: readonly Arm[];
  json: boolean;
}

function parseOptions(args: readonly string[]): BirdCostOptions {
  const defaults = {
    repetitions: "3",
    tasks: "12",
    concurrency: "0,1,3,6",
    mode: "a-interact",
    latency: "0",
    arms: arms.join(","),
  };
  const { values, json } = parseFlags(args, defaults);
  const { mode } = values;
  if (mode !== "a-interact" && mode !== "c-interact") {
    throw badOption(`--mode ${mode}: expected a-interact or c-interact`);
  }
  return {
    repetitions: count("repetitions", values.repetitions),
    tasks: count("tasks", values.tasks),
    concurrency: values.concurrency
      .split(",")
      .map((text) => (text === `${nothingAhead}` ? nothingAhead : count("concurrency", text))),
    ...{ mode, json, latency: values.latency === "0" ? 0 : count("latency", values.latency) },
    arms: values.arms.split(",").map((name) => {
      const arm = arms.find((known) => known === name);
      if (arm === undefined) throw badOption(`--arms ${name}: expected some of ${arms.join(",")}`);
      return arm;
    }),
  };
}

/** Arms take turns within each repetition, another one first each time; one round before opens the services. */
async function measure(
  workers: ReadonlyMap<Arm, Worker<Request, Measured>>,
  options: BirdCostOptions,
  signal: AbortSignal,
): Promise<{ samples: Sample[]; agentBoxMb: number; hostMb: number }> {
  const samples: Sample[] = [];
  let [agentBoxMb, hostMb] = [0, 0];
  for (const worker of workers.values()) {
    const { value } = await worker.measure({ atOnce: 2, weighs: true }, { signal });
    agentBoxMb = Math.max(agentBoxMb, value.agentBoxMb ?? 0);
  }
  const named = [...workers];
  for (let repetition = 0; repetition < options.repetitions; repetition++) {
    const turn = repetition % named.length;
    for (const atOnce of options.concurrency) {
      for (const [arm, worker] of [...named.slice(turn), ...named.slice(0, turn)]) {
        const { value, memoryMb } = await worker.measure({ atOnce, weighs: false }, { signal });
        const secondsPerTask = value.wallMs / 1000 / options.tasks;
        samples.push({ ...value, arm, atOnce, repetition, secondsPerTask });
        hostMb = Math.max(hostMb, memoryMb);
        if (options.json) continue;
        console.error(
          `${repetition + 1}/${options.repetitions} ${arm} × ${atOnce}: ${secondsPerTask.toFixed(3)} s a task`,
        );
      }
    }
  }
  return { samples, agentBoxMb, hostMb };
}
