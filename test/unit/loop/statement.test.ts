// What a coding agent stated of its candidate, against what was seen of it. The split is train a b d g h i, test c e f j;
// the first agent passes a to e.

import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, test, vi } from "vitest";
import { stripCandidate as strip } from "../../../src/channel/strip-candidate.ts";
import type { GateStatement } from "../../../src/core/coding-agent.ts";
import { iterate } from "../../../src/loop/iterate.ts";
import { type IterationRecord, readIterations } from "../../../src/loop/iteration-record.ts";
import { calibrationLines, checkStatement, newStatement, predictionLine } from "../../../src/loop/statement.ts";
import { agentSource, type Deed } from "../../helpers/fake-benchmark.ts";
import { type FakeExperiment, firstDeeds, openFakeExperiment, prepared } from "../../helpers/fake-experiment.ts";
import { trialRecord } from "../../helpers/fake-trials.ts";

vi.setConfig({ testTimeout: 60_000 });

const better = { ...firstDeeds, "task-f": 1, "task-j": 1, "task-g": 1 };

interface Trip extends AsyncDisposable {
  experiment: FakeExperiment;
  record: IterationRecord;
  /** What the coding agent was told. */
  heard: string;
}

async function trip(
  deeds: Readonly<Record<string, Deed>>,
  statement: GateStatement,
  first?: "benchmark",
): Promise<Trip> {
  let heard = "";
  const experiment = await openFakeExperiment({
    settings: { gate: "default" },
    async propose({ tree, commands }) {
      await writeFile(join(tree, "agent/agent.ts"), agentSource(deeds));
      if (first !== undefined) await commands.benchmark();
      heard = await commands.gate(statement);
      return { summary: "an idea" };
    },
  });
  const split = await prepared(experiment);
  const { signal } = new AbortController();
  const record = await iterate(experiment, { iteration: 1, split, unfinished: undefined, strip, signal });
  return { experiment, record, heard, [Symbol.asyncDispose]: async () => await experiment[Symbol.asyncDispose]() };
}

describe("a statement", () => {
  test("is kept with its hypothesis, and the record says what came of it", async () => {
    const said = { hypothesis: "it forgets to check;\n so have it check", fixes: ["task-g", "task-h"] };
    await using made = await trip({ ...better, "task-b": 0 }, said);
    const { record, experiment } = made;
    expect(record.verdict?.verdict).toBe("accepted");
    expect(record.statement).toMatchObject({
      hypothesis: "it forgets to check; so have it check",
      fixes: ["task-g", "task-h"],
    });
    expect(readIterations(experiment.context.journal)[0]?.prediction).toEqual(record.prediction);
    const [mended, other] = record.prediction?.fixes ?? [];
    expect(mended).toMatchObject({ task: "task-g", passed: mended?.runs });
    expect(mended?.runs).toBeGreaterThan(1);
    expect(other).toMatchObject({ task: "task-h", passed: 0 });
    expect(record.prediction?.broken).toEqual([{ task: "task-b", passed: 0, runs: expect.any(Number) }]);
    const line = `hypothesis: it forgets to check; so have it check; should be fixed: task-g passed ${mended?.runs} of ${mended?.runs}, task-h passed 0 of ${other?.runs}; broken: task-b passed 0 of`;
    expect(experiment.said().join("\n")).toContain(`[gate] prediction  ${line}`);
    const learnings = await experiment.read("workspace/learnings.md");
    expect(learnings).toContain(`**Checked by the harness (it-1):** ${line}`);
    expect(learnings.indexOf("## Iteration 1 ")).toBeLessThan(learnings.indexOf("**Checked by"));
  });

  test("of a candidate that is refused at once has what the pre-screen saw", async () => {
    await using made = await trip({ ...firstDeeds, nothing: 1 }, { fixes: ["task-g"] });
    expect(made.record).toMatchObject({
      verdict: { reason: "no-flip" },
      prediction: { fixes: [{ task: "task-g", passed: 0, runs: 3 }], broken: [] },
    });
  });

  test("that names test tasks is answered as one that names tasks that are not there", async () => {
    const none = await trip({ ...firstDeeds, nothing: 1 }, { fixes: ["task-c", "task-e"] });
    const unknown = await trip({ ...firstDeeds, nothing: 1 }, { fixes: ["no-such", "neither"] });
    await using stack = new AsyncDisposableStack();
    for (const own of [none, unknown]) stack.use(own);
    expect(none.record.prediction).toEqual({ fixes: [], broken: [] });
    expect(none.record.prediction).toEqual(unknown.record.prediction);
    const without = (text: string) => text.replaceAll(/\d+ ms|\d+(\.\d)? s/g, "T");
    expect(without(none.heard)).toBe(without(unknown.heard));
    expect(await none.experiment.read("workspace/learnings.md")).not.toMatch(/task-[ce]/);
  });

  test("is no matter where nothing is said: nothing is printed and nothing noted", async () => {
    await using made = await trip({ ...firstDeeds, nothing: 1 }, {});
    expect(made.experiment.said().join("\n")).not.toContain("prediction");
    expect(await made.experiment.read("workspace/learnings.md")).not.toContain("Checked by");
  });

  test("can't be made of runs that its maker has seen, nor of those that a machine's speed decides about", async () => {
    await using made = await trip({ ...firstDeeds, "task-g": 1 }, { fixes: ["task-g"] }, "benchmark");
    const steps = made.experiment.context.journal.trials({ task: "task-g" }).map(({ parts }) => parts.step);
    expect(steps).toEqual(["baseline", "train", "screen"]);
    expect(made.record.prediction?.fixes).toEqual([{ task: "task-g", passed: 0, runs: 0 }]);
  });
});

describe("the check", () => {
  const statement = { ...newStatement({ fixes: ["a", "b", "x"] }), at: "2026-01-02T00:00:00.000Z" };
  const records = [
    trialRecord({ task: "a", step: "screen", decision: "it-1", key: "1" }),
    trialRecord({ task: "a", step: "train", startedAt: "2026-01-01T00:00:00.000Z" }),
    trialRecord({ task: "b", step: "train", startedAt: "2026-01-03T00:00:00.000Z" }),
    trialRecord({ task: "c", step: "suite", decision: "it-1", outcome: { status: "scored", reward: 0.4 } }),
    trialRecord({ task: "c", step: "suite", decision: "it-0" }),
    trialRecord({ task: "c", step: "recheck", decision: "it-1", outcome: { status: "void", reason: "lost" } }),
    trialRecord({ task: "t", step: "test", decision: "it-1" }),
  ];
  const journal = { trials: () => records };

  test.each([
    [true, 1],
    [false, 0],
  ])(
    "counts later train runs, this decision's, no lost ones, and the pre-screen's where it refused: %s",
    (screened, seen) => {
      const train = ["a", "b", "c", "d"];
      const request = {
        decision: "it-1",
        agent: "some-agent",
        statement,
        train,
        screened,
        before: { a: 0, b: 0, c: 1, d: 1 },
      };
      expect(checkStatement(journal, request)).toEqual({
        fixes: [
          { task: "a", passed: seen, runs: seen },
          { task: "b", passed: 1, runs: 1 },
        ],
        broken: [{ task: "c", passed: 0, runs: 1 }],
      });
    },
  );
});

test("a hypothesis is one line of at most 200 characters", () => {
  expect(newStatement({ hypothesis: ` a\r\n\u0007b ${"x".repeat(300)}` }).hypothesis).toMatch(/^a b x{195}…$/);
});

test("a night's statements are counted: right, wrong, never seen, and what broke", () => {
  const counts = (task: string, passed: number, runs: number) => ({ task, passed, runs });
  const first = { fixes: [counts("a", 2, 3), counts("b", 0, 3)], broken: [counts("c", 0, 1)] };
  const second = { fixes: [counts("d", 0, 0)], broken: [] };
  expect(calibrationLines([first, second])).toEqual([
    "predictions: 3 fixes stated, 1 came true, 1 could not be seen; 1 task broke, which nobody stated",
  ]);
  expect(calibrationLines([{ fixes: [], broken: [] }])).toEqual([]);
  expect(predictionLine(newStatement(), second)).toBe("should be fixed: d not run; broken: nothing that was run");
});
