// What it costs where the boxes are: whole trials with agents' and tasks' boxes here or at a cloud, over ways of several
// lengths (docs/placement.md).

import { join } from "node:path";
import { terminalBench } from "../src/benchmarks/terminal-bench/terminal-bench.ts";
import type { Benchmark } from "../src/core/benchmark.ts";
import { exitCodes } from "../src/core/fault.ts";
import type { SandboxProvider } from "../src/core/sandbox.ts";
import { openE2bProvider } from "../src/sandboxes/e2b.ts";
import { placedProvider } from "../src/sandboxes/placed-provider.ts";
import { benchFolder } from "./lib/bench-folder.ts";
import { badOption, count, parseFlags } from "./lib/flags.ts";
import { describeMachine } from "./lib/machine.ts";
import { openProvider } from "./lib/open-provider.ts";
import { spawnWorker, type Worker } from "./lib/spawn-worker.ts";
import type { CloudRequest, CloudState } from "./placement/cloud-worker.ts";
import { costsOf, isMet, type Sample } from "./placement/compare.ts";
import { type Placement, placements } from "./placement/placements.ts";
import { render } from "./placement/render.ts";
import { agreeingModel, steppingAgent } from "./placement/stepping-agent.ts";
import type { Bench } from "./run.ts";
import { writeTinyTasks } from "./trial-cost/tiny-tasks.ts";
import { measureWholeTrials } from "./trial-cost/whole-trials.ts";

export const placementBench: Bench = {
  summary:
    "agents' and tasks' boxes here or at a cloud [--repetitions 3] [--trials 2] [--concurrency 1] [--rtt 0,50,150] [--calls 10] [--commands 10] [--json]",
  async run(args, { signal }) {
    const options = parseOptions(args);
    await using cleanUp = new AsyncDisposableStack();
    const folder = await benchFolder(cleanUp);
    await writeTinyTasks(join(folder, "dataset"), options.trials);
    const machine = await describeMachine({ signal });
    const scene = cleanUp.use(await openScene(folder, options, signal));
    const costs = costsOf(await measureAll(scene, options));
    const result = { machine, options, costs };
    console.log(options.json ? JSON.stringify(result, undefined, 2) : render(result).join("\n"));
    return isMet(costs) ? exitCodes.done : exitCodes.rejected;
  },
};

export interface PlacementOptions {
  repetitions: number;
  /** Of one measurement. */
  trials: number;
  concurrency: number;
  /** Milliseconds; from the shortest. */
  rtt: readonly number[];
  /** Of one trial. */
  calls: number;
  commands: number;
  json: boolean;
}

function parseOptions(args: readonly string[]): PlacementOptions {
  const defaults = { repetitions: "3", trials: "2", concurrency: "1", rtt: "0,50,150", calls: "10", commands: "10" };
  const { values, json } = parseFlags(args, defaults);
  const rtt = values.rtt.split(",").map(Number);
  if (!rtt.every((ms) => Number.isInteger(ms) && ms >= 0))
    throw badOption(`--rtt ${values.rtt}: expected milliseconds`);
  const of = (name: "repetitions" | "trials" | "concurrency" | "calls" | "commands") => count(name, values[name]);
  return {
    ...{ repetitions: of("repetitions"), trials: of("trials"), concurrency: of("concurrency"), json },
    ...{ calls: of("calls"), commands: of("commands"), rtt: rtt.toSorted((a, b) => a - b) },
  };
}

interface Scene extends AsyncDisposable {
  measure(placement: Placement, rttMs: number): Promise<Omit<Sample, "repetition">>;
}

async function openScene(folder: string, options: PlacementOptions, signal: AbortSignal): Promise<Scene> {
  const { trials, concurrency } = options;
  await using undo = new AsyncDisposableStack();
  const cloud: Worker<CloudRequest, CloudState> = undo.use(
    await spawnWorker(new URL("placement/cloud-worker.ts", import.meta.url), { arm: "cloud", folder, signal }),
  );
  const far = async (rttMs: number) => (await cloud.measure({ rttMs }, { signal })).value;
  const { url, apiKey } = await far(0);
  const here = undo.use(await openProvider(folder, { signal }));
  const say = (line: string) => console.error(line);
  const e2b = await openE2bProvider({ owner: here.owner, say, apiKey, apiUrl: url, sandboxUrl: url });
  undo.defer(async () => void (await e2b.sweep({ signal: AbortSignal.timeout(60_000), owner: here.owner.id })));
  const providers: Record<"docker" | "e2b", SandboxProvider> = { docker: here.provider, e2b };
  const tasks = await terminalBench.load(terminalBench.options.parse({ dataset: "dataset" }), {
    ...{ root: folder, cacheFolder: folder, say: () => undefined, wanted: () => true, signal },
  });
  const parts = {
    ...{ tasks, agentBox: here.agentBox, owner: here.owner, candidate: steppingAgent(options) },
    benchmark: terminalBench as unknown as Benchmark,
  };
  const owned = undo.move();
  return {
    async measure(placement, rttMs) {
      const { tasks: at, agents } = placements[placement];
      const provider =
        at === agents ? providers[at] : placedProvider({ tasks: providers[at], agents: providers[agents] });
      const before = await far(rttMs);
      const job = { folder, concurrency, signal, upstream: agreeingModel };
      const wallMs = await measureWholeTrials({ ...parts, provider }, "agent", job);
      const after = await far(rttMs);
      return {
        ...{ placement, rttMs, secondsPerTrial: wallMs / 1000 / trials },
        requests: (after.requests - before.requests) / trials,
        sandboxes: (after.sandboxes - before.sandboxes) / trials,
      };
    },
    [Symbol.asyncDispose]: async () => await owned.disposeAsync(),
  };
}

/** Placements take turns within each repetition, another one first each time; one round before that does not count. */
async function measureAll(scene: Scene, { repetitions, rtt, json }: PlacementOptions): Promise<Sample[]> {
  const samples: Sample[] = [];
  const names = Object.keys(placements) as Placement[];
  for (const placement of names) await scene.measure(placement, 0);
  for (let repetition = 0; repetition < repetitions; repetition++) {
    const turn = repetition % names.length;
    for (const placement of [...names.slice(turn), ...names.slice(0, turn)]) {
      for (const rttMs of placement === "all here" ? [0] : rtt) {
        const sample = { ...(await scene.measure(placement, rttMs)), repetition };
        samples.push(sample);
        const line = `${repetition + 1}/${repetitions} ${placement}, ${rttMs} ms: ${sample.secondsPerTrial.toFixed(2)} s a trial`;
        if (!json) console.error(line);
      }
    }
  }
  return samples;
}
