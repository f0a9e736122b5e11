// Whether a task may be scored by: its reference solution earns 1 every time, and doing nothing earns what it should.

import { z } from "zod";
import type { Task } from "../core/benchmark.ts";
import { rewardOf, type TrialRecord } from "../core/trial.ts";

export const referenceAgents = ["oracle", "nop"] as const;

export type ReferenceAgent = (typeof referenceAgents)[number];

const referenceRuns = z.object({
  expected: z.number(),
  /** One per trial, in order; null where there is none. */
  rewards: z.array(z.number().nullable()),
});

const taskAdmission = z.object({
  task: z.string(),
  /** Where a person would mend it, absolute; null where that is not known. */
  file: z.string().nullable(),
  /** unknown: the infrastructure kept it from being told. */
  admission: z.enum(["admitted", "refused", "unknown"]),
  /** null: not run. */
  oracle: referenceRuns.nullable(),
  nop: referenceRuns.nullable(),
  /** In words. */
  problems: z.array(z.string()),
  /** The end of what the verifier printed where it did not give what was expected. */
  output: z.string(),
});

export type TaskAdmission = z.output<typeof taskAdmission>;

export const checkReportSchema = z.object({
  version: z.literal(1),
  exitCode: z.number().int(),
  benchmark: z.string(),
  agents: z.array(z.enum(referenceAgents)),
  trials: z.number().int(),
  summary: z.string(),
  tasks: z.array(taskAdmission),
});

/** What `check --json` prints. */
export type CheckReport = z.output<typeof checkReportSchema>;

/** The trials of each agent that was to run; an agent that is left out was not asked for. */
export type ReferenceRecords = Readonly<Partial<Record<ReferenceAgent, readonly TrialRecord[]>>>;

export function admitTask(
  task: Pick<Task, "id" | "file" | "oracle" | "floor">,
  records: ReferenceRecords,
): TaskAdmission {
  const { oracle, nop } = records;
  const looks = [
    ...(oracle === undefined || !task.oracle ? [] : [lookAt("the reference solution", oracle, 1)]),
    ...(nop === undefined ? [] : [lookAt("doing nothing", nop, task.floor ?? 0)]),
  ];
  const missing =
    oracle !== undefined && !task.oracle
      ? ["it has no reference solution, so nothing shows that it can be solved"]
      : [];
  const wrong = [...missing, ...looks.flatMap(({ wrong }) => wrong)];
  const unknown = looks.flatMap(({ unknown }) => unknown);
  const expected = (of: readonly TrialRecord[], reward: number) => ({ expected: reward, rewards: of.map(rewardOf) });
  return {
    task: task.id,
    file: task.file ?? null,
    admission: wrong.length > 0 ? "refused" : unknown.length > 0 ? "unknown" : "admitted",
    oracle: oracle === undefined || !task.oracle ? null : expected(oracle, 1),
    nop: nop === undefined ? null : expected(nop, task.floor ?? 0),
    problems: [...wrong, ...unknown],
    output: looks.find(({ output }) => output !== "")?.output ?? "",
  };
}

/** A task that could not even be read. */
export function unreadableTask({
  id,
  file,
  problem,
}: {
  id: string;
  file: string | null;
  problem: string;
}): TaskAdmission {
  return { task: id, file, admission: "refused", oracle: null, nop: null, problems: [problem], output: "" };
}

interface Look {
  wrong: string[];
  unknown: string[];
  output: string;
}

function lookAt(who: string, records: readonly TrialRecord[], expected: number): Look {
  const scored = records.filter(({ outcome }) => outcome.status === "scored");
  const off = scored.filter((record) => rewardOf(record) !== expected);
  const invalid = records.filter(({ outcome }) => outcome.status === "invalid");
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

function reasonsOf(records: readonly TrialRecord[]): string[] {
  return [...new Set(records.flatMap(({ outcome }) => ("reason" in outcome ? [firstLine(outcome.reason)] : [])))];
}

function firstLine(text: string): string {
  return text.trim().split("\n")[0] ?? "";
}
