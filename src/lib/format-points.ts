/** A difference of scores in percentage points with its sign, such as "+6.1" for 0.061 and "-3.0" for -0.03. */
export function formatPoints(difference: number): string {
  const points = (100 * difference).toFixed(1);
  return difference >= 0 || points === "-0.0" ? `+${points.replace("-", "")}` : points;
}

/** A probability with three decimals, or as a power of ten where these would say nothing. */
export function formatP(p: number): string {
  return p < 0.001 ? p.toExponential(1) : p.toFixed(3);
}
