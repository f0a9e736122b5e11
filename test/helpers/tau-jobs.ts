// Jobs of tau-bench as a command runs them: real tau2 container, real agents' boxes, gateway, journal; the models are
// programs that know what the tasks expect (tau-models.ts).

import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { tauBench } from "../../src/benchmarks/tau-bench/tau-bench.ts";
import { stripCandidate } from "../../src/channel/strip-candidate.ts";
import type { Benchmark, Task } from "../../src/core/benchmark.ts";
import type { Upstream } from "../../src/core/model.ts";
import type { SandboxProvider } from "../../src/core/sandbox.ts";
import type { TrialRecord } from "../../src/core/trial.ts";
import { sha256 } from "../../src/lib/digest.ts";
import type { JobEvent } from "../../src/trials/job.ts";
import { runJob } from "../../src/trials/run-job.ts";
import type { Trace } from "../../src/trials/trace.ts";
import { keyPartsOf, type TrialAgent, type TrialContext } from "../../src/trials/trial-context.ts";
import { trialSeed } from "../../src/trials/trial-key.ts";
import { type Gold, openTauImage, readGold, type TauImage } from "./open-tau-driver.ts";
import { type TauModelsOptions, tauModels } from "./tau-models.ts";
import { temporaryFolder } from "./temporary-folder.ts";
import { openUserTrials } from "./user-trials.ts";

export interface TauJobsOptions extends Omit<TauModelsOptions, "gold" | "taskOf"> {
  domain: string;
  /** Keys of the config beside the domain. */
  keys?: Readonly<Record<string, unknown>>;
  /** Stands before the models. */
  wrap?: (models: { agent: Upstream; user: Upstream }) => { agent: Upstream; user: Upstream };
  /** Stands before the engine. */
  provider?: (opened: TauImage["opened"]) => SandboxProvider;
}

export interface TauRunOptions {
  concurrency?: number;
  index?: number;
  signal?: AbortSignal;
  onEvent?: (event: JobEvent) => void;
}

export interface TauJobs extends AsyncDisposable {
  image: TauImage;
  gold: Readonly<Record<string, Gold>>;
  tasks: readonly Task[];
  context: TrialContext;
  /** Of train steps, by task. */
  traces: Map<string, Trace>;
  run(ids: readonly string[], agent: TrialAgent, options?: TauRunOptions): Promise<TrialRecord[]>;
  /** One job of several agents: all of them in one tau2 container. */
  play(
    trials: ReadonlyArray<readonly [id: string, agent: TrialAgent]>,
    options?: TauRunOptions,
  ): Promise<TrialRecord[]>;
}

export async function openTauJobs(options: TauJobsOptions): Promise<TauJobs> {
  await using undo = new AsyncDisposableStack();
  const signal = AbortSignal.timeout(3_600_000);
  const image = undo.use(await openTauImage());
  const folder = undo.use(await temporaryFolder()).path;
  const gold = await readGold(image, options.domain);
  const taskOfSeed = new Map<string, string>();
  const made = tauModels({ ...options, gold, taskOf: (seed) => taskOfSeed.get(seed) });
  const models = options.wrap?.(made) ?? made;
  const tasks = await tauBench.load(tauBench.options.parse({ domain: options.domain, ...options.keys }), {
    ...{ root: folder, cacheFolder: folder, say: () => undefined, wanted: () => true, signal },
  });
  const traces = new Map<string, Trace>();
  const { context } = undo.use(
    await openUserTrials({
      ...{ benchmark: tauBench as unknown as Benchmark, models, folder, signal },
      provider: options.provider?.(image.opened) ?? image.opened.provider,
      owner: image.opened.owner.id,
      onTrace: async ({ task }, _key, trace) => void traces.set(task.id, trace),
    }),
  );
  const owned = undo.move();
  const play: TauJobs["play"] = async (trials, own = {}) => {
    const plans = trials.map(([id, agent]) => {
      const task = tasks.find((candidate) => candidate.id === id);
      if (task === undefined) throw new Error(`no task ${id}`);
      return { task, agent, step: "train", decision: "", index: own.index ?? 0 } as const;
    });
    for (const plan of plans) taskOfSeed.set(trialSeed(keyPartsOf(plan, context, "")), plan.task.id);
    const { records } = await runJob(plans, context, {
      ...{ job: "tau", concurrency: 4, signal, onEvent: () => undefined, ...own },
      onBuildLog: () => undefined,
      onLog: () => undefined,
    });
    return records.filter((record) => record !== undefined);
  };
  return {
    ...{ image, gold, tasks, context, traces, play },
    run: async (ids, agent, own) => {
      const trials = ids.map((id) => [id, agent] as const);
      return await play(trials, own);
    },
    [Symbol.asyncDispose]: async () => await owned.disposeAsync(),
  };
}

/** An agent.ts as it is sent. */
export function candidateOf(source: string): TrialAgent {
  const { code } = stripCandidate(source);
  return { kind: "candidate", code, digest: sha256(code) };
}

/** The shipped template. */
export async function templateAgent(change: (source: string) => string = (source) => source): Promise<TrialAgent> {
  const file = join(import.meta.dirname, "../../agent/templates/tau-bench.ts");
  return candidateOf(change(await readFile(file, "utf8")));
}

/** Says goodbye at once. */
export async function idleAgent(): Promise<TrialAgent> {
  return candidateOf(await readFile(join(import.meta.dirname, "../fixtures/tau/idle-agent.ts"), "utf8"));
}
