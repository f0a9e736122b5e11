// From a frozen candidate to a recorded verdict: judge, accept, keep the evidence. Every step may be repeated after a kill.

import { join } from "node:path";
import { forCodingAgent } from "../analysis/for-coding-agent.ts";
import { knownTasks } from "../analysis/known-tasks.ts";
import { codingAgentLine, personLines } from "../analysis/signal-lines.ts";
import { type Signal, staticSignals } from "../analysis/static-signals.ts";
import { writeAtomic } from "../lib/write-atomic.ts";
import { acceptCandidate } from "./accept.ts";
import { type DecideRequest, decisionInputs, keptInputs } from "./decision-inputs.ts";
import type { Experiment } from "./experiment.ts";
import { flaggedLine } from "./flagged-line.ts";
import { type Candidate, compileCandidate } from "./freeze-candidate.ts";
import { noteRefusedDecision } from "./incumbent-history.ts";
import { refusal, type Verdict } from "./iteration-record.ts";
import { judge } from "./judge.ts";
import { likeRefused } from "./like-refused.ts";
import type { Judgement } from "./run-decision.ts";
import { screenCandidate } from "./screen-candidate.ts";
import { verdictLine } from "./verdict-line.ts";

export interface Decided {
  verdict: Verdict;
  /** Short hash where it was accepted. */
  commit: string | null;
}

/** A verdict with reason "budget" is none yet: asked again, the decision goes on where it was. */
export async function decideCandidate(experiment: Experiment, request: DecideRequest): Promise<Decided> {
  const { decision, candidate, split, strip, signal } = request;
  const { context, settings } = experiment;
  const { journal } = context;
  const known = await seenBefore(experiment, request);
  if (known !== null) return { verdict: known, commit: null };
  const inputs = await decisionInputs(experiment, request);
  if ("stopped" in inputs) {
    return { verdict: { ...refusal(decision, "budget", inputs.stopped), verdict: "inconclusive" }, commit: null };
  }
  const compiled = compileCandidate(inputs.incumbent, strip);
  if (compiled.kind === "refused") throw new Error(`the incumbent of ${decision} does not parse: ${compiled.detail}`);
  const incumbent = compiled.candidate;
  const signals = await findSignals(experiment, request, incumbent);
  const shown = forCodingAgent(signals);
  const screened = settings.preScreen ? await screenCandidate(experiment, { ...request, ...inputs }) : null;
  if (screened !== null) {
    const verdict = { ...screened, signals: shown };
    if (verdict.reason === "budget") return { verdict, commit: null };
    experiment.onEvent({ type: "gate-line", text: verdictLine(verdict, "") });
    await keepEvidence(experiment, candidate, { verdict, records: [], signals });
    return { verdict, commit: null };
  }
  const judgement = await judge(experiment, {
    ...{ ...inputs, decision, candidate, incumbent, test: split.test, signal },
    removal: request.removal === true,
  });
  const incumbents = journal.trials({ agent: incumbent.digest });
  const flagged = flaggedLine(judgement.records, { candidate: candidate.digest, incumbents });
  if (flagged !== null) experiment.onEvent({ type: "gate-line", text: flagged });
  let { verdict } = judgement;
  let commit: string | null = null;
  if (verdict.verdict === "accepted") {
    const accepted = await acceptCandidate(experiment, { candidate, judgement, split, before: inputs, strip, signal });
    ({ verdict, commit } = accepted);
  }
  verdict = { ...verdict, signals: shown };
  if (verdict.reason === "budget") return { verdict, commit: null };
  if (verdict.verdict !== "accepted") noteRefusedDecision(journal, { incumbent: incumbent.digest, decision });
  await keepEvidence(experiment, candidate, { records: judgement.records, verdict, signals });
  return { verdict, commit };
}

/** What is like a refused candidate is said at once; what is the same program is not judged again unless it is asked for. */
async function seenBefore(experiment: Experiment, request: DecideRequest): Promise<Verdict | null> {
  // A decision that goes on where it was has been looked at, and so has a removal of what was accepted.
  const { decision, again = false, removal = false } = request;
  if (removal || keptInputs(experiment, decision) !== null) return null;
  const like = await likeRefused(experiment, request);
  if (like === null) return null;
  experiment.onEvent({ type: "gate-line", text: `[gate] step 0  before: ${like.text}` });
  if (!like.same || again) return null;
  const verdict = refusal(decision, "duplicate", `${like.text}; --again judges it all the same`);
  experiment.onEvent({ type: "gate-line", text: verdictLine(verdict, "") });
  return verdict;
}

/** Searched and said before anything runs; they refuse nothing. */
async function findSignals(
  { context, settings, tasks, onEvent }: Experiment,
  { candidate, split, reader }: DecideRequest,
  incumbent: Candidate,
): Promise<Signal[]> {
  const known = await knownTasks(context.benchmark, tasks, split.train);
  const models = [
    context.model.model,
    settings.codingModel.model,
    ...(context.user === null ? [] : [context.user.model.model]),
  ];
  const signals = staticSignals(candidate.source, { incumbent: incumbent.source, tasks: known, models });
  const lines = reader === "person" ? personLines(signals, known) : [codingAgentLine(forCodingAgent(signals))];
  for (const text of lines) onEvent({ type: "gate-line", text });
  return signals;
}

/** Per-task rewards of every step stay on the host; the candidate too, whatever the verdict. */
async function keepEvidence(
  { layout }: Experiment,
  candidate: Candidate,
  { verdict, records, signals }: Pick<Judgement, "verdict" | "records"> & { signals: readonly Signal[] },
): Promise<void> {
  const runs = records.map(({ key, parts, outcome, agentEnd, usage, notes }) => ({
    ...{ key, step: parts.step, agent: parts.agent, task: parts.task, index: parts.index },
    ...{ outcome, agentEnd, usage, notes },
  }));
  const evidence = { version: 1, verdict, signals, candidate: candidate.source, runs };
  const file = join(layout.host.evidence, `${verdict.decision}.json`);
  await writeAtomic(file, `${JSON.stringify(evidence, null, 2)}\n`, 0o600);
}
