import { describe, expect, test } from "vitest";
import type { Look } from "../../../src/gate/judge-look.ts";
import { judgeRemovalLook } from "../../../src/gate/judge-removal-look.ts";

const even: Look = {
  ...{ look: 2, tasks: 20, missing: 0, retried: 3, pairs: 0, missingPairs: 0, p_up: 0.5, p_low: 0.5 },
};
const ok = { state: "ok" } as const;

describe("a removal", () => {
  test.each<[string, Partial<Look>, Parameters<typeof judgeRemovalLook>[1], ReturnType<typeof judgeRemovalLook>]>([
    [
      "goes when three rounds have told no harm",
      { look: 5, pairs: 9 },
      ok,
      { verdict: "accepted", reason: "no-worse" },
    ],
    ["goes when no task tells", { look: 3, retried: 0 }, ok, { verdict: "accepted", reason: "no-worse" }],
    ["goes on after the split alone", {}, ok, null],
    ["goes on after the split alone, however good it looks", { p_up: 0.001, p_low: 0.999 }, ok, null],
    ["goes on between two rounds", { look: 4, pairs: 6 }, ok, null],
    ["is refused in the first quarter", { look: 0, p_low: 0.15 }, ok, { verdict: "rejected", reason: "harm" }],
    ["goes on just above that", { look: 0, p_low: 0.16 }, ok, null],
    ["is refused in the first half", { look: 1, p_low: 0.35 }, ok, { verdict: "rejected", reason: "harm" }],
    ["is refused on the whole split", { p_low: 0.35 }, ok, { verdict: "rejected", reason: "harm" }],
    ["is refused in any round", { look: 5, pairs: 9, p_low: 0.35 }, ok, { verdict: "rejected", reason: "harm" }],
    ["is refused by the suite", { look: 0 }, { state: "failed" }, { verdict: "rejected", reason: "suite" }],
    ["is undecided without the suite", {}, { state: "unknown" }, { verdict: "inconclusive", reason: "suite-missing" }],
    ["is undecided with lost tasks", { missing: 5 }, ok, { verdict: "inconclusive", reason: "missing" }],
    [
      "is undecided with lost pairs",
      { look: 5, pairs: 9, missingPairs: 2 },
      ok,
      { verdict: "inconclusive", reason: "missing" },
    ],
  ])("%s", (_words, look, suite, end) => {
    expect(judgeRemovalLook({ ...even, ...look }, suite)).toEqual(end);
  });
});
