/**
 * A score with 4 decimals as results.tsv and the gate compare it: rounded half to even on the binary value, so that
 * 1/32 is `0.0312`. Throws RangeError unless the score is finite.
 */
export function formatScore(score: number): string {
  if (!Number.isFinite(score)) throw new RangeError(`a score is a finite number, got ${score}`);
  // toFixed rounds the exact binary value but breaks ties upwards; ties are the odd multiples of 1/32, nothing else.
  const thirtySeconds = Math.abs(score) * 32;
  if (!Number.isInteger(thirtySeconds) || thirtySeconds % 2 === 0) return score.toFixed(4);
  const lower = (thirtySeconds * 625 - 1) / 2;
  const even = lower % 2 === 0 ? lower : lower + 1;
  return `${score < 0 ? "-" : ""}${(even / 10_000).toFixed(4)}`;
}
