// What trials of a reference agent say of a task.

import { rewardOf, type TrialRecord } from "../core/trial.ts";

export interface Look {
  /** Reasons to refuse the task. */
  wrong: string[];
  /** What kept it from being told. */
  unknown: string[];
  /** The end of what the verifier of a trial that went wrong printed. */
  output: string;
}

export interface Ways extends Look {
  twice: "same" | "differs" | null;
  copy: "alike" | "otherwise" | null;
  processes: "none" | "left" | null;
}

/** With `atMost`, less is as good, and so is no reward. */
export function lookAtRewards(
  who: string,
  records: readonly TrialRecord[],
  expected: number,
  { atMost = false }: { atMost?: boolean } = {},
): Look {
  const scored = records.filter(({ outcome }) => outcome.status === "scored");
  const isOff = (reward: number | null) => (atMost ? (reward ?? 0) > expected : reward !== expected);
  const off = scored.filter((record) => isOff(rewardOf(record)));
  const invalid = atMost ? [] : records.filter(({ outcome }) => outcome.status === "invalid");
  const lost = records.filter(({ outcome }) => outcome.status === "void");
  const earned = [...new Set(off.map(rewardOf))].join(" and ");
  const times = records.length === 1 ? "" : ` in ${off.length} of ${records.length} trials`;
  const why = off.map(({ agentEnd }) => firstLine(agentEnd.detail)).find((detail) => detail !== "");
  return {
    wrong: [
      ...(off.length === 0
        ? []
        : [`${who} earned ${earned}${times}, expected ${expected}${why === undefined ? "" : ` (${why})`}`]),
      ...reasonsOf(invalid).map((reason) => `${who}: ${reason}`),
    ],
    unknown: reasonsOf(lost).map((reason) => `${who} could not be run: ${reason}`),
    output: [...off, ...invalid].find(({ verifierOutput }) => verifierOutput.trim() !== "")?.verifierOutput ?? "",
  };
}

/** Of an oracle's trials, one of which was judged in every way. */
export function lookAtWays(records: readonly TrialRecord[]): Ways {
  const judged = records.flatMap(({ verification }) => verification ?? []);
  const facts = judged.find(({ oracle }) => oracle !== undefined)?.oracle;
  const rewards = judged.find(({ rewards }) => rewards !== undefined)?.rewards;
  const processes = facts === undefined ? null : facts.leavesProcesses ? "left" : "none";
  if (rewards === undefined) return { ...nothing, processes };
  const { shared, copies } = rewards;
  const twice = new Set(copies).size <= 1 ? "same" : "differs";
  const said = copies.map((reward) => reward ?? "none").join(" and ");
  const wrong = twice === "same" ? [] : [`its verifier gave ${said} for one state of the reference solution`];
  const copy = copies.every((reward) => reward === shared) ? "alike" : "otherwise";
  return { ...nothing, wrong, twice, copy, processes };
}

const nothing: Ways = { wrong: [], unknown: [], output: "", twice: null, copy: null, processes: null };

function reasonsOf(records: readonly TrialRecord[]): string[] {
  return [...new Set(records.flatMap(({ outcome }) => ("reason" in outcome ? [firstLine(outcome.reason)] : [])))];
}

function firstLine(text: string): string {
  return text.trim().split("\n")[0] ?? "";
}
