// The table of docs/gate.md, bound by bound.

import { describe, expect, test } from "vitest";
import { judgeLook, type Look } from "../../../src/gate/judge-look.ts";

/** A look that goes on, but for what is given. */
function look(number: number, given: Partial<Look> = {}): Look {
  return {
    ...{ look: number, p_up: 0.05, p_low: 0.5 },
    ...{ tasks: 20, missing: 0, retried: number > 2 ? 10 : 0, pairs: 10 * Math.max(0, number - 2), missingPairs: 0 },
    ...given,
  };
}

function ends(number: number, given: Partial<Look>, state: "ok" | "failed" | "unknown" = "ok"): string | null {
  const end = judgeLook(look(number, given), { state });
  return end === null ? null : `${end.verdict} (${end.reason})`;
}

const accepted = "accepted (improvement)";
const harm = "rejected (harm)";
const futile = "rejected (futility)";
const missing = "inconclusive (missing)";

describe("a look", () => {
  test.each([
    ["0: harm at 0.15", 0, { p_low: 0.15 }, harm],
    ["0: within the tolerance", 0, { p_low: 0.15 + 1e-10 }, harm],
    ["0: not above", 0, { p_low: 0.150001 }, null],
    ["0: never accepts", 0, { p_up: 0 }, null],
    ["0: missing does not matter yet", 0, { missing: 20 }, null],
    ["1: harm at 0.35", 1, { p_low: 0.35 }, harm],
    ["1: not above", 1, { p_low: 0.350001 }, null],
    ["1: never accepts", 1, { p_up: 0 }, null],
    ["2: accepts at 0.0075", 2, { p_up: 0.0075 }, accepted],
    ["2: not above", 2, { p_up: 0.0078125 }, null],
    ["2: futile at 0.40", 2, { p_up: 0.4 }, futile],
    ["2: not below", 2, { p_up: 0.399999 }, null],
    ["2: harm no more", 2, { p_low: 0.01 }, null],
    ["2: a fifth missing", 2, { missing: 4, p_up: 0.001 }, accepted],
    ["2: more than a fifth missing", 2, { missing: 5, p_up: 0.001 }, missing],
    ["2: missing before futility", 2, { missing: 5, p_up: 0.9 }, missing],
    ["3: nothing to run again", 3, { retried: 0, pairs: 0 }, "rejected (no-difference)"],
    ["3: accepts at 0.015", 3, { p_up: 0.015 }, accepted],
    ["3: not above", 3, { p_up: 0.015001 }, null],
    ["3: futile at 0.30", 3, { p_up: 0.3 }, futile],
    ["3: not below", 3, { p_up: 0.299 }, null],
    ["3: a fifth of the pairs missing", 3, { missingPairs: 2, p_up: 0.01 }, accepted],
    ["3: more than a fifth missing", 3, { missingPairs: 3, p_up: 0.01 }, missing],
    ["3: tasks that are missing since look 2 count no more", 3, { missing: 4, p_up: 0.01 }, accepted],
    ["4: futile at 0.2667", 4, { p_up: 0.3 - 1 / 30 }, futile],
    ["4: not below", 4, { p_up: 0.266 }, null],
    ["4: of two rounds' pairs a fifth missing", 4, { missingPairs: 4, p_up: 0.01 }, accepted],
    ["5: futile at 0.2333", 5, { p_up: 0.3 - 2 / 30 }, futile],
    ["5: not below", 5, { p_up: 0.233 }, null],
    ["6: accepts at 0.015", 6, { p_up: 0.015 }, accepted],
    ["6: futile at 0.20", 6, { p_up: 0.2 }, futile],
    ["6: not below", 6, { p_up: 0.199 }, null],
    ["7: accepts at 0.035", 7, { p_up: 0.035 }, accepted],
    ["7: undecided above", 7, { p_up: 0.0351 }, "inconclusive (undecided)"],
    ["7: undecided at 0.20", 7, { p_up: 0.2 }, "inconclusive (undecided)"],
    ["7: futile above", 7, { p_up: 0.2001 }, futile],
    ["7: missing first", 7, { missingPairs: 11, p_up: 0.01 }, missing],
  ] as const)("%s", (_words, number, given, expected) => {
    expect(ends(number, given)).toBe(expected);
  });

  test("0 says the suite before harm, and no later look says it", () => {
    expect(ends(0, { p_low: 0.01 }, "failed")).toBe("rejected (suite)");
    expect(ends(0, {}, "failed")).toBe("rejected (suite)");
  });

  test.each([2, 3, 6, 7])("%i accepts nothing while the suite is unknown", (number) => {
    expect(ends(number, { p_up: 0.001 }, "unknown")).toBe("inconclusive (suite-missing)");
  });

  test("rejects as ever while the suite is unknown", () => {
    expect(ends(0, { p_low: 0.1 }, "unknown")).toBe(harm);
    expect(ends(2, { p_up: 0.5 }, "unknown")).toBe(futile);
    expect(ends(2, { missing: 9, p_up: 0.001 }, "unknown")).toBe(missing);
  });
});
