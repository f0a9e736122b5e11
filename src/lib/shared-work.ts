/** Work that concurrent callers share by key. It is aborted only when every caller who waits for it has left. */
export class SharedWork<T> {
  readonly #running = new Map<string, { promise: Promise<T>; controller: AbortController; waiting: number }>();

  /** Starts `work` unless it runs; throws what it throws, or the reason of `signal` as soon as that is aborted. */
  async run(key: string, work: (signal: AbortSignal) => Promise<T>, { signal }: { signal: AbortSignal }): Promise<T> {
    signal.throwIfAborted();
    let entry = this.#running.get(key);
    if (entry === undefined) {
      const controller = new AbortController();
      const started = { promise: work(controller.signal), controller, waiting: 0 };
      started.promise.then(
        () => this.#forget(key, started),
        () => this.#forget(key, started),
      );
      this.#running.set(key, started);
      entry = started;
    }
    entry.waiting += 1;
    const left = Promise.withResolvers<never>();
    const onAbort = () => left.reject(signal.reason);
    signal.addEventListener("abort", onAbort, { once: true });
    try {
      return await Promise.race([entry.promise, left.promise]);
    } finally {
      signal.removeEventListener("abort", onAbort);
      entry.waiting -= 1;
      if (entry.waiting === 0) {
        this.#forget(key, entry);
        entry.controller.abort(new DOMException("nobody waits for this any more", "AbortError"));
      }
    }
  }

  #forget(key: string, entry: object): void {
    if (this.#running.get(key) === entry) this.#running.delete(key);
  }
}
