// Which messages may still come. Upstream's orchestrator has no word for "no more": it follows from its protocol.

import type { Mode } from "../environment/accounting.ts";
import type { UpstreamAccount } from "./upstream-account.ts";

/** c-interact: the question and once more after a wrong answer, then the same with the follow-up. */
const turnsPerPhase = 2;

export class TurnCount {
  readonly #mode: Mode;
  readonly #made = { 1: 0, 2: 0 };

  constructor(mode: Mode) {
    this.#mode = mode;
  }

  /** After a turn that began in `phase`: why it was the last one, or null. */
  afterTurn(phase: 1 | 2, account: Pick<UpstreamAccount, "done" | "phase">): string | null {
    if (account.done) return "solved";
    if (this.#mode === "a-interact") return "turn-over";
    this.#made[phase] += 1;
    return account.phase === phase && this.#made[phase] >= turnsPerPhase ? "not-solved" : null;
  }
}
