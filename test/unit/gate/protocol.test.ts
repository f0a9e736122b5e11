// gate/1 as a program sees it: a line in, a line out.

import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";
import { answerLine } from "../../../src/gate/protocol.ts";
import { decideStrictSeed } from "../../../src/gate/strict-seed.ts";
import { runCommand } from "../../../src/lib/run-command.ts";
import { temporaryFolder } from "../../helpers/temporary-folder.ts";

const bin = fileURLToPath(new URL("../../../bin/auto-harness.js", import.meta.url));

const minimal = { protocol: "gate/1", op: "decide", mode: "strict-seed", decision: "it-1", test: ["t1"] };
const accepted = { ...minimal, runs: [{ step: "test", task: "t1", reward: 1 }] };

function answer(value: unknown): Record<string, unknown> {
  return JSON.parse(answerLine(typeof value === "string" ? value : JSON.stringify(value), decideStrictSeed));
}

describe("a line that can be read", () => {
  test("is answered by what is needed", () => {
    expect(answer(minimal)).toEqual({
      action: "run",
      step: "test",
      need: [{ step: "test", task: "t1" }],
      numbers: { suite_rate: 1, val_score: 0, best: null, record: "0.0000" },
    });
  });

  test("is answered by a verdict", () => {
    expect(answer(accepted)).toEqual({
      action: "verdict",
      verdict: "accepted",
      reason: "first",
      numbers: { suite_rate: 1, val_score: 1, best: null, record: "1.0000" },
      promoted: [],
      suite: [],
    });
  });

  test.each([["text"], [7], [null], [{ deep: [1] }]])("echoes the id %j", (id) => {
    expect(answer({ ...minimal, id })["id"]).toEqual(id);
  });

  test("leaves the id out where there was none", () => {
    expect("id" in answer(minimal)).toBe(false);
  });

  test("has 0.8 for the threshold where none is given", () => {
    const suite = ["a", "b", "c", "d", "e"];
    const runs = suite.map((task, index) => ({ step: "suite", task, reward: index === 0 ? 0 : 1 }));
    expect(answer({ ...accepted, suite, runs: [...runs, ...accepted.runs] })).toMatchObject({ verdict: "accepted" });
    const strict = { threshold: 0.81 };
    expect(answer({ ...accepted, suite, config: strict, runs: [...runs, ...accepted.runs] })).toMatchObject({
      verdict: "rejected",
      reason: "suite",
    });
  });
});

describe("a line that can't be read is answered with what is wrong", () => {
  test.each([
    ["no JSON", "{", "not JSON"],
    ["a bare word", "hello", "not JSON"],
    ["an array", [], "expected object"],
    ["null", null, "expected object"],
    ["a number", 3, "expected object"],
    ["another protocol", { ...minimal, protocol: "gate/2" }, "protocol"],
    ["an unknown operation", { ...minimal, op: "dance" }, "op"],
    ["an unknown mode", { ...minimal, mode: "lenient" }, "mode"],
    ["no test split", { ...minimal, test: undefined }, "test"],
    ["no decision", { ...minimal, decision: undefined }, "decision"],
    ["a reward above 1", { ...minimal, runs: [{ step: "test", task: "t1", reward: 1.5 }] }, "runs[0].reward"],
    ["a reward below 0", { ...minimal, runs: [{ step: "test", task: "t1", reward: -0.1 }] }, "runs[0].reward"],
    ["a reward as text", { ...minimal, runs: [{ step: "test", task: "t1", reward: "1" }] }, "runs[0].reward"],
    ["a run without a reward", { ...minimal, runs: [{ step: "test", task: "t1" }] }, "runs[0].reward"],
    ["an unknown step", { ...minimal, runs: [{ step: "fresh", task: "t1", reward: 1 }] }, "runs[0].step"],
    ["a threshold above 1", { ...minimal, config: { threshold: 2 } }, "config.threshold"],
    ["a best that is a number", { ...minimal, best: [0.5] }, "best[0]"],
    ["a best that is no score", { ...accepted, best: ["high"] }, "best[0]"],
    ["an empty best", { ...accepted, best: [""] }, "best[0]"],
    ["a train reward above 1", { ...minimal, train_results: { a: 2 } }, "train_results.a"],
  ])("%s", (_words, value, named) => {
    const { action, error, ...rest } = answer(value);
    expect([action, rest]).toEqual(["error", {}]);
    expect(String(error)).toContain(named);
  });

  test("with its id, where it had one", () => {
    expect(answer({ id: 9, protocol: "gate/1" })).toMatchObject({ id: 9, action: "error" });
  });
});

test("auto-harness gate --protocol answers line by line, bad lines too, and touches nothing", async () => {
  await using folder = await temporaryFolder();
  const lines = [minimal, "nonsense", "", { ...accepted, id: "last" }];
  const input = lines.map((line) => (typeof line === "string" ? line : JSON.stringify(line))).join("\n");
  const { exitCode, stdout, stderr } = await runCommand([process.execPath, bin, "gate", "--protocol"], {
    cwd: folder.path,
    input,
    signal: AbortSignal.timeout(60_000),
  });
  const answers = stdout
    .trim()
    .split("\n")
    .map((line) => JSON.parse(line) as Record<string, unknown>);
  expect(answers).toEqual([
    expect.objectContaining({ action: "run", step: "test" }),
    { action: "error", error: expect.stringContaining("not JSON") },
    expect.objectContaining({ id: "last", action: "verdict", verdict: "accepted" }),
  ]);
  expect([exitCode, stderr]).toEqual([0, ""]);
  const left = await runCommand(["ls", "-A"], { cwd: folder.path, signal: AbortSignal.timeout(10_000) });
  expect(left.stdout).toBe("");
}, 60_000);
