// After a decision: what was said of its candidate against what was seen of it, for the record and for whoever goes on.

import { appendFile } from "node:fs/promises";
import { textIfThere } from "../lib/text-if-there.ts";
import type { Layout } from "../workspace/layout.ts";
import { keptInputs } from "./decision-inputs.ts";
import type { Experiment } from "./experiment.ts";
import { compileCandidate } from "./freeze-candidate.ts";
import type { Verdict } from "./iteration-record.ts";
import { checkStatement, type Prediction, predictionLine, type Statement } from "./statement.ts";

export interface NoteRequest {
  verdict: Verdict;
  statement: Statement;
  /** agent.ts of the candidate. */
  source: string;
  train: readonly string[];
  strip: (source: string) => { code: string };
}

/** Says it in a line; null where the decision ran nothing, so that there is nothing to see. */
export function noteStatement(experiment: Experiment, request: NoteRequest): Prediction | null {
  const { verdict, statement, source, train, strip } = request;
  const { decision } = verdict;
  const inputs = keptInputs(experiment, decision);
  const compiled = compileCandidate(source, strip);
  if (verdict.runs === 0 || inputs === null || compiled.kind === "refused") return null;
  const agent = compiled.candidate.digest;
  const prediction = checkStatement(experiment.context.journal, {
    decision,
    agent,
    statement,
    train,
    screened: verdict.reason === "no-flip",
    before: inputs.trainResults,
  });
  if (isStated(statement)) {
    experiment.onEvent({ type: "gate-line", text: `[gate] prediction  ${predictionLine(statement, prediction)}` });
  }
  return prediction;
}

/** Under the iteration's own entry, where something was stated; once. */
export async function appendPrediction(
  { learningsFile }: Pick<Layout, "learningsFile">,
  { decision, statement, prediction }: { decision: string; statement: Statement; prediction: Prediction },
): Promise<void> {
  if (!isStated(statement)) return;
  const title = `**Checked by the harness (${decision}):**`;
  if ((await textIfThere(learningsFile))?.includes(title)) return;
  await appendFile(learningsFile, `\n${title} ${predictionLine(statement, prediction)}\n`);
}

function isStated({ hypothesis, fixes }: Statement): boolean {
  return hypothesis !== "" || fixes.length > 0;
}
