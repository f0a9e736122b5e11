import { describe, expect, test } from "vitest";
import { decideDefault } from "../../../src/gate/decide.ts";
import type { DefaultRequest, GateRun } from "../../../src/gate/protocol.ts";
import { runsAhead } from "../../../src/gate/runs-ahead.ts";
import { type RewardOf, requestOf, tasks } from "./play-gate.ts";

const twelve = { test: tasks(12) };

/** The request after `blocks` blocks have been answered. */
function requestAfter(request: DefaultRequest, blocks: number, rewardOf: RewardOf): DefaultRequest {
  let runs = request.runs;
  for (let block = 0; block < blocks; block++) {
    const answer = decideDefault({ ...request, runs });
    if (answer.action === "verdict") throw new Error(`a verdict after ${block} blocks`);
    runs = [...runs, ...answer.need.map((run) => ({ ...run, reward: rewardOf(run) }))];
  }
  return { ...request, runs };
}

function needOf(request: DefaultRequest): readonly GateRun[] {
  const answer = decideDefault(request);
  return answer.action === "run" ? answer.need : [];
}

/** Three tasks that tell, in every round. */
const telling: RewardOf = (run) => (["t01", "t02", "t03"].includes(run.task) && run.arm === "candidate" ? 1 : 0);

/** Three that tell at first and never again: five rounds say nothing more. */
const slow: RewardOf = (run) => (run.step === "fresh" ? 1 : telling(run));

describe("while a block is run, the next one may be", () => {
  test.each([
    ["the suite: the first quarter", { ...twelve, suite: ["s"] }, 0],
    ["the suite's second strike: the first quarter", { ...twelve, suite: ["s"] }, 1],
    ["the first quarter: the second", twelve, 0],
    ["the second quarter: the rest", twelve, 1],
  ])("%s", (_words, scene, blocks) => {
    const now = requestAfter(requestOf(scene), blocks, telling);
    const ahead = runsAhead(now);
    const next = now.suite.length > 0 ? { ...now, suite: [] } : requestAfter(now, 1, telling);
    expect(ahead).toEqual(needOf(next));
    expect(ahead.length).toBeGreaterThan(0);
  });

  test("the rest of the split: the first round of what is known to run again", () => {
    const now = requestAfter(requestOf(twelve), 2, telling);
    const known = now.runs.filter(({ reward }) => reward === 1).map(({ task }) => task);
    expect(known.length).toBeGreaterThan(0);
    expect(runsAhead(now)).toEqual(
      known.flatMap((task) =>
        (["candidate", "incumbent"] as const).map((arm) => ({ step: "fresh", round: 1, arm, task })),
      ),
    );
  });

  test("a round: the next one, and after the last there is none", () => {
    const request = requestOf(twelve);
    for (const round of [1, 2, 3, 4]) {
      const now = requestAfter(request, 2 + round, slow);
      expect(needOf(now)[0]).toMatchObject({ step: "fresh", round });
      expect(runsAhead(now)).toEqual(needOf(requestAfter(now, 1, slow)));
    }
    const last = requestAfter(request, 7, slow);
    expect(needOf(last)[0]).toMatchObject({ round: 5 });
    expect(runsAhead(last)).toEqual([]);
  });

  test("only what is absent, and nothing after a verdict", () => {
    const now = requestAfter(requestOf(twelve), 1, telling);
    const [first, ...rest] = runsAhead(now);
    if (first === undefined) throw new Error("nothing ahead");
    const begun = { ...now, runs: [...now.runs, { ...first, reward: 0 }] };
    expect(runsAhead(begun)).toEqual(rest);
    expect(runsAhead(requestOf({ test: [] }))).toEqual([]);
  });
});
