// gate/1 as a program sees it: a line in, a line out.

import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";
import { answerLine } from "../../../src/gate/answer-line.ts";
import { runCommand } from "../../../src/lib/run-command.ts";
import { temporaryFolder } from "../../helpers/temporary-folder.ts";

const bin = fileURLToPath(new URL("../../../bin/auto-harness.js", import.meta.url));

const minimal = { protocol: "gate/1", op: "decide", mode: "strict-seed", decision: "it-1", test: ["t1"] };
const byDefault = { protocol: "gate/1", op: "decide", decision: "it-1", test: ["t1"], history: { t1: [0] } };
const accepted = { ...minimal, runs: [{ step: "test", task: "t1", reward: 1 }] };

function answer(value: unknown): Record<string, unknown> {
  return JSON.parse(answerLine(typeof value === "string" ? value : JSON.stringify(value)));
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

  test("is decided by the default gate where no mode is named", () => {
    const suite = { ok: true, regressed: 0, allowed: 0 };
    const half = { p_up: 0.5, p_low: 0.5 };
    expect(answer(byDefault)).toEqual({
      action: "run",
      step: "test",
      need: [{ step: "test", arm: "candidate", task: "t1" }],
      numbers: { ...half, estimate: null, tasks: 0, missing: 0, retried_tasks: 0, suite },
    });
    const runs = [{ step: "test", arm: "candidate", task: "t1", reward: 0 }];
    expect(answer({ ...byDefault, mode: "default", runs })).toEqual({
      ...{ action: "verdict", verdict: "rejected", reason: "futility", look: 2 },
      numbers: { ...half, estimate: 0, tasks: 1, missing: 0, retried_tasks: 0, suite },
    });
  });

  test("is answered by p-values and nothing else", () => {
    const strata = [
      { candidate: [1], incumbent: [0, 0, 0] },
      { candidate: [1], incumbent: [0, 1] },
    ];
    expect(answer({ op: "pvalue", strata })).toEqual({
      p_up: expect.closeTo(1 / 12, 12),
      p_low: expect.closeTo(11 / 12, 12),
    });
    expect(answer({ op: "pvalue", id: 3, protocol: "gate/1", strata: [] })).toEqual({ id: 3, p_up: 0.5, p_low: 0.5 });
  });

  test("is answered by what enters the suite and what leaves it", () => {
    const runs = { steady: [1, 1, 1], flaky: [1, 0, 1], lucky: [1, 1], lost: [1, null, 1] };
    expect(answer({ op: "promote", suite: ["flaky"], runs })).toEqual({ promote: ["steady"], quarantine: ["flaky"] });
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
    ["what is nested too deeply", `{"id":${"[".repeat(50_000)}${"]".repeat(50_000)}}`, "not JSON"],
    ["a number", 3, "expected object"],
    ["another protocol", { ...minimal, protocol: "gate/2" }, "protocol"],
    ["an unknown operation", { ...minimal, op: "dance" }, "op"],
    ["an unknown mode", { ...minimal, mode: "lenient" }, "mode"],
    ["no operation", { ...minimal, op: undefined }, "op"],
    ["strata that are missing", { op: "pvalue" }, "strata"],
    ["a stratum without an incumbent", { op: "pvalue", strata: [{ candidate: [1] }] }, "strata[0].incumbent"],
    [
      "a reward in a stratum that is null",
      { op: "pvalue", strata: [{ candidate: [null], incumbent: [] }] },
      "strata[0].candidate[0]",
    ],
    ["a p-value of another protocol", { op: "pvalue", protocol: "gate/2", strata: [] }, "protocol"],
    ["a promotion's reward above 1", { op: "promote", runs: { a: [0, 7] } }, "runs.a[1]"],
    ["a promotion's suite with a task twice", { op: "promote", suite: ["a", "a"] }, "suite[1]"],
    ["an unknown key", { ...byDefault, best: ["0.5000"] }, "best"],
    ["an unknown key of the config", { ...byDefault, config: { treshold: 0.5 } }, "treshold"],
    ["a task that is there twice", { ...byDefault, test: ["t1", "t2", "t1"] }, "test[2]"],
    ["a suite task that is there twice", { ...byDefault, suite: ["a", "b", "b"] }, "suite[2]"],
    ["a task that is no text", { ...byDefault, test: [1] }, "test[0]"],
    ["history that is no list", { ...byDefault, history: { t1: 1 } }, "history.t1"],
    ["history above 1", { ...byDefault, history: { t1: [0, 1.01] } }, "history.t1[1]"],
    ["a run of another step", { ...byDefault, runs: [{ step: "recheck", task: "t1", reward: 1 }] }, "runs[0].step"],
    [
      "a fourth strike",
      { ...byDefault, runs: [{ step: "suite", strike: 4, arm: "candidate", task: "a", reward: 1 }] },
      "runs[0].strike",
    ],
    [
      "a round that there isn't",
      { ...byDefault, runs: [{ step: "fresh", round: 6, arm: "candidate", task: "t1", reward: 1 }] },
      "runs[0].round",
    ],
    [
      "the incumbent in the first stage",
      { ...byDefault, runs: [{ step: "test", arm: "incumbent", task: "t1", reward: 1 }] },
      "runs[0].arm",
    ],
    [
      "a test run's reward above 1",
      { ...byDefault, runs: [{ step: "test", arm: "candidate", task: "t1", reward: 1.1 }] },
      "runs[0].reward",
    ],
    [
      "a test run without a reward",
      { ...byDefault, runs: [{ step: "test", arm: "candidate", task: "t1" }] },
      "runs[0].reward",
    ],
    ["a history of none", { ...byDefault, config: { history: 0 } }, "config.history"],
    ["a suite cap below 0", { ...byDefault, config: { suite_cap: -1 } }, "config.suite_cap"],
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
  const lines = [minimal, "nonsense", "", { ...accepted, id: "a\u2028last" }];
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
    expect.objectContaining({ id: "a\u2028last", action: "verdict", verdict: "accepted" }),
  ]);
  expect([exitCode, stderr]).toEqual([0, ""]);
  const left = await runCommand(["ls", "-A"], { cwd: folder.path, signal: AbortSignal.timeout(10_000) });
  expect(left.stdout).toBe("");
}, 60_000);
