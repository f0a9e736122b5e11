// Where an experiment stands, as `status --json` prints it: totals and train tasks only.

import type { Config } from "../config/schema.ts";
import type { IterationRecord } from "../loop/iteration-record.ts";
import type { Progress } from "../trials/progress.ts";
import type { ProviderWait } from "../trials/provider-wait.ts";
import type { SandboxUsages } from "../trials/sandbox-usage.ts";
import type { Spending } from "../trials/spending.ts";
import { bestScore, type ResultRow } from "../workspace/results-tsv.ts";

export interface Standing {
  version: 1;
  /** null for the rehearsal. */
  experiment: string | null;
  gate: "default" | "strict-seed";
  /** A process holds the experiment. */
  running: boolean;
  /** ISO, UTC; null when it is not paused. */
  pausedSince: string | null;
  /** The provider of sandboxes that is waited for, and since when (ISO, UTC); null where none is. */
  providerWait: ProviderWait | null;
  /** As written; null before the baseline. By strict-seed the score to beat. */
  recordedScore: string | null;
  targetScore: number | null;
  suiteTasks: number;
  iterations: {
    done: number;
    atMost: number;
    /** The one that is not done; null between two of them. */
    underWay: { iteration: number; phase: "proposing" | "gating" } | null;
    withoutImprovement: number;
    stopsWithout: number;
  };
  /** One for each iteration that has a verdict, oldest first. */
  verdicts: Array<{ iteration: number; verdict: "accepted" | "rejected" | "inconclusive"; reason: string }>;
  trials: {
    /** In the journal. */
    done: number;
    /** Begun and not ended; 0 where nothing runs. */
    underWay: number;
    /** Of the job that runs; null where none does. */
    job: { name: string; done: number; total: number } | null;
  };
  spent: { costUsd: number | null; budgetUsd: number | null; tokens: number; budgetTokens: number | null };
  /** In iterations, the one under way included while a process runs; pauses count. */
  hours: number;
  maxHours: number | null;
  /** Waited for models' providers, added up over trials. */
  throttledMs: number;
  /** Of all runs, by provider, where sandboxes cost by the hour. */
  sandboxes: SandboxUsages;
}

export interface StandingInputs {
  config: Config;
  rehearsal: boolean;
  iterations: readonly IterationRecord[];
  spending: Spending;
  running: boolean;
  pausedSince: string | null;
  providerWait: ProviderWait | null;
  sandboxes: SandboxUsages;
  progress: Progress | null;
  rows: readonly ResultRow[];
  suite: readonly string[];
  trials: number;
  /** Milliseconds since the epoch. */
  now: number;
}

export function standingOf(inputs: StandingInputs): Standing {
  const { config, iterations, rows, running, progress, spending } = inputs;
  const open = iterations.find(({ phase }) => phase !== "done");
  const done = iterations.filter(({ phase }) => phase === "done");
  return {
    version: 1,
    experiment: inputs.rehearsal ? null : config.experiment,
    ...{ gate: config.gate, running, pausedSince: inputs.pausedSince },
    providerWait: running ? inputs.providerWait : null,
    recordedScore: (config.gate === "strict-seed" ? bestScore(rows) : rows.at(-1)?.valScore) ?? null,
    targetScore: config.target_score ?? null,
    suiteTasks: inputs.suite.length,
    iterations: {
      ...{ done: done.length, atMost: config.iterations, stopsWithout: config.stop_after_no_improvement },
      underWay: open === undefined || open.phase === "done" ? null : { iteration: open.iteration, phase: open.phase },
      withoutImprovement: done.length - 1 - done.findLastIndex(({ verdict }) => verdict?.verdict === "accepted"),
    },
    verdicts: iterations.flatMap(({ iteration, verdict }) =>
      verdict === null ? [] : [{ iteration, verdict: verdict.verdict, reason: verdict.reason }],
    ),
    trials: {
      ...{ done: inputs.trials, underWay: running ? (progress?.underWay ?? 0) : 0 },
      job:
        running && progress !== null && progress.done < progress.total
          ? { name: progress.job, done: progress.done, total: progress.total }
          : null,
    },
    spent: {
      ...{ costUsd: spending.costUsd, budgetUsd: config.budget_usd ?? null },
      ...{ tokens: spending.tokens, budgetTokens: config.budget_tokens ?? null },
    },
    hours: hoursOf(iterations, running ? inputs.now : null),
    maxHours: config.max_hours ?? null,
    ...{ throttledMs: spending.throttledMs, sandboxes: inputs.sandboxes },
  };
}

/** `now`: where an open iteration ends so far; null leaves it out. */
function hoursOf(iterations: readonly IterationRecord[], now: number | null): number {
  const spans = iterations.map(({ startedAt, endedAt }) => {
    const end = endedAt === null ? now : Date.parse(endedAt);
    return end === null ? 0 : Math.max(0, end - Date.parse(startedAt));
  });
  return spans.reduce((sum, ms) => sum + ms, 0) / 3_600_000;
}
