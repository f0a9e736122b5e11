import { describe, expect, it } from "vitest";
import {
  type Account,
  charge,
  endTurn,
  type Mode,
  openAccount,
  type Rules,
  rewardOf,
  settle,
} from "../../../src/benchmarks/bird-interact/environment/accounting.ts";
import { type ToolName, toolsOf } from "../../../src/benchmarks/bird-interact/environment/tool-costs.ts";

type Step = ToolName | "pass" | "fail" | "turn";

function accountOf(mode: Mode, extra: Partial<Rules> = {}): Account {
  return openAccount({ mode, limits: "enforced", budget: mode === "a-interact" ? 20 : 5, hasFollowUp: true, ...extra });
}

/** A submission that is refused is not graded. */
function play(start: Account, steps: readonly Step[]): { account: Account; refused: string[] } {
  let account = start;
  const refused: string[] = [];
  const spend = (tool: ToolName): boolean => {
    const charged = charge(account, tool);
    account = charged.account;
    if (charged.refused !== null) refused.push(charged.refused);
    return charged.refused === null;
  };
  for (const step of steps) {
    if (step === "turn") ({ account } = endTurn(account));
    else if (step !== "pass" && step !== "fail") spend(step);
    else if (spend("submit_sql")) account = settle(account, step === "pass");
  }
  return { account, refused };
}

describe("a-interact", () => {
  it.each([
    ["both at once", ["pass", "pass"], 1],
    ["both after tries", ["fail", "pass", "fail", "pass"], 1],
    ["the first only", ["pass", "fail", "turn"], 0.7],
    ["nothing", ["fail", "fail", "turn"], 0],
    ["submissions after everything is solved", ["pass", "pass", "pass", "pass"], 1],
    ["submissions after the agent's end", ["turn", "pass"], 0],
    ["no submission", ["execute_sql", "ask_user", "turn"], 0],
  ] satisfies Array<[string, Step[], number]>)("pays for %s", (_name, steps, reward) => {
    expect(rewardOf(play(accountOf("a-interact"), steps).account)).toBe(reward);
  });

  it.each(Object.entries(toolsOf("a-interact")))("charges %s %d coins before it is carried out", (tool, cost) => {
    const charged = charge(accountOf("a-interact"), tool as ToolName);
    expect(charged).toMatchObject({ refused: null, cost, before: 20, after: 20 - cost });
    expect(charged.account).toMatchObject({ left: 20 - cost, spent: cost, toolCalls: 1 });
  });

  it.each([
    [2.5, "submit_sql", { refused: null, cost: 0, before: 2.5, after: -1 }],
    [0, "submit_sql", { refused: null, cost: 0, before: 0, after: -1 }],
    [3, "submit_sql", { refused: null, cost: 3, before: 3, after: 0 }],
    [1.5, "ask_user", { refused: "budget", cost: 0, before: 1.5, after: 1.5 }],
    [0, "get_column_meaning", { refused: "budget", cost: 0, before: 0, after: 0 }],
    [0.5, "get_column_meaning", { refused: null, cost: 0.5, before: 0.5, after: 0 }],
    [-1, "submit_sql", { refused: "budget", cost: 0, before: -1, after: -1 }],
  ] as const)("with %d coins left, %s", (budget, tool, expected) => {
    expect(charge(accountOf("a-interact", { budget }), tool)).toMatchObject(expected);
  });

  it("is over after the free submission, passed or not", () => {
    const poor = accountOf("a-interact", { budget: 1 });
    const failed = play(poor, ["fail", "pass", "execute_sql"]);
    expect(failed).toMatchObject({ account: { ended: "budget-spent", submissions: 1 }, refused: ["ended", "ended"] });
    expect(rewardOf(failed.account)).toBe(0);
    const passed = play(poor, ["pass", "pass"]);
    expect(passed).toMatchObject({ account: { ended: "budget-spent", phase: 2, spent: 0 }, refused: ["ended"] });
    expect(rewardOf(passed.account)).toBe(0.7);
  });

  it("says which try passed", () => {
    const { account } = play(accountOf("a-interact"), ["fail", "pass", "pass"]);
    expect(account).toMatchObject({ passed: { 1: "debug", 2: "first" }, submissions: 3, ended: "solved" });
  });

  it("pays the whole for the only phase", () => {
    const { account } = play(accountOf("a-interact", { hasFollowUp: false }), ["fail", "pass", "pass"]);
    expect(account).toMatchObject({ ended: "solved", submissions: 2 });
    expect(rewardOf(account)).toBe(1);
  });
});

describe("c-interact", () => {
  it.each([
    ["both at once", ["pass", "turn", "pass", "turn"], 1],
    ["the first in its debug turn", ["fail", "turn", "pass", "turn", "pass", "turn"], 0.8],
    ["the second in its debug turn", ["pass", "turn", "fail", "turn", "pass", "turn"], 0.9],
    ["both in debug turns", ["fail", "turn", "pass", "turn", "fail", "turn", "pass", "turn"], 0.7],
    ["the first only, in its debug turn", ["fail", "turn", "pass", "turn", "fail", "turn", "fail", "turn"], 0.5],
    ["a debug turn after a turn without a submission", ["turn", "pass", "turn"], 0.5],
    ["nothing after two wrong ones", ["fail", "turn", "fail", "turn", "pass", "turn"], 0],
    ["one submission a turn", ["fail", "pass", "pass", "turn", "turn"], 0],
    ["a phase once, however often it is submitted", ["pass", "pass", "pass", "turn", "pass", "pass", "turn"], 1],
    ["nothing after four silent turns", ["turn", "turn", "turn", "turn", "pass"], 0],
  ] satisfies Array<[string, Step[], number]>)("pays for %s", (_name, steps, reward) => {
    expect(rewardOf(play(accountOf("c-interact"), steps).account)).toBe(reward);
  });

  it("pays less for the only phase after its debug turn", () => {
    const only = accountOf("c-interact", { hasFollowUp: false });
    expect(rewardOf(play(only, ["pass", "turn"]).account)).toBe(1);
    expect(rewardOf(play(only, ["fail", "turn", "pass", "turn", "pass"]).account)).toBe(0.7);
  });

  it("refuses everything after a submission until the turn is over", () => {
    const { account, refused } = play(accountOf("c-interact"), ["fail", "ask_user", "fail", "turn", "ask_user"]);
    expect(refused).toEqual(["turn-over", "turn-over"]);
    expect(account).toMatchObject({ questions: 1, submissions: 1, turn: "debug", left: 4 });
  });

  it("has no more questions than its limit, over all turns; a submission costs none", () => {
    const asked: Step[] = ["ask_user", "ask_user", "ask_user", "turn", "ask_user", "ask_user", "ask_user", "pass"];
    const { account, refused } = play(accountOf("c-interact"), asked);
    expect(refused).toEqual(["question-limit"]);
    expect(account).toMatchObject({ questions: 5, left: 0, passed: { 1: "debug" } });
  });

  it("has no limit of questions under upstream's rules, and counts them all the same", () => {
    const asked = Array.from({ length: 12 }, () => "ask_user" as const);
    const { account, refused } = play(accountOf("c-interact", { limits: "upstream" }), [...asked, "pass", "pass"]);
    expect(refused).toEqual(["turn-over"]);
    expect(account).toMatchObject({ questions: 12, left: -7, submissions: 1 });
    expect(rewardOf(account)).toBe(0.7);
  });

  it("says how each turn goes on", () => {
    let account = accountOf("c-interact");
    const heard: string[] = [];
    for (const steps of [["fail"], ["pass"], [], ["fail"], ["pass"]] satisfies Step[][]) {
      const ended = endTurn(play(account, steps).account);
      account = ended.account;
      heard.push(ended.next);
    }
    expect(heard).toEqual(["debug", "follow-up", "debug", "done", "done"]);
    expect(account.ended).toBe("not-solved");
  });

  it("has no other tools", () => {
    expect(() => charge(accountOf("c-interact"), "execute_sql")).toThrow(RangeError);
  });
});

it("never pays more than 1, never twice, and never after the end, whatever is done", () => {
  const steps: Step[] = ["pass", "fail", "turn", "ask_user", "submit_sql"];
  let seed = 1;
  const next = () => {
    seed = (seed * 48_271) % 2_147_483_647;
    return seed;
  };
  for (let run = 0; run < 3000; run += 1) {
    const mode = run % 2 === 0 ? "a-interact" : "c-interact";
    let account = accountOf(mode, { budget: next() % 12, hasFollowUp: next() % 4 > 0 });
    let last = 0;
    for (let at = 0; at < 20; at += 1) {
      const before = account;
      ({ account } = play(account, [steps[next() % steps.length] ?? "turn"]));
      const reward = rewardOf(account);
      expect(reward).toBeGreaterThanOrEqual(last);
      expect(reward).toBeLessThanOrEqual(1);
      if (before.ended !== null) expect(reward).toBe(last);
      last = reward;
    }
  }
});
