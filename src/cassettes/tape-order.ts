// The order of a tape's events as one short line, left out where every call was answered before the next was asked.

import type { RecordedCall, TapeEvent } from "./cassette.ts";

/** Such as "1 2 2. 1.": calls 1 and 2 were asked, 2 was answered, then 1. null for one after the other. */
export function orderOf(events: readonly TapeEvent[], calls: number): string | null {
  const answered = new Set(events.flatMap(({ kind, call }) => (kind === "answer" ? [call] : [])));
  const text = written(events);
  return text === written(oneByOne(calls, (call) => answered.has(call))) ? null : text;
}

/** Throws SyntaxError where it is not the order of these calls. */
export function eventsOf(order: string | null, calls: readonly RecordedCall[]): TapeEvent[] {
  const usual = oneByOne(calls.length, (call) => calls[call]?.answer !== null);
  if (order === null) return usual;
  const events = order.split(" ").map((word): TapeEvent => {
    const [, number = "", answer] = /^(\d+)(\.?)$/.exec(word) ?? [];
    return { kind: answer === "." ? "answer" : "ask", call: Number(number) - 1 };
  });
  const asked = new Set<number>();
  for (const { kind, call } of events) {
    if (kind === "answer" ? !asked.has(call) : call !== asked.size) throw wrong(order);
    asked.add(call);
  }
  if (written(events.toSorted(byCall)) !== written(usual)) throw wrong(order);
  return events;
}

function oneByOne(calls: number, answered: (call: number) => boolean): TapeEvent[] {
  return Array.from({ length: calls }, (_, call) => call).flatMap((call): TapeEvent[] =>
    answered(call)
      ? [
          { kind: "ask", call },
          { kind: "answer", call },
        ]
      : [{ kind: "ask", call }],
  );
}

function written(events: readonly TapeEvent[]): string {
  return events.map(({ kind, call }) => `${call + 1}${kind === "answer" ? "." : ""}`).join(" ");
}

function byCall(a: TapeEvent, b: TapeEvent): number {
  return a.call - b.call || (a.kind === b.kind ? 0 : a.kind === "ask" ? -1 : 1);
}

function wrong(order: string): SyntaxError {
  return new SyntaxError(`"${order}" is not an order in which these calls can have been asked and answered`);
}
