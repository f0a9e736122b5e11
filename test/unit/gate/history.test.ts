import { expect, test } from "vitest";
import { dueRuns } from "../../../src/gate/history.ts";

test.each([
  ["a new incumbent runs at once", 0, 0, 1],
  ["and not again", 1, 0, 0],
  ["nor after four decisions", 1, 4, 0],
  ["but after five", 1, 5, 1],
  ["once", 2, 5, 0],
  ["nor after nine", 2, 9, 0],
  ["again after ten", 2, 10, 1],
  ["what was not made is still due", 1, 12, 2],
  ["five are enough", 5, 40, 0],
  ["and never more", 5, 20, 0],
])("%s: %i held, %i decisions", (_words, held, decisions, due) => {
  expect(dueRuns({ held, decisions })).toBe(due);
});
