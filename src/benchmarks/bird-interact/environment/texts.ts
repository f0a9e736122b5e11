// What the agent is told. Wording of our own.

import type { Account, Mode, Refusal } from "./accounting.ts";
import type { Verdict } from "./grading/verdict.ts";

export function firstMessage(mode: Mode, database: string, query: string, budget: number): string {
  if (mode === "c-interact") return query;
  return `Database: ${database}\nBudget: ${budget} coins\n\nThe user asks:\n${query}`;
}

export function refusalText(refusal: Refusal, account: Account): string {
  switch (refusal) {
    case "ended":
      return "The task is over; nothing more can be done.";
    case "turn-over":
      return "You have submitted in this turn; end your turn now.";
    case "question-limit":
      return `All ${account.rules.budget} questions are asked. Submit your SQL with submit_sql.`;
    case "budget":
      return account.left < 0
        ? "The budget is spent and so is the free submission."
        : `Only ${account.left} coins are left, which is not enough for this. Submit your SQL with submit_sql now; that is free once.`;
  }
}

/** `followUp` where a pass opens the second phase in the same session. */
export function verdictText(verdict: Verdict, account: Account, followUp: string | null): string {
  const parts = [verdict.passed ? "Your SQL is correct." : `Your SQL is not correct. ${reasonOf(verdict)}`.trim()];
  if (account.ended !== null) parts.push("The task is over.");
  else if (account.turnOver) parts.push("End your turn now.");
  else if (followUp !== null) parts.push(`The user has a follow-up question:\n${followUp}`);
  return parts.join(" ");
}

export function debugMessage(verdict: Verdict | null): string {
  if (verdict === null) return "You have not submitted any SQL. Submit it with submit_sql; this is your last chance.";
  return `Your SQL is not correct. ${reasonOf(verdict)} Correct it and submit it once more; this is your last chance.`
    .replaceAll(/ {2,}/g, " ")
    .trim();
}

export function followUpMessage(query: string): string {
  return `Your SQL is correct. The user has a follow-up question:\n${query}`;
}

function reasonOf({ problem, error }: Verdict): string {
  switch (problem) {
    case "not-executable":
      return `It can't be executed: ${error?.trim() ?? "unknown error"}.`;
    case "timeout":
      return "It takes too long.";
    case "too-large":
      return "Its result is too large.";
    case "database-too-large":
      return "It writes too much.";
    default:
      return "";
  }
}
