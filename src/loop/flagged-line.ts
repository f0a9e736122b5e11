// What a trial's record flags of its state may have reached the reward: processes that were left where the verifier
// worked, and changed files that its programs are made of. Here it is said of a candidate that is flagged where the
// incumbent never was.

import type { TrialRecord, VerificationFlag } from "../core/trial.ts";

const words: Readonly<Record<VerificationFlag, { did: string; not: string; may: string }>> = {
  "processes-left": {
    did: "it left processes",
    not: "left none",
    may: "one that is left may have written its own reward",
  },
  "system-changed": {
    did: "it changed system files",
    not: "changed none",
    may: "a verifier that uses them is told what they say",
  },
};

/** For a person or a coding agent: counts tasks and names none. null where there is nothing to say. */
export function flaggedLine(
  records: readonly TrialRecord[],
  { candidate, incumbents }: { candidate: string; incumbents: readonly TrialRecord[] },
): string | null {
  const own = records.filter(({ parts }) => parts.agent === candidate);
  const said = (Object.keys(words) as VerificationFlag[]).flatMap((flag) => {
    const has = (record: TrialRecord) => record.verification?.flags.includes(flag) === true;
    const known = new Set(incumbents.filter(has).map(({ parts }) => parts.task));
    const tasks = new Set(own.filter((one) => has(one) && !known.has(one.parts.task)).map(({ parts }) => parts.task));
    if (tasks.size === 0) return [];
    const { did, not, may } = words[flag];
    return [`${did} in ${tasks.size} task${tasks.size === 1 ? "" : "s"} where the incumbent ${not}; ${may}`];
  });
  return said.length === 0 ? null : `[gate]         flagged: ${said.join("; ")}`;
}
