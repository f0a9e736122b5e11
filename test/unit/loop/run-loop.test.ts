import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, test, vi } from "vitest";
import { stripCandidate as strip } from "../../../src/channel/strip-candidate.ts";
import { type LoopResult, runLoop } from "../../../src/loop/run-loop.ts";
import { agentSource, type Deed } from "../../helpers/fake-benchmark.ts";
import {
  type FakeExperiment,
  type FakeExperimentOptions,
  firstDeeds,
  openFakeExperiment,
  prepared,
} from "../../helpers/fake-experiment.ts";

vi.setConfig({ testTimeout: 120_000 });

const better = { ...firstDeeds, "task-f": 1 };

type Idea = Readonly<Record<string, Deed>> | "nothing" | "fails";

/** A coding agent with an idea for each of its sessions; nothing when they are used up. */
function withIdeas(ideas: readonly Idea[], options: FakeExperimentOptions = {}): FakeExperimentOptions {
  let session = 0;
  return {
    ...options,
    async propose({ tree }) {
      const idea = ideas[session++] ?? "nothing";
      if (idea === "fails") throw new Error("its model is away");
      if (idea !== "nothing") await writeFile(join(tree, "agent/agent.ts"), agentSource(idea, `session ${session}`));
      return { summary: `session ${session}` };
    },
  };
}

async function night(experiment: FakeExperiment): Promise<LoopResult> {
  const split = await prepared(experiment);
  return await runLoop(experiment, { split, strip, signal: new AbortController().signal });
}

async function nightOf(options: FakeExperimentOptions): Promise<LoopResult & { reasons: string[] }> {
  await using experiment = await openFakeExperiment(options);
  const result = await night(experiment);
  return { ...result, reasons: result.iterations.map(({ verdict }) => verdict?.reason ?? "none") };
}

describe("the loop ends", () => {
  test("after the iterations that were asked for, having said each with the best score so far", async () => {
    const ideas = [better, { ...firstDeeds, "task-c": 0 }];
    await using experiment = await openFakeExperiment(withIdeas(ideas, { settings: { iterations: 2 } }));
    const { iterations, reason } = await night(experiment);
    expect(reason).toBe("2 iterations are done");
    expect(iterations.map(({ iteration, verdict }) => [iteration, verdict?.verdict])).toEqual([
      [1, "accepted"],
      [2, "rejected"],
    ]);
    const shown = experiment.events.filter(({ type }) => /^(iteration|loop)-/.test(type));
    expect(shown).toEqual([
      { type: "iteration-start", iteration: 1, of: 2, best: "0.5000" },
      { type: "iteration-end", record: iterations[0] },
      { type: "iteration-start", iteration: 2, of: 2, best: "0.7500" },
      { type: "iteration-end", record: iterations[1] },
      { type: "loop-end", reason },
    ]);
  });

  test("after so many iterations in a row without an improvement, counted from the last one", async () => {
    const worse = { ...firstDeeds, "task-c": 0 };
    const settings = { iterations: 9, stopAfterNoImprovement: 2 };
    const ideas = [worse, better, { ...worse, "task-b": 0 }, { ...worse, "task-d": 0 }, better];
    const result = await nightOf(withIdeas(ideas, { settings }));
    expect(result.reasons).toEqual(["test", "improvement", "test", "test"]);
    expect(result.reason).toBe("2 iterations without an improvement");
  });

  test.each<[string, Idea[]]>([
    ["nothing", ["nothing", "nothing", "nothing"]],
    ["nothing or a failure", ["fails", "nothing", "fails"]],
    ["nothing but a comment", [firstDeeds, firstDeeds, firstDeeds]],
  ])("when the coding agent gave %s three times in a row", async (_words, ideas) => {
    const result = await nightOf(withIdeas(ideas, { settings: { iterations: 9, stopAfterNoImprovement: 9 } }));
    expect(result.iterations.length).toBe(3);
    expect(result.reason).toBe("the coding agent gave nothing to judge 3 times in a row");
  });

  test("but not when there was something to judge in between", async () => {
    const worse = { ...firstDeeds, "task-c": 0 };
    const ideas: Idea[] = ["nothing", "nothing", worse, "nothing"];
    const result = await nightOf(withIdeas(ideas, { settings: { iterations: 4, stopAfterNoImprovement: 9 } }));
    expect(result.reason).toBe("4 iterations are done");
  });

  test("when its hours are over, before another iteration begins", async () => {
    const result = await nightOf(withIdeas([better], { settings: { maxHours: 1e-12 } }));
    expect([result.iterations.length, result.reason]).toEqual([0, "1e-12 hours are over"]);
  });

  test("when the recorded score reaches its target, said with the noise of one run", async () => {
    const options = withIdeas([better, better], { settings: { iterations: 9, targetScore: 0.75 } });
    const result = await nightOf(options);
    expect(result.reasons).toEqual(["improvement"]);
    const noise = "one run of 4 test tasks, give or take 0.22";
    expect(result.reason).toBe(`the recorded score 0.7500 reaches the target of 0.75 (${noise})`);
  });

  test("but not while the score is below its target", async () => {
    const settings = { iterations: 1, targetScore: 0.76 };
    expect((await nightOf(withIdeas([better], { settings }))).reason).toBe("1 iterations are done");
  });

  test("when the budget is spent, and the next night goes on with the same candidate", async () => {
    const options = withIdeas([better], { settings: { iterations: 1, concurrency: 1 } });
    await using experiment = await openFakeExperiment(options);
    const split = await prepared(experiment);
    const go = async () => await runLoop(experiment, { split, strip, signal: new AbortController().signal });
    experiment.renewBudget(2);
    const first = await go();
    expect(first.iterations).toEqual([]);
    expect(first.reason).toContain("the budget of 2 US dollars is spent");
    experiment.renewBudget(undefined);
    const second = await go();
    expect(second).toMatchObject({
      iterations: [{ verdict: { verdict: "accepted" } }],
      reason: "1 iterations are done",
    });
    expect(experiment.ran().filter((line) => line.startsWith("test")).length).toBe(4);
  });
});

test("a loop that is asked to go on after its end runs nothing", async () => {
  await using experiment = await openFakeExperiment(withIdeas([better], { settings: { iterations: 1 } }));
  const split = await prepared(experiment);
  const go = async () => await runLoop(experiment, { split, strip, signal: new AbortController().signal });
  const first = await go();
  experiment.ran();
  expect(await go()).toEqual(first);
  expect(experiment.ran()).toEqual([]);
});
