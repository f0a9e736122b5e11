// A host that is killed or interrupted: the same command goes on where it was, pays for nothing twice and leaves nothing.

import { readFile } from "node:fs/promises";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type TrialRecord, testSteps } from "../../src/core/trial.ts";
import { readIterations } from "../../src/loop/iteration-record.ts";
import { readJournal } from "../../src/trials/journal.ts";
import { layout } from "../../src/workspace/layout.ts";
import { readResults } from "../../src/workspace/results-tsv.ts";
import { readSplit } from "../../src/workspace/split.ts";
import { readSuite } from "../../src/workspace/suite-json.ts";
import { readTrainResults } from "../../src/workspace/train-results.ts";
import type { CliScene } from "../helpers/cli-scene.ts";
import { openGateNight } from "../helpers/gate-night-scene.ts";
import type { CliResult, Printed } from "../helpers/run-cli.ts";

const command = ["start", "--json", "--iterations", "1"];
const timeoutMs = 900_000;

let uninterrupted: { night: Night; trials: TrialRecord[] };

beforeAll(async () => {
  await using scene = await openExperimentScene();
  expect(await scene.run(command, { timeoutMs })).toMatchObject({ exitCode: 0, stderr: "" });
  uninterrupted = { night: await readNight(scene), trials: journalled(scene) };
  expect(uninterrupted.night.iterations).toMatchObject([{ verdict: { verdict: "accepted", reason: "improvement" } }]);
}, 900_000);

let scene: CliScene;
afterAll(async () => await scene?.[Symbol.asyncDispose]());

/** The edit mends all sums, of which the test split has three: too few for a verdict without re-runs. */
async function openExperimentScene(): Promise<CliScene> {
  return await openGateNight({
    edits: [{ checks: "sums" }],
    tasks: { greetings: 4, sums: 6 },
    config: ["train_fraction: 0.5", "max_concurrency: 2", "final_report: false"],
  });
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

/**
 * The end of a night without what differs between two of them: time, hashes that hold one, a lost summary, and how many
 * runs idle workers had made early.
 */
async function readNight(of: CliScene) {
  const paths = pathsOf(of);
  using journal = readJournal(paths.host.journalFile);
  return {
    iterations: readIterations(journal).map(({ iteration, phase, candidate, verdict, trainScore }) => ({
      ...{ iteration, phase, candidate, trainScore },
      verdict: verdict === null ? null : { ...verdict, durationMs: 0, runs: 0 },
    })),
    rows: (await readResults(paths.resultsFile)).map((row) => ({ ...row, timestamp: "", commit: "" })),
    split: await readSplit(paths.host.splitFile),
    suite: await readSuite(paths.suiteFile),
    train: (await readTrainResults(paths.trainResultsFile))?.results,
    // Of the gate's re-runs, some may have been made early and never looked at.
    outcomes: journal
      .trials()
      .filter(({ parts }) => parts.step !== "fresh")
      .map(({ key, outcome }) => ({ key, outcome }))
      .sort((a, b) => (a.key < b.key ? -1 : 1)),
  };
}

type Night = Awaited<ReturnType<typeof readNight>>;

/** Every re-run that both nights have ended the same way. */
function expectSameReruns(one: readonly TrialRecord[], other: readonly TrialRecord[]): void {
  const known = new Map(one.map(({ key, outcome }) => [key, outcome]));
  const both = other.filter(({ key, parts }) => parts.step === "fresh" && known.has(key));
  expect(both.length).toBeGreaterThan(0);
  expect(both.map(({ key }) => known.get(key))).toEqual(both.map(({ outcome }) => outcome));
}

/**
 * What stood in the journal before a start is never executed again. Events tell it of train tasks by name; test tasks
 * are not named there, so they are counted: no more are executed than the journal has new ones.
 */
function expectNothingPaidTwice(before: readonly TrialRecord[], printed: Printed, after: readonly TrialRecord[]): void {
  const executed = trialEnds(printed).filter(({ cached }) => !cached);
  const paid = new Set(before.map(({ parts }) => `${parts.step}/${parts.task}`));
  const again = executed.filter(({ step, task }) => !testSteps.has(step) && paid.has(`${step}/${task}`));
  expect(again).toEqual([]);
  const keys = new Set(before.map(({ key }) => key));
  const fresh = after.filter(({ key }) => !keys.has(key));
  for (const step of testSteps) {
    expect(ran(printed, step)).toBeLessThanOrEqual(fresh.filter(({ parts }) => parts.step === step).length);
  }
  const records = new Map(after.map((record) => [record.key, record]));
  expect(before.map(({ key }) => records.get(key))).toEqual(before);
}

async function killWhen(found: (printed: Printed) => boolean): Promise<{ result: CliResult; before: TrialRecord[] }> {
  await using cli = scene.start(command, { timeoutMs });
  await cli.until(found);
  cli.kill("SIGKILL");
  const result = await cli.ended;
  expect(result).toMatchObject({ exitCode: null, signal: "SIGKILL", stderr: "" });
  return { result, before: journalled(scene) };
}

function countOf(records: readonly TrialRecord[], step: string): number {
  return records.filter(({ parts }) => parts.step === step).length;
}

test("kill -9 in the baseline, in the gate and after its verdict costs the trials in flight and nothing else", async () => {
  scene = await openExperimentScene();
  const kills: Array<{ result: CliResult; before: TrialRecord[] }> = [];
  for (const [step, trials] of [
    ["baseline", 4],
    ["test", 2],
    // In the middle of a round of re-runs, and between acceptance and the recorded row.
    ["fresh", 1],
    ["score", 1],
  ] as const) {
    const killed = await killWhen((printed) => ran(printed, step) >= trials);
    expectNothingPaidTwice(kills.at(-1)?.before ?? [], killed.result, killed.before);
    expect(countOf(killed.before, step)).toBeGreaterThanOrEqual(trials);
    kills.push(killed);
    const now = await readNight(scene);
    if (step === "baseline") expect(killed.before.length).toBeLessThan(10);
    else expect(now).toMatchObject({ iterations: [{ iteration: 1, phase: "gating", verdict: null }], rows: [{}] });
  }
  const { before } = kills.at(-1) ?? { before: [] };
  expect(countOf(before, "score")).toBeLessThan((await readNight(scene)).split?.test.length ?? 0);

  const rest = await scene.run(command, { timeoutMs });
  expect(rest).toMatchObject({ exitCode: 0, stderr: "" });
  expectNothingPaidTwice(before, rest, journalled(scene));
  expect([ran(rest, "baseline"), ran(rest, "test")]).toEqual([0, 0]);

  expect(await readNight(scene)).toEqual(uninterrupted.night);
  expectSameReruns(uninterrupted.trials, journalled(scene));
  expect(await scene.leftovers()).toEqual([]);
  const learnings = await readFile(pathsOf(scene).learningsFile, "utf8");
  expect(learnings.match(/^## Iteration 1\b/gm)).toHaveLength(1);
}, 1_800_000);

test("a finished night, started again, runs nothing and says the same", async () => {
  const before = journalled(scene);
  const again = await scene.run(command, { timeoutMs });
  expect(again).toMatchObject({ exitCode: 0, stderr: "" });
  expect(trialEnds(again)).toEqual([]);
  expect(journalled(scene)).toEqual(before);
  expect(await readNight(scene)).toEqual(uninterrupted.night);
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
