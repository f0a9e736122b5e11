// Whether the provider of sandboxes serves anybody: one that doesn't is waited for, and what was lost with it is put
// back. Told from one lost box by evidence that no box can make: the provider itself is asked.

import { type HarnessError, harnessErrorOf } from "../core/fault.ts";
import type { SandboxProvider } from "../core/sandbox.ts";
import { abortable } from "../lib/abortable.ts";
import { type Clock, steadyClock } from "../lib/clock.ts";
import { unionTimer } from "../lib/union-timer.ts";
import { backText, givenUp, lostText, type OpenLoss } from "./provider-loss.ts";

/** Of one trial: whatever it is that a provider is lost under every time is not begun anew for ever. */
export const putBacksAtMost = 8;

const lookMs = 15_000;
const firstLookMs = 5_000;
const longestLookMs = 60_000;
const answerMs = 30_000;

/** Refused rather than lost: its service answers, and opens nothing, as where an account's quota is empty. */
const refusals: ReadonlySet<string> = new Set(["cloud-rate-limited"]);

export interface ProviderWatchOptions {
  provider: Pick<SandboxProvider, "name" | "probe">;
  /** For how long it is waited for. */
  outageMs: number;
  /** Why nothing more is to be begun, which ends a wait too. */
  exhausted: () => string | null;
  /** Lines for a person, and since when (ISO, UTC) it is waited for: null when it answers again. */
  onWait: (text: string, since: string | null) => void;
  clock?: Clock;
}

/** Whoever works in the provider's boxes: while somebody does, it is asked every 15 s. */
export interface ProviderUse extends Disposable {
  /** Milliseconds of this use in which it was lost. */
  lostMs(): number;
  /** Whether it was lost meanwhile, so that a failure is its own; `error` is what failed. Throws as `ready` does. */
  wasLost(error: unknown, options: { signal: AbortSignal }): Promise<boolean>;
}

export class ProviderWatch implements Disposable {
  readonly #options: Required<ProviderWatchOptions>;
  readonly #closed = new AbortController();
  readonly #lostTime: ReturnType<typeof unionTimer>;
  #uses = 0;
  #loss: OpenLoss | null = null;
  #lastEnd = Number.NEGATIVE_INFINITY;
  #epoch = 0;
  #error: HarnessError | null = null;
  #running = false;
  #nudge = new AbortController();
  #looking: Promise<void> | undefined;
  #changed = Promise.withResolvers<void>();
  /** While it refuses: whoever is let through next is its probe. */
  #passes = 0;

  constructor(options: ProviderWatchOptions) {
    this.#options = { clock: steadyClock, ...options };
    this.#lostTime = unionTimer(() => this.#options.clock.now());
  }

  /** Why it is not waited for any more; null while it is, or serves. */
  get error(): HarnessError | null {
    return this.#error;
  }

  /** Nobody has to wait for it now. */
  get serves(): boolean {
    return this.#loss === null && this.#error === null;
  }

  /** Grows whenever it is lost and whenever it serves again: what was opened in another epoch may be gone. */
  get epoch(): number {
    return this.#epoch;
  }

  use(): ProviderUse {
    const began = this.#options.clock.now();
    const before = this.#lostTime.elapsedMs();
    let open = true;
    this.#uses += 1;
    this.#run();
    return {
      lostMs: () => this.#lostTime.elapsedMs() - before,
      wasLost: async (error, { signal }) => await this.#wasLost(error, began, signal),
      [Symbol.dispose]: () => {
        if (open) this.#uses -= 1;
        open = false;
      },
    };
  }

  /** A box was opened: it refuses nobody any more. */
  opened(): void {
    if (this.#loss?.refused === true) this.#end(this.#loss);
  }

  /**
   * Resolves when it serves, telling whether that was waited for; at once where nothing more is to be begun. Throws
   * infrastructure "provider-lost" where it was waited for in vain, config faults such as a refused key, and the
   * signal's reason.
   */
  async ready({ signal }: { signal: AbortSignal }): Promise<boolean> {
    for (let waited = false; ; waited = true) {
      signal.throwIfAborted();
      if (this.#error !== null) await this.#look();
      if (this.#error !== null) throw this.#error;
      if (this.#loss === null || this.#options.exhausted() !== null) return waited;
      if (this.#passes > 0) {
        this.#passes -= 1;
        return waited;
      }
      this.#run();
      await abortable(this.#changed.promise, signal);
    }
  }

  [Symbol.dispose](): void {
    this.#closed.abort(new Error("nobody waits for the provider any more"));
  }

  async #wasLost(error: unknown, began: number, signal: AbortSignal): Promise<boolean> {
    if (this.#options.provider.probe === undefined) return false;
    if (this.#isLost || this.#lastEnd >= began) return true;
    const known = harnessErrorOf(error);
    if (known?.fault !== "infrastructure") return false;
    if (refusals.has(known.code)) {
      if (this.#loss === null) this.#begin(known, null);
      return true;
    }
    await abortable(this.#look(), signal);
    if (this.#error !== null) throw this.#error;
    return this.#isLost;
  }

  get #isLost(): boolean {
    return this.#loss !== null && !this.#loss.refused;
  }

  /** Asks it in the background, as long as somebody uses it or waits for it. */
  #run(): void {
    if (this.#running || this.#options.provider.probe === undefined) return;
    this.#running = true;
    const wanted = () => this.#error === null && (this.#uses > 0 || this.#loss !== null);
    const go = async () => {
      try {
        while (wanted()) {
          if (!(await this.#slept(this.#loss?.nextLookMs ?? lookMs)) || !wanted()) continue;
          const before = this.#loss;
          await this.#look();
          if (before !== null && this.#loss === before) this.#stillLost(before);
        }
      } finally {
        this.#running = false;
      }
    };
    // It is closed.
    go().catch(() => undefined);
  }

  /** Whether to the end: a loss that begins meanwhile has a time of its own. */
  async #slept(ms: number): Promise<boolean> {
    this.#nudge = new AbortController();
    const nudged = this.#nudge.signal;
    try {
      await this.#options.clock.sleep(ms, { signal: AbortSignal.any([this.#closed.signal, nudged]) });
      return true;
    } catch (error) {
      if (!nudged.aborted || this.#closed.signal.aborted) throw error;
      return false;
    }
  }

  /** One question at a time, whoever asks. Never rejects. */
  #look(): Promise<void> {
    this.#looking ??= this.#ask().finally(() => {
      this.#looking = undefined;
    });
    return this.#looking;
  }

  async #ask(): Promise<void> {
    const limit = AbortSignal.any([this.#closed.signal, AbortSignal.timeout(answerMs)]);
    try {
      await abortable(Promise.resolve(this.#options.provider.probe?.({ signal: limit })), limit);
    } catch (error) {
      if (this.#closed.signal.aborted) return;
      this.#failed(error);
      return;
    }
    this.#error = null;
    // That it answers says nothing of whether it opens boxes.
    if (this.#loss?.refused === false) this.#end(this.#loss);
  }

  #failed(cause: unknown): void {
    const known = harnessErrorOf(cause);
    if (known?.fault === "config") {
      this.#error = known;
      this.#wake();
      return;
    }
    if (this.#loss?.refused === false) {
      this.#loss.cause = cause;
      return;
    }
    this.#epoch += 1;
    this.#begin(cause, this.#lostTime.start());
  }

  /** `standing`: null where it only opens nothing, while the boxes that there are do well. */
  #begin(cause: unknown, standing: Disposable | null): void {
    const since = this.#loss?.since ?? this.#options.clock.now();
    this.#loss = { since, cause, refused: standing === null, said: false, nextLookMs: firstLookMs, standing };
    this.#nudge.abort(new Error("the provider is lost"));
    this.#run();
  }

  #stillLost(loss: OpenLoss): void {
    const { clock, outageMs, onWait, provider } = this.#options;
    loss.nextLookMs = Math.min(longestLookMs, loss.nextLookMs * 2);
    if (clock.now() - loss.since >= outageMs) this.#error = givenUp(provider.name, loss, outageMs);
    else if (!loss.said) {
      const text = lostText(provider.name, loss, { nextLookMs: loss.nextLookMs, outageMs });
      onWait(text, new Date(loss.since).toISOString());
    }
    loss.said = true;
    this.#passes = loss.refused ? 1 : 0;
    this.#wake();
  }

  #end({ said, since, standing }: OpenLoss): void {
    const { clock, onWait, provider } = this.#options;
    const now = clock.now();
    this.#loss = null;
    this.#passes = 0;
    if (standing !== null) {
      standing[Symbol.dispose]();
      this.#lastEnd = now;
      this.#epoch += 1;
    }
    if (said) onWait(backText(provider.name, now - since), null);
    this.#wake();
  }

  #wake(): void {
    this.#changed.resolve();
    this.#changed = Promise.withResolvers<void>();
  }
}
