// What a coding agent says of its candidate when it asks for the verdict, and what came of it.

import { z } from "zod";
import type { GateStatement } from "../core/coding-agent.ts";
import { passes, rewardOf, type TrialRecord } from "../core/trial.ts";
import type { Rewards } from "../workspace/rewards.ts";
import type { Experiment } from "./experiment.ts";

export const statementSchema = z.object({
  /** Why the agent fails and what the edit does about it, in one line; "" where none was given. */
  hypothesis: z.string(),
  /** Train tasks that the edit should fix; every other train task should stay as it is. */
  fixes: z.array(z.string()),
  /** Judge it although the same program was refused before. */
  again: z.boolean(),
  /** When it was made, UTC, ISO 8601: only runs that began later can show anything. */
  at: z.string(),
});

export type Statement = z.output<typeof statementSchema>;

export const hypothesisChars = 200;

/** Made now. What is no line, or too long for one, is made one. */
export function newStatement({ hypothesis = "", fixes = [], again = false }: GateStatement = {}): Statement {
  const line = hypothesis.replaceAll(/[\s\p{Cc}\p{Cf}]+/gu, " ").trim();
  const short = line.length <= hypothesisChars ? line : `${line.slice(0, hypothesisChars - 1)}…`;
  return { hypothesis: short, fixes: [...new Set(fixes)], again, at: new Date().toISOString() };
}

const countsSchema = z.object({ task: z.string(), passed: z.number().int(), runs: z.number().int() });

export const predictionSchema = z.object({
  /** Each train task that was stated, with the candidate's runs since; none where the verdict needed none. */
  fixes: z.array(countsSchema),
  /** Train tasks that the incumbent passed and the candidate fails in most of its runs since. */
  broken: z.array(countsSchema),
});

export type Prediction = z.output<typeof predictionSchema>;
type Counts = z.output<typeof countsSchema>;

export interface CheckRequest {
  decision: string;
  /** Digest of the candidate. */
  agent: string;
  statement: Statement;
  train: readonly string[];
  /** Whether the pre-screen refused it: else which of its runs came to their end depends on the machine, and none counts. */
  screened: boolean;
  /** The incumbent's train results when the decision began. */
  before: Rewards;
}

/**
 * From the journal: what the decision and a train run after it have shown of train tasks. Runs from before the statement
 * are left out, since whoever made it may have seen them. Names that are not of the train split are left out.
 */
export function checkStatement(
  journal: Pick<Experiment["context"]["journal"], "trials">,
  { decision, agent, statement, train, screened, before }: CheckRequest,
): Prediction {
  const own = new Set(train);
  const decided = new Set(["suite", "recheck", ...(screened ? ["screen"] : [])]);
  const since = journal
    .trials({ agent })
    .filter(({ parts, startedAt }) =>
      parts.step === "train" ? startedAt >= statement.at : parts.decision === decision && decided.has(parts.step),
    );
  const counts = new Map(
    [...Map.groupBy(since, ({ parts }) => parts.task)].map(([task, records]) => [task, countsOf(task, records)]),
  );
  const passedBefore = train.filter((task) => passes(before[task] ?? 0));
  return {
    fixes: statement.fixes
      .filter((task) => own.has(task))
      .map((task) => counts.get(task) ?? { task, passed: 0, runs: 0 }),
    broken: passedBefore.flatMap((task) => {
      const found = counts.get(task);
      return found !== undefined && found.runs > 0 && found.passed * 2 < found.runs ? [found] : [];
    }),
  };
}

function countsOf(task: string, records: readonly TrialRecord[]): Counts {
  const rewards = records.map(rewardOf).filter((reward) => reward !== null);
  return { task, passed: rewards.filter(passes).length, runs: rewards.length };
}

/** Passes in at least half of the runs that were made since. */
export function cameTrue({ passed, runs }: Counts): boolean {
  return runs > 0 && passed * 2 >= runs;
}

/** What came of a statement, in a line. */
export function predictionLine({ hypothesis }: Statement, { fixes, broken }: Prediction): string {
  const said = fixes.map(
    ({ task, passed, runs }) => `${task} ${runs === 0 ? "not run" : `passed ${passed} of ${runs}`}`,
  );
  const lost = broken.map(({ task, passed, runs }) => `${task} passed ${passed} of ${runs}`);
  return [
    ...(hypothesis === "" ? [] : [`hypothesis: ${hypothesis}`]),
    `should be fixed: ${said.join(", ") || "nothing was stated"}`,
    `broken: ${lost.join(", ") || "nothing that was run"}`,
  ].join("; ");
}

/** Of all statements of a night, in a line; none where nothing was stated. */
export function calibrationLines(predictions: readonly Prediction[]): string[] {
  const fixes = predictions.flatMap((prediction) => prediction.fixes);
  if (fixes.length === 0) return [];
  const right = fixes.filter(cameTrue).length;
  const open = fixes.filter(({ runs }) => runs === 0).length;
  const broken = predictions.reduce((sum, prediction) => sum + prediction.broken.length, 0);
  const rest = open === 0 ? "" : `, ${open} could not be seen`;
  return [
    `predictions: ${fixes.length} fixes stated, ${right} came true${rest}; ${broken} ${broken === 1 ? "task" : "tasks"} broke, which nobody stated`,
  ];
}
