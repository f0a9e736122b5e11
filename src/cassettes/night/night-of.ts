// An experiment's night as its journal, its workspace and its lineage have it: to be recorded, or to be compared.

import type { TrialRecord } from "../../core/trial.ts";
import { sha256 } from "../../lib/digest.ts";
import type { Experiment } from "../../loop/experiment.ts";
import { keptReports } from "../../loop/final-report.ts";
import { type IterationRecord, readIterations } from "../../loop/iteration-record.ts";
import { readResults } from "../../workspace/results-tsv.ts";
import { readSplit } from "../../workspace/split.ts";
import { readSuite } from "../../workspace/suite-json.ts";
import { cassetteFile } from "../cassette-folder.ts";
import { cassetteSplit } from "../open-recorder.ts";
import { type Night, type NightResult, nightMark, type StoredNight } from "./night.ts";

export interface NightOfOptions {
  strip: (source: string) => { code: string };
  /** A text as it may be kept: digests are of that, so that a night plays again without what was taken out. */
  shown: (text: string) => string;
}

/** null while there is no baseline. Iterations that were not brought to their end are left out. */
export async function nightOf(experiment: Experiment, options: NightOfOptions): Promise<StoredNight | null> {
  const { rehearsal, scoreFacts, context, settings, tasks } = experiment;
  const sources = await lineageSources(experiment);
  const [agentSource] = sources;
  const result = await resultOf(experiment, sources, options);
  if (agentSource === undefined || result === null) return null;
  const { gate, preScreen, threshold, seed, trainFraction, trials, splitBy, holdout } = settings;
  const { stopAfterNoImprovement, codingModel, codingAgent } = settings;
  const night: Night = {
    night: nightMark,
    conditions: {
      ...{ benchmark: context.benchmark.name, rehearsal, agent: sha256(options.strip(agentSource).code) },
      scoreFacts: { label: scoreFacts.label, facts: { ...scoreFacts.facts } },
      ...{ agentModel: context.model, userModel: context.user?.model ?? null },
      settings: {
        ...{ gate, preScreen, threshold, seed, trainFraction, trials, splitBy, holdout },
        ...{ finalReport: result.report !== null, stopAfterNoImprovement, codingModel, codingAgent },
        iterations: result.iterations.length,
      },
      tasks: tasks.map(({ id, digest, agentTimeoutMs, verifierTimeoutMs, oracle, split, floor }) => ({
        ...{ id, digest, agentTimeoutMs, verifierTimeoutMs, oracle },
        ...(split === undefined ? {} : { split }),
        ...(floor === undefined ? {} : { floor }),
      })),
    },
    result,
    trials: context.journal.trials().flatMap((record) => trialOf(experiment, record)),
  };
  return { night, agentSource };
}

/** null while there is no split. */
async function resultOf(
  { layout, context }: Experiment,
  sources: readonly string[],
  { strip, shown }: NightOfOptions,
): Promise<NightResult | null> {
  const split = await readSplit(layout.host.splitFile);
  if (split === null) return null;
  const head = sources.at(-1);
  const reports = keptReports(context.journal).filter(
    ({ tasksOf, to }) => tasksOf === "test" && head !== undefined && to === sha256(strip(head).code),
  );
  const [report] = reports.map(({ from: _from, to: _to, costUsd: _cost, ...figures }) => figures);
  return {
    split,
    iterations: readIterations(context.journal)
      .filter(({ phase }) => phase === "done")
      .map((record) => iterationOf(record, shown)),
    rows: (await readResults(layout.resultsFile)).map(({ iteration, valScore, evalsPassed, evalsTotal }) => [
      ...([iteration, valScore, evalsPassed, evalsTotal] as const),
    ]),
    lineage: sources.map((source) => sha256(shown(source))),
    suite: (await readSuite(layout.suiteFile))?.tasks ?? [],
    report: report ?? null,
  };
}

export function iterationOf(
  record: IterationRecord,
  shown: NightOfOptions["shown"],
): NightResult["iterations"][number] {
  const { iteration, summary, trainScore, candidate, verdict } = record;
  const said = { iteration, summary, trainScore, candidate: candidate === null ? null : sha256(shown(candidate)) };
  if (verdict === null) return { ...said, verdict: null };
  const { detail: _words, runs: _runs, costUsd: _cost, durationMs: _duration, signals: _signals, ...decided } = verdict;
  return { ...said, verdict: decided };
}

async function lineageSources({ lineage }: Experiment): Promise<string[]> {
  const sources: string[] = [];
  for (const { commit } of await lineage.history()) sources.push(await lineage.read(commit));
  return sources;
}

/** Of a task that is no longer there: none. */
function trialOf({ tasks, settings }: Experiment, { parts, outcome, agentEnd }: TrialRecord): Night["trials"] {
  const { task: id, step, decision, index, agent } = parts;
  const task = tasks.find((known) => known.id === id);
  if (task === undefined) return [];
  const isCandidate = agent !== "oracle" && agent !== "nop";
  if (!isCandidate || outcome.status !== "scored") {
    return [{ task: id, step, decision, index, agent, outcome, agentEnd }];
  }
  return [cassetteFile(parts, cassetteSplit({ task, step }, settings)).replace(/\.json$/, "")];
}
