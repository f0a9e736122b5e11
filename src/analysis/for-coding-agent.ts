import type { SignalKind } from "./finding.ts";
import type { Signal } from "./static-signals.ts";

/** How often, and nothing else: neither a text nor a line could tell it of a task that it must not know. */
export interface CodingAgentSignal {
  readonly audience: "coding-agent";
  kind: SignalKind;
  count: number;
}

/**
 * New signals by kind, those about test tasks left out as if they were not there: a coding agent that writes guesses of
 * names into agent.ts learns nothing of which are right.
 */
export function forCodingAgent(signals: readonly Signal[]): CodingAgentSignal[] {
  const shown = signals.filter(({ isNew, task }) => isNew && task?.side !== "test");
  return [...Map.groupBy(shown, ({ kind }) => kind)]
    .map(([kind, own]): CodingAgentSignal => ({ audience: "coding-agent", kind, count: own.length }))
    .sort((a, b) => (a.kind < b.kind ? -1 : 1));
}
