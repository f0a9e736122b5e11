/** Shorter looks would only cost: what stands may stand for half an hour. */
const shortestLookMs = 50;
const longestTimerMs = 2 ** 31 - 1;

/**
 * Calls back once `ms` milliseconds have passed beside those by which `standingMs`, a growing count, has grown
 * meanwhile: at the earliest then, and at most 50 ms later. Disposing it calls it off.
 */
export function patientTimer(ms: number, standingMs: () => number, onOver: () => void): Disposable {
  const started = performance.now();
  const stoodBefore = standingMs();
  let timer: NodeJS.Timeout;
  const look = () => {
    const leftMs = ms + (standingMs() - stoodBefore) - (performance.now() - started);
    // Node's timers may fire up to a millisecond early.
    if (leftMs < 1) onOver();
    else arm(Math.max(leftMs, shortestLookMs));
  };
  const arm = (leftMs: number) => {
    timer = setTimeout(look, Math.min(leftMs, longestTimerMs));
  };
  arm(ms);
  return { [Symbol.dispose]: () => clearTimeout(timer) };
}
