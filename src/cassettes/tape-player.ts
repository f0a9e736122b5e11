// Plays the host's part from a tape. What the box asks must be what it asked when the tape was made; answers come in
// the recorded order, however long anything takes: a request waits for its turn, and a box that works as it did then
// asks for everything that is due before it.

import type { RecordedAnswer, RecordedCall, Tape, TapeEvent } from "./cassette.ts";
import type { Divergence } from "./divergence.ts";
import { type AskedCall, requestLines } from "./request-lines.ts";

interface Waiting {
  asked: AskedCall;
  text: string;
  answer: PromiseWithResolvers<RecordedAnswer>;
}

export interface TapePlayerOptions {
  /** For what is due first to be asked, while another request waits for it; default 2 s. */
  patienceMs?: number;
}

export class TapePlayer {
  readonly #calls: readonly RecordedCall[];
  readonly #texts: readonly string[];
  readonly #events: readonly TapeEvent[];
  readonly #boxEnded: boolean;
  readonly #patienceMs: number;
  readonly #over = Promise.withResolvers<void>();
  #waiting: Waiting[] = [];
  readonly #taken = new Map<number, Waiting>();
  #at = 0;
  #patience: NodeJS.Timeout | undefined;
  #divergence: Divergence | null = null;

  constructor({ calls, events, boxEnd }: Tape, { patienceMs = 2000 }: TapePlayerOptions = {}) {
    this.#calls = calls;
    this.#texts = calls.map((call) => requestLines(call).join("\n"));
    this.#events = events;
    this.#boxEnded = boxEnd !== null;
    this.#patienceMs = patienceMs;
  }

  /** Settles when the box need not go on: it has diverged, or it waits for what the recorded one waited for at its end. */
  get over(): Promise<void> {
    return this.#over.promise;
  }

  get divergence(): Divergence | null {
    return this.#divergence;
  }

  /** How many of the recorded calls were asked so far. */
  get asked(): number {
    return this.#taken.size;
  }

  /** Never settles where the tape has no answer. Rejects with the signal's reason when the asker hangs up. */
  async ask(asked: AskedCall, { signal }: { signal: AbortSignal }): Promise<RecordedAnswer> {
    signal.throwIfAborted();
    const waiting: Waiting = {
      ...{ asked, text: requestLines(asked).join("\n") },
      answer: Promise.withResolvers<RecordedAnswer>(),
    };
    const hangUp = (): void => {
      this.#waiting = this.#waiting.filter((other) => other !== waiting);
      waiting.answer.reject(signal.reason);
    };
    signal.addEventListener("abort", hangUp, { once: true });
    this.#waiting.push(waiting);
    this.#advance();
    try {
      return await waiting.answer.promise;
    } finally {
      signal.removeEventListener("abort", hangUp);
    }
  }

  /** The box's phase has ended: what it should still have asked is a divergence, unless there is one already. */
  close(): void {
    clearTimeout(this.#patience);
    const [at] = this.#dueAsks();
    if (at !== undefined) this.#diverge({ kind: "missing", at, of: this.#calls.length, expected: this.#call(at) });
  }

  #advance(): void {
    if (this.#divergence !== null) return;
    clearTimeout(this.#patience);
    for (let event = this.#events[this.#at]; event !== undefined; event = this.#events[this.#at]) {
      if (!this.#play(event)) break;
      this.#at += 1;
    }
    const [first] = this.#waiting;
    const due = this.#dueAsks();
    if (first === undefined) {
      if (due.length === 0 && !this.#boxEnded && this.#leftUnanswered()) this.#over.resolve();
      return;
    }
    const stranger = this.#waiting.find(({ text }) => !due.some((call) => this.#texts[call] === text));
    if (stranger !== undefined) this.#refuse(stranger, due);
    else this.#patience = setTimeout(() => this.#loseOrder(first, due), this.#patienceMs);
  }

  /** Everybody waits for what the agent was to ask first, and it does not come. */
  #loseOrder({ asked }: Waiting, [at = 0]: readonly number[]): void {
    this.#diverge({ kind: "order", at, of: this.#calls.length, expected: this.#call(at), asked });
  }

  #play({ kind, call }: TapeEvent): boolean {
    if (kind === "answer") {
      const { answer } = this.#call(call);
      if (answer !== null) this.#taken.get(call)?.answer.resolve(answer);
      return true;
    }
    const asker = this.#waiting.find(({ text }) => text === this.#texts[call]);
    if (asker === undefined) return false;
    this.#waiting = this.#waiting.filter((other) => other !== asker);
    this.#taken.set(call, asker);
    return true;
  }

  #refuse({ asked }: Waiting, due: readonly number[]): void {
    const [at] = due;
    const of = this.#calls.length;
    const calls = due.map((index) => ({ index, call: this.#call(index) }));
    this.#diverge(at === undefined ? { kind: "beyond", of, asked } : { kind: "differs", at, of, asked, due: calls });
  }

  #diverge(divergence: Divergence): void {
    clearTimeout(this.#patience);
    this.#divergence ??= divergence;
    this.#over.resolve();
  }

  /** Recorded calls that were not asked yet, the next one first. */
  #dueAsks(): number[] {
    return this.#events.slice(this.#at).flatMap(({ kind, call }) => (kind === "ask" ? [call] : []));
  }

  #leftUnanswered(): boolean {
    return this.#calls.some(({ answer }) => answer === null || ("end" in answer && answer.end === "cut"));
  }

  #call(index: number): RecordedCall {
    const call = this.#calls[index];
    if (call === undefined) throw new RangeError(`the tape has no call ${index}`);
    return call;
  }
}
