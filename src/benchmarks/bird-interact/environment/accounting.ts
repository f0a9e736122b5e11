// What a session may still do and what it has earned. Pure: a charge comes before a call is carried out, a settlement
// after a submission is graded. Coins in a-interact; questions in c-interact.

import { type ToolName, toolsOf } from "./tool-costs.ts";

export type Mode = "a-interact" | "c-interact";
export type Phase = 1 | 2;
/** Which try passed: in c-interact the turn it was made in, in a-interact its number. */
export type After = "first" | "debug";

export interface Rules {
  mode: Mode;
  /** upstream: c-interact's questions have no limit; the published figures were made so. */
  limits: "enforced" | "upstream";
  /** Coins or questions at the start. */
  budget: number;
  hasFollowUp: boolean;
}

export interface Account {
  readonly rules: Rules;
  readonly phase: Phase;
  /** Of the present phase. */
  readonly turn: After;
  /** Submissions of the present phase. */
  readonly tries: number;
  /** c-interact: a submission ends the turn. */
  readonly turnOver: boolean;
  /** -1 after the free submission; below 0 too where questions have no limit. */
  readonly left: number;
  readonly spent: number;
  readonly passed: Readonly<Record<Phase, After | null>>;
  readonly toolCalls: number;
  readonly questions: number;
  readonly submissions: number;
  /** Why nothing more can be done; null while something can. */
  readonly ended: "solved" | "not-solved" | "budget-spent" | "agent-finished" | null;
}

export type Refusal = "ended" | "turn-over" | "budget" | "question-limit";

export interface Charge {
  account: Account;
  /** The call is not carried out. */
  refused: Refusal | null;
  cost: number;
  before: number;
  after: number;
}

export function openAccount(rules: Rules): Account {
  return {
    ...{ rules, phase: 1, turn: "first", tries: 0, turnOver: false, left: rules.budget, spent: 0 },
    ...{ passed: { 1: null, 2: null }, toolCalls: 0, questions: 0, submissions: 0, ended: null },
  };
}

/** Throws RangeError for a tool that the mode does not have. */
export function charge(account: Account, tool: ToolName): Charge {
  const { rules, left: before } = account;
  const price = toolsOf(rules.mode)[tool];
  if (price === undefined) throw new RangeError(`${rules.mode} has no tool ${tool}`);
  const submits = tool === "submit_sql";
  const refused = refusalOf(account, price, submits);
  if (refused !== null) return { account, refused, cost: 0, before, after: before };
  const free = submits && rules.mode === "a-interact" && before < price;
  const cost = free ? 0 : price;
  const after = free ? -1 : before - price;
  return {
    account: {
      ...account,
      left: after,
      spent: account.spent + cost,
      toolCalls: account.toolCalls + 1,
      questions: account.questions + (tool === "ask_user" ? 1 : 0),
      submissions: account.submissions + (submits ? 1 : 0),
      tries: account.tries + (submits ? 1 : 0),
      turnOver: submits && rules.mode === "c-interact",
    },
    ...{ refused: null, cost, before, after },
  };
}

/** After the submission that was charged last. */
export function settle(account: Account, passed: boolean): Account {
  const { rules, phase, tries } = account;
  if (account.ended !== null || account.passed[phase] !== null) return account;
  const last = rules.mode === "a-interact" && account.left < 0 ? ({ ended: "budget-spent" } as const) : {};
  if (!passed) return { ...account, ...last };
  const after = rules.mode === "c-interact" ? account.turn : tries === 1 ? "first" : "debug";
  const settled = { ...account, passed: { ...account.passed, [phase]: after } };
  if (rules.mode === "c-interact") return settled;
  if (phase === 2 || !rules.hasFollowUp) return { ...settled, ended: "solved" };
  return { ...settled, phase: 2, tries: 0, ...last };
}

/** The agent's turn is over; `next` is what it hears. */
export function endTurn(account: Account): { account: Account; next: "debug" | "follow-up" | "done" } {
  const { rules, phase, turn, passed, ended } = account;
  if (ended !== null) return { account, next: "done" };
  const end = (why: Account["ended"]) => ({ account: { ...account, ended: why }, next: "done" as const });
  if (rules.mode === "a-interact") return end("agent-finished");
  const fresh = { ...account, turnOver: false };
  if (passed[phase] === null) {
    return turn === "first" ? { account: { ...fresh, turn: "debug" }, next: "debug" } : end("not-solved");
  }
  if (phase === 2 || !rules.hasFollowUp) return end("solved");
  return { account: { ...fresh, phase: 2, turn: "first", tries: 0 }, next: "follow-up" };
}

/** 0 to 1. Each phase pays once; the only phase of a task without a follow-up pays for both. */
export function rewardOf({ rules, passed }: Account): number {
  const part = (after: After | null, of: Readonly<Record<After, number>>): number => {
    if (after === null) return 0;
    return of[rules.mode === "c-interact" ? after : "first"];
  };
  const hundredths = rules.hasFollowUp ? part(passed[1], pays[1]) + part(passed[2], pays[2]) : part(passed[1], whole);
  return hundredths / 100;
}

/** Hundredths. */
const pays: Readonly<Record<Phase, Record<After, number>>> = {
  1: { first: 70, debug: 50 },
  2: { first: 30, debug: 20 },
};
const whole: Readonly<Record<After, number>> = {
  first: pays[1].first + pays[2].first,
  debug: pays[1].debug + pays[2].debug,
};

function refusalOf({ rules, left, ended, turnOver }: Account, price: number, submits: boolean): Refusal | null {
  if (ended !== null) return "ended";
  if (turnOver) return "turn-over";
  if (price <= left || price === 0) return null;
  if (rules.mode === "c-interact") return rules.limits === "enforced" ? "question-limit" : null;
  if (submits && left >= 0) return null;
  return "budget";
}
