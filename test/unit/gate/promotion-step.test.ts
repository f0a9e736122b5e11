import { describe, expect, test } from "vitest";
import { dueRechecks, promotion } from "../../../src/gate/promotion-step.ts";

const [pass, fail] = [1, 0];

describe("promotion", () => {
  test.each([
    ["three passes of three", [1, 1, 1], true],
    ["two runs, both passed", [1, 1], false],
    ["two runs and a missing one", [1, null, 1], false],
    ["three passes and a missing run", [1, null, 1, 1], true],
    ["three of four", [0, 1, 1, 1], false],
    ["four of five", [0, 1, 1, 1, 1], false],
    ["six of seven", [0, 1, 1, 1, 1, 1, 1], true],
    ["five of six", [0, 1, 1, 1, 1, 1], false],
    ["passes by one half", [0.5, 0.5, 0.5], true],
    ["failures long ago, beyond the newest eight", [0, 0, 0, ...Array.from({ length: 8 }, () => 1)], true],
    ["passes long ago, beyond the newest eight", [1, 1, 1, 0, 0, 0, 0, 0, 0, 0, 0], false],
  ])("of a train task with %s", (_words, rewards, enters) => {
    expect(promotion({ suite: [], runs: { task: rewards } })).toEqual({
      promote: enters ? ["task"] : [],
      quarantine: [],
    });
  });

  test.each([
    ["three passes", [1, 1, 1], false],
    ["two of three", [1, 0, 1], true],
    ["three of four", [1, 1, 1, 0], false],
    ["three of five", [1, 1, 1, 0, 0], true],
    ["two failures: too few runs to say", [0, 0], false],
    ["no run at all", [], false],
  ])("of a suite task with %s", (_words, rewards, leaves) => {
    expect(promotion({ suite: ["task"], runs: { task: rewards } })).toEqual({
      promote: [],
      quarantine: leaves ? ["task"] : [],
    });
  });

  test("sorts by name", () => {
    const runs = { b: [1, 1, 1], a: [1, 1, 1], z: [0, 0, 0], y: [0, 0, 0] };
    expect(promotion({ suite: ["z", "y"], runs })).toEqual({ promote: ["a", "b"], quarantine: ["y", "z"] });
  });
});

describe("what runs after an acceptance", () => {
  const scene = { suite: ["kept"], trainResults: { kept: fail, solved: pass, failed: fail, low: 0.49, lost: null } };

  test("is what failed last time and is not in the suite, once", () => {
    expect(dueRechecks({ ...scene, rechecks: {} })).toEqual(["failed", "low"]);
  });

  test("is, then, what passed, twice more", () => {
    expect(dueRechecks({ ...scene, rechecks: { failed: [pass], low: [fail] } })).toEqual(["failed"]);
    expect(dueRechecks({ ...scene, rechecks: { failed: [pass, fail], low: [null] } })).toEqual(["failed"]);
    expect(dueRechecks({ ...scene, rechecks: { failed: [pass, fail, pass], low: [fail] } })).toEqual([]);
  });
});
