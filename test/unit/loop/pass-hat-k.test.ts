import { expect, test } from "vitest";
import { passHatK } from "../../../src/loop/pass-hat-k.ts";

const [yes, no] = [true, false];

test("pass^k is the share of draws of k trials that all pass, averaged over tasks", () => {
  // C(3,k)/C(4,k): 3/4, 3/6, 1/4, 0; C(4,k)/C(4,k): 1.
  expect(passHatK([[yes, yes, yes, no]])).toEqual([0.75, 0.5, 0.25, 0]);
  expect(
    passHatK([
      [yes, yes, yes, no],
      [yes, yes, yes, yes],
    ]),
  ).toEqual([0.875, 0.75, 0.625, 0.5]);
  expect(
    passHatK([
      [no, no],
      [yes, no],
    ]),
  ).toEqual([0.25, 0]);
});

test("pass^k goes up to the fewest trials of a task, tasks without a trial aside", () => {
  expect(passHatK([[yes, yes, yes], [yes]])).toEqual([1]);
  expect(passHatK([[yes], []])).toEqual([1]);
  expect(passHatK([])).toEqual([]);
});

test("pass^k counts every draw of k out of n", () => {
  const passes = [yes, no, yes, yes, no, yes];
  const draws = (k: number, from = 0): boolean[][] =>
    k === 0
      ? [[]]
      : passes.flatMap((pass, at) => (at < from ? [] : draws(k - 1, at + 1).map((rest) => [pass, ...rest])));
  const counted = [1, 2, 3, 4, 5, 6].map((k) => {
    const all = draws(k);
    return all.filter((draw) => draw.every(Boolean)).length / all.length;
  });
  for (const [at, chance] of passHatK([passes]).entries()) expect(chance).toBeCloseTo(counted[at] ?? -1, 12);
});
