// How a failed trial ended, in one of few words: what failures are sorted by first.

import { z } from "zod";
import type { TrialRecord } from "../../core/trial.ts";
import { asks, givesUp } from "./last-words.ts";
import { quoteText } from "./quote-text.ts";
import type { Step } from "./read-steps.ts";

export const endingSchema = z.strictObject({
  kind: z.enum([
    "limit",
    "crashed",
    "protocol",
    "own-step-limit",
    "gave-up",
    "asked",
    "did-nothing",
    "finished",
    "none",
  ]),
  /** Stable, such as time-limit or candidate-threw; "" where the kind says it all. */
  code: z.string(),
  /** Quoted. */
  detail: z.string(),
});

export type Ending = z.output<typeof endingSchema>;

const log = z.looseObject({ type: z.literal("log"), text: z.string() });

export function endingOf(
  { agentEnd }: Pick<TrialRecord, "agentEnd">,
  { steps, words, events }: { steps: readonly Step[]; words: string; events: readonly unknown[] },
): Ending {
  const detail = quoteText(agentEnd.detail, 200);
  if (agentEnd.how === "none") return { kind: "none", code: agentEnd.code, detail };
  if (agentEnd.how !== "finished") return { kind: agentEnd.how, code: agentEnd.code, detail };
  const last = quoteText(words, 200);
  if (events.some(saysOwnLimit)) return { kind: "own-step-limit", code: "", detail: last };
  if (steps.length === 0) return { kind: "did-nothing", code: "", detail: last };
  if (asks(words)) return { kind: "asked", code: "", detail: last };
  return { kind: givesUp(words) ? "gave-up" : "finished", code: "", detail: last };
}

/** The bundled agent says so in its log. */
function saysOwnLimit(event: unknown): boolean {
  return /\bstopped after \d+ steps\b/.test(log.safeParse(event).data?.text ?? "");
}

const words: Readonly<Record<Ending["kind"], string>> = {
  limit: "ran into a limit",
  crashed: "the agent crashed",
  protocol: "the agent broke the protocol",
  "own-step-limit": "ran out of its own steps",
  "gave-up": "gave up",
  asked: "ended on a question",
  "did-nothing": "ended without a single step",
  finished: "said it was done, and was not",
  none: "no agent ran",
};

export function endingWords({ kind, code }: Pick<Ending, "kind" | "code">): string {
  return code === "" ? words[kind] : `${words[kind]} (${code})`;
}
