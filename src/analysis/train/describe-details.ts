// What a benchmark tells of a train trial's reward beside the number, in words. Unknown shapes say nothing.

import { z } from "zod";
import { quoteText } from "./quote-text.ts";

export interface DetailPart {
  text: string;
  /** Distinguishes failures: two trials that failed the same parts say the same. */
  failed: boolean;
}

const conversation = z.looseObject({
  parts: z.record(z.string(), z.number()),
  termination: z.string().nullish(),
  suspicions: z.array(z.looseObject({ kind: z.string(), message: z.number() })).default([]),
});

const phase = z.looseObject({ passed: z.boolean(), after: z.string().nullish() });
const phases = z.looseObject({
  phase1: phase,
  phase2: phase,
  budgetUsed: z.number(),
  questions: z.number(),
  submissions: z.number(),
});

export function describeDetails(details: Readonly<Record<string, unknown>> | undefined): DetailPart[] {
  return [...partsOfConversation(details), ...partsOfPhases(details)];
}

/** tau-bench. */
function partsOfConversation(details: unknown): DetailPart[] {
  const read = conversation.safeParse(details).data;
  if (read === undefined) return [];
  const { parts, termination, suspicions } = read;
  const names = Object.entries(parts);
  const failed = names.filter(([, value]) => value < 1).map(([name]) => quoteText(name, 40));
  const marks = suspicions.slice(0, 3).map(({ kind, message }) => `${quoteText(kind, 40)} at messages[${message}]`);
  return [
    ...(names.length === 0 ? [{ text: "no part of the reward was judged", failed: true }] : []),
    ...failed.map((name) => ({ text: `${name} is 0`, failed: true })),
    ...(typeof termination === "string" && termination !== "user_stop"
      ? [{ text: `ended by ${quoteText(termination, 40)}`, failed: true }]
      : []),
    ...(marks.length === 0 ? [] : [{ text: `perhaps the user's fault: ${marks.join(", ")}`, failed: false }]),
  ];
}

/** BIRD-Interact. */
function partsOfPhases(details: unknown): DetailPart[] {
  const read = phases.safeParse(details).data;
  if (read === undefined) return [];
  const { phase1, phase2, budgetUsed, questions, submissions } = read;
  const counts = `${questions} questions, ${submissions} submissions, ${budgetUsed} of the budget used`;
  return [
    ...(submissions === 0 ? [{ text: "nothing was submitted", failed: true }] : []),
    ...(phase1.passed ? [] : [{ text: "the question is not answered", failed: true }]),
    ...(phase1.passed && !phase2.passed ? [{ text: "the follow-up is not answered", failed: true }] : []),
    ...(phase1.after === "debug" ? [{ text: "the question only at a later try", failed: false }] : []),
    { text: counts, failed: false },
  ];
}
