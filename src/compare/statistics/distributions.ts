// Normal and Student's t: the few values that intervals and power need, without tables.

import { findRoot } from "./find-root.ts";

/** P(Z ≤ x) for a standard normal Z, by its series (Marsaglia, Evaluating the normal distribution, 2004). */
export function normalCdf(x: number): number {
  if (x < -8) return 0;
  if (x > 8) return 1;
  let [sum, term] = [0, x];
  for (let odd = 3; sum + term !== sum; odd += 2) {
    sum += term;
    term *= (x * x) / odd;
  }
  return 0.5 + sum * (Math.exp((-x * x) / 2) / Math.sqrt(2 * Math.PI));
}

/** The x with P(Z ≤ x) = p, for 0 < p < 1. */
export function normalQuantile(p: number): number {
  checkProbability(p);
  return findRoot((x) => normalCdf(x) - p, -8, 8);
}

/** P(T ≤ x) with a whole number of degrees of freedom (Abramowitz and Stegun, 26.7.3 and 26.7.4). */
export function studentCdf(x: number, degrees: number): number {
  const angle = Math.atan(x / Math.sqrt(degrees));
  const square = Math.cos(angle) ** 2;
  const even = degrees % 2 === 0;
  let term = even ? 1 : Math.cos(angle);
  let sum = degrees === 1 ? 0 : term;
  for (let at = even ? 2 : 3; at <= degrees - 2; at += 2) {
    term *= (square * (at - 1)) / at;
    sum += term;
  }
  const central = even ? Math.sin(angle) * sum : (2 / Math.PI) * (angle + Math.sin(angle) * sum);
  return 0.5 + central / 2;
}

/** The x with P(T ≤ x) = p. Throws RangeError unless 0 < p < 1 and the degrees of freedom are a whole number from 1. */
export function studentQuantile(p: number, degrees: number): number {
  checkProbability(p);
  if (!Number.isInteger(degrees) || degrees < 1) throw new RangeError(`${degrees} degrees of freedom`);
  if (degrees > manyDegrees) return normalQuantile(p);
  if (p === 0.5) return 0;
  if (p < 0.5) return -studentQuantile(1 - p, degrees);
  let high = 10;
  while (studentCdf(high, degrees) < p && high < 1e9) high *= 10;
  return findRoot((x) => studentCdf(x, degrees) - p, 0, high);
}

/** From here on the normal quantile differs by less than 0.0001. */
const manyDegrees = 30_000;

function checkProbability(p: number): void {
  if (!(p > 0 && p < 1)) throw new RangeError(`a probability between 0 and 1, got ${p}`);
}
