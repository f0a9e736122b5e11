import { describe, expect, test } from "vitest";
import { TurnCount } from "../../../src/benchmarks/bird-interact/serve-agent/turn-count.ts";
import { UpstreamAccount } from "../../../src/benchmarks/bird-interact/serve-agent/upstream-account.ts";
import { upstreamEvents } from "../../../src/benchmarks/bird-interact/serve-agent/upstream-events.ts";

const coins = (budget_remaining: number) => ({ task_id: "t", budget_remaining, initial_budget: 14, total_reward: 0 });
const verdict = (phase_completed: 1 | 2 | null, reward: number, has_follow_up = false) => ({
  ...{ passed: phase_completed !== null, message: "said", reward, phase_completed, has_follow_up },
});

describe("a-interact", () => {
  test("a call is charged, recorded with the budget around it, and tells what is left", () => {
    const account = new UpstreamAccount("a-interact", coins(4.5));
    const charged = account.charge("get_column_meaning");
    expect(charged).toEqual({ refused: null, cost: 0.5, before: 4.5 });
    const args = { table_name: "a", column_name: "b" };
    expect(account.record("get_column_meaning", args, "its meaning", charged)).toBe(
      "its meaning\n\n[4 of 14 coins left]",
    );
    expect(account.snapshot()).toEqual({
      ...{ ...coins(4), _budget_before: 4.5, dialogue_history: [] },
      tool_trajectory: [
        {
          ...{ type: "tool", tool: "get_column_meaning", args, result: "its meaning" },
          ...{ cost: 0.5, budget_before: 4.5, budget_after: 4 },
        },
      ],
    });
  });

  test("a call that costs more than is left is refused and takes nothing", () => {
    const account = new UpstreamAccount("a-interact", coins(1.5));
    expect(account.charge("ask_user")).toEqual({
      refused: expect.stringMatching(/only 1\.5 coins are left/),
      ...{ cost: 2, before: 1.5 },
    });
    expect(account.snapshot().budget_remaining).toBe(1.5);
  });

  test.each([2, 3])("a submission with %d coins left is made, and ends the task at the next model call", (left) => {
    const account = new UpstreamAccount("a-interact", coins(left));
    expect([account.modelCall(), account.ended]).toEqual([null, false]);
    expect(account.charge("submit_sql").refused).toBeNull();
    expect([account.snapshot().budget_remaining, account.ended]).toEqual([-1, true]);
    expect(account.modelCall()).toMatch(/budget is spent/);
  });

  test("every submission that passes pays, as upstream's does: the reward goes over 1", () => {
    const account = new UpstreamAccount("a-interact", coins(14));
    account.submitted(verdict(1, 0.7, true));
    expect([account.phase, account.done]).toEqual([2, false]);
    account.submitted(verdict(2, 0.3));
    account.submitted(verdict(2, 0.3));
    expect(account.reward).toBeCloseTo(1.3);
    expect(account.snapshot()).toMatchObject({ phase1_completed: true, phase2_completed: true, task_done: true });
    expect(account.modelCall()).toMatch(/completed/);
  });

  test("a first phase without a follow-up ends the task", () => {
    const account = new UpstreamAccount("a-interact", coins(14));
    account.submitted(verdict(1, 0.7));
    expect([account.done, account.reward]).toEqual([true, 0.7]);
  });

  test("the sixty-first model call is answered with an end text", () => {
    const account = new UpstreamAccount("a-interact", coins(14));
    const texts = Array.from({ length: 61 }, () => account.modelCall());
    expect(texts.slice(0, 60)).toEqual(Array.from({ length: 60 }, () => null));
    expect(texts[60]).toMatch(/limit of model calls/);
  });
});

describe("c-interact", () => {
  const state = { max_turn: 2, phase_max_turns: 6 };

  test("nothing is charged; questions are counted and not held", () => {
    const account = new UpstreamAccount("c-interact", state);
    const asked = () => account.record("ask_user", { question: "q" }, "a", account.charge("ask_user"));
    expect([asked(), asked(), asked()]).toEqual([
      "a\n\n[1 of 2 questions left]",
      "a\n\n[0 of 2 questions left]",
      "a\n\n[0 of 2 questions left]",
    ]);
    const call = { type: "tool", tool: "ask_user", args: { question: "q" }, result: "a" };
    expect(account.snapshot()).toEqual({ ...state, dialogue_history: [], tool_trajectory: [call, call, call] });
  });

  test("a submission ends the turn at the next model call, until the next message", () => {
    const account = new UpstreamAccount("c-interact", state);
    account.beginTurn();
    expect(account.modelCall()).toBeNull();
    account.submitted(verdict(null, 0));
    account.record("submit_sql", { sql: "s" }, "wrong", account.charge("submit_sql"));
    expect(account.modelCall()).toMatch(/submitted/);
    account.beginTurn();
    expect(account.modelCall()).toBeNull();
  });

  test.each([
    ["after two wrong turns", [[1, 1, false]] as const, [1, 1, false] as const, "not-solved"],
    ["not after a right one with a follow-up", [] as const, [1, 2, false] as const, null],
    [
      "after two wrong turns of the follow-up",
      [
        [1, 2, false],
        [2, 2, false],
      ] as const,
      [2, 2, false] as const,
      "not-solved",
    ],
    ["when all is solved", [[1, 2, false]] as const, [2, 2, true] as const, "solved"],
  ])("no message follows %s", (_title, before, [began, phase, done], over) => {
    const turns = new TurnCount("c-interact");
    for (const [from, to, ended] of before) expect(turns.afterTurn(from, { phase: to, done: ended })).toBeNull();
    expect(turns.afterTurn(began, { phase, done })).toBe(over);
  });
});

test("a-interact has one turn", () => {
  expect(new TurnCount("a-interact").afterTurn(1, { phase: 1, done: false })).toBe("turn-over");
});

test("what the orchestrator sent stays as it was, and results are cut on the trajectory alone", () => {
  const sent = { ...coins(14), own: { key: [1] }, dialogue_history: [{ role: "user", content: "before" }] };
  const account = new UpstreamAccount("a-interact", sent);
  account.asked("q", "a");
  const long = "x".repeat(2001);
  expect(account.record("get_schema", {}, long, account.charge("get_schema"))).toContain(long);
  expect(sent.dialogue_history).toHaveLength(1);
  const { own, dialogue_history: said, tool_trajectory: called } = account.snapshot();
  expect({ own, said, called }).toMatchObject({
    own: { key: [1] },
    said: [{ content: "before" }, { role: "agent", content: "q" }, { role: "user", content: "a" }],
    called: [{ result: `${"x".repeat(2000)}...<truncated>` }],
  });
});

test("events are told in upstream's words; what is none is left out", () => {
  const call = { id: "1", name: "get_schema", args: {} };
  const given = [
    { author: "a", branch: "b", final: false, content: { role: "model", parts: [{ functionCall: call }] } },
    { content: { role: "user", parts: [{ functionResponse: { id: "1", name: "get_schema", response: { r: 1 } } }] } },
    "no event",
    { author: "a", final: true, content: { role: "model", parts: [{ text: "Done." }, { thought: "hm" }] } },
    { author: "a", final: true },
  ];
  const event = { type: "adk_event", author: "a", invocation_id: "i", branch: "" };
  expect(upstreamEvents("m".repeat(1201), given, "i")).toEqual({
    lastText: "Done.",
    events: [
      { type: "user_message", message: `${"m".repeat(1200)}...<truncated>` },
      {
        ...{ ...event, branch: "b", final: false },
        content: { role: "model", parts: [{ type: "function_call", name: "get_schema", id: "1", args: {} }] },
      },
      {
        ...{ ...event, author: "", final: false },
        content: {
          role: "user",
          parts: [{ type: "function_response", name: "get_schema", id: "1", response: '{"r":1}' }],
        },
      },
      {
        ...{ ...event, final: true },
        content: {
          role: "model",
          parts: [
            { type: "text", text: "Done." },
            { type: "unknown", repr: '{"thought":"hm"}' },
          ],
        },
      },
      { ...event, final: true, content: { role: "", parts: [] } },
    ],
  });
});
