/** Counts the time in which the agent has the turn, and only that. */
export class AgentClock {
  readonly #turnMs: number;
  readonly #totalMs: number;
  readonly #onOver: (which: "turn" | "total") => void;
  #spentMs = 0;
  #since: number | null = null;
  #timer: NodeJS.Timeout | undefined;

  /** `onOver` is called when one turn, or all of them together, have taken too long. */
  constructor(limits: { turnMs: number; totalMs: number }, onOver: (which: "turn" | "total") => void) {
    this.#turnMs = limits.turnMs;
    this.#totalMs = limits.totalMs;
    this.#onOver = onOver;
  }

  start(): void {
    this.#since = performance.now();
    const left = this.#totalMs - this.#spentMs;
    const which = left < this.#turnMs ? "total" : "turn";
    this.#timer = setTimeout(() => this.#onOver(which), Math.min(this.#turnMs, left, 2 ** 31 - 1));
  }

  /** Milliseconds of the turn that ends with this; 0 when none is on. */
  stop(): number {
    if (this.#since === null) return 0;
    clearTimeout(this.#timer);
    const turnMs = performance.now() - this.#since;
    this.#since = null;
    this.#spentMs += turnMs;
    return Math.round(turnMs);
  }
}
