export interface RequestLimits {
  /** Requests under way at once. */
  requests: number;
  /** Bytes of their bodies together. */
  bytes: number;
}

/** Makes callers wait, in order, until their request fits the limits; one alone always does. */
export class RequestSlots {
  readonly #limits: RequestLimits;
  readonly #waiting: Array<{ bytes: number; admit: () => void }> = [];
  #requests = 0;
  #bytes = 0;

  constructor(limits: RequestLimits) {
    this.#limits = limits;
  }

  /** Returns the function that gives the slot back. Rejects with the signal's reason. */
  async acquire(bytes: number, signal: AbortSignal): Promise<() => void> {
    signal.throwIfAborted();
    if (this.#waiting.length > 0 || !this.#fits(bytes)) {
      await new Promise<void>((resolve, reject) => {
        const entry = { bytes, admit };
        function admit(): void {
          signal.removeEventListener("abort", leave);
          resolve();
        }
        const leave = (): void => {
          this.#waiting.splice(this.#waiting.indexOf(entry), 1);
          this.#admitNext();
          reject(signal.reason);
        };
        this.#waiting.push(entry);
        signal.addEventListener("abort", leave, { once: true });
      });
    } else {
      this.#take(bytes);
    }
    let held = true;
    return () => {
      if (!held) return;
      held = false;
      this.#requests--;
      this.#bytes -= bytes;
      this.#admitNext();
    };
  }

  #fits(bytes: number): boolean {
    if (this.#requests === 0) return true;
    return this.#requests < this.#limits.requests && this.#bytes + bytes <= this.#limits.bytes;
  }

  #take(bytes: number): void {
    this.#requests++;
    this.#bytes += bytes;
  }

  #admitNext(): void {
    for (let next = this.#waiting[0]; next !== undefined && this.#fits(next.bytes); next = this.#waiting[0]) {
      this.#waiting.shift();
      this.#take(next.bytes);
      next.admit();
    }
  }
}
