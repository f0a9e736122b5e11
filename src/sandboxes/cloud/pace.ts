import { wait } from "../../lib/wait.ts";

export interface CloudPaceOptions {
  /** Starts per second while all goes well. */
  perSecond: number;
}

const slowestMs = 5_000;

/** Starts of something one after another: a storm becomes a queue. A refusal halves the pace, each success helps it back. */
export class CloudPace {
  readonly #fastestMs: number;
  #everyMs: number;
  #nextAt = 0;

  constructor({ perSecond }: CloudPaceOptions) {
    this.#fastestMs = 1000 / perSecond;
    this.#everyMs = this.#fastestMs;
  }

  /** Resolves when it is this caller's turn, in the order of asking. */
  async turn(signal: AbortSignal): Promise<void> {
    const now = performance.now();
    const at = Math.max(now, this.#nextAt);
    this.#nextAt = at + this.#everyMs;
    if (at > now) await wait(at - now, signal);
  }

  refused(): void {
    this.#everyMs = Math.min(slowestMs, this.#everyMs * 2);
  }

  accepted(): void {
    this.#everyMs = Math.max(this.#fastestMs, this.#everyMs * 0.9);
  }
}
