// Reads what a plan is made from: config, split, lineage and journal. Nothing is run, no engine is needed.

import { z } from "zod";
import { stripCandidate } from "../channel/strip-candidate.ts";
import type { Config } from "../config/schema.ts";
import { HarnessError } from "../core/fault.ts";
import { rewardOf, type TrialRecord, type TrialStep } from "../core/trial.ts";
import { splitRuns } from "../loop/agent-runs.ts";
import { type Candidate, compileCandidate } from "../loop/freeze-candidate.ts";
import { readIterations } from "../loop/iteration-record.ts";
import { costOf } from "../loop/run-trials.ts";
import { readScoreFacts, scoreLabel } from "../loop/score-facts.ts";
import type { PlanInputs } from "../plan/plan-inputs.ts";
import type { TaskTrials } from "../plan/task-noise.ts";
import type { Journal } from "../trials/journal.ts";
import type { Layout } from "../workspace/layout.ts";
import { readJson } from "../workspace/read-json.ts";
import { readResults } from "../workspace/results-tsv.ts";
import { readSplit, type Split } from "../workspace/split.ts";
import { readSuite } from "../workspace/suite-json.ts";
import { readTrainResults } from "../workspace/train-results.ts";

import { openOwnLineage } from "./own-lineage.ts";

export interface PlanScene {
  config: Config;
  rehearsal: boolean;
  layout: Layout;
  journal: Journal;
  split: Split;
  incumbent: Candidate;
}

/** What is there to plan with. Throws config "not-prepared". */
export async function planScene(
  { config, rehearsal, layout, journal }: Pick<PlanScene, "config" | "rehearsal" | "layout" | "journal">,
  { root, signal }: { root: string; signal: AbortSignal },
): Promise<PlanScene> {
  const split = await readSplit(layout.host.splitFile);
  const lineage = await openOwnLineage({ config, rehearsal, layout, root, signal });
  const head = await lineage.head();
  if (split === null || head === null) throw notPrepared("there is no baseline yet: run `auto-harness prepare` first");
  const compiled = compileCandidate(await lineage.read(head.commit), stripCandidate);
  if (compiled.kind === "refused")
    throw notPrepared(`the incumbent (${head.short}) does not parse: ${compiled.detail}`);
  return { config, rehearsal, layout, journal, split, incumbent: compiled.candidate };
}

/** Runs of the test split that no verdict looked at; of those the gate keeps `history`. */
const unselected = { history: ["baseline", "score"], all: ["baseline", "score", "noise", "claim"] } as const;

/** Throws config "no-test-run" where the incumbent has no whole run of the test split. */
export async function readPlanInputs(scene: PlanScene, { decisions }: { decisions: number }): Promise<PlanInputs> {
  const { config, rehearsal, layout, journal, split, incumbent } = scene;
  const { trials, gate: mode } = config;
  const known = { settings: { trials }, context: { journal } };
  const runs = (steps: readonly TrialStep[]) => splitRuns(known, { agent: incumbent.digest, steps, tasks: split.test });
  const unselectedRuns = runs(unselected.all);
  const selectedRuns = runs(["test"]);
  if (unselectedRuns.length + selectedRuns.length === 0) {
    const message = "the incumbent has no whole run of the test split; `auto-harness plan --aa` makes one";
    throw new HarnessError({ fault: "config", code: "no-test-run", message });
  }
  const own = journal.trials({ agent: incumbent.digest });
  const testSteps = unselectedRuns.length > 0 ? unselected.all : (["test"] as const);
  const all = journal.trials().filter(({ parts }) => parts.step !== "check");
  const scored = all.filter((record) => rewardOf(record) !== null);
  const history = runs(unselected.history);
  const facts = readScoreFacts(journal);
  const spent = journal.read("spent-usd") ?? 0;
  return {
    ...{ experiment: config.experiment, decisions, unselectedRuns, selectedRuns },
    label: scoreLabel({ rehearsal, scoreFacts: facts ?? { label: "", facts: {} }, tasks: [] }),
    gate: {
      ...{ mode, seed: String(config.seed), threshold: config.threshold, test: split.test },
      suite: (await readSuite(layout.suiteFile))?.tasks ?? [],
      history: Object.fromEntries(split.test.map((task) => [task, history.map((run) => run[task] ?? null)])),
      best: (await readResults(layout.resultsFile)).map(({ valScore }) => valScore),
      trainResults: (await readTrainResults(layout.trainResultsFile))?.results ?? {},
    },
    scene: { trials, concurrency: config.max_concurrency },
    trainTasks: split.train.length,
    testTrials: trialsOf(split.test, own, testSteps),
    trainTrials: trialsOf(split.train, own, ["baseline", "train", "suite", "recheck"]),
    trials: scored.map((record) => ({
      ...{ task: record.parts.task, costUsd: costOf([record]), durationMs: record.totalMs },
    })),
    lostShare: all.length === 0 ? 0 : all.filter(({ outcome }) => outcome.status === "void").length / all.length,
    floor: await readFloor(layout),
    budgetUsd: config.budget_usd === undefined || typeof spent !== "number" ? null : config.budget_usd - spent,
    maxHours: config.max_hours ?? null,
    iterations: besideTheGate(journal),
  };
}

function trialsOf(
  tasks: readonly string[],
  records: readonly TrialRecord[],
  steps: readonly TrialStep[],
): TaskTrials[] {
  const byTask = Map.groupBy(
    records.filter(({ parts }) => steps.includes(parts.step)),
    ({ parts }) => parts.task,
  );
  return tasks.map((task) => ({
    task,
    rewards: (byTask.get(task) ?? []).map(rewardOf).filter((reward) => reward !== null),
  }));
}

/** What an iteration cost and took beside its decision: the coding agent, its train runs, runs after an acceptance. */
function besideTheGate(journal: Journal): PlanInputs["iterations"] {
  return readIterations(journal).flatMap(({ verdict, costUsd, startedAt, endedAt }) => {
    if (verdict === null || endedAt === null) return [];
    const durationMs = Date.parse(endedAt) - Date.parse(startedAt) - verdict.durationMs;
    const cost = costUsd === null || verdict.costUsd === null ? null : Math.max(0, costUsd - verdict.costUsd);
    return [{ costUsd: cost, durationMs: Math.max(0, durationMs) }];
  });
}

const floorSchema = z.looseObject({
  doing_nothing_earns: z.looseObject({ test: z.number().min(0).max(1).nullable() }),
});

async function readFloor({ scoreFactsFile }: Layout): Promise<number | null> {
  return (await readJson(scoreFactsFile, floorSchema))?.doing_nothing_earns.test ?? null;
}

function notPrepared(message: string): HarnessError {
  return new HarnessError({ fault: "config", code: "not-prepared", message });
}
