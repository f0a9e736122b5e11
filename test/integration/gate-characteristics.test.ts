// A short form of `npm run bench -- gate-characteristics`: the same agents, seeds and bounds, fewer decisions, and three
// standard errors of room for each figure. The seeds are fixed, so it passes or fails for good.

import { expect, test } from "vitest";
import type { Figure } from "../../bench/gate-characteristics/figures.ts";
import { openGateProcess, ourGate } from "../../bench/gate-characteristics/gate-process.ts";
import { measureCharacteristics, missedFigures } from "../../bench/gate-characteristics.ts";

test("the gate does to simulated agents what it is there for, through its protocol", async () => {
  const signal = AbortSignal.timeout(110_000);
  await using gate = openGateProcess(ourGate, { signal });
  const result = await measureCharacteristics(gate, { decisions: 12, nights: 3 });
  expect(missedFigures(result)).toEqual([]);
  expect(result.figures.filter(({ required }) => required !== null)).toHaveLength(48);

  // All sizes of split together, so that a wrong bound shows: of 342, 108, 36 and 36 decisions.
  const accepted = (...titles: readonly RegExp[]) =>
    shareOf(result.figures.filter(({ measure, title }) => measure === "accepted" && titles.some((t) => t.test(title))));
  expect(accepted(/^unchanged, (history|graded|5 %)/)).toBeLessThan(0.06);
  expect(accepted(/^−(3|5|10) points$/)).toBeLessThan(0.015);
  expect(accepted(/^\+5 points$/)).toBeGreaterThan(0.35);
  expect(accepted(/^\+10 points$/)).toBeGreaterThan(0.6);
}, 120_000);

function shareOf(figures: readonly Figure[]): number {
  const total = figures.reduce((sum, { count }) => sum + count, 0);
  return figures.reduce((sum, { value, count }) => sum + value * count, 0) / total;
}
