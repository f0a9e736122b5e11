// How fast sandboxes are asked for. What a service allows is not known beforehand, so starts are let go at first as fast
// as one host can go on with them. A storm of refusals shows the limit: it is what was let through in that second. From
// then on starts are spread evenly at that rate, a little faster with each success, slower with each refusal.

import { type Clock, steadyClock } from "../../lib/clock.ts";

/** One start that was let go. */
export interface CloudStart {
  /** By the pace's clock. */
  readonly at: number;
}

interface Waiting {
  go: (start: CloudStart) => void;
  onAbort: () => void;
  signal: AbortSignal;
}

/** What may be let go at once before the first refusal. */
const burst = 20;
/**
 * More than that only wait for their host: each takes it some 7 ms. What begins together also ends together, and then
 * waits once again (docs/benchmarks.md, cloud-scale).
 */
const fastestPerSecond = 150;
/** What a refusal leaves at least. */
const slowestPerSecond = 0.5;
const gainPerSuccess = 0.04;
const lossPerRefusal = 0.9;
/** Refusals of one storm come within this time; nothing is let go meanwhile. */
const stormMs = 1_000;
/** In which a refusal may come. */
const rememberedMs = 20_000;

export class CloudPace {
  readonly #clock: Clock;
  readonly #waiting: Waiting[] = [];
  /** Let go lately and not refused, in order. */
  readonly #through = new Set<CloudStart>();
  #perSecond = fastestPerSecond;
  /** When the first refusal came, and when the pace was last lowered. */
  #limitedAt = Number.POSITIVE_INFINITY;
  #loweredAt = Number.NEGATIVE_INFINITY;
  /** Starts that may be let go now; a fraction is on its way. */
  #room = burst;
  #filledAt: number;
  #restUntil = Number.NEGATIVE_INFINITY;
  #timer: AbortController | undefined;

  constructor(clock: Clock = steadyClock) {
    this.#clock = clock;
    this.#filledAt = clock.now();
  }

  /** Resolves when it is this caller's turn, in the order of asking. Rejects with the signal's reason. */
  async turn(signal: AbortSignal): Promise<CloudStart> {
    signal.throwIfAborted();
    const { promise, resolve, reject } = Promise.withResolvers<CloudStart>();
    const onAbort = () => {
      this.#waiting.splice(this.#waiting.indexOf(waiting), 1);
      if (this.#waiting.length === 0) this.#timer?.abort();
      reject(signal.reason);
    };
    const waiting = { go: resolve, onAbort, signal };
    signal.addEventListener("abort", onAbort, { once: true });
    this.#waiting.push(waiting);
    this.#letGo();
    return await promise;
  }

  /** The service refused this start for now; `retryAfterMs` is how long it said to wait. */
  refused(start: CloudStart, retryAfterMs = 0): void {
    const now = this.#clock.now();
    this.#fill(now);
    this.#through.delete(start);
    const inStorm = start.at <= this.#limitedAt;
    // What was sent before the pace was lowered says nothing about the lower one, however late its answer comes.
    if (inStorm) this.#perSecond = Math.min(this.#perSecond, this.#throughBefore(start.at));
    else if (start.at > this.#loweredAt) {
      this.#perSecond *= lossPerRefusal;
      this.#loweredAt = now;
    }
    this.#perSecond = Math.max(slowestPerSecond, this.#perSecond);
    if (!this.#limited) this.#limitedAt = this.#loweredAt = now;
    const restMs = inStorm ? stormMs : 1000 / this.#perSecond;
    this.#restUntil = Math.max(this.#restUntil, now + Math.max(restMs, retryAfterMs));
    this.#room = 0;
  }

  /** A start has come to its end well. */
  accepted(): void {
    if (this.#limited) this.#perSecond = Math.min(fastestPerSecond, this.#perSecond + gainPerSuccess);
  }

  get #limited(): boolean {
    return this.#limitedAt < Number.POSITIVE_INFINITY;
  }

  /** Starts of the second that ends then. */
  #throughBefore(at: number): number {
    let count = 0;
    for (const start of this.#through) if (start.at > at - stormMs && start.at <= at) count += 1;
    return count;
  }

  #letGo(): void {
    const now = this.#clock.now();
    this.#fill(now);
    while (this.#room >= 1 && this.#waiting.length > 0) {
      const { go, onAbort, signal } = this.#waiting.shift() as Waiting;
      signal.removeEventListener("abort", onAbort);
      this.#room -= 1;
      const start = { at: now };
      this.#through.add(start);
      go(start);
    }
    if (this.#waiting.length > 0) this.#wakeLater(now);
  }

  #wakeLater(now: number): void {
    if (this.#timer !== undefined) return;
    const timer = new AbortController();
    this.#timer = timer;
    const restMs = Math.max(0, this.#restUntil - now);
    const untilMs = restMs + (Math.max(0, 1 - this.#room) * 1000) / this.#perSecond;
    const done = () => {
      this.#timer = undefined;
      if (this.#waiting.length > 0) this.#letGo();
    };
    this.#clock.sleep(Math.ceil(untilMs), { signal: timer.signal }).then(done, done);
  }

  #fill(now: number): void {
    for (const start of this.#through) {
      if (start.at > now - rememberedMs) break;
      this.#through.delete(start);
    }
    const from = Math.max(this.#filledAt, this.#restUntil);
    this.#filledAt = now;
    if (now <= from) return;
    const most = this.#limited ? Math.max(1, this.#perSecond / 5) : burst;
    this.#room = Math.min(Math.max(most, this.#room), this.#room + ((now - from) / 1000) * this.#perSecond);
  }
}
