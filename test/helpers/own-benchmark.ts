// A benchmark of one's own in real boxes: files of a folder, keys of the config, and a model that is a program.

import { mkdir, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { command } from "../../src/benchmarks/command/command.ts";
import { stripCandidate } from "../../src/channel/strip-candidate.ts";
import type { Benchmark, Task } from "../../src/core/benchmark.ts";
import type { Upstream } from "../../src/core/model.ts";
import type { TrialRecord } from "../../src/core/trial.ts";
import { sha256 } from "../../src/lib/digest.ts";
import { runJob } from "../../src/trials/run-job.ts";
import type { Trace } from "../../src/trials/trace.ts";
import type { TrialAgent, TrialPlan } from "../../src/trials/trial-context.ts";
import type { TestDocker } from "./open-test-docker.ts";
import { openUserTrials } from "./user-trials.ts";

export interface OwnBenchmarkOptions {
  docker: TestDocker;
  /** Gets the program's folder and the journal. */
  folder: string;
  /** Of the program's folder, by path. */
  files: Readonly<Record<string, string>>;
  keys: Readonly<Record<string, unknown>>;
  upstream: Upstream;
}

export interface OwnBenchmark extends AsyncDisposable {
  tasks: readonly Task[];
  /** What loading has said. */
  said: string[];
  /** Of candidates, by task. */
  traces: Map<string, Trace>;
  /** Each task with each agent, in this order. */
  run(agents: readonly TrialAgent[], ids?: readonly string[]): Promise<TrialRecord[]>;
}

export async function openOwnBenchmark(options: OwnBenchmarkOptions): Promise<OwnBenchmark> {
  const { docker, folder, files, keys, upstream } = options;
  const { provider, owner } = docker;
  await using undo = new AsyncDisposableStack();
  const signal = AbortSignal.timeout(600_000);
  for (const [path, content] of Object.entries(files)) {
    await mkdir(dirname(join(folder, "bench", path)), { recursive: true });
    await writeFile(join(folder, "bench", path), content);
  }
  const said: string[] = [];
  const labels = { owner: owner.id, job: "load", trial: "load", role: "task" } as const;
  const tasks = await command.load(command.options.parse({ program_folder: "./bench", ...keys }), {
    ...{ root: folder, cacheFolder: folder, say: (line) => void said.push(line), wanted: () => true, signal },
    async withBox(spec, use) {
      await using box = await provider.open({ ...spec, labels }, { signal });
      return await use(box.session);
    },
  });
  const traces = new Map<string, Trace>();
  const { context } = undo.use(
    await openUserTrials({
      ...{ benchmark: command as unknown as Benchmark, provider, owner: owner.id, folder, signal },
      models: { agent: upstream, user: upstream },
      onTrace: async ({ task }, _key, trace) => void traces.set(task.id, trace),
    }),
  );
  const owned = undo.move();
  return {
    ...{ tasks, said, traces },
    async run(agents, ids = tasks.map(({ id }) => id)) {
      const plans = tasks
        .filter(({ id }) => ids.includes(id))
        .flatMap((task) => agents.map((agent): TrialPlan => ({ task, agent, step: "train", decision: "", index: 0 })));
      const { records } = await runJob(
        plans,
        { ...context, user: null },
        { job: "own", concurrency: 3, signal, onEvent: ignore, onBuildLog: ignore, onLog: ignore },
      );
      return records.filter((record) => record !== undefined);
    },
    [Symbol.asyncDispose]: async () => await owned.disposeAsync(),
  };
}

/** An agent.ts as it is sent. */
export function agentOf(source: string): TrialAgent {
  const { code } = stripCandidate(source);
  return { kind: "candidate", code, digest: sha256(code) };
}

const ignore = () => undefined;
