// Whether a model is down for everybody, how long it is waited for, and what a person is told of it.

import { HarnessError } from "../../core/fault.ts";
import { formatDuration, wallTime } from "../../lib/format-quantity.ts";
import { type Failure, Trouble } from "./trouble.ts";

const pauseAfterMs = 60_000;
const firstProbeMs = 5_000;
const longestProbeMs = 60_000;
/** A server that was not reached once in this run is more often a wrong address than an outage. */
const firstContactMs = 3 * 60_000;

export interface OutageOptions {
  /** Of the provider. */
  name: string;
  model: string;
  /** Without a single answer; then it is given up. */
  outageMs: number;
  say: (line: string) => void;
}

export class Outage {
  readonly #options: OutageOptions;
  readonly #trouble = new Trouble();
  #probeMs: number | null = null;
  #givenUp = false;
  #answeredOnce = false;

  constructor(options: OutageOptions) {
    this.#options = options;
  }

  /** Calls stand still, but for one at a time that asks whether it goes on. */
  get paused(): boolean {
    return this.#probeMs !== null;
  }

  /** All that came since the last answer are failures, not of one trial alone, and it is still waited for. */
  get suspected(): boolean {
    return this.#trouble.isEverybodys && !this.#givenUp;
  }

  /** Why nobody is served; null unless calls stand still because no call gets an answer at all. */
  get error(): HarnessError | null {
    return this.paused && this.#trouble.last?.kind !== "refused" ? this.#down("is down") : null;
  }

  /** Tells whether a pause has ended with this. */
  answered(now: number): boolean {
    const { since } = this.#trouble;
    const resumed = this.paused && since !== null;
    this.#answeredOnce = true;
    if (resumed) this.#options.say(`${this.#label()} answers again after ${formatDuration(now - since)}: going on`);
    this.forget();
    return resumed;
  }

  /** What was long ago says nothing of now. */
  forget(): void {
    this.#trouble.answered();
    this.#probeMs = null;
    this.#givenUp = false;
  }

  /** The error with which all are sent away, once it has been waited for long enough. `open`: calls that wait for it. */
  failed(failure: Failure, { now, open }: { now: number; open: number }): HarnessError | null {
    this.#trouble.failed(failure, now);
    const forMs = now - (this.#trouble.since ?? now);
    if (!this.suspected || forMs < pauseAfterMs) return null;
    if (forMs >= this.#waitMs) {
      this.#probeMs = null;
      this.#givenUp = true;
      const error = this.#down(
        this.#neverReached ? "is given up: it was not reached once" : "is given up: it has been down",
      );
      this.#options.say(error.message);
      return error;
    }
    if (this.#probeMs === null) this.#options.say(this.#pauseLine(failure, open));
    this.#probeMs = Math.min(longestProbeMs, this.#probeMs === null ? firstProbeMs : this.#probeMs * 2);
    return null;
  }

  /** Until the next call may ask, from its predecessor's failure on; null when nothing is paused. */
  get probeMs(): number | null {
    return this.#probeMs;
  }

  get #neverReached(): boolean {
    return !this.#answeredOnce && this.#trouble.last?.kind === "unreachable";
  }

  get #waitMs(): number {
    return this.#neverReached ? Math.min(firstContactMs, this.#options.outageMs) : this.#options.outageMs;
  }

  #pauseLine({ kind, error }: Failure, open: number): string {
    const what = kind === "refused" ? "has refused every call" : "has been down";
    const calls = open === 1 ? "1 call stands still" : `${open} calls stand still`;
    const limit = formatDuration(this.#waitMs);
    return `${this.#label()} ${what} since ${this.#sinceText()} (${error.message}): ${calls}, and with them their trials' clocks, until it answers, at most ${limit}; Ctrl-C keeps everything that is done`;
  }

  #down(what: string): HarnessError {
    const { last } = this.#trouble;
    const advice = this.#neverReached ? ": check `base_url` and the network" : "";
    return new HarnessError({
      fault: "infrastructure",
      code: last?.kind === "refused" ? "rate-limited" : "upstream-down",
      message: `${this.#label()} ${what} since ${this.#sinceText()} (${last?.error.message ?? "no answer"})${advice}`,
      cause: last?.error,
      context: { unreachable: last?.kind === "unreachable" },
    });
  }

  #label(): string {
    return `${this.#options.model} at ${this.#options.name}`;
  }

  #sinceText(): string {
    return wallTime(this.#trouble.since ?? 0);
  }
}
