import type { HarnessError } from "../../core/fault.ts";

/** refused: the provider asks for fewer calls. unreachable: no answer at all. failed: an answer that is none, such as 5xx. */
export type FailureKind = "refused" | "unreachable" | "failed";

export interface Failure {
  kind: FailureKind;
  error: HarnessError;
  /** Whose call: all calls of one trial, in all its executions, have the same. */
  caller: string;
  /** For how long the provider wants no call of anybody's; null where it doesn't say. */
  holdMs: number | null;
}

/** What has gone wrong with one model since its last answer. */
export class Trouble {
  #since: number | null = null;
  #last: Failure | null = null;
  #unreachable = false;
  readonly #callers = new Set<string>();

  /** Milliseconds since the epoch; null while all is well. */
  get since(): number | null {
    return this.#since;
  }

  get last(): Failure | null {
    return this.#last;
  }

  /**
   * Not one trial's doing: a provider that fails for a single caller may choke on what it is asked, which is the
   * caller's to choose; a connection that fails is nobody's.
   */
  get isEverybodys(): boolean {
    return this.#unreachable || this.#callers.size > 1;
  }

  failed(failure: Failure, now: number): void {
    this.#since ??= now;
    this.#last = failure;
    this.#unreachable ||= failure.kind === "unreachable";
    this.#callers.add(failure.caller);
  }

  answered(): void {
    this.#since = null;
    this.#last = null;
    this.#unreachable = false;
    this.#callers.clear();
  }
}
