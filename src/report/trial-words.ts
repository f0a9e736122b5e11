// A trial in a line. A test task is never named: what is printed may be read by a coding agent.

import { passes, type TrialRecord, testSteps } from "../core/trial.ts";
import { formatDuration, wallTime } from "../lib/format-quantity.ts";

/** What an event tells of a trial, so far as it matters here. */
interface Told {
  step: string;
  hidden?: boolean;
}

export function isHidden({ step, hidden }: Told): boolean {
  return testSteps.has(step) || hidden === true;
}

export function shownTask(task: string, told: Told): string {
  return isHidden(told) ? "a test task" : task;
}

/** A reason may name the task, its image or its folder: a test trial's is not shown. */
export function retryReason(event: Told & { reason: string }): string {
  return isHidden(event) ? "" : ` (${event.reason.split("\n")[0]})`;
}

/** Such as "pass", "FAIL 0.25 (time-limit)", "void". */
export function outcomeWords({ outcome, agentEnd }: TrialRecord): string {
  if (outcome.status !== "scored") return outcome.status;
  const end = agentEnd.how === "finished" || agentEnd.how === "none" ? "" : ` (${agentEnd.code})`;
  if (passes(outcome.reward)) return `pass${outcome.reward === 1 ? "" : ` ${outcome.reward.toFixed(2)}`}${end}`;
  return `FAIL${outcome.reward === 0 ? "" : ` ${outcome.reward.toFixed(2)}`}${end}`;
}

/** `since`: ISO, UTC; shown by the clock on this machine's wall. */
export function waitingWords(provider: string, since: string): string {
  return `waiting for ${provider} since ${wallTime(Date.parse(since))}`;
}

export function trialLine(
  event: Told & { task: string; record: TrialRecord; cached: boolean; done: number; total: number },
): string {
  const { task, step, record, cached, done, total } = event;
  const width = String(total).length;
  const time = cached ? "known" : formatDuration(record.totalMs);
  const reason =
    record.outcome.status === "scored" || isHidden(event) ? "" : `  ${record.outcome.reason.split("\n")[0]}`;
  const notes = record.notes.filter((note) => note.startsWith("refused")).map((note) => `  ${note}`);
  return `  ${String(done).padStart(width)}/${total}  ${step.padEnd(8)} ${outcomeWords(record).padEnd(6)} ${shownTask(task, event)}  ${time}${reason}${notes.join("")}`;
}
