// What the verifier said of a failure, short enough to read and masked so that two failures of one kind are alike.

import { z } from "zod";
import type { TrialRecord } from "../../core/trial.ts";
import type { DetailPart } from "./describe-details.ts";
import { maskText, quoteText } from "./quote-text.ts";

export const sayingSchema = z.strictObject({
  /** As it was printed, quoted, at most three lines. */
  lines: z.array(z.string()),
  /** The same with places and numbers masked. */
  masked: z.array(z.string()),
});

export type Saying = z.output<typeof sayingSchema>;

const linesAtMost = 3;
const lineChars = 200;
/** Lines that tell why, where there are any. */
const telling = /\b(?:fail(?:ed|ure)?|error|assert\w*|expected|missing|not found|exception|mismatch|wrong|differs?)\b/i;
/** Counts and rulers of test programs. */
const idle =
  /^(?:[=\-_*~#.\s]+|\d+ (?:passed|failed|errors?)\b.*|[=\s]*(?:short test summary info|test session starts).*)$/i;

/** Where the parts of a reward are told, they are what is said. */
export function sayingOf(
  { verifierOutput }: Pick<TrialRecord, "verifierOutput">,
  parts: readonly DetailPart[],
): Saying {
  const failed = parts.filter((part) => part.failed).map(({ text }) => text);
  // One word each: parts are the same or they are not.
  if (failed.length > 0) return { lines: failed, masked: failed.map((text) => text.replaceAll(/\W+/g, "_")) };
  const all = verifierOutput
    .split("\n")
    .map((line) => quoteText(line, lineChars))
    .filter((line) => line !== "" && !idle.test(line));
  const reasons = all.filter((line) => telling.test(line));
  const lines = (reasons.length > 0 ? reasons : all).slice(-linesAtMost);
  return { lines, masked: lines.map(maskText) };
}
