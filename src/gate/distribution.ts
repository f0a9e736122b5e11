// Distributions of a whole number: probabilities from `first` upwards, one for each value.

/** `probabilities[i]` is that of `first + i`. */
export interface Distribution {
  first: number;
  probabilities: Float64Array;
}

/** Below so many values nothing is cut, so that far tails keep their relative precision. */
const wide = 1024;

/** Mass that may be cut at either end of a wide distribution, each time; bounds are compared with a tolerance of 1e-9. */
const negligible = 1e-15;

export const certainlyZero: Distribution = { first: 0, probabilities: Float64Array.of(1) };

/**
 * Distributions of sums, `count` of them at most, that add up to what all of these do. Neighbours are added in pairs, and
 * so on: wide ones are then added to wide ones a few times, not to narrow ones many times.
 */
export function addedUp(parts: readonly Distribution[], count: number): readonly Distribution[] {
  let left = parts;
  while (left.length > count) {
    const pairs: Distribution[] = [];
    for (let index = 0; index < left.length; index += 2) {
      const [a = certainlyZero, b = certainlyZero] = left.slice(index, index + 2);
      pairs.push(convolve(a, b));
    }
    left = pairs;
  }
  return left;
}

/** Of the sum of two independent numbers. */
function convolve(a: Distribution, b: Distribution): Distribution {
  const [long, short] = a.probabilities.length < b.probabilities.length ? [b, a] : [a, b];
  const sum = new Float64Array(long.probabilities.length + short.probabilities.length - 1);
  // Four weights in each pass over the long one: two thirds of the time is otherwise spent on reading and writing.
  let i = 0;
  for (; i + 3 < short.probabilities.length; i += 4) addFour(sum, i, long.probabilities, short.probabilities);
  for (; i < short.probabilities.length; i++) addOne(sum, i, long.probabilities, short.probabilities[i] ?? 0);
  return withoutEnds({ first: a.first + b.first, probabilities: sum });
}

function addFour(sum: Float64Array, at: number, long: Float64Array, weights: Float64Array): void {
  const weight0 = weights[at] ?? 0;
  const weight1 = weights[at + 1] ?? 0;
  const weight2 = weights[at + 2] ?? 0;
  const weight3 = weights[at + 3] ?? 0;
  if (weight0 === 0 && weight1 === 0 && weight2 === 0 && weight3 === 0) return;
  let before1 = 0;
  let before2 = 0;
  let before3 = 0;
  for (let j = 0; j < long.length; j++) {
    const value = long[j] ?? 0;
    const added = weight0 * value + weight1 * before1 + weight2 * before2 + weight3 * before3;
    sum[at + j] = (sum[at + j] ?? 0) + added;
    before3 = before2;
    before2 = before1;
    before1 = value;
  }
  const end = at + long.length;
  sum[end] = (sum[end] ?? 0) + weight1 * before1 + weight2 * before2 + weight3 * before3;
  sum[end + 1] = (sum[end + 1] ?? 0) + weight2 * before1 + weight3 * before2;
  sum[end + 2] = (sum[end + 2] ?? 0) + weight3 * before1;
}

function addOne(sum: Float64Array, at: number, long: Float64Array, weight: number): void {
  if (weight === 0) return;
  for (let j = 0; j < long.length; j++) sum[at + j] = (sum[at + j] ?? 0) + weight * (long[j] ?? 0);
}

function withoutEnds(distribution: Distribution): Distribution {
  const { first, probabilities } = distribution;
  if (probabilities.length <= wide) return distribution;
  let start = 0;
  for (let mass = probabilities[0] ?? 0; mass < negligible; mass += probabilities[start] ?? 1) start++;
  let end = probabilities.length;
  for (let mass = probabilities[end - 1] ?? 0; mass < negligible; mass += probabilities[end - 1] ?? 1) end--;
  return { first: first + start, probabilities: probabilities.subarray(start, end) };
}

/** P(a + b < value), P(a + b = value) and P(a + b > value), without making the distribution of the sum. */
export function comparedWith(
  value: number,
  a: Distribution,
  b: Distribution,
): { below: number; equal: number; above: number } {
  const size = b.probabilities.length;
  /** upTo[i]: mass of b's first i values; from[i]: of all but those. Each summed from its own end. */
  const upTo = new Float64Array(size + 1);
  const from = new Float64Array(size + 1);
  for (let i = 0; i < size; i++) upTo[i + 1] = (upTo[i] ?? 0) + (b.probabilities[i] ?? 0);
  for (let i = size - 1; i >= 0; i--) from[i] = (from[i + 1] ?? 0) + (b.probabilities[i] ?? 0);
  const within = (index: number) => Math.min(size, Math.max(0, index));
  let below = 0;
  let equal = 0;
  let above = 0;
  for (let i = 0; i < a.probabilities.length; i++) {
    const weight = a.probabilities[i] ?? 0;
    // b's index at which the sum is the value.
    const index = value - a.first - i - b.first;
    below += weight * (upTo[within(index)] ?? 0);
    above += weight * (from[within(index + 1)] ?? 0);
    if (index >= 0 && index < size) equal += weight * (b.probabilities[index] ?? 0);
  }
  return { below, equal, above };
}
