import { describe, expect, test } from "vitest";
import type { IterationRecord, Verdict } from "../../../src/loop/iteration-record.ts";
import { iterationLine, iterationsTable } from "../../../src/report/iterations-table.ts";

const verdict: Verdict = {
  ...{ estimate: null, pUp: null, look: null, regressed: [], quarantined: [], signals: [] },
  ...{ decision: "it-1", verdict: "accepted", reason: "improvement", detail: "", valScore: 0.75, best: 0.5 },
  ...{ suitePassed: 3, suiteTotal: 4, promoted: ["a", "b"], runs: 12, costUsd: 1, durationMs: 5000 },
};

function iteration(changes: Partial<IterationRecord> = {}): IterationRecord {
  return {
    ...{
      version: 1,
      iteration: 1,
      phase: "done",
      summary: "plan first",
      statement: null,
      prediction: null,
      candidate: null,
      verdict,
      trainScore: 1,
    },
    ...{
      commit: "abc1234",
      costUsd: 1.5,
      throttledMs: 0,
      startedAt: "2026-01-01T00:00:00.000Z",
      endedAt: "2026-01-01T00:01:05.000Z",
    },
    ...changes,
  };
}

function refusal(reason: string): Verdict {
  const nothing = { valScore: null, best: null, suitePassed: 0, suiteTotal: 0, promoted: [], runs: 0, costUsd: 0 };
  return { ...verdict, ...nothing, verdict: "rejected", reason };
}

describe("the table of a night", () => {
  test("has a row for the baseline and one for each iteration, in columns", () => {
    const iterations = [
      iteration(),
      iteration({ iteration: 2, verdict: refusal("no-edit"), summary: "", costUsd: null }),
      iteration({ iteration: 3, verdict: null, endedAt: null, phase: "proposing", summary: "" }),
    ];
    const lines = iterationsTable("0.5000", iterations, { rehearsal: false });
    expect(lines).toEqual([
      "it  verdict   reason       test score  suite   runs  cost          time        what was tried",
      "-".repeat(93),
      "0   baseline               0.5000",
      "1   accepted  improvement  0.7500      3/4 +2  12    $1.50         1 min 05 s  plan first",
      "2   rejected  no-edit                          0     unknown cost  1 min 05 s",
      "3   none",
    ]);
  });

  test("labels a rehearsal's scores", () => {
    const [header] = iterationsTable("0.5000", [], { rehearsal: true });
    expect(header).toContain("rehearsal score");
    expect(header).not.toContain("test score");
  });

  test("keeps its columns under each other, whatever stands in them", () => {
    const long = iteration({ verdict: { ...verdict, reason: "a-reason-that-is-rather-long" } });
    const lines = iterationsTable("0.5000", [iteration(), long], { rehearsal: false });
    const places = lines.slice(3).map((line) => line.indexOf("0.7500"));
    expect(places).toEqual([lines[0]?.indexOf("test score"), lines[0]?.indexOf("test score")]);
    expect(lines.filter((line) => line !== line.trimEnd())).toEqual([]);
  });
});

test("an iteration in a line", () => {
  expect(iterationLine(iteration())).toBe("iteration 1: ACCEPTED (improvement) — plan first");
  expect(iterationLine(iteration({ summary: "" }))).toBe("iteration 1: ACCEPTED (improvement) — no summary");
  expect(iterationLine(iteration({ verdict: null }))).toBe("iteration 1: no verdict — plan first");
});
