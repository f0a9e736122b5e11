import { describe, expect, test } from "vitest";
import { answerCommand } from "../../../src/coding-agents/boxed/answer-command.ts";
import type { GateStatement, HarnessCommands, RecordFigures } from "../../../src/core/coding-agent.ts";
import { HarnessError } from "../../../src/core/fault.ts";

interface Scene {
  did: unknown[];
  ask(line: string): Promise<{ exitCode: number; stdout: string; stderr: string }>;
}

function scene(overrides: Partial<HarnessCommands> = {}): Scene {
  const did: unknown[] = [];
  const commands: HarnessCommands = {
    async benchmark(ids) {
      did.push(["benchmark", ids]);
      return "passed (1): a";
    },
    async gate(statement?: GateStatement) {
      did.push(["gate", statement]);
      return "a signal\n[gate] ACCEPTED (improvement): +9.0 points";
    },
    status: async () => "iteration 3 of 30",
    async record(figures: RecordFigures) {
      did.push(["record", figures]);
      return { agrees: figures.valScore === 0.5, text: "row 1" };
    },
    ...overrides,
  };
  return {
    did,
    ask: async (line) =>
      await answerCommand(line.split(" "), {
        commands,
        takeTree: async () => void did.push("take"),
        putTree: async () => void did.push("put"),
        onTrouble: (error) => void did.push(error),
      }),
  };
}

const done = { exitCode: 0, stderr: "" };

describe("a command line in the box", () => {
  test.each([
    ["auto-harness benchmark", ["take", ["benchmark", undefined], "put"]],
    ["benchmark --task-ids a,b", ["take", ["benchmark", ["a", "b"]], "put"]],
    ["benchmark --split train --task-ids a b --concurrency 8", ["take", ["benchmark", ["a", "b"]], "put"]],
    ["auto-harness gate", ["take", ["gate", {}]]],
    ["gating --fixes a,b --again", ["take", ["gate", { fixes: ["a", "b"], again: true }]]],
    ["auto-harness gate --hypothesis=why", ["take", ["gate", { hypothesis: "why" }]]],
    [
      "record --val-score 0.5 --evals-passed 1 --evals-total 2",
      [["record", { valScore: 0.5, evalsPassed: 1, evalsTotal: 2 }]],
    ],
    ["auto-harness status", []],
    ["auto-harness help", []],
  ])("%s does what a person's does", async (line, expected) => {
    const { did, ask } = scene();
    expect(await ask(line)).toMatchObject(done);
    expect(did).toEqual(expected);
  });

  test.each([
    ["auto-harness loop", /there is no command loop here/],
    ["auto-harness __proto__", /there is no command __proto__ here/],
    ["auto-harness adopt --force", /there is no command adopt here/],
    ["benchmark --split test", /only the train split/],
    ["benchmark --everything", /--everything/],
    ["benchmark task-a", /what is task-a\?/],
    ["record --val-score high", /expected numbers/],
  ])("%s is refused with what there is instead", async (line, why) => {
    const { did, ask } = scene();
    const answer = await ask(line);
    expect(answer).toMatchObject({ exitCode: 2, stdout: "" });
    expect(answer.stderr).toMatch(why);
    expect(did).toEqual([]);
  });

  test("ends with 1 where the gate does not accept, and where figures differ", async () => {
    const refused = scene({ gate: async () => "[gate] REJECTED (suite); it says ACCEPTED (nowhere)" });
    expect(await refused.ask("auto-harness gate")).toMatchObject({ exitCode: 1 });
    expect(await scene().ask("record --val-score 0.9")).toEqual({ exitCode: 1, stdout: "", stderr: "row 1\n" });
  });

  test("ends with 2 where nothing was run", async () => {
    const { ask } = scene({ benchmark: async () => "nothing was run: syntax-error: line 3" });
    expect(await ask("benchmark")).toEqual({
      exitCode: 2,
      stdout: "",
      stderr: "nothing was run: syntax-error: line 3\n",
    });
  });

  test("tells of the host's own trouble by its code alone, which ends the session", async () => {
    const trouble = new HarnessError({
      fault: "infrastructure",
      code: "image-build-trouble",
      message: "task secret-7",
    });
    const { did, ask } = scene({
      gate: async () => {
        throw trouble;
      },
    });
    const stderr = "gate: infrastructure fault: image-build-trouble; nothing more can be done here\n";
    expect(await ask("auto-harness gate")).toEqual({ exitCode: 3, stdout: "", stderr });
    expect(did).toEqual(["take", trouble]);
  });

  test("tells of a bug without a word of it", async () => {
    const { ask } = scene({
      benchmark: async () => {
        throw new TypeError("task secret-7 is undefined");
      },
    });
    const stderr = "benchmark: the harness failed; nothing more can be done here\n";
    expect(await ask("benchmark")).toEqual({ exitCode: 70, stdout: "", stderr });
  });
});
