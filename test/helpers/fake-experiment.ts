// An experiment as the loop sees it, with real files in a temporary folder, a real journal, a real lineage in a bare
// repository, a real gateway over a scripted model, and boxes that are processes of this machine.

import { mkdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { stripCandidate } from "../../src/channel/strip-candidate.ts";
import type { ScoreFacts, Task } from "../../src/core/benchmark.ts";
import type { ProposeContext } from "../../src/core/coding-agent.ts";
import type { ModelGateway, Upstream } from "../../src/core/model.ts";
import type { SandboxProvider } from "../../src/core/sandbox.ts";
import { type Lineage, openLineage } from "../../src/lineage/open-lineage.ts";
import { ensureBaseline } from "../../src/loop/baseline.ts";
import type { Experiment, ExperimentSettings, LoopEvent } from "../../src/loop/experiment.ts";
import { saveTrace } from "../../src/loop/kept-traces.ts";
import { openJournal } from "../../src/trials/journal.ts";
import type { TrialContext } from "../../src/trials/trial-context.ts";
import { type Layout, layout, makeFolders } from "../../src/workspace/layout.ts";
import type { Split } from "../../src/workspace/split.ts";
import { agentSource, type Deed, type FakeBenchmarkHooks, fakeTask } from "./fake-benchmark.ts";
import { type FakeProvider, openFakeProvider } from "./fake-sandbox.ts";
import { fakeContext, openFakeGateway, testModel } from "./fake-trials.ts";
import { temporaryFolder } from "./temporary-folder.ts";

/** Ten tasks: with half of them passed in the baseline the split has 6 train tasks and 4 test tasks. */
export const taskIds = ["a", "b", "c", "d", "e", "f", "g", "h", "i", "j"].map((letter) => `task-${letter}`);

/** What the first agent passes. */
export const firstDeeds: Readonly<Record<string, Deed>> = Object.fromEntries(
  taskIds.slice(0, 5).map((id) => [id, 1] as const),
);

export interface FakeExperimentOptions extends FakeBenchmarkHooks {
  /** What the first agent does. */
  deeds?: Readonly<Record<string, Deed>>;
  /** Called once an iteration. */
  propose?: (context: ProposeContext) => Promise<{ summary: string }>;
  settings?: Partial<ExperimentSettings>;
  budgetUsd?: number;
  upstream?: Upstream;
  rehearsal?: boolean;
  scoreFacts?: ScoreFacts;
  /** What a task has beside its id. */
  task?: (id: string) => Partial<Task>;
  /** Tasks whose verifier never gives a reward. */
  silent?: readonly string[];
  /** Stands before the fake provider. */
  wrap?: (provider: SandboxProvider) => SandboxProvider;
}

export interface FakeExperiment extends Experiment, AsyncDisposable {
  layout: Layout;
  lineage: Lineage;
  context: TrialContext;
  gateway: ModelGateway;
  provider: FakeProvider;
  settings: ExperimentSettings;
  events: LoopEvent[];
  /** Gate lines and phases so far. */
  said(): string[];
  /** Trials that were really run since the last call, as "step task". */
  ran(): string[];
  /** A new budget, as a person's who raises it and starts again. */
  renewBudget(usd: number | undefined): void;
  write(path: string, content: string): Promise<void>;
  read(path: string): Promise<string>;
}

export async function openFakeExperiment(options: FakeExperimentOptions = {}): Promise<FakeExperiment> {
  await using undo = new AsyncDisposableStack();
  const root = undo.use(await temporaryFolder()).path;
  const paths = layout({ root, experiment: "main" });
  await makeFolders(paths);
  const provider = openFakeProvider();
  undo.defer(async () => {
    for (const sandbox of provider.live) await sandbox[Symbol.asyncDispose]();
  });
  const journal = undo.use(openJournal(paths.host.journalFile, paths.host.lockFile));
  const gateway = openFakeGateway(options);
  const signal = new AbortController().signal;
  const lineage = await openLineage({
    ...{ repository: null, bareFolder: paths.host.lineage, ref: "refs/auto-harness/main", signal },
  });
  const context = fakeContext({ provider: options.wrap?.(provider) ?? provider, gateway, journal, ...options });
  context.onTrace = async (_plan, key, trace) => await saveTrace(paths.host, key, trace);

  const write = async (path: string, content: string) => {
    await mkdir(join(root, path, ".."), { recursive: true });
    await writeFile(join(root, path), content);
  };
  await write("agent/agent.ts", agentSource(options.deeds ?? firstDeeds));
  await write("agent/templates/fake.ts", agentSource({}));
  await write("PROGRAM.md", "# Program\n");
  await write("program_templates/base.md", "# Base\n");

  const events: LoopEvent[] = [];
  let counted = 0;
  const owned = undo.move();
  return {
    rehearsal: options.rehearsal ?? false,
    scoreFacts: options.scoreFacts ?? { label: "", facts: {} },
    ...{ layout: paths, lineage, context, gateway, provider, events, write },
    tasks: taskIds.map((id) => ({
      ...fakeTask(id, { silent: options.silent?.includes(id) ?? false }),
      ...options.task?.(id),
    })),
    settings: {
      ...{ threshold: 0.8, seed: 42, trainFraction: 0.7, concurrency: 4, iterations: 5, stopAfterNoImprovement: 3 },
      ...{
        gate: "strict-seed",
        preScreen: true,
        holdout: 0,
        finalReport: false,
        trials: 1,
        splitBy: "benchmark",
        maxHours: null,
        codingModel: { model: testModel },
        codingAgent: "scripted",
        codingLimits: { maxModelCalls: 500, maxCostUsd: null },
      },
      ...options.settings,
    },
    propose: options.propose ?? (async () => ({ summary: "did nothing" })),
    onEvent: (event) => events.push(event),
    onBuildLog: () => undefined,
    said: () => events.flatMap((event) => (event.type === "gate-line" || event.type === "phase" ? [event.text] : [])),
    ran() {
      const all = events.flatMap((event) => (event.type === "trial-start" ? [`${event.step} ${event.task}`] : []));
      const fresh = all.slice(counted);
      counted = all.length;
      return fresh;
    },
    renewBudget: (usd) => {
      const { upstream } = options;
      context.gateway = openFakeGateway({
        ...(usd === undefined ? {} : { budgetUsd: usd }),
        ...(upstream === undefined ? {} : { upstream }),
      });
    },
    read: async (path) => await readFile(join(root, path), "utf8"),
    [Symbol.asyncDispose]: async () => await owned.disposeAsync(),
  };
}

/** The split that a baseline makes; nothing of the baseline is left among the experiment's events. */
export async function prepared(experiment: FakeExperiment): Promise<Split> {
  const { split } = await ensureBaseline(experiment, { strip: stripCandidate, signal: new AbortController().signal });
  experiment.ran();
  experiment.events.length = 0;
  experiment.ran();
  return split;
}
