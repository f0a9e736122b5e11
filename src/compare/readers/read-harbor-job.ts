import { readdir } from "node:fs/promises";
import { join } from "node:path";
import type { Selectors } from "../selectors.ts";
import { badSelection, invalidSource, listed, type TrialReward } from "../source.ts";
import { harborOutcome } from "./harbor-outcome.ts";
import { type HarborTrial, readHarborTrial } from "./harbor-trial.ts";

export interface HarborJob {
  trials: TrialReward[];
  description: string;
  notes: string[];
}

/**
 * A Harbor job's folder: one subfolder a trial. Selectors: agent, model, reward (which of several rewards). Throws config
 * "compare-source-invalid" for broken files, duplicates and a folder without trials, and "compare-selection" where a job of
 * several agents or models leaves open which is meant.
 */
export async function readHarborJob(folder: string, selectors: Selectors): Promise<HarborJob> {
  const entries = await readdir(folder, { withFileTypes: true });
  const folders = entries.filter((entry) => entry.isDirectory()).map(({ name }) => name);
  const all: HarborTrial[] = [];
  for (const name of folders.sort()) {
    const trial = await readHarborTrial(join(folder, name));
    if (trial !== null) all.push(trial);
  }
  if (all.length === 0) throw await noTrials(folder, folders);
  refuseDuplicates(folder, all);
  const chosen = choose(folder, all, selectors);
  const sources = new Set(chosen.map(({ source }) => source).filter((source) => source !== null));
  const apart = foldersAlike(chosen);
  const trials = chosen.map((trial): TrialReward => {
    const own = apart.has(`${trial.source} ${trial.task}`) ? trial.name : trial.task;
    const task = sources.size > 1 && trial.source !== null ? `${trial.source}/${own}` : own;
    const version = trial.version === null ? {} : { version: trial.version };
    return { task, trial: trial.trial, ...version, ...harborOutcome(trial, selectors.reward) };
  });
  const finished = chosen.find(({ unfinished }) => !unfinished);
  const model = finished?.model ?? null;
  return {
    trials,
    description: `Harbor job, agent ${finished?.agent ?? "unknown"}${model === null ? "" : `, ${model}`}`,
    notes: sources.size > 1 ? [`its tasks are of several datasets: ${listed([...sources])}`] : [],
  };
}

function choose(folder: string, all: readonly HarborTrial[], { agent, model }: Selectors): HarborTrial[] {
  const nameOf = (trial: HarborTrial) =>
    [trial.agent ?? "unknown", trial.model].filter((part) => part !== null).join(" ");
  const fits = (trial: HarborTrial) =>
    (agent === undefined || trial.agent === agent) && (model === undefined || trial.model === model);
  const finished = all.filter(({ unfinished }) => !unfinished);
  const chosen = finished.filter(fits);
  const there = [...new Set(finished.map(nameOf))].sort();
  if (chosen.length === 0 && finished.length > 0)
    throw badSelection(folder, `no such trials; there are: ${listed(there)}`);
  const names = [...new Set(chosen.map(nameOf))].sort();
  if (names.length > 1) {
    throw badSelection(folder, `has several agents or models: ${listed(names)}; choose with #agent=NAME,model=NAME`);
  }
  // Whose a trial without a result is can be told only where the job has one agent.
  return there.length > 1 ? chosen : all.filter((trial) => trial.unfinished || fits(trial));
}

/** Folders of one name that hold different tasks, by source and name. */
function foldersAlike(trials: readonly HarborTrial[]): Set<string> {
  const finished = trials.filter(({ unfinished }) => !unfinished);
  const groups = Map.groupBy(finished, ({ source, task }) => `${source} ${task}`);
  return new Set([...groups].flatMap(([key, own]) => (new Set(own.map(({ name }) => name)).size > 1 ? [key] : [])));
}

function refuseDuplicates(folder: string, trials: readonly HarborTrial[]): void {
  const groups = Map.groupBy(trials, ({ task, trial, source }) => JSON.stringify([source, task, trial]));
  const twice = [...groups.values()].filter(({ length }) => length > 1);
  if (twice.length === 0) return;
  const names = twice.map((group) => `${group[0]?.task} trial ${group[0]?.trial}`);
  throw invalidSource(folder, null, `there twice: ${listed(names)}`);
}

/** Perhaps the folder above was meant to be one of these. */
async function noTrials(folder: string, folders: readonly string[]): Promise<Error> {
  const jobs: string[] = [];
  for (const name of folders) {
    const inner = await readdir(join(folder, name), { withFileTypes: true });
    const first = inner.filter((entry) => entry.isDirectory()).slice(0, 5);
    const found = await Promise.all(first.map(async (entry) => await readHarborTrial(join(folder, name, entry.name))));
    if (found.some((trial) => trial !== null)) jobs.push(name);
  }
  const problem =
    jobs.length > 0
      ? `holds several Harbor jobs: name one of ${listed(jobs)}`
      : "has no trials: expected journal.sqlite of an experiment, or a Harbor job's folders with result.json";
  return invalidSource(folder, null, problem);
}
