// What stands behind a score: a rehearsal's label, the benchmark's versions, what doing nothing earns. Scores that came
// about under other facts can't be compared, so an experiment keeps those it began with.

import { z } from "zod";
import { HarnessError } from "../core/fault.ts";
import { meanOf } from "../core/trial.ts";
import { canonicalJson } from "../lib/digest.ts";
import { formatScore } from "../lib/format-score.ts";
import { writeAtomic } from "../lib/write-atomic.ts";
import type { Split } from "../workspace/split.ts";
import type { Experiment } from "./experiment.ts";

type Labelled = Pick<Experiment, "rehearsal" | "scoreFacts" | "tasks">;

/** Few words in brackets that stand behind every score of these tasks; "" where there is nothing to say. */
export function scoreLabel({ rehearsal, scoreFacts, tasks }: Labelled, ids: readonly string[] = []): string {
  const floor = floorOf({ tasks }, ids);
  const words = [
    ...(rehearsal ? ["rehearsal"] : []),
    ...(scoreFacts.label === "" ? [] : [scoreFacts.label]),
    ...(floor === null ? [] : [`doing nothing earns ${formatScore(floor)}`]),
  ];
  return words.length === 0 ? "" : ` (${words.join("; ")})`;
}

/** Mean of what doing nothing earns on these tasks; null where that is not known of all of them. */
export function floorOf({ tasks }: Pick<Experiment, "tasks">, ids: readonly string[]): number | null {
  const wanted = new Set(ids);
  const floors = tasks.filter(({ id }) => wanted.has(id)).map(({ floor }) => floor);
  const known = floors.filter((floor) => floor !== undefined);
  return known.length === floors.length ? meanOf(known) : null;
}

export const keptFactsSchema = z.object({
  label: z.string(),
  facts: z.record(z.string(), z.string()),
  trials: z.number().int(),
});

/** As the baseline found them. */
export type KeptFacts = z.output<typeof keptFactsSchema>;

const name = "score-facts";

export function readScoreFacts(journal: { read(name: string): unknown }): KeptFacts | null {
  return keptFactsSchema.safeParse(journal.read(name)).data ?? null;
}

/** Throws config "score-facts-changed" that names what is not as it was when the experiment began. */
export function keepScoreFacts({ scoreFacts, settings, context }: Experiment): void {
  const now: KeptFacts = { ...scoreFacts, trials: settings.trials };
  const before = readScoreFacts(context.journal);
  if (before === null) {
    context.journal.write(name, now);
    return;
  }
  if (canonicalJson(before) === canonicalJson(now)) return;
  const flat = ({ facts, trials, label }: KeptFacts): Record<string, string> => ({
    ...facts,
    trials: `${trials}`,
    label,
  });
  const [old, current] = [flat(before), flat(now)];
  const changed = [...new Set([...Object.keys(old), ...Object.keys(current)])]
    .filter((key) => old[key] !== current[key])
    .map((key) => `${key}: ${old[key] ?? "nothing"} -> ${current[key] ?? "nothing"}`);
  throw new HarnessError({
    fault: "config",
    code: "score-facts-changed",
    message: `scores would not be comparable any more (${changed.join("; ")}). Put it back, or start a new experiment (\`experiment:\` in the config).`,
    context: { changed },
  });
}

/** workspace/score_facts.json: totals only where the test split is concerned. */
export async function writeScoreFacts(experiment: Experiment, split: Split): Promise<void> {
  const { context, scoreFacts, settings, layout } = experiment;
  const content = {
    benchmark: context.benchmark.name,
    ...scoreFacts,
    trials: settings.trials,
    split: { by: split.by ?? "baseline", train: split.train.length, test: split.test.length },
    doing_nothing_earns: { train: floorOf(experiment, split.train), test: floorOf(experiment, split.test) },
  };
  await writeAtomic(layout.scoreFactsFile, `${JSON.stringify(content, null, 2)}\n`);
}
