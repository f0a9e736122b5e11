// What a reader would look for first in a trial of a train task: how it ended, what went wrong first, what went round in
// circles, what was left open. From the record and the trace, for every kind of agent.

import type { TrialRecord } from "../../core/trial.ts";
import { describeDetails } from "./describe-details.ts";
import { type Ending, endingOf } from "./ending.ts";
import { lastWords, openItems } from "./last-words.ts";
import { quoteText } from "./quote-text.ts";
import { readSteps, type Step } from "./read-steps.ts";
import { type Saying, sayingOf } from "./verifier-says.ts";

/** As it is published, below traces/latest. */
export interface TrainTrace {
  messages: readonly unknown[];
  events: readonly unknown[];
}

export interface TrialFacts {
  ending: Ending;
  saying: Saying;
  /** The first command, call or query that failed. */
  firstFailure: Step | null;
  /** The same command three times or more, most often first. */
  repeated: Array<{ what: string; count: number; at: string }>;
  /** What was left undone, in words. */
  unfinished: string[];
  /** Parts of the reward, where a benchmark has such, in words. */
  parts: string[];
  steps: number;
  failedSteps: number;
}

const repeatedAtLeast = 3;

export function trialFacts(record: TrialRecord, trace: TrainTrace): TrialFacts {
  const steps = readSteps(trace);
  const words = lastWords(trace.messages);
  const parts = describeDetails(record.details);
  return {
    ending: endingOf(record, { steps, words, events: trace.events }),
    saying: sayingOf(record, parts),
    firstFailure: steps.find(({ failed }) => failed) ?? null,
    repeated: repeatedOf(steps),
    unfinished: unfinishedOf(record, steps, words),
    parts: parts.map((part) => part.text),
    steps: steps.length,
    failedSteps: steps.filter(({ failed }) => failed).length,
  };
}

function repeatedOf(steps: readonly Step[]): TrialFacts["repeated"] {
  return [...Map.groupBy(steps, ({ what }) => what)]
    .flatMap(([what, own]) => (own.length < repeatedAtLeast ? [] : [{ what, count: own.length, at: own[0]?.at ?? "" }]))
    .sort((a, b) => b.count - a.count)
    .slice(0, 3);
}

function unfinishedOf({ notes }: TrialRecord, steps: readonly Step[], words: string): string[] {
  const last = steps.at(-1);
  const items = openItems(words);
  return [
    ...(last?.failed === true ? ["its last step failed"] : []),
    ...(items === 0 ? [] : [`${items} open items in its own list`]),
    ...notes
      .filter((note) => note.includes("processes left") || note.startsWith("system files changed"))
      .map((note) => quoteText(note, 200)),
  ];
}
