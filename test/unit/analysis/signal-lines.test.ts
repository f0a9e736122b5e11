import { describe, expect, test } from "vitest";
import type { KnownTask } from "../../../src/analysis/finding.ts";
import { forCodingAgent } from "../../../src/analysis/for-coding-agent.ts";
import { codingAgentLine, personLines } from "../../../src/analysis/signal-lines.ts";
import { staticSignals } from "../../../src/analysis/static-signals.ts";

const tasks: KnownTask[] = [
  { id: "log-errors", side: "train", instruction: "Count the errors of each service.", expected: [] },
  { id: "write-makefile", side: "test" },
];

function signalsOf(source: string) {
  return staticSignals(source, { incumbent: 'm = "gpt-5"', tasks, models: [] });
}

describe("a person", () => {
  test("sees every new signal with its place, and how many are old", () => {
    expect(personLines(signalsOf('m = "gpt-5";\nx("write-makefile")'), tasks)).toEqual([
      "[gate] step 0  signals: 1 new, 1 more that the incumbent has too (searched: 2 tasks by name, 1 by instruction, 1 by what they expect)",
      '[gate]         agent.ts:2 names-task: names the test task write-makefile  | x("write-makefile")',
    ]);
  });

  test("is told that there is none, and what was searched for", () => {
    expect(personLines(signalsOf("x"), [])).toEqual([
      "[gate] step 0  signals: none new (searched: 0 tasks by name, 0 by instruction, 0 by what they expect)",
    ]);
  });
});

test("more signals than a person reads are counted", () => {
  const models = Array.from({ length: 100 }, (_, index) => `m = "gpt-${index + 6}"`);
  const lines = personLines(signalsOf(models.join("\n")), tasks);
  expect(lines[0]).toContain("signals: 100 new");
  expect(lines).toHaveLength(42);
  expect(lines.at(-1)).toBe("[gate]         and 60 more");
});

describe("a coding agent", () => {
  test("sees kinds and counts of what is new, and nothing else", () => {
    const seen = forCodingAgent(signalsOf('m = "gpt-5"; n = "gpt-6";\nx("log-errors"); y("log-errors")'));
    expect(seen).toEqual([
      { audience: "coding-agent", kind: "names-model", count: 1 },
      { audience: "coding-agent", kind: "names-task", count: 2 },
    ]);
    expect(codingAgentLine(seen)).toBe(
      "[gate] step 0  signals: names-model 1, names-task 2 (a person will look at them)",
    );
  });

  test("learns nothing from guesses at test tasks", () => {
    const right = forCodingAgent(signalsOf('x("write-makefile")'));
    expect(right).toEqual(forCodingAgent(signalsOf('x("write-a-novel")')));
    expect(codingAgentLine(right)).toBe("[gate] step 0  signals: none");
  });

  test("is given counts by the type: what is for a person does not fit", () => {
    // @ts-expect-error signals as a whole are for a person
    const line = codingAgentLine(signalsOf('n = "gpt-6"'));
    expect(line).toContain("signals");
  });
});
