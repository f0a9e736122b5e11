import { patientTimer } from "../../lib/patient-timer.ts";

/** In milliseconds: for one turn, for all of them together, and the growing count of those that do not count. */
export interface AgentClockLimits {
  turnMs: number;
  totalMs: number;
  waitedMs: () => number;
}

/** Counts the time in which the agent has the turn and waits for no model's provider, and only that. */
export class AgentClock {
  readonly #limits: AgentClockLimits;
  readonly #onOver: (which: "turn" | "total") => void;
  #spentMs = 0;
  #since: { at: number; waitedMs: number } | null = null;
  #timer: Disposable | undefined;

  /** `onOver` is called when one turn, or all of them together, have taken too long. */
  constructor(limits: AgentClockLimits, onOver: (which: "turn" | "total") => void) {
    this.#limits = limits;
    this.#onOver = onOver;
  }

  start(): void {
    const { turnMs, totalMs, waitedMs } = this.#limits;
    this.#since = { at: performance.now(), waitedMs: waitedMs() };
    const left = totalMs - this.#spentMs;
    const which = left < turnMs ? "total" : "turn";
    this.#timer = patientTimer(Math.min(turnMs, left), waitedMs, () => this.#onOver(which));
  }

  /** Milliseconds of the turn that ends with this, waits included; 0 when none is on. */
  stop(): number {
    if (this.#since === null) return 0;
    this.#timer?.[Symbol.dispose]();
    const { at, waitedMs } = this.#since;
    const turnMs = performance.now() - at;
    this.#since = null;
    this.#spentMs += turnMs - (this.#limits.waitedMs() - waitedMs);
    return Math.round(turnMs);
  }
}
