import { describe, expect, test } from "vitest";
import { trialFacts } from "../../../../src/analysis/train/trial-facts.ts";
import { exec, type RunOptions, run, says, trace } from "./traces.ts";

function factsOf(options: RunOptions) {
  const { record, trace: own } = run("a-task", options);
  return trialFacts(record, own);
}

describe("a shell's trial", () => {
  const events = [
    { type: "model", status: 200 },
    exec("ls /app"),
    exec("python3   run.py\n--all", 1, "Traceback\nKeyError: 'total'\n"),
    exec("make", 0),
    exec("make", 0),
    exec("make", 2, "no rule"),
    { type: "end" },
  ];

  test("has its first failing command with its place, the repeated one and how many failed", () => {
    expect(factsOf({ trace: trace(events, [says("All done.")]) })).toMatchObject({
      ending: { kind: "finished", code: "", detail: "All done." },
      firstFailure: { at: "events[2]", what: "python3 run.py --all", why: "exit code 1: KeyError: 'total'" },
      repeated: [{ what: "make", count: 3, at: "events[3]" }],
      unfinished: ["its last step failed"],
      ...{ steps: 5, failedSteps: 2, parts: [] },
    });
  });

  test("that timed out says so", () => {
    const event = { ...exec("sleep 999"), exitCode: null, timedOut: true };
    expect(factsOf({ trace: trace([event]) }).firstFailure?.why).toBe("timed out");
  });

  test("has the processes that were left, the system files that were changed, and the open items of the last message", () => {
    const changed = "system files changed, which the verifier may use: /usr/bin/cat";
    const notes = ["image note", "shared, processes left: sleep 100", changed];
    const words = says("Plan:\n- [x] one\n- [ ] two\n1. [ ] three");
    expect(factsOf({ notes, trace: trace([exec("ls")], [words]) }).unfinished).toEqual([
      "2 open items in its own list",
      "shared, processes left: sleep 100",
      changed,
    ]);
  });
});

describe("how a trial ended", () => {
  const step = exec("ls");
  const log = (text: string) => ({ type: "log", atMs: 1, text });
  const end = (how: "limit" | "crashed", code: string, detail = "") => ({ agentEnd: { how, code, detail } });

  test.each([
    ["a limit", { ...end("limit", "time-limit"), trace: trace([step]) }, "limit", "time-limit"],
    ["a crash", { ...end("crashed", "candidate-threw", "boom"), trace: trace([step]) }, "crashed", "candidate-threw"],
    ["its own steps", { trace: trace([step, log("stopped after 80 steps")]) }, "own-step-limit", ""],
    ["a question", { trace: trace([step], [says("Shall I go on?")]) }, "asked", ""],
    ["giving up", { trace: trace([step], [says("I was unable to open it.")]) }, "gave-up", ""],
    ["nothing done", { trace: trace([], [says("It is done.")]) }, "did-nothing", ""],
    ["an end that was meant", { trace: trace([step], [says("It is done.")]) }, "finished", ""],
  ])("is told by %s", (_what, options: RunOptions, kind, code) => {
    expect(factsOf(options).ending).toMatchObject({ kind, code });
  });

  test("is read from parts of a message too", () => {
    const parts = { role: "assistant", content: [{ type: "text", text: "Shall I?" }] };
    expect(factsOf({ trace: trace([step], [parts]) }).ending.kind).toBe("asked");
  });
});

describe("a conversation's trial", () => {
  const call = (id: string, name: string) => ({
    ...{ role: "assistant", content: null, turn: 1 },
    toolCalls: [{ id, name, arguments: { order: "#W1" } }],
  });
  const result = (toolCallId: string, error: boolean) => ({
    ...{ role: "tool", content: error ? "Error: order not found" : "{}", toolCallId, error, turn: 1 },
  });
  const messages = [
    ...[{ role: "user", content: "hi", turn: 0 }, call("1", "get_order"), result("1", true)],
    ...[call("2", "get_order"), result("2", true), call("3", "get_order"), result("3", false)],
  ];
  const details = {
    ...{ parts: { DB: 0, COMMUNICATE: 1 }, termination: "user_stop" },
    suspicions: [{ kind: "stopped-with-yes", message: 4 }],
  };

  test("has its tool calls as steps, the parts of its reward and what may be the user's fault", () => {
    expect(factsOf({ details, trace: trace([], messages), verifierOutput: "reward 0: DB 0" })).toMatchObject({
      firstFailure: {
        ...{ at: "messages[1]", what: 'get_order {"order":"#W1"}', why: "error: Error: order not found" },
      },
      repeated: [{ count: 3, at: "messages[1]" }],
      parts: ["DB is 0", "perhaps the user's fault: stopped-with-yes at messages[4]"],
      saying: { lines: ["DB is 0"] },
    });
  });

  test("that ended by a limit has no parts, and says by which", () => {
    const none = { parts: {}, termination: "max_steps", suspicions: [] };
    expect(factsOf({ details: none }).parts).toEqual(["no part of the reward was judged", "ended by max_steps"]);
  });
});

describe("a trial with a budget", () => {
  const tool = (name: string, result: unknown, refused?: string) => ({
    ...{ type: "tool", atMs: 1, name, args: { sql: "SELECT 1" }, result, cost: 1, budgetAfter: 3, durationMs: 1 },
    ...(refused === undefined ? {} : { refused }),
  });
  const phase = (passed: boolean, after: string | null = null) => ({ passed, after });
  const details = {
    ...{ phase1: phase(true, "debug"), phase2: phase(false), basis: ["rows"] },
    ...{ budgetUsed: 13, toolCalls: 3, questions: 1, submissions: 2 },
  };

  test("has its phases and what it used, and refused calls among what failed", () => {
    const events = [
      tool("execute_sql", "1 row"),
      tool("submit_sql", "no", "too expensive"),
      tool("x", "Error: no\nHint: yes"),
    ];
    expect(factsOf({ details, trace: trace(events) })).toMatchObject({
      parts: [
        ...["the follow-up is not answered", "the question only at a later try"],
        "1 questions, 2 submissions, 13 of the budget used",
      ],
      firstFailure: { at: "events[1]", why: "refused: too expensive" },
      ...{ steps: 3, failedSteps: 2 },
    });
  });

  test("has an error of the database in its first line", () => {
    const events = [tool("execute_sql", "error | count\n1 row"), tool("execute_sql", "Error: no column x\nHint: y")];
    expect(factsOf({ details, trace: trace(events) }).firstFailure).toMatchObject({
      ...{ at: "events[1]", why: "error: Error: no column x" },
    });
  });

  test("in which nothing was submitted says so", () => {
    const none = { ...details, phase1: phase(false), submissions: 0 };
    expect(factsOf({ details: none }).saying.lines).toEqual(["nothing was submitted", "the question is not answered"]);
  });
});

test("a trace of an unknown shape gives no steps and fails nothing", () => {
  expect(factsOf({ trace: trace([null, 7, { type: "exec" }, { type: "tool" }], [null, "x", {}]) })).toMatchObject({
    ...{ steps: 0, firstFailure: null, repeated: [] },
  });
});

test("hostile text of a megabyte is read in no time that a person would notice", () => {
  const blank = "\n".repeat(1_000_000);
  const events = [exec(`${" ".repeat(1_000_000)}x`, 1, `${"\u001b[".repeat(300_000)}${blank}`)];
  const facts = factsOf({ trace: trace(events, [says(`${blank}? ${"- ".repeat(300_000)}`)]) });
  expect(facts).toMatchObject({ steps: 1, failedSteps: 1, ending: { kind: "finished" } });
});
