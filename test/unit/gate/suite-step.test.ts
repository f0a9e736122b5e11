import { describe, expect, test } from "vitest";
import { KnownRuns } from "../../../src/gate/known-runs.ts";
import { suiteStep } from "../../../src/gate/suite-step.ts";
import { tasks } from "./play-gate.ts";

type Strikes = readonly (number | null)[];

/** Every task's rewards, strike by strike; what is not there is absent. */
function stepOf(rewards: readonly Strikes[], threshold = 0.8) {
  const suite = tasks(rewards.length);
  const runs = rewards.flatMap((strikes, index) =>
    strikes.map((reward, strike) => {
      const run = { step: "suite", strike: strike + 1, arm: "candidate", task: suite[index] ?? "" } as const;
      return { ...run, reward };
    }),
  );
  return suiteStep(suite, { runs: new KnownRuns(runs), threshold });
}

const passed: Strikes = [1];

describe("the suite", () => {
  test("that is empty is ok at once", () => {
    expect(stepOf([])).toEqual({
      ...{ need: [], state: "ok", tasks: 0, missing: 0, failed: [0], regressed: 0, allowed: 0 },
    });
  });

  test("is asked for once, all of it", () => {
    expect(stepOf([[], passed, []]).need).toEqual([
      { step: "suite", strike: 1, arm: "candidate", task: "t01" },
      { step: "suite", strike: 1, arm: "candidate", task: "t03" },
    ]);
  });

  test("that failed in more than is allowed runs the failing tasks again, and those that fail again once more", () => {
    const failing = [[0], [0.49], passed, passed, passed, passed];
    expect(stepOf(failing)).toMatchObject({ state: null, allowed: 1, failed: [2] });
    expect(stepOf(failing).need).toEqual([
      { step: "suite", strike: 2, arm: "candidate", task: "t01" },
      { step: "suite", strike: 2, arm: "candidate", task: "t02" },
    ]);
    const again = [[0, 0], [0.49, 0], passed, passed, passed, passed];
    expect(stepOf(again).need.map(({ strike, task }) => [strike, task])).toEqual([
      [3, "t01"],
      [3, "t02"],
    ]);
  });

  test("asks for the absent runs of a strike alone", () => {
    const { need } = stepOf([[0, 0], [0], passed, passed, passed, passed]);
    expect(need).toEqual([{ step: "suite", strike: 2, arm: "candidate", task: "t02" }]);
  });

  test.each([
    ["as many failures as are allowed", [[0], passed, passed, passed, passed], "ok", [1], 0],
    ["one half is a pass", [[0.5], [0.5]], "ok", [0], 0],
    ["one that passes at the second strike", [[0, 1], [0, 0], passed, passed, passed, passed], "ok", [2, 1], 0],
    ["one that passes at the third", [[0, 0, 1], [0, 0, 0], passed, passed, passed, passed], "ok", [2, 2, 1], 1],
    ["two that never pass", [[0, 0, 0], [0, 0, 0], passed, passed, passed, passed], "failed", [2, 2, 2], 2],
    ["a re-run that is missing counts as passed", [[0, null], passed, passed], "ok", [1, 0], 0],
    ["and so does one of the third strike", [[0, 0, null], passed, passed], "ok", [1, 1, 0], 0],
    ["one task alone has three strikes", [[0, 0, 0]], "failed", [1, 1, 1], 1],
    [
      "three of three have them too",
      [
        [0, 0, 0],
        [0, 0, 0],
        [0, 0, 0],
      ],
      "failed",
      [3, 3, 3],
      3,
    ],
    ["three of four are more than half: no strike more", [[0], [0], [0], passed], "failed", [3], 0],
    ["half of four is not: they run again", [[0, 1], [0, 1], passed, passed], "ok", [2, 0], 0],
    ["a fifth of it missing", [passed, passed, passed, passed, [null]], "ok", [0], 0],
    ["more than a fifth missing", [passed, passed, passed, [null]], "unknown", [0], 0],
    ["missing and failed", [[0], [0], [0], [0], [null], [null]], "failed", [4], 0],
    ["all missing", [[null], [null]], "unknown", [0], 0],
  ] as const)("%s", (_words, rewards, state, failed, regressed) => {
    expect(stepOf(rewards)).toMatchObject({ need: [], state, failed, regressed });
  });

  test.each([
    [20, 0.8, 4],
    [10, 0.8, 2],
    [9, 0.8, 1],
    [5, 0.8, 1],
    [4, 0.8, 0],
    [10, 0.9, 1],
    [10, 0.7, 3],
    [7, 1, 0],
    [7, 0, 7],
  ])("of %i valid tasks at %d allows %i failures", (count, threshold, allowed) => {
    expect(
      stepOf(
        tasks(count).map(() => passed),
        threshold,
      ).allowed,
    ).toBe(allowed);
  });

  test("counts what is allowed by what is valid", () => {
    const rewards = [...tasks(9).map(() => passed), [null]];
    expect(stepOf(rewards)).toMatchObject({ tasks: 10, missing: 1, allowed: 1 });
  });
});
