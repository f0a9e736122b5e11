import { expect, test } from "vitest";
import { seededRandom } from "../../../src/lib/seeded-random.ts";

function draws(seed: string, count: number): number[] {
  const random = seededRandom(seed);
  return Array.from({ length: count }, random);
}

test("the same seed gives the same numbers, another seed others", () => {
  expect(draws("a", 5)).toEqual(draws("a", 5));
  expect(draws("a", 5)).not.toEqual(draws("b", 5));
});

test("the numbers lie in every tenth of 0 to 1 alike, and tell nothing of the next one", () => {
  const numbers = draws("x", 20_000);
  const tenths = Map.groupBy(numbers, (number) => Math.floor(number * 10));
  expect([...tenths.keys()].sort()).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8, 9]);
  // 2000 ± 42 each; five of those.
  for (const own of tenths.values()) expect(Math.abs(own.length - 2000)).toBeLessThan(212);
  const products = numbers.slice(1).map((number, index) => (number - 0.5) * ((numbers[index] ?? 0) - 0.5));
  expect(Math.abs(products.reduce((sum, product) => sum + product, 0) / products.length)).toBeLessThan(0.003);
});
