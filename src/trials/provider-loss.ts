// What a person is told of a provider of sandboxes that serves nobody, and the fault that a wait in vain ends with.

import { HarnessError } from "../core/fault.ts";
import { formatDuration, wallTime } from "../lib/format-quantity.ts";

export interface Loss {
  /** Milliseconds since the epoch. */
  since: number;
  cause: unknown;
  /** Its service answers, and opens nothing. */
  refused: boolean;
}

/** As it is waited for. */
export interface OpenLoss extends Loss {
  /** A person was told: what passes by the first look again is not worth a line. */
  said: boolean;
  nextLookMs: number;
  /** Stands everybody's time while it is open. */
  standing: Disposable | null;
}

export function lostText(name: string, loss: Loss, { nextLookMs, outageMs }: LossTimes): string {
  const times = `next look in ${formatDuration(nextLookMs)}, at most ${formatDuration(outageMs)} in all`;
  const what = loss.refused
    ? "one trial at a time tries, and what is under way goes on"
    : "nothing new begins, and what was under way is put back";
  return `${standingOf(name, loss)}: ${what} (${times}; Ctrl-C keeps everything that is done)`;
}

export interface LossTimes {
  nextLookMs: number;
  outageMs: number;
}

export function backText(name: string, forMs: number): string {
  return `${name} serves again after ${formatDuration(forMs)}: going on`;
}

export function givenUp(name: string, loss: Loss, outageMs: number): HarnessError {
  return new HarnessError({
    fault: "infrastructure",
    code: "provider-lost",
    message: `${standingOf(name, loss)}, waited for ${formatDuration(outageMs)} (outage_minutes): what was under way is put back, what is done is kept; the same command goes on when it serves again`,
    cause: loss.cause,
  });
}

function standingOf(name: string, { since, refused, cause }: Loss): string {
  const why = (cause instanceof Error ? cause.message : String(cause)).split("\n")[0];
  return `${name} ${refused ? "opens no sandbox" : "does not answer"} since ${wallTime(since)} (${why})`;
}
