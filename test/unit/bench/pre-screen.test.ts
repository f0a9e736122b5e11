import { expect, test, vi } from "vitest";
import { renderScreened } from "../../../bench/pre-screen/render.ts";
import { screenCandidates } from "../../../bench/pre-screen/screen-candidates.ts";

vi.setConfig({ testTimeout: 60_000 });

const nothing = { difference: 0, aim: 0, stated: 3 };
const aimed = { difference: 0.1, aim: 1, stated: 3 };
const missed = { difference: 0.1, aim: 0, stated: 1 };

test("the pre-screen stops candidates that do nothing, saves runs on them, and lets through what hits", () => {
  const [idle, right, wrong] = screenCandidates({ decisions: 40, only: [nothing, aimed, missed] });
  if (idle === undefined || right === undefined || wrong === undefined) throw new Error("three rows");
  expect(idle.stopped.mean).toBeGreaterThan(0.2);
  expect(idle.screened.runs.mean).toBeLessThan(idle.alone.runs.mean);
  expect(right.stopped.mean).toBeLessThan(0.1);
  expect(wrong.stopped.mean).toBeGreaterThan(right.stopped.mean);
  for (const { screened, alone } of [idle, right, wrong]) {
    expect(screened.accepted.mean).toBeLessThanOrEqual(alone.accepted.mean);
  }
  expect(renderScreened([idle])).toHaveLength(3);
});

test("the same seed gives the same table", () => {
  const table = () => screenCandidates({ decisions: 5, only: [aimed] });
  expect(table()).toEqual(table());
});
