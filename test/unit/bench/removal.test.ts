import { expect, test, vi } from "vitest";
import { judgeRemovals } from "../../../bench/removal/judge-removals.ts";

vi.setConfig({ testTimeout: 60_000 });

test("a removal is the likelier the less the edit is worth, and costs less the more it is worth", () => {
  const rows = judgeRemovals({ decisions: 60 }).filter(({ tasks }) => tasks === 35);
  expect(rows.map(({ worth }) => worth)).toEqual([0, 0.03, 0.05, 0.1]);
  const [nothing, , , ten] = rows;
  expect(nothing?.removed.mean).toBeGreaterThan(0.25);
  expect(ten?.removed.mean).toBeLessThan(0.1);
  expect(ten?.runs.mean).toBeLessThan(nothing?.runs.mean ?? 0);
});
