// Where a replayed agent left the recorded way, and of all recorded requests the one that is most like its own.

import type { AgentEnd } from "../core/trial.ts";
import type { RecordedCall } from "./cassette.ts";
import { type AskedCall, requestLines } from "./request-lines.ts";

export type Divergence =
  /** It asked for what is not on the rest of the tape; `at` is the request that was due, `due` that and the later ones. */
  | {
      kind: "differs";
      at: number;
      of: number;
      asked: AskedCall;
      due: ReadonlyArray<{ index: number; call: RecordedCall }>;
    }
  /** It asked for what is due later, and not for what is due now. */
  | { kind: "order"; at: number; of: number; asked: AskedCall; expected: RecordedCall }
  /** It goes on where the recorded agent had ended. */
  | { kind: "beyond"; of: number; asked: AskedCall }
  /** It ended where the recorded agent went on. */
  | { kind: "missing"; at: number; of: number; expected: RecordedCall }
  | { kind: "end"; recorded: Pick<AgentEnd, "how" | "code">; of: number };

/** Requests of the same method before others; then the most lines in common; then the one that is due soonest. */
export function nearestCall(
  asked: AskedCall,
  due: ReadonlyArray<{ index: number; call: RecordedCall }>,
): { index: number; lines: string[] } | null {
  const lines = requestLines(asked);
  const candidates = due.map(({ index, call }) => {
    const recorded = requestLines(call);
    return { index, lines: recorded, likeness: (call.method === asked.method ? 1 : 0) + likeness(lines, recorded) };
  });
  const [first, ...rest] = candidates;
  if (first === undefined) return null;
  const { index, lines: nearest } = rest.reduce((a, b) => (b.likeness > a.likeness ? b : a), first);
  return { index, lines: nearest };
}

/** Share of lines that both have, 0 to 1. */
function likeness(a: readonly string[], b: readonly string[]): number {
  const left = new Map<string, number>();
  for (const line of a) left.set(line, (left.get(line) ?? 0) + 1);
  let common = 0;
  for (const line of b) {
    const count = left.get(line) ?? 0;
    if (count > 0) common += 1;
    left.set(line, count - 1);
  }
  return common / Math.max(a.length, b.length, 1);
}
