// Whether a task may be scored by: its reference solution earns 1 every time, doing nothing earns what it should, a
// reward that is written beforehand earns no more, and its verifier says the same of one state twice.

import { z } from "zod";
import type { Task } from "../core/benchmark.ts";
import { rewardOf, type TrialRecord } from "../core/trial.ts";
import { type Look, lookAtRewards, lookAtWays } from "./looks.ts";

export const referenceAgents = ["oracle", "nop", "forger"] as const;

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
  /** It writes the reward itself; `expected` is the most that it may earn. */
  forger: referenceRuns.nullable(),
  /** Whether two runs of its verifier on one state agree; null: there is one way to judge only. */
  twice: z.enum(["same", "differs"]).nullable(),
  /** Whether a copy of the reference solution's box is judged as the box itself is. */
  copy: z.enum(["alike", "otherwise"]).nullable(),
  /** Whether the reference solution leaves processes. */
  processes: z.enum(["none", "left"]).nullable(),
  /** Median of its trials, from open boxes to outcome; null: none ended. */
  seconds: z.number().nullable(),
  /** Of its images, in MB of 1,000,000 bytes; null where the provider doesn't tell. */
  imageMb: z.number().nullable(),
  /** In words. */
  problems: z.array(z.string()),
  /** The end of what the verifier printed where it did not give what was expected. */
  output: z.string(),
});

export type TaskAdmission = z.output<typeof taskAdmission>;

export const checkReportSchema = z.object({
  version: z.literal(2),
  exitCode: z.number().int(),
  benchmark: z.string(),
  agents: z.array(z.enum(referenceAgents)),
  /** Of oracle and nop, on each task. */
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
  { imageMb }: { imageMb: number | null } = { imageMb: null },
): TaskAdmission {
  const { nop, forger } = records;
  const oracle = task.oracle ? records.oracle : undefined;
  const floor = task.floor ?? 0;
  const ways = lookAtWays(oracle ?? []);
  const looks: Look[] = [
    ...(oracle === undefined ? [] : [lookAtRewards("the reference solution", oracle, 1)]),
    ...(nop === undefined ? [] : [lookAtRewards("doing nothing", nop, floor)]),
    ...(forger === undefined ? [] : [lookAtRewards("writing the reward beforehand", forger, floor, { atMost: true })]),
    ways,
  ];
  const missing =
    records.oracle !== undefined && !task.oracle
      ? ["it has no reference solution, so nothing shows that it can be solved"]
      : [];
  const wrong = [...missing, ...looks.flatMap(({ wrong }) => wrong)];
  const unknown = looks.flatMap(({ unknown }) => unknown);
  const runsOf = (of: readonly TrialRecord[] | undefined, expected: number) =>
    of === undefined ? null : { expected, rewards: of.map(rewardOf) };
  return {
    task: task.id,
    file: task.file ?? null,
    admission: wrong.length > 0 ? "refused" : unknown.length > 0 ? "unknown" : "admitted",
    ...{ oracle: runsOf(oracle, 1), nop: runsOf(nop, floor), forger: runsOf(forger, floor) },
    ...{ twice: ways.twice, copy: ways.copy, processes: ways.processes },
    seconds: medianSeconds([...(oracle ?? []), ...(nop ?? []), ...(forger ?? [])]),
    imageMb,
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
  return {
    ...{ task: id, file, admission: "refused", oracle: null, nop: null, forger: null, twice: null, copy: null },
    ...{ processes: null, seconds: null, imageMb: null, problems: [problem], output: "" },
  };
}

/** Of trials that were judged once, where there are some. */
function medianSeconds(records: readonly TrialRecord[]): number | null {
  const once = records.filter(({ verification }) => verification?.rewards === undefined);
  const times = (once.length > 0 ? once : records).map(({ totalMs }) => totalMs).sort((a, b) => a - b);
  const middle = times[Math.floor((times.length - 1) / 2)];
  return middle === undefined ? null : Math.round(middle / 100) / 10;
}
