// gate/1: what is asked and what is answered, as schemas and types (docs/gate.md). answer-line.ts answers a line.

import { z } from "zod";
import { historyKept, lastRound, strikes, suiteBounds } from "./bounds.ts";

/** 0..1, or null for a run that the infrastructure lost. */
const reward = z.number().min(0).max(1).nullable();

/** Task names, each once. */
const taskList = z.array(z.string()).check(({ value, issues }) => {
  const seen = new Set<string>();
  for (const [index, task] of value.entries()) {
    if (seen.has(task)) {
      issues.push({ code: "custom", input: task, path: [index], message: `${task} is there twice` });
    }
    seen.add(task);
  }
});

const decideBase = {
  protocol: z.literal("gate/1"),
  op: z.literal("decide"),
  /** Echoed. */
  id: z.unknown().optional(),
  seed: z.string().default("42"),
  decision: z.string(),
};

const task = z.string();
const candidate = z.literal("candidate");

const suiteRun = z.strictObject({
  step: z.literal("suite"),
  strike: z.number().int().min(1).max(strikes),
  arm: candidate,
  task,
});
const testRun = z.strictObject({ step: z.literal("test"), arm: candidate, task });
const freshRun = z.strictObject({
  step: z.literal("fresh"),
  round: z.number().int().min(1).max(lastRound),
  arm: z.enum(["candidate", "incumbent"]),
  task,
});

/** Mode default, which is the mode where none is named. */
export const defaultRequest = z.strictObject({
  ...decideBase,
  mode: z.literal("default").default("default"),
  suite: taskList.default([]),
  test: taskList,
  /** By test task, the incumbent's rewards of complete runs of the split, oldest first. */
  history: z.record(z.string(), z.array(reward)).default({}),
  config: z
    .strictObject({
      suite_cap: z.number().int().min(0).default(suiteBounds.cap),
      threshold: z.number().min(0).max(1).default(suiteBounds.threshold),
      /** How many of the newest rewards of a task's history count. */
      history: z.number().int().min(1).default(historyKept),
    })
    .prefault({}),
  /** A later run with the same key replaces an earlier one; runs not asked for are ignored. */
  runs: z
    .array(
      z.discriminatedUnion("step", [
        suiteRun.extend({ reward }),
        testRun.extend({ reward }),
        freshRun.extend({ reward }),
      ]),
    )
    .default([]),
});

export type DefaultRequest = z.output<typeof defaultRequest>;
export type SuiteRun = z.output<typeof suiteRun>;
export type TestRun = z.output<typeof testRun>;
export type FreshRun = z.output<typeof freshRun>;
/** A run without its reward: what is asked for, and what a reward is filed under. */
export type GateRun = SuiteRun | TestRun | FreshRun;

export interface DefaultNumbers {
  /** Mid-p values of the last look that was evaluated; one half each before the first. */
  p_up: number;
  p_low: number;
  /** Candidate less incumbent, -1..1, mean over the look's valid tasks; null before there is one. */
  estimate: number | null;
  /** Test tasks that the look speaks of, missing ones among them. */
  tasks: number;
  missing: number;
  /** Tasks that run again in both arms; 0 until the split is whole. */
  retried_tasks: number;
  /** `ok` is null while the suite runs, and when more than a fifth of it is missing. */
  suite: { ok: boolean | null; regressed: number; allowed: number };
}

export type DefaultReason =
  | "improvement"
  | "suite"
  | "harm"
  | "futility"
  | "no-difference"
  | "missing"
  | "suite-missing"
  | "undecided"
  // Of removals only.
  | "no-worse";

export type DefaultAnswer =
  | { action: "run"; step: GateRun["step"]; need: readonly GateRun[]; numbers: DefaultNumbers }
  | {
      action: "verdict";
      verdict: "accepted" | "rejected" | "inconclusive";
      reason: DefaultReason;
      /** 0..7: the look that decided. */
      look: number;
      numbers: DefaultNumbers;
    };

const rewards = z.array(z.number().min(0).max(1));

export const pvalueRequest = z.strictObject({
  protocol: z.literal("gate/1").optional(),
  op: z.literal("pvalue"),
  id: z.unknown().optional(),
  strata: z.array(z.strictObject({ candidate: rewards, incumbent: rewards })),
});

export type PvalueRequest = z.output<typeof pvalueRequest>;

export const promoteRequest = z.strictObject({
  protocol: z.literal("gate/1").optional(),
  op: z.literal("promote"),
  id: z.unknown().optional(),
  suite: taskList.default([]),
  /** By train task, rewards of the current agent, oldest first. */
  runs: z.record(z.string(), z.array(reward)).default({}),
});

export type PromoteRequest = z.output<typeof promoteRequest>;

const strictSeedRun = z.object({ step: z.enum(["suite", "test", "recheck"]), task: z.string() });

/** Mode strict-seed. */
export const strictSeedRequest = z.object({
  ...decideBase,
  mode: z.literal("strict-seed"),
  suite: z.array(z.string()).default([]),
  test: z.array(z.string()),
  /** Scores as they stand in results.tsv. */
  best: z.array(z.string().regex(/^\d+(?:\.\d+)?$/, "expected a score such as 0.5429")).default([]),
  /** The incumbent's last train results. */
  train_results: z.record(z.string(), reward).default({}),
  config: z.object({ threshold: z.number().min(0).max(1).default(0.8) }).prefault({}),
  /** A later run with the same key replaces an earlier one; runs not asked for are ignored. */
  runs: z.array(strictSeedRun.extend({ reward })).default([]),
});

export type StrictSeedRequest = z.output<typeof strictSeedRequest>;
export type StrictSeedRun = z.output<typeof strictSeedRun>;

export interface StrictSeedNumbers {
  suite_rate: number;
  val_score: number;
  best: number | null;
  /** `val_score` as it is recorded: 4 decimals, half to even on the binary value. */
  record: string;
}

export type StrictSeedAnswer =
  | { action: "run"; step: StrictSeedRun["step"]; need: readonly StrictSeedRun[]; numbers: StrictSeedNumbers }
  | {
      action: "verdict";
      verdict: "accepted" | "rejected";
      /** improvement or first; suite or test. */
      reason: string;
      numbers: StrictSeedNumbers;
      promoted: readonly string[];
      suite: readonly string[];
    };
