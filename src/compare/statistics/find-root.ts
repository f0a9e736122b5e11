/**
 * Where an increasing function crosses 0 between `low` and `high`, by bisection to the last bit that matters; the nearer
 * end where it does not cross.
 */
export function findRoot(increasing: (x: number) => number, low: number, high: number): number {
  let [below, above] = [low, high];
  for (let step = 0; step < 200 && above - below > 1e-13 * Math.max(1, Math.abs(below)); step += 1) {
    const middle = (below + above) / 2;
    if (increasing(middle) < 0) below = middle;
    else above = middle;
  }
  return (below + above) / 2;
}
