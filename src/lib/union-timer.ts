export interface UnionTimer {
  start(): Disposable;
  /** Milliseconds in which at least one start was not disposed yet. */
  elapsedMs(): number;
}

export function unionTimer(now: () => number): UnionTimer {
  let running = 0;
  let since = 0;
  let elapsed = 0;
  return {
    start() {
      if (running++ === 0) since = now();
      return {
        [Symbol.dispose]() {
          if (--running === 0) elapsed += now() - since;
        },
      };
    },
    elapsedMs: () => elapsed + (running > 0 ? now() - since : 0),
  };
}
