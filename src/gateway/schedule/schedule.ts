// The one place where calls of one model at one provider wait: in the order in which they came, as many at once as the
// provider stands, not before the time it has named, and one at a time while it is down.

import type { HarnessError } from "../../core/fault.ts";
import type { Clock } from "../../lib/clock.ts";
import { retryDelayMs } from "../retry-delay.ts";
import { Concurrency } from "./concurrency.ts";
import { Outage } from "./outage.ts";
import type { Failure } from "./trouble.ts";

export interface ScheduleOptions {
  /** Of the provider. */
  name: string;
  model: string;
  /** How long a provider without a single answer is waited for. */
  outageMs: number;
  clock: Clock;
  /** 0 ≤ x < 1. */
  random: () => number;
  say: (line: string) => void;
  /** Why no call may start any more, such as a spent budget: whoever waits is then sent away with it. */
  over: () => HarnessError | null;
}

/** A call from its first wish to its end; closed by its owner. */
export interface Place extends Disposable {
  /**
   * Waits for a turn to send; what `onWait` gives is disposed at the wait's end. Rejects with the signal's reason, and
   * with the error for which nobody is served any more.
   */
  turn(options: { signal: AbortSignal; onWait: () => Disposable }): Promise<Turn>;
}

/** What may be sent now. It takes up room until it has failed or ended. */
export interface Turn {
  /** The provider answers; an answer that streams goes on until `end`. */
  answered(): void;
  failed(failure: Failure): AfterFailure;
  end(): void;
}

export interface AfterFailure {
  /** It has been waited for long enough: nobody is served. */
  error: HarnessError | null;
  /** The trouble is not this call's alone, so another turn is worth it however often it has failed. */
  everybodys: boolean;
  /** Milliseconds in which nobody calls, where this is the first that tells of it. */
  heldMs: number | null;
}

interface Caller {
  ticket: number;
  /** What others had been answered when it failed first. */
  answersBefore: number | null;
}

interface Waiter {
  readonly caller: Caller;
  readonly resolve: (turn: Turn) => void;
  readonly reject: (error: unknown) => void;
}

/** Calls that were held back together start at this distance on average, so that they don't arrive as one. */
const spreadMs = 100;
/** Failures before a time without any call are no sign of what is now. */
const idleMs = 120_000;

export class Schedule {
  readonly #options: ScheduleOptions;
  readonly #concurrency = new Concurrency();
  readonly #outage: Outage;
  /** By ticket: who came first goes first. */
  readonly #waiters: Waiter[] = [];
  #tickets = 0;
  #open = 0;
  #idleSince = 0;
  #underWay = 0;
  #probing = false;
  #notBefore = 0;
  #refusedRounds = 0;
  #answers = 0;
  #timer: { at: number; off: AbortController } | null = null;

  constructor(options: ScheduleOptions) {
    this.#options = options;
    this.#outage = new Outage(options);
  }

  /** Why nobody is served now; null unless calls stand still because the provider is down. */
  get down(): HarnessError | null {
    return this.#outage.error;
  }

  /** All calls stand still, but for one at a time that asks whether it goes on. */
  get paused(): boolean {
    return this.#outage.paused;
  }

  /** Who is asked to wait longer than this gives up. */
  get longestHoldMs(): number {
    return this.#options.outageMs;
  }

  open(): Place {
    const { clock } = this.#options;
    if (this.#open === 0 && clock.now() - this.#idleSince > idleMs) this.#outage.forget();
    const caller: Caller = { ticket: ++this.#tickets, answersBefore: null };
    let closed = false;
    this.#open += 1;
    return {
      turn: async (options) => await this.#turn(caller, options),
      [Symbol.dispose]: () => {
        if (closed) return;
        closed = true;
        this.#open -= 1;
        this.#idleSince = clock.now();
      },
    };
  }

  async #turn(caller: Caller, { signal, onWait }: Parameters<Place["turn"]>[0]): Promise<Turn> {
    signal.throwIfAborted();
    const { promise, resolve, reject } = Promise.withResolvers<Turn>();
    const waiter: Waiter = { caller, resolve, reject };
    const later = this.#waiters.findIndex((other) => other.caller.ticket > caller.ticket);
    this.#waiters.splice(later === -1 ? this.#waiters.length : later, 0, waiter);
    const leave = () => {
      if (!this.#remove(waiter)) return;
      reject(signal.reason);
      this.#serve();
    };
    signal.addEventListener("abort", leave, { once: true });
    try {
      using _ = onWait();
      this.#serve();
      const turn = await promise;
      if (signal.aborted) turn.end();
      signal.throwIfAborted();
      return turn;
    } finally {
      signal.removeEventListener("abort", leave);
    }
  }

  /** Gives turns to whoever can have one. `held`: those that wait have waited for this moment together. */
  #serve({ held = false } = {}): void {
    for (;;) {
      const [first] = this.#waiters;
      const over = first === undefined ? null : this.#options.over();
      if (over !== null) this.#sendAway(over);
      if (first === undefined || over !== null) {
        this.#wakeAt(null);
        return;
      }
      if (this.#outage.paused ? this.#probing : this.#underWay >= this.#concurrency.limit) return;
      const now = this.#options.clock.now();
      if (now < this.#notBefore) {
        this.#wakeAt(this.#notBefore);
        return;
      }
      this.#remove(first);
      first.resolve(this.#grant(first.caller));
      if (held) this.#notBefore = now + Math.round(this.#options.random() * 2 * spreadMs);
    }
  }

  #grant(caller: Caller): Turn {
    const { round } = this.#concurrency;
    const probe = this.#outage.paused;
    let underWay = true;
    this.#underWay += 1;
    if (probe) this.#probing = true;
    const end = () => {
      if (!underWay) return;
      underWay = false;
      this.#underWay -= 1;
      if (probe) this.#probing = false;
    };
    return {
      answered: () => {
        this.#answers += 1;
        this.#refusedRounds = 0;
        this.#concurrency.answered();
        if (this.#outage.answered(this.#options.clock.now())) {
          this.#concurrency.restart();
          this.#probing = false;
          this.#notBefore = 0;
        }
        this.#serve();
      },
      failed: (failure) => {
        const news = failure.kind === "refused" && this.#concurrency.refused(round, this.#underWay);
        const holdMs = failure.holdMs ?? (news ? this.#holdMs() : 0);
        end();
        // A call that the provider can't stomach must not be the only one that asks whether it is back.
        if (probe) caller.ticket = ++this.#tickets;
        caller.answersBefore ??= this.#answers;
        const error = this.#fail(failure, holdMs);
        const alike = this.#outage.suspected && caller.answersBefore === this.#answers;
        return { error, everybodys: alike || this.#outage.paused, heldMs: news ? holdMs : null };
      },
      end: () => {
        end();
        this.#serve();
      },
    };
  }

  /** Refusals in a row, without an answer between them, hold everybody back for longer and longer. */
  #holdMs(): number {
    const { random, clock } = this.#options;
    return retryDelayMs({}, { retry: this.#refusedRounds++, random, now: clock.now() });
  }

  #fail(failure: Failure, holdMs: number): HarnessError | null {
    const now = this.#options.clock.now();
    const error = this.#outage.failed(failure, { now, open: this.#open });
    this.#notBefore = Math.max(this.#notBefore, now + holdMs);
    if (error !== null) this.#sendAway(error);
    else if (this.#outage.paused) this.#notBefore = Math.max(this.#notBefore, now + (this.#outage.probeMs ?? 0));
    this.#serve();
    return error;
  }

  #sendAway(error: HarnessError): void {
    for (const { reject } of this.#waiters.splice(0)) reject(error);
  }

  #remove(waiter: Waiter): boolean {
    const at = this.#waiters.indexOf(waiter);
    if (at !== -1) this.#waiters.splice(at, 1);
    return at !== -1;
  }

  #wakeAt(at: number | null): void {
    if (this.#timer?.at === at) return;
    this.#timer?.off.abort();
    this.#timer = null;
    if (at === null) return;
    const timer = { at, off: new AbortController() };
    this.#timer = timer;
    const { clock } = this.#options;
    clock.sleep(at - clock.now(), { signal: timer.off.signal }).then(
      () => {
        if (this.#timer !== timer) return;
        this.#timer = null;
        this.#serve({ held: true });
      },
      () => undefined,
    );
  }
}
