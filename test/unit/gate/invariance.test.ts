// What a verdict must not depend on, over many random decisions.

import { describe, expect, test } from "vitest";
import { decideDefault } from "../../../src/gate/decide.ts";
import type { DefaultRequest, GateRun } from "../../../src/gate/protocol.ts";
import { seededRandom } from "../../../src/lib/seeded-random.ts";
import { playGate, requestOf, tasks } from "./play-gate.ts";

type Run = DefaultRequest["runs"][number];

interface Scene {
  request: DefaultRequest;
  /** The request with every run that it asked for. */
  full: DefaultRequest;
  rewardOf: (run: GateRun) => number | null;
  random: () => number;
}

function shuffled<Item>(items: readonly Item[], random: () => number): Item[] {
  return items
    .map((item) => ({ item, at: random() }))
    .sort((a, b) => a.at - b.at)
    .map(({ item }) => item);
}

/** Rewards that do not depend on when a run is made; 0/1 in every other scene, 5 % of runs missing. */
function sceneOf(seed: number): Scene {
  const random = seededRandom(`scene ${seed}`);
  const test = tasks(6 + Math.floor(random() * 20));
  const suite = tasks(Math.floor(random() * 8)).map((task) => `suite-${task}`);
  const levels = new Map(test.map((task) => [task, random()]));
  const lift = random() * 0.5 - 0.1;
  const rewardOf = (run: GateRun) => {
    const luck = seededRandom(`${seed} ${JSON.stringify(run)}`);
    if (luck() < 0.05) return null;
    const level = (levels.get(run.task) ?? 0.9) + (run.arm === "candidate" ? lift : 0);
    if (seed % 2 === 0) return luck() < level ? 1 : 0;
    return Math.min(1, Math.max(0, level + luck() - 0.5));
  };
  const history = Object.fromEntries(
    test.map((task) => [
      task,
      [1, 2, 3].map((round) => rewardOf({ step: "fresh", round: round + 100, arm: "incumbent", task })),
    ]),
  );
  const request = requestOf({ test, suite, history, decision: `it-${seed}` });
  const { asked } = playGate(request, rewardOf);
  return { request, full: { ...request, runs: answered(asked.flat(), rewardOf) }, rewardOf, random };
}

function answered(runs: readonly GateRun[], rewardOf: Scene["rewardOf"]): Run[] {
  return runs.map((run) => ({ ...run, reward: rewardOf(run) }));
}

const seeds = Array.from({ length: 80 }, (_, index) => index);

describe("a verdict", () => {
  test("is of every kind among the scenes", () => {
    const verdicts = seeds.map((seed) => decideDefault(sceneOf(seed).full));
    const kinds = new Set(verdicts.map((answer) => (answer.action === "verdict" ? answer.verdict : "none")));
    expect(kinds).toEqual(new Set(["accepted", "rejected", "inconclusive"]));
  });

  test.each(seeds)("does not depend on the order of runs, test tasks or suite (scene %i)", (seed) => {
    const { full, random } = sceneOf(seed);
    const mixed = {
      ...full,
      runs: shuffled(full.runs, random),
      test: shuffled(full.test, random),
      suite: shuffled(full.suite, random),
    };
    expect(decideDefault(mixed)).toEqual(decideDefault(full));
  });

  test.each(seeds)("does not depend on runs beyond it, nor on runs that were not asked for (scene %i)", (seed) => {
    const { request, full, rewardOf } = sceneOf(seed);
    const everything: GateRun[] = [
      ...[...request.suite, "stranger"].flatMap((task) =>
        [1, 2, 3].map((strike) => ({ step: "suite", strike, arm: "candidate", task }) as const),
      ),
      ...[...request.test, "stranger"].flatMap((task) => [
        { step: "test", arm: "candidate", task } as const,
        ...[1, 2, 3, 4, 5].flatMap((round) => [
          { step: "fresh", round, arm: "candidate", task } as const,
          { step: "fresh", round, arm: "incumbent", task } as const,
        ]),
      ]),
    ];
    expect(decideDefault({ ...request, runs: answered(everything, rewardOf) })).toEqual(decideDefault(full));
  });

  test.each(seeds)("does not depend on what an earlier run of the same key was (scene %i)", (seed) => {
    const { full, random } = sceneOf(seed);
    const earlier = full.runs.map((run) => ({ ...run, reward: random() < 0.3 ? null : random() }));
    expect(decideDefault({ ...full, runs: [...earlier, ...full.runs] })).toEqual(decideDefault(full));
  });

  test.each(seeds)("asks for a run again that is taken away, and for that alone (scene %i)", (seed) => {
    const { full, random } = sceneOf(seed);
    const index = Math.floor(random() * full.runs.length);
    const taken = full.runs[index];
    if (taken === undefined) throw new Error("a decision without runs");
    const { reward: _reward, ...run } = taken;
    const answer = decideDefault({ ...full, runs: full.runs.toSpliced(index, 1) });
    expect(answer).toMatchObject({ action: "run", step: run.step, need: [run] });
  });

  test("depends on the names of tasks by their order alone: the whole split is evaluated alike", () => {
    for (const seed of seeds) {
      const { full } = sceneOf(seed);
      const rename = (task: string) => `other-${task}`;
      const answer = decideDefault(full);
      const renamed = decideDefault({
        ...full,
        test: full.test.map(rename),
        history: Object.fromEntries(Object.entries(full.history).map(([task, rewards]) => [rename(task), rewards])),
        runs: full.runs.map((run) => (run.step === "suite" ? run : { ...run, task: rename(run.task) })),
      });
      // Where the first looks let both pass, what follows is the same.
      if (answer.action === "verdict" && answer.look >= 2 && renamed.action === "verdict" && renamed.look >= 2) {
        expect(renamed).toEqual({
          ...answer,
          numbers: expect.objectContaining({ p_up: expect.closeTo(answer.numbers.p_up, 12) }),
        });
      }
    }
  });
});
