import { describe, expect, test } from "vitest";
import { type PreScreenRequest, preScreen } from "../../../src/gate/pre-screen.ts";

const incumbent = { a: 0, b: 0.25, c: 0, d: 0.49, e: 0, f: 0, passes: 0.5, lost: null };

/** By task the rewards of the candidate's rounds. */
function ask(
  predicted: string[],
  rewards: Record<string, Array<number | null>> = {},
  config?: PreScreenRequest["config"],
) {
  const runs = Object.entries(rewards).flatMap(([task, own]) =>
    own.map((reward, index) => ({ task, round: index + 1, reward })),
  );
  return preScreen({ predicted, incumbent, runs, ...(config === undefined ? {} : { config }) });
}

function tasksOf(parts: Partial<Record<"checked" | "beyond" | "passing" | "unknown", string[]>>) {
  return { checked: [], beyond: [], passing: [], unknown: [], ...parts };
}

describe("which tasks run", () => {
  test("those that the incumbent fails, five at most in the order stated, each once", () => {
    const predicted = ["f", "a", "passes", "b", "a", "nowhere", "c", "lost", "d", "e"];
    expect(ask(predicted)).toEqual({
      action: "run",
      tasks: tasksOf({
        ...{ checked: ["f", "a", "b", "c", "d"], beyond: ["e"], passing: ["passes"], unknown: ["nowhere", "lost"] },
      }),
      need: ["f", "a", "b", "c", "d"].map((task) => ({ task, round: 1 })),
    });
  });

  test.each([
    ["nothing", []],
    ["only what passes already", ["passes"]],
    ["only what is not known", ["nowhere", "lost", "constructor", "__proto__"]],
  ])("a statement that names %s is not held against the candidate", (_, predicted) => {
    expect(ask(predicted)).toMatchObject({
      ...{ action: "verdict", verdict: "go-on", reason: "nothing-to-check", flipped: [], runs: 0 },
    });
  });

  test.each([
    [["a"], 3],
    [["a", "b"], 2],
    [["a", "b", "c"], 1],
  ])("%j runs in %i rounds, as one flaky run stops nobody", (predicted, rounds) => {
    const failing = (count: number) => Object.fromEntries(predicted.map((task) => [task, Array(count).fill(0)]));
    expect(ask(predicted, failing(rounds - 1))).toMatchObject({
      need: predicted.map((task) => ({ task, round: rounds })),
    });
    expect(ask(predicted, failing(rounds))).toMatchObject({ verdict: "no-flip", runs: rounds * predicted.length });
  });

  test("the config says how many tasks and runs", () => {
    expect(ask(["a", "b"], {}, { tasks: 1, runs: 1 })).toMatchObject({ need: [{ task: "a", round: 1 }] });
    expect(ask(["a", "b"], { a: [0] }, { tasks: 1, runs: 1 })).toMatchObject({ verdict: "no-flip", runs: 1 });
  });
});

describe("what they show", () => {
  test("one task that passes is enough, also while others are absent", () => {
    expect(ask(["a", "b", "c"], { b: [0.5] })).toEqual({
      ...{ action: "verdict", verdict: "go-on", reason: "flip", flipped: ["b"], runs: 3 },
      tasks: tasksOf({ checked: ["a", "b", "c"] }),
    });
  });

  test("none that passes is no-flip", () => {
    expect(ask(["a", "b", "c"], { a: [0], b: [0.49], c: [0] })).toEqual({
      ...{ action: "verdict", verdict: "no-flip", reason: "no-flip", flipped: [], runs: 3 },
      tasks: tasksOf({ checked: ["a", "b", "c"] }),
    });
  });

  test("a pass in a later round counts", () => {
    expect(ask(["a"], { a: [0, 1] })).toMatchObject({ reason: "flip", flipped: ["a"], runs: 2 });
  });

  test("over a fifth of the runs lost says nothing", () => {
    expect(ask(["a", "b", "c", "d", "e"], { a: [null], b: [0], c: [0], d: [0], e: [0] })).toMatchObject({
      verdict: "no-flip",
    });
    expect(ask(["a", "b", "c", "d"], { a: [null], b: [0], c: [0], d: [0] })).toMatchObject({
      ...{ verdict: "go-on", reason: "missing", runs: 4 },
    });
  });

  test("a later run with the same task and round replaces an earlier one, and others are ignored", () => {
    const runs = [
      { task: "a", round: 1, reward: 1 },
      { task: "a", round: 1, reward: 0 },
      { task: "passes", round: 1, reward: 1 },
      { task: "b", round: 7, reward: 1 },
    ];
    expect(preScreen({ predicted: ["a", "passes"], incumbent, runs })).toMatchObject({
      need: [{ task: "a", round: 2 }],
    });
  });
});
