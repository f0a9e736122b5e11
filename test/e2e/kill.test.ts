// A host that is killed or interrupted: the same command goes on where it was, pays for nothing twice and leaves nothing.

import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { TrialRecord } from "../../src/core/trial.ts";
import { readIterations } from "../../src/loop/iteration-record.ts";
import { readJournal } from "../../src/trials/journal.ts";
import { layout } from "../../src/workspace/layout.ts";
import { readResults } from "../../src/workspace/results-tsv.ts";
import { readSplit } from "../../src/workspace/split.ts";
import { readSuite } from "../../src/workspace/suite-json.ts";
import { readTrainResults } from "../../src/workspace/train-results.ts";
import { type CliScene, openCliScene } from "../helpers/cli-scene.ts";
import type { CliResult, Printed } from "../helpers/run-cli.ts";

const command = ["start", "--json", "--iterations", "1"];
const concurrency = 2;
const config = `benchmark: terminal-bench
agent_model: rehearsal/starter
coding_agent: rehearsal
max_concurrency: ${concurrency}
train_fraction: 0.5
task_ids:
  - auth-log-intruder
  - cron-move-jobs
  - csv-contact-merge
  - fix-invoice-totals
  - git-author-rewrite
  - json-catalog-reshape
  - migrate-ini-config
  - monthly-sales-report
  - restore-corrupt-blobs
  - scrub-secrets
`;

let uninterrupted: Awaited<ReturnType<typeof readNight>>;

beforeAll(async () => {
  await using scene = await openExperimentScene();
  expect(await scene.run(command)).toMatchObject({ exitCode: 0, stderr: "" });
  uninterrupted = await readNight(scene);
  expect(uninterrupted.iterations).toMatchObject([{ verdict: { verdict: "accepted", reason: "improvement" } }]);
}, 400_000);

let scene: CliScene;
afterAll(async () => await scene?.[Symbol.asyncDispose]());

async function openExperimentScene(): Promise<CliScene> {
  const opened = await openCliScene();
  await writeFile(join(opened.folder, "experiment_config.yaml"), config);
  return opened;
}

interface TrialEnd {
  type: string;
  step: string;
  task: string;
  cached: boolean;
}

/** Whole lines only: a killed process may have left half of one. */
function trialEnds({ stdout }: Printed): TrialEnd[] {
  const lines = stdout.slice(0, stdout.lastIndexOf("\n") + 1).split("\n");
  return lines
    .filter((line) => line !== "")
    .map((line) => JSON.parse(line) as TrialEnd)
    .filter(({ type }) => type === "trial-end");
}

function ran(printed: Printed, step: string): number {
  return trialEnds(printed).filter((end) => end.step === step && !end.cached).length;
}

function pathsOf({ folder }: CliScene) {
  return layout({ root: folder, experiment: "main" });
}

function journalled(of: CliScene): TrialRecord[] {
  using journal = readJournal(pathsOf(of).host.journalFile);
  return journal.trials();
}

/** The end of a night without what differs between two of them: time, hashes that hold one, and a lost summary. */
async function readNight(of: CliScene) {
  const paths = pathsOf(of);
  using journal = readJournal(paths.host.journalFile);
  return {
    iterations: readIterations(journal).map(({ iteration, phase, candidate, verdict, trainScore }) => ({
      ...{ iteration, phase, candidate, trainScore },
      verdict: verdict === null ? null : { ...verdict, durationMs: 0 },
    })),
    rows: (await readResults(paths.resultsFile)).map((row) => ({ ...row, timestamp: "", commit: "" })),
    split: await readSplit(paths.host.splitFile),
    suite: await readSuite(paths.suiteFile),
    train: (await readTrainResults(paths.trainResultsFile))?.results,
    outcomes: journal
      .trials()
      .map(({ key, outcome }) => ({ key, outcome }))
      .sort((a, b) => (a.key < b.key ? -1 : 1)),
    unfinished: journal.unfinished(),
  };
}

/** What stood in the journal before a start is never executed again: neither in its events nor in its records. */
function expectNothingPaidTwice(before: readonly TrialRecord[], printed: Printed, after: readonly TrialRecord[]): void {
  const ends = trialEnds(printed);
  const paid = new Set(before.map(({ parts }) => `${parts.step}/${parts.task}`));
  const again = ends.filter((end) => !end.cached && end.step !== "test" && paid.has(`${end.step}/${end.task}`));
  expect(again).toEqual([]);
  const count = (step: string) => before.filter(({ parts }) => parts.step === step).length;
  const known = (step: string) => ends.filter((end) => end.step === step && end.cached).length;
  // A test task is not named in events, so those are counted.
  if (ends.some(({ step }) => step === "test")) expect(known("test")).toBe(count("test"));
  const records = new Map(after.map((record) => [record.key, record]));
  expect(before.map(({ key }) => records.get(key))).toEqual(before);
}

async function killWhen(found: (printed: Printed) => boolean): Promise<{ result: CliResult; before: TrialRecord[] }> {
  await using cli = scene.start(command);
  await cli.until(found);
  cli.kill("SIGKILL");
  const result = await cli.ended;
  expect(result).toMatchObject({ exitCode: null, signal: "SIGKILL", stderr: "" });
  return { result, before: journalled(scene) };
}

test("kill -9 in the middle of a baseline and of a gate costs the trials in flight and nothing else", async () => {
  scene = await openExperimentScene();

  const baseline = await killWhen((printed) => ran(printed, "baseline") >= 4);
  expect(baseline.before.length).toBeGreaterThanOrEqual(ran(baseline.result, "baseline"));
  expect(baseline.before.length).toBeLessThan(10);

  const gate = await killWhen((printed) => ran(printed, "test") >= 2);
  expectNothingPaidTwice(baseline.before, gate.result, gate.before);
  expect(ran(gate.result, "baseline")).toBe(10 - baseline.before.length);
  const inGate = await readNight(scene);
  expect(inGate.iterations).toMatchObject([{ iteration: 1, phase: "gating", verdict: null }]);
  expect(inGate.unfinished.length).toBeLessThanOrEqual(concurrency);

  const rest = await scene.run(command);
  expect(rest).toMatchObject({ exitCode: 0, stderr: "" });
  expectNothingPaidTwice(gate.before, rest, journalled(scene));
  expect(ran(rest, "baseline")).toBe(0);
  expect(ran(rest, "test")).toBe((inGate.split?.test.length ?? 0) - gate.before.filter(isTest).length);

  expect(await readNight(scene)).toEqual(uninterrupted);
  expect(await scene.leftovers()).toEqual([]);
  const learnings = await readFile(pathsOf(scene).learningsFile, "utf8");
  expect(learnings.match(/^## Iteration 1\b/gm)).toHaveLength(1);
}, 400_000);

function isTest({ parts }: TrialRecord): boolean {
  return parts.step === "test";
}

test("a finished night, started again, runs nothing and says the same", async () => {
  const before = journalled(scene);
  const again = await scene.run(command);
  expect(again).toMatchObject({ exitCode: 0, stderr: "" });
  expect(trialEnds(again)).toEqual([]);
  expect(journalled(scene)).toEqual(before);
  expect(await readNight(scene)).toEqual(uninterrupted);
}, 120_000);

test("Ctrl-C once stops cleanly and says how to go on; the same command then pays for nothing twice", async () => {
  await using own = await openExperimentScene();
  await using cli = own.start(command);
  await cli.until((printed) => ran(printed, "baseline") >= 2);
  cli.kill("SIGINT");
  const stopped = await cli.ended;
  expect(stopped).toMatchObject({ exitCode: 130, signal: null });
  expect(stopped.stderr.trimEnd().split("\n").at(-1)).toBe("stopped; the same command goes on where it was");
  expect(await own.leftovers()).toEqual([]);

  const before = journalled(own);
  expect(before.length).toBeGreaterThanOrEqual(2);
  await using next = own.start(command);
  await next.until((printed) => ran(printed, "baseline") >= 1);
  next.kill("SIGINT");
  const stoppedAgain = await next.ended;
  expect(stoppedAgain.exitCode).toBe(130);
  expectNothingPaidTwice(before, stoppedAgain, journalled(own));
  expect(await own.leftovers()).toEqual([]);
}, 240_000);

test("Ctrl-C twice leaves at once, and leaves nothing behind", async () => {
  await using own = await openExperimentScene();
  await using cli = own.start(command);
  await cli.until((printed) => ran(printed, "baseline") >= 2);
  cli.kill("SIGINT");
  await cli.until(({ stderr }) => stderr.includes("stopping;"));
  const asked = performance.now();
  cli.kill("SIGINT");
  expect(await cli.ended).toMatchObject({ exitCode: 130, signal: null });
  expect(performance.now() - asked).toBeLessThan(60_000);
  // The engine may still be at the removal of what the first Ctrl-C closed.
  await expect.poll(async () => await own.leftovers(), { timeout: 30_000 }).toEqual([]);
}, 120_000);
