// What a decision is made from, as it stood when the decision began.

import { z } from "zod";
import { readResults } from "../workspace/results-tsv.ts";
import type { Split } from "../workspace/split.ts";
import { readSuite } from "../workspace/suite-json.ts";
import { readTrainResults } from "../workspace/train-results.ts";
import type { Experiment } from "./experiment.ts";
import { type Candidate, compileCandidate } from "./freeze-candidate.ts";
import { incumbentHistory } from "./incumbent-history.ts";

export interface DecideRequest {
  decision: string;
  candidate: Candidate;
  /** agent.ts of the last accepted agent. */
  incumbent: string;
  split: Split;
  /** Failing train tasks that the candidate should fix, as its coding agent stated them. */
  fixes: readonly string[];
  /** The candidate is the incumbent without an edit (docs/prune.md). */
  removal?: boolean;
  /** Judge it although the same program was refused before. */
  again?: boolean;
  /** Who reads what is printed: signals about test tasks are for a person only. */
  reader: "person" | "coding-agent";
  strip: (source: string) => { code: string };
  signal: AbortSignal;
}

/** What it was made from; null where it has not begun. */
export function keptInputs({ context }: Pick<Experiment, "context">, decision: string): DecisionInputs | null {
  return inputsSchema.safeParse(context.journal.read(inputsName(decision))).data ?? null;
}

function inputsName(decision: string): string {
  return `gate-inputs/${decision}`;
}

const inputsSchema = z.object({
  incumbent: z.string(),
  suite: z.array(z.string()),
  best: z.array(z.string()),
  trainResults: z.record(z.string(), z.number().nullable()),
  history: z.record(z.string(), z.array(z.number().nullable())),
});

export type DecisionInputs = z.output<typeof inputsSchema>;

/** Kept: an acceptance that was cut off has changed the files already. `stopped`: why nothing can begin yet. */
export async function decisionInputs(
  experiment: Experiment,
  { decision, incumbent, split, strip, signal }: DecideRequest,
): Promise<DecisionInputs | { stopped: string }> {
  const { layout, context, settings } = experiment;
  const known = keptInputs(experiment, decision);
  if (known !== null) return known;
  const compiled = compileCandidate(incumbent, strip);
  if (compiled.kind === "refused") throw new Error(`the incumbent does not parse: ${compiled.detail}`);
  const { history, stopped } =
    settings.gate === "strict-seed"
      ? { history: {}, stopped: null }
      : await incumbentHistory(experiment, { incumbent: compiled.candidate, decision, test: split.test, signal });
  if (stopped !== null) return { stopped };
  const inputs: DecisionInputs = {
    ...{ incumbent, history },
    suite: (await readSuite(layout.suiteFile))?.tasks ?? [],
    best: (await readResults(layout.resultsFile)).map(({ valScore }) => valScore),
    trainResults: (await readTrainResults(layout.trainResultsFile))?.results ?? {},
  };
  context.journal.write(inputsName(decision), inputs);
  return inputs;
}
