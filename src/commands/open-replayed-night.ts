// A recorded night as an experiment again, in a folder that is gone afterwards: the real loop, gate, workspace and
// lineage. Trials and coding agent come from the recording; there is no dataset, no engine but for agents' boxes, and
// no model.

import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { benchmarks } from "../benchmarks/index.ts";
import type { StoredNight } from "../cassettes/night/night.ts";
import { playSession } from "../cassettes/night/play-session.ts";
import { agentBox } from "../channel/agent-image.ts";
import { stripCandidate } from "../channel/strip-candidate.ts";
import type { Benchmark } from "../core/benchmark.ts";
import { HarnessError } from "../core/fault.ts";
import type { Upstream } from "../core/model.ts";
import type { SandboxProvider } from "../core/sandbox.ts";
import { openGateway } from "../gateway/gateway.ts";
import { writeAtomic } from "../lib/write-atomic.ts";
import { openLineage } from "../lineage/open-lineage.ts";
import type { Experiment, LoopEvent } from "../loop/experiment.ts";
import { compileCandidate } from "../loop/freeze-candidate.ts";
import { openJournal } from "../trials/journal.ts";
import { SharedServices } from "../trials/shared-services.ts";
import type { TrialPlayer } from "../trials/trial-player.ts";
import { layout } from "../workspace/layout.ts";
import { prepareFiles } from "./prepare-files.ts";

export interface ReplayedNightOptions {
  /** Of the recording. */
  folder: string;
  stored: StoredNight;
  /** In place of the recorded one; null: that one. */
  agentSource: string | null;
  player: TrialPlayer & { standIn(now: string, recorded: string): void };
  concurrency: number;
  packageRoot: string;
  onEvent: (event: LoopEvent) => void;
  signal: AbortSignal;
}

export type ReplayedNight = Experiment & AsyncDisposable;

/** Throws config "benchmark-unknown" and "replay-agent-invalid". */
export async function openReplayedNight(options: ReplayedNightOptions): Promise<ReplayedNight> {
  const { folder, stored, agentSource, player, packageRoot, signal, onEvent } = options;
  const { conditions } = stored.night;
  const { settings, tasks } = conditions;
  const benchmark = replayedBenchmark(conditions.benchmark);
  const firstAgent = agentSource ?? stored.agentSource;
  player.standIn(digestOf(firstAgent), conditions.agent);

  await using undo = new AsyncDisposableStack();
  const root = await mkdtemp(join(tmpdir(), "auto-harness-replay-"));
  undo.defer(async () => await rm(root, { recursive: true, force: true }));
  const paths = layout({ root, experiment: "main" });
  await writeAtomic(paths.agentFile, firstAgent);
  await prepareFiles({ layout: paths, packageRoot, names: [benchmark.name], overwriteAgent: false });
  const journal = undo.use(openJournal(paths.host.journalFile, paths.host.lockFile));
  const lineage = await openLineage({
    ...{ repository: null, bareFolder: paths.host.lineage, ref: "refs/auto-harness/main", signal },
  });
  const nothing = () => undefined;
  const gateway = openGateway({
    ...{ upstreamFor: () => noModel, prices: {}, budget: { costUsd: null, deadline: null }, say: nothing },
  });
  const services = undo.use(new SharedServices(nothing));
  const owned = undo.move();
  return {
    ...{ rehearsal: conditions.rehearsal, scoreFacts: conditions.scoreFacts, layout: paths, lineage, onEvent },
    settings: {
      ...{ ...settings, maxHours: null, concurrency: options.concurrency },
      // No coding agent is run.
      codingLimits: { maxModelCalls: 0, maxCostUsd: null },
    },
    tasks: tasks.map((task) => ({ ...task, notes: [] })),
    context: {
      ...{ benchmark, provider: noProvider, gateway, journal, services, player, owner: "replay" },
      ...{ model: conditions.agentModel, upstreamDigest: "replayed" },
      user: conditions.userModel === null ? null : { model: conditions.userModel, upstreamDigest: "replayed" },
      agentBox: { ...agentBox, image: { kind: "build", name: "replayed", context: "", digest: "replayed" } },
      limits: { maxModelCalls: 0, maxOutputTokens: null, maxCostUsd: null, timeoutMultiplier: 1 },
      onTrace: async () => undefined,
    },
    propose: async (context) =>
      await playSession(context, {
        folder,
        onAgent: (source, recorded) => player.standIn(digestOf(source), recorded),
      }),
    onBuildLog: nothing,
    [Symbol.asyncDispose]: async () => await owned.disposeAsync(),
  };
}

/** As it is, without its dataset: nothing is opened, and no task has texts. */
function replayedBenchmark(name: string): Benchmark {
  if (!Object.hasOwn(benchmarks, name)) {
    const message = `the night is of benchmark ${name}, which this version does not have`;
    throw new HarnessError({ fault: "config", code: "benchmark-unknown", message });
  }
  const { texts: _texts, ...benchmark } = benchmarks[name as keyof typeof benchmarks] as Benchmark;
  return { ...benchmark, images: () => [], open: refuse };
}

/** "" for what does not parse: nothing can have been recorded with it. */
function digestOf(source: string): string {
  const compiled = compileCandidate(source, stripCandidate);
  return compiled.kind === "candidate" ? compiled.candidate.digest : "";
}

const noProvider: SandboxProvider = { name: "none", prepareImage: refuse, open: refuse, sweep: refuse };

const noModel: Upstream = { name: "none", digest: "none", complete: refuse };

async function refuse(): Promise<never> {
  throw new Error("a replayed night opens nothing but agents' boxes, and asks no model");
}
