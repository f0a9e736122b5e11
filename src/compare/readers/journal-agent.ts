// Which agent of an experiment is meant: the incumbent, the baseline, or one by the beginning of its digest.

import { z } from "zod";
import type { TrialRecord } from "../../core/trial.ts";
import { badSelection, listed } from "../source.ts";

/** What iterations and decisions by hand have in common. */
const decidedSchema = z.object({ verdict: z.object({ decision: z.string(), verdict: z.string() }) });

export interface ChosenAgent {
  digest: string;
  /** incumbent, baseline, or "" for another. */
  role: string;
  /** Decisions with a verdict on this agent: their runs were chosen by their result. */
  decided: ReadonlyMap<string, string>;
}

/**
 * `records` in the order in which they ended, at least one; `states` are the journal's iterations and decisions by hand.
 * Throws config "compare-selection" that lists the agents there are.
 */
export function chooseAgent(
  records: readonly TrialRecord[],
  states: readonly unknown[],
  { wanted, decision, name }: { wanted: string | undefined; decision: string | undefined; name: string },
): ChosenAgent {
  const verdicts = verdictsOf(states);
  const baseline = records.find(({ parts }) => parts.step === "baseline")?.parts.agent;
  const incumbent = incumbentOf(records, verdicts) ?? baseline;
  const roleOf = (digest: string) => (digest === incumbent ? "incumbent" : digest === baseline ? "baseline" : "");
  const digest = digestOf(records, { wanted, decision, name, baseline, incumbent });
  const own = records.filter(({ parts }) => parts.agent === digest).map(({ parts }) => parts.decision);
  const decided = [...new Set(own)].flatMap((id) => {
    const verdict = verdicts.get(id);
    const isCandidate = verdict !== undefined && candidateOf(records, id) === digest;
    return isCandidate ? [[id, verdict] as const] : [];
  });
  return { digest, role: roleOf(digest), decided: new Map(decided) };
}

interface Wish {
  wanted: string | undefined;
  decision: string | undefined;
  name: string;
  baseline: string | undefined;
  incumbent: string | undefined;
}

function digestOf(records: readonly TrialRecord[], { wanted, decision, name, baseline, incumbent }: Wish): string {
  const agents = [...new Set(records.map(({ parts }) => parts.agent))];
  const there = () => `its agents are ${listed(agents.map((agent) => describeAgent(records, agent)))}`;
  if (wanted === undefined && decision !== undefined) {
    const inDecision = candidateOf(records, decision);
    if (inDecision !== undefined) return inDecision;
    throw badSelection(name, `no trial belongs to a decision ${decision}; ${there()}`);
  }
  const asked = wanted ?? "incumbent";
  if (asked === "incumbent" || asked === "baseline") {
    const digest = asked === "baseline" ? baseline : incumbent;
    if (digest !== undefined) return digest;
    throw badSelection(name, `has no ${asked} yet; ${there()}`);
  }
  const fitting = agents.filter((agent) => agent === asked || (asked.length >= 4 && agent.startsWith(asked)));
  const [only] = fitting;
  if (only !== undefined && fitting.length === 1) return only;
  const problem = fitting.length > 1 ? "is the beginning of several" : "is none of them (4 digits at least)";
  throw badSelection(name, `agent=${asked} ${problem}; ${there()}`);
}

/** Decision → verdict. */
function verdictsOf(states: readonly unknown[]): Map<string, string> {
  return new Map(
    states.flatMap((state) => {
      const parsed = decidedSchema.safeParse(state);
      return parsed.success ? [[parsed.data.verdict.decision, parsed.data.verdict.verdict] as const] : [];
    }),
  );
}

/** The agent of the accepted decision whose trials ended last. */
function incumbentOf(records: readonly TrialRecord[], verdicts: ReadonlyMap<string, string>): string | undefined {
  const last = records.findLast(({ parts }) => verdicts.get(parts.decision) === "accepted");
  return last === undefined ? undefined : candidateOf(records, last.parts.decision);
}

/** Whom a decision is about: its test runs are the candidate's; where arms run side by side, the candidate's came first. */
function candidateOf(records: readonly TrialRecord[], decision: string): string | undefined {
  const own = records.filter(({ parts }) => parts.decision === decision);
  return (own.find(({ parts }) => parts.step === "test") ?? own[0])?.parts.agent;
}

function describeAgent(records: readonly TrialRecord[], agent: string): string {
  const own = records.filter(({ parts }) => parts.agent === agent);
  const steps = [...new Set(own.map(({ parts }) => runName(parts)))];
  return `${agent.slice(0, 12)} (${own.length} trials: ${listed(steps, 4)})`;
}

/** Such as "baseline" or "it-3 test". */
export function runName({ step, decision }: Pick<TrialRecord["parts"], "step" | "decision">): string {
  return decision === "" ? step : `${decision} ${step}`;
}
