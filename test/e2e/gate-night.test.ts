// A night of 13 iterations on flaky tasks in containers whose true chances are known.
//
// Nothing here is left to luck at run time: each trial's luck is drawn from its key (texts of task and agent, step,
// decision, index), so this night is the same everywhere. What these tests would risk if a text were edited, and all
// luck drawn anew, stands beside them.

import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { meanOf, rewardOf, type TrialRecord } from "../../src/core/trial.ts";
import { type IterationRecord, readIterations } from "../../src/loop/iteration-record.ts";
import { readJournal } from "../../src/trials/journal.ts";
import { layout } from "../../src/workspace/layout.ts";
import { type ResultRow, readResults } from "../../src/workspace/results-tsv.ts";
import { readSplit, type Split } from "../../src/workspace/split.ts";
import type { CliScene } from "../helpers/cli-scene.ts";
import { agentWithPlaces, type Edit, passChance } from "../helpers/gate-night-agent.ts";
import { scoreBand } from "../helpers/gate-night-band.ts";
import { openGateNight } from "../helpers/gate-night-scene.ts";
import type { CliResult } from "../helpers/run-cli.ts";

const edits: readonly Edit[] = [
  ...[{}, { breaks: true }, { checks: "sums" }, {}, { ignores: ["greetings"] }],
  ...[{}, { checks: "sums" }, { ignores: ["sums"] }, {}, { ignores: ["dates", "lists"] }],
  ...[{ breaks: true }, { ignores: ["greetings"] }, { checks: "sums" }],
] as const;

let scene: CliScene;
let night: CliResult;
let split: Split;
let iterations: IterationRecord[];
let rows: ResultRow[];
let trials: TrialRecord[];

beforeAll(async () => {
  scene = await openGateNight({
    edits,
    tasks: { greetings: 4, sums: 6, lists: 3, dates: 4 },
    config: [`iterations: ${edits.length}`, "train_fraction: 0.25", "max_concurrency: 4", "final_report: false"],
  });
  night = await scene.run(["start", "--plain"], { timeoutMs: 1_100_000 });
  expect(night, `${night.stdout}\n${night.stderr}`).toMatchObject({ exitCode: 0, stderr: "" });
  const paths = layout({ root: scene.folder, experiment: "main" });
  using journal = readJournal(paths.host.journalFile);
  iterations = readIterations(journal);
  trials = journal.trials();
  rows = await readResults(paths.resultsFile);
  const made = await readSplit(paths.host.splitFile);
  if (made === null) throw new Error("the night left no split");
  split = made;
}, 1_200_000);

afterAll(async () => await scene?.[Symbol.asyncDispose]());

function chancesOf(source: string): number[] {
  return split.test.map((task) => passChance(source, edits, task));
}

/** Mean chance over the test split. */
function truth(source: string): number {
  return meanOf(chancesOf(source)) ?? 0;
}

/** Digest of an iteration's candidate. */
function agentOf(iteration: number): string {
  const own = trials.find(({ parts }) => parts.step === "test" && parts.decision === `it-${iteration}`);
  return own?.parts.agent ?? "none";
}

/** What each iteration's candidate was, against the incumbent of that moment. */
function judged() {
  let incumbent = agentWithPlaces(edits.length);
  return iterations.map(({ iteration, candidate, verdict }) => {
    if (candidate === null || verdict === null) throw new Error(`iteration ${iteration} was not judged`);
    const gain = truth(candidate) - truth(incumbent);
    const changed = split.test
      .concat(split.train)
      .some((task) => passChance(candidate, edits, task) !== passChance(incumbent, edits, task));
    if (verdict.verdict === "accepted") incumbent = candidate;
    return { iteration, candidate, verdict, gain, changed };
  });
}

describe("a night on flaky tasks", () => {
  test("judges every candidate", () => {
    expect(iterations.map(({ iteration, phase }) => `${iteration} ${phase}`)).toEqual(
      edits.map((_, at) => `${at + 1} done`),
    );
  });

  // Anew: none of 100,000 simulated decisions accepts an agent that ignores greetings or sums. One that ignores every
  // flaky task, or all of them, can't be better on any, so p_up is never below one half.
  test("accepts no harmful candidate", () => {
    const harmful = judged().filter(({ gain }) => gain < 0);
    expect(harmful.length).toBeGreaterThanOrEqual(6);
    expect(harmful.filter(({ verdict }) => verdict.verdict === "accepted")).toEqual([]);
  });

  // Anew: sums pass for sure once they are checked; a date that got into the suite by luck would fail three times in 3 of
  // 100 decisions. This night's luck has put none there.
  test("lets an unchanged agent pass its suite", () => {
    const same = judged().filter(({ changed, verdict }) => !changed && verdict.suiteTotal > 0);
    expect(same.length).toBeGreaterThanOrEqual(4);
    for (const { verdict } of same) {
      expect(verdict).toMatchObject({ regressed: [], suitePassed: verdict.suiteTotal });
      expect(verdict.reason).not.toMatch(/suite/);
    }
  });

  // Anew: proposed three times; all of 1,000 simulated nights took it.
  test("accepts the improvement that is clear, and ends above where it began", () => {
    const kept = judged().filter(({ verdict }) => verdict.verdict === "accepted");
    expect(kept.some(({ gain }) => gain > 0.25)).toBe(true);
    const last = kept.at(-1)?.candidate ?? "";
    expect(truth(last) - truth(agentWithPlaces(edits.length))).toBeGreaterThan(0.25);
  });

  test("records scores of fresh runs that no verdict looked at", () => {
    const accepted = iterations.filter(({ verdict }) => verdict?.verdict === "accepted");
    const fresh = accepted.map(({ iteration }) => {
      const own = trials.filter(({ parts }) => parts.decision === `it-${iteration}`);
      const scores = own.filter(({ parts }) => parts.step === "score" && parts.agent === agentOf(iteration));
      expect(scores.map(({ parts }) => parts.task).sort()).toEqual(split.test);
      return meanOf(scores.map(rewardOf).filter((reward) => reward !== null));
    });
    expect(rows.slice(1).map(({ valScore }) => valScore)).toEqual(fresh.map((score) => score?.toFixed(4)));
  });

  // Anew, 5 in a million on either side of each score: with five of them and all together, below 1 in 10,000.
  test("records scores each within its band of the true one, and so are all of them together", () => {
    const risk = 5e-6;
    const kept = judged().filter(({ verdict }) => verdict.verdict === "accepted");
    expect(kept.length).toBeGreaterThan(0);
    for (const { candidate, verdict } of kept) {
      const band = scoreBand(chancesOf(candidate), risk);
      expect(verdict.valScore).toBeGreaterThanOrEqual(band.low);
      expect(verdict.valScore).toBeLessThanOrEqual(band.high);
    }
    // With the runs that its history gained while nothing was accepted.
    const sources = new Map(kept.map(({ iteration, candidate }) => [agentOf(iteration), candidate]));
    const scores = trials.filter(({ parts }) => parts.step === "score" && sources.has(parts.agent));
    const chances = scores.map(({ parts }) => passChance(sources.get(parts.agent) ?? "", edits, parts.task));
    const band = scoreBand(chances, risk);
    expect(band.high - band.low).toBeLessThan(0.6);
    const mean = meanOf(scores.map(rewardOf).filter((reward) => reward !== null));
    expect(mean).toBeGreaterThanOrEqual(band.low);
    expect(mean).toBeLessThanOrEqual(band.high);
  });

  test("leaves nothing on the engine", async () => {
    expect(await scene.leftovers()).toEqual([]);
  });
});
