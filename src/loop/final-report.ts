// What a night has brought, measured anew: on the test split at its end, on the hold-out once, by a claim.

import { z } from "zod";
import { HarnessError } from "../core/fault.ts";
import type { Split } from "../workspace/split.ts";
import type { Experiment } from "./experiment.ts";
import { type Candidate, compileCandidate } from "./freeze-candidate.ts";
import { type PairedReport, pairedReport, pairedReportSchema } from "./paired-report.ts";

export interface ReportOptions {
  split: Split;
  strip: (source: string) => { code: string };
  signal: AbortSignal;
}

export type FinalReport = { report: PairedReport } | { stopped: string } | { nothing: string };

/** Of baseline and incumbent on the test split; the same two are never run twice. */
export async function reportOnTest(experiment: Experiment, options: ReportOptions): Promise<FinalReport> {
  const pair = await agentsOf(experiment, options);
  if (pair === null) return { nothing: "nothing was accepted: baseline and incumbent are the same agent" };
  const name = `${prefix}test/${pair.to.digest}`;
  const known = pairedReportSchema.safeParse(experiment.context.journal.read(name)).data;
  if (known !== undefined) return { report: known };
  const spent = experiment.context.gateway.exhausted();
  if (spent !== null) return { stopped: spent };
  experiment.onEvent({
    type: "phase",
    text: `final report: baseline and final agent, two fresh runs each of ${options.split.test.length} test tasks`,
  });
  return await kept(experiment, name, { ...pair, tasksOf: "test", tasks: options.split.test, signal: options.signal });
}

/** Reports that were made, of whatever agent, oldest first. */
export function keptReports(journal: { list(prefix: string): Array<{ value: unknown }> }): PairedReport[] {
  return journal.list(prefix).map(({ value }) => pairedReportSchema.parse(value));
}

const prefix = "report/";
const claimSchema = z.object({ commit: z.string(), at: z.string() });
const claimName = "holdout-used";

/**
 * Of baseline and incumbent on the hold-out, which is used for one agent, once. Throws config "no-holdout" where none
 * was drawn, "holdout-used" when it was used for another agent.
 */
export async function claimOnHoldout(experiment: Experiment, options: ReportOptions): Promise<FinalReport> {
  const { journal } = experiment.context;
  const { holdout = [] } = options.split;
  if (holdout.length === 0) {
    const message =
      "there is no hold-out: it is drawn by `prepare`, before anything runs; set `holdout: 0.1` in a new experiment";
    throw new HarnessError({ fault: "config", code: "no-holdout", message });
  }
  const pair = await agentsOf(experiment, options);
  if (pair === null) return { nothing: "nothing was accepted yet: the hold-out stays untouched" };
  const name = `${prefix}holdout/${pair.to.digest}`;
  const used = claimSchema.safeParse(journal.read(claimName)).data;
  if (used !== undefined && used.commit !== pair.commit) {
    const message = `the hold-out was used for ${used.commit} on ${used.at.slice(0, 10)}; what is measured on it again would be chosen by it. \`auto-harness claim\` of a new experiment draws another`;
    throw new HarnessError({ fault: "config", code: "holdout-used", message });
  }
  const known = pairedReportSchema.safeParse(journal.read(name)).data;
  if (known !== undefined) return { report: known };
  const spent = experiment.context.gateway.exhausted();
  if (spent !== null) return { stopped: spent };
  // Before the first trial: a claim that is cut off goes on, for this agent only.
  journal.write(claimName, { commit: pair.commit, at: used?.at ?? new Date().toISOString() });
  experiment.onEvent({
    type: "phase",
    text: `claim: two fresh runs each of ${holdout.length} tasks that nothing has run`,
  });
  return await kept(experiment, name, { ...pair, tasksOf: "holdout", tasks: holdout, signal: options.signal });
}

async function kept(
  experiment: Experiment,
  name: string,
  request: Parameters<typeof pairedReport>[1],
): Promise<FinalReport> {
  const report = await pairedReport(experiment, request);
  if ("stopped" in report) return report;
  experiment.context.journal.write(name, report);
  return { report };
}

/** The first agent of the experiment and the last accepted one; null while they are the same. */
async function agentsOf(
  { lineage }: Experiment,
  { strip }: ReportOptions,
): Promise<{ from: Candidate; to: Candidate; commit: string } | null> {
  const history = await lineage.history();
  const [first, last] = [history[0], history.at(-1)];
  if (first === undefined || last === undefined || first.commit === last.commit) return null;
  const candidateOf = async (commit: string) => {
    const compiled = compileCandidate(await lineage.read(commit), strip);
    if (compiled.kind === "refused") throw new Error(`the agent of ${commit} does not parse: ${compiled.detail}`);
    return compiled.candidate;
  };
  return { from: await candidateOf(first.commit), to: await candidateOf(last.commit), commit: last.short };
}
