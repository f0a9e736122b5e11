/** Such as "$1.20"; "unknown cost" for null. */
export function formatCost(usd: number | null): string {
  if (usd === null) return "unknown cost";
  return usd > 0 && usd < 0.01 ? "<$0.01" : `$${usd.toFixed(2)}`;
}

/** Such as "450 ms", "12.3 s", "4 min 05 s", "2 h 10 min". */
export function formatDuration(ms: number): string {
  if (ms < 1000) return `${Math.round(ms)} ms`;
  if (ms < 60_000) return `${(ms / 1000).toFixed(1)} s`;
  const seconds = Math.round(ms / 1000);
  const minutes = Math.floor(seconds / 60);
  if (minutes < 60) return `${minutes} min ${String(seconds % 60).padStart(2, "0")} s`;
  return `${Math.floor(minutes / 60)} h ${String(minutes % 60).padStart(2, "0")} min`;
}

/** Such as 02:13, by the clock on this machine's wall; `ms` since the epoch. */
export function wallTime(ms: number): string {
  return new Date(ms).toTimeString().slice(0, 5);
}
