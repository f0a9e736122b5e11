// Jobs of BIRD-Interact as a command runs them: real Postgres, environment and judge, real agents' boxes, gateway,
// journal; the models are programs that know the ground truth (bird-models.ts). One service for all jobs of both modes.

import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { birdInteract } from "../../src/benchmarks/bird-interact/bird-interact.ts";
import type { BirdTask as LoadedTask } from "../../src/benchmarks/bird-interact/load.ts";
import { stripCandidate } from "../../src/channel/strip-candidate.ts";
import { openEnvironment } from "../../src/config/env.ts";
import type { Benchmark } from "../../src/core/benchmark.ts";
import type { ImageSource, SandboxProvider } from "../../src/core/sandbox.ts";
import type { TrialRecord } from "../../src/core/trial.ts";
import { sha256 } from "../../src/lib/digest.ts";
import { placedProvider } from "../../src/sandboxes/placed-provider.ts";
import { runJob } from "../../src/trials/run-job.ts";
import type { Trace } from "../../src/trials/trace.ts";
import type { TrialAgent } from "../../src/trials/trial-context.ts";
import { type BirdTask, readBirdTasks } from "./bird-dataset.ts";
import { type BirdModelsOptions, birdModels } from "./bird-models.ts";
import { openTestDocker } from "./open-test-docker.ts";
import { type RecordedBox, recordingProvider } from "./recorded-boxes.ts";
import { temporaryFolder } from "./temporary-folder.ts";
import { openUserTrials, testContexts } from "./user-trials.ts";

export type BirdMode = "a-interact" | "c-interact";

/** One trial: a task, a mode, an agent. */
export type BirdTrialPlan = readonly [id: string, mode: BirdMode, agent: TrialAgent];

export interface BirdTrialResult {
  record: TrialRecord;
  trace: Trace;
  reward: number | null;
}

export interface BirdJobsOptions extends Omit<BirdModelsOptions, "tasks"> {
  /** Keys of the config beside dataset and mode. */
  keys?: Readonly<Record<string, unknown>>;
  /** Where agents' boxes are; left out: beside the services. */
  agents?: SandboxProvider;
}

export interface BirdJobs extends AsyncDisposable {
  tasks: readonly BirdTask[];
  taskOf(id: string): BirdTask;
  /** One job; results in the order of the trials. */
  play(trials: readonly BirdTrialPlan[], options?: { concurrency?: number }): Promise<BirdTrialResult[]>;
  /** As Postgres's administrator: lines of columns apart by "|". */
  sql(database: string, text: string): Promise<string[]>;
  /** Every container that was opened here, agents' and services', with all that it was sent. */
  boxes: readonly RecordedBox[];
  leftovers(): Promise<string[]>;
}

export async function openBirdJobs(options: BirdJobsOptions = {}): Promise<BirdJobs> {
  await using undo = new AsyncDisposableStack();
  const signal = AbortSignal.timeout(3_600_000);
  const { buildSecrets } = await openEnvironment({ file: "" });
  const opened = undo.use(await openTestDocker({ secrets: buildSecrets }));
  const folder = undo.use(await temporaryFolder()).path;
  const truth = await readBirdTasks();
  const models = birdModels({ ...options, tasks: truth });
  const root = join(import.meta.dirname, "../..");
  const load = async (mode: BirdMode): Promise<LoadedTask[]> =>
    await birdInteract.load(birdInteract.options.parse({ dataset: "synthetic", mode, ...options.keys }), {
      ...{ root, cacheFolder: testContexts, say: () => undefined, wanted: () => true, signal },
    });
  const loaded = { "a-interact": await load("a-interact"), "c-interact": await load("c-interact") };
  const { provider: here, boxes } = recordingProvider(opened.provider, opened.docker);
  const { agents } = options;
  const provider = agents === undefined ? here : placedProvider({ tasks: here, agents });
  const traces = new Map<string, Trace>();
  const { context } = undo.use(
    await openUserTrials({
      ...{ benchmark: birdInteract as unknown as Benchmark, provider, models, folder, signal },
      owner: opened.owner.id,
      onTrace: async (_plan, key, trace) => void traces.set(key, trace),
    }),
  );
  let jobs = 0;
  const owned = undo.move();
  return {
    tasks: truth,
    taskOf: (id) => found(truth, ({ instance_id }) => instance_id === id),
    async play(trials, { concurrency = 4 } = {}) {
      jobs += 1;
      const decision = `job-${jobs}`;
      const plans = trials.map(([id, mode, agent], index) => {
        const task = found(loaded[mode], (candidate) => candidate.id === id);
        return { task, agent, step: "train", decision, index } as const;
      });
      const { records } = await runJob(plans, context, {
        ...{ job: "bird", concurrency, signal, onEvent: () => undefined },
        ...{ onBuildLog: () => undefined, onLog: () => undefined },
      });
      return records.map((record, index) => {
        if (record === undefined) throw new Error(`trial ${index} has no record`);
        // The reference solution leaves none.
        const trace = traces.get(record.key) ?? { task: record.parts.task, messages: [], events: [] };
        const { outcome } = record;
        return { record, trace, reward: outcome.status === "scored" ? outcome.reward : null };
      });
    },
    async sql(database, text) {
      const { sandbox: postgres } = found(boxes, ({ spec }) => isPostgres(spec.image));
      const command = ["sh", "-c", 'PGPASSWORD="$POSTGRES_PASSWORD" exec psql -h 127.0.0.1 -U postgres "$@"', "psql"];
      const flags = ["-d", database, "-XqAt", "-v", "ON_ERROR_STOP=1", "-c", text];
      const { exitCode, stdout, stderr } = await postgres.session.exec([...command, ...flags], { signal });
      if (exitCode !== 0) throw new Error(stderr);
      return stdout.split("\n").filter((line) => line !== "");
    },
    boxes,
    leftovers: () => opened.leftovers(),
    [Symbol.asyncDispose]: async () => await owned.disposeAsync(),
  };
}

function isPostgres(image: ImageSource): boolean {
  return image.kind === "build" && image.name === "bird-postgres";
}

function found<T>(list: readonly T[], test: (item: T) => boolean): T {
  const item = list.find(test);
  if (item === undefined) throw new Error("there is none");
  return item;
}

/** An agent.ts as it is sent. */
export function candidateOf(source: string): TrialAgent {
  const { code } = stripCandidate(source);
  return { kind: "candidate", code, digest: sha256(code) };
}

/** The shipped template. */
export async function templateAgent(change: (source: string) => string = (source) => source): Promise<TrialAgent> {
  const file = join(import.meta.dirname, "../../agent/templates/bird-interact.ts");
  return candidateOf(change(await readFile(file, "utf8")));
}

/** `play` is the body of an async function of `env`, `mode`, `turn` (from 0) and `log`, run once for each turn. */
export function playingAgent(play: string): TrialAgent {
  return candidateOf(`
    import { BaseAgent } from "@google/adk";
    class Player extends BaseAgent {
      turn = -1;
      constructor(env, mode, log) {
        super({ name: "player" });
        Object.assign(this, { env, mode, log });
      }
      async *runAsyncImpl() {
        this.turn += 1;
        await play(this);
      }
      async *runLiveImpl() {}
    }
    async function play({ env, mode, turn, log }) {
      const all = async (calls) => (await Promise.allSettled(calls)).map((one) => one.value ?? String(one.reason));
      ${play}
    }
    export const buildAgent = (mode, environment, context) => new Player(environment, mode, context.log);`);
}
