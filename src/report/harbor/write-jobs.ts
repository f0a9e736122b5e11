// Writes an experiment's trials as folders of Harbor jobs: what `harbor view` opens. Made from the journal and the kept
// traces at any time, also beside a running loop; what is there and still true is left as it is.

import { randomBytes } from "node:crypto";
import { cp, mkdir, readdir, rename, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import type { TrialRecord } from "../../core/trial.ts";
import { exists } from "../../lib/exists.ts";
import { textIfThere } from "../../lib/text-if-there.ts";
import { writeAtomic } from "../../lib/write-atomic.ts";
import { jobConfig, jobResult } from "./job-result.ts";
import { harborJson, jobNameOf, trialNameOf } from "./names.ts";
import { type KeptTrace, trajectoryOf } from "./trajectory.ts";
import { phasesOf, rewardsOf, type TrialFolderOptions, trialConfig, trialResult } from "./trial-result.ts";

export interface JobsSource {
  records: readonly TrialRecord[];
  /** Whether what agent and verifier said may stand there; else the folder holds rewards and totals only. */
  told: (record: TrialRecord) => boolean;
  /** null where none is kept. */
  traceOf: (record: TrialRecord) => Promise<KeptTrace | null>;
  /** Holds `artifacts` and `steps` of what the trial's task has published, where it has. */
  keptFolder: (record: TrialRecord) => string;
}

export interface WrittenJobs {
  jobs: number;
  trials: number;
  /** Of the trials; the others were there. */
  written: number;
}

/** Everything is for its owner's eyes: it names test tasks. One writer at a time. */
export async function writeHarborJobs(folder: string, source: JobsSource): Promise<WrittenJobs> {
  const byJob = Map.groupBy(source.records, ({ parts }) => jobNameOf(parts));
  let written = 0;
  for (const [name, records] of byJob) {
    const job = join(folder, name);
    await mkdir(job, { recursive: true, mode: 0o700 });
    await removeLeftovers(job);
    for (const record of records) if (await writeTrial(job, record, source, folder)) written++;
    const [first, ...others] = records;
    if (first === undefined) continue;
    await writeIfNew(join(job, "config.json"), harborJson(jobConfig([first, ...others], folder)));
    await writeIfNew(join(job, "result.json"), harborJson(jobResult([first, ...others])));
  }
  return { jobs: byJob.size, trials: source.records.length, written };
}

/** Whether it was written. The folder is made beside its place and swapped in. */
async function writeTrial(job: string, record: TrialRecord, source: JobsSource, jobs: string): Promise<boolean> {
  const options: TrialFolderOptions = { jobs, told: source.told(record) };
  const target = join(job, trialNameOf(record));
  const result = harborJson(trialResult(record, options));
  if ((await textIfThere(join(target, "result.json"))) === result) return false;
  const temporary = join(job, `${temporaryPrefix}${randomBytes(6).toString("hex")}`);
  await mkdir(temporary, { mode: 0o700 });
  if (options.told) await writeTold(temporary, record, source);
  // From the moment that these are there, a viewer takes the folder for a trial's.
  await writeFile(join(temporary, "config.json"), harborJson(trialConfig(record, options)));
  await writeFile(join(temporary, "result.json"), result);
  await replaceFolder(target, temporary);
  return true;
}

async function writeTold(folder: string, record: TrialRecord, source: JobsSource): Promise<void> {
  const trace = await source.traceOf(record);
  if (trace !== null) {
    await mkdir(join(folder, "agent"));
    const trajectory = trajectoryOf(record, trace, phasesOf(record).agent);
    await writeFile(join(folder, "agent", "trajectory.json"), harborJson(trajectory));
  }
  await writeVerifier(folder, { output: record.verifierOutput, rewards: rewardsOf(record) });
  for (const { step, output, rewards } of record.steps ?? []) {
    await writeVerifier(join(folder, "steps", step), { output, rewards });
  }
  for (const part of ["artifacts", "steps"]) {
    const kept = join(source.keptFolder(record), part);
    if (await exists(kept)) await cp(kept, join(folder, part), { recursive: true });
  }
}

async function writeVerifier(
  folder: string,
  { output, rewards }: { output: string; rewards: Readonly<Record<string, number>> | null },
): Promise<void> {
  const verifier = join(folder, "verifier");
  await mkdir(verifier, { recursive: true });
  await writeFile(join(verifier, "test-stdout.txt"), output);
  if (rewards !== null) await writeFile(join(verifier, "reward.json"), harborJson(rewards));
}

async function replaceFolder(target: string, replacement: string): Promise<void> {
  const old = `${replacement}-old`;
  if (await exists(target)) await rename(target, old);
  await rename(replacement, target);
  await rm(old, { recursive: true, force: true });
}

async function removeLeftovers(job: string): Promise<void> {
  for (const name of await readdir(job)) {
    if (name.startsWith(temporaryPrefix)) await rm(join(job, name), { recursive: true, force: true });
  }
}

async function writeIfNew(file: string, text: string): Promise<void> {
  if ((await textIfThere(file)) !== text) await writeAtomic(file, text, 0o600);
}

const temporaryPrefix = ".writing-";
