// The whole product as somebody meets it first: `start` in a clone without a config, twice.

import { execFileSync } from "node:child_process";
import { readdir, readFile, stat, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { TrialRecord } from "../../src/core/trial.ts";
import { readIterations } from "../../src/loop/iteration-record.ts";
import { readJournal } from "../../src/trials/journal.ts";
import { type Layout, rehearsalLayout } from "../../src/workspace/layout.ts";
import { readResults } from "../../src/workspace/results-tsv.ts";
import { readSplit, type Split } from "../../src/workspace/split.ts";
import { readSuite } from "../../src/workspace/suite-json.ts";
import { readTrainResults } from "../../src/workspace/train-results.ts";
import { type CliScene, openCliScene } from "../helpers/cli-scene.ts";
import type { CliResult } from "../helpers/run-cli.ts";

interface Night {
  result: CliResult;
  split: Split;
  suite: Awaited<ReturnType<typeof readSuite>>;
  trials: TrialRecord[];
  summary: ReturnType<typeof summaryOf>;
}

let scene: CliScene;
let paths: Layout;
let first: Night;
let second: Night;
let shown: CliResult;

beforeAll(async () => {
  scene = await openCliScene();
  paths = rehearsalLayout(scene.folder);
  await writeFile(join(scene.folder, ".gitignore"), ".runs/\n");
  git("init", "--quiet");
  git("add", ".");
  git("-c", "user.name=a", "-c", "user.email=a@example.com", "commit", "--quiet", "-m", "a clone");
  first = await runNight("start", "--plain", "--record", "../night", "--record-test");
  shown = await scene.run(["results"]);
}, 2_500_000);

afterAll(async () => {
  await scene[Symbol.asyncDispose]();
});

function git(...args: string[]): string {
  return execFileSync("git", args, { cwd: scene.folder, encoding: "utf8" });
}

async function runNight(...args: string[]): Promise<Night> {
  const result = await scene.run(args, { timeoutMs: 2_400_000 });
  expect(result, `${result.stdout}\n${result.stderr}`).toMatchObject({ exitCode: 0, stderr: "" });
  const split = await readSplit(paths.host.splitFile);
  if (split === null) throw new Error("the night left no split");
  const night = await readNight();
  return { result, split, suite: await readSuite(paths.suiteFile), trials: night.trials, summary: summaryOf(night) };
}

async function readNight() {
  using journal = readJournal(paths.host.journalFile);
  const trials = journal.trials();
  return { iterations: readIterations(journal), rows: await readResults(paths.resultsFile), trials };
}

/**
 * What has to be the same every time: everything but time, and what idle workers ran early. How many of those runs there
 * were, and what they cost, depends on the machine; nothing that was decided does.
 */
function summaryOf({ iterations, rows, trials }: Awaited<ReturnType<typeof readNight>>) {
  return {
    /** Outcomes by step, decision, task, agent and index. */
    trials: new Map(
      trials.map(({ parts: { step, decision, agent, task, index }, outcome, agentEnd, usage }) => [
        `${step} ${decision} ${task} ${agent.slice(0, 8)} ${index}`,
        `${outcome.status === "scored" ? outcome.reward : outcome.status} ${agentEnd.code} ${usage.calls}`,
      ]),
    ),
    rows: rows.map((row) => ({ ...row, timestamp: "" })),
    iterations: iterations.map(({ iteration, summary, candidate, verdict, trainScore, commit }) => ({
      ...{ iteration, summary, candidate, trainScore, commit },
      verdict: verdict === null ? null : { ...verdict, durationMs: 0, runs: 0, costUsd: 0 },
    })),
  };
}

describe("a rehearsal", () => {
  test("makes the agent better by at least 0.25, from below one half", async () => {
    const scores = first.summary.rows.map(({ valScore }) => Number(valScore));
    expect(scores[0]).toBeLessThan(0.5);
    expect(scores.at(-1)).toBeGreaterThanOrEqual((scores[0] ?? 1) + 0.25);
    expect(first.result.stdout).toContain(
      `test score: ${first.summary.rows[0]?.valScore} -> ${first.summary.rows.at(-1)?.valScore} (a rehearsal: `,
    );
  });

  test("keeps the helpful edits and refuses the harmful ones, each for its reason", () => {
    const verdicts = first.summary.iterations.map(({ verdict }) => `${verdict?.verdict} (${verdict?.reason})`);
    expect(verdicts).toEqual([
      "accepted (improvement)",
      expect.stringMatching(/^rejected \((suite|harm)\)$/),
      "rejected (syntax-error)",
      "rejected (forbidden-file)",
      "accepted (improvement)",
      expect.stringMatching(/^rejected \((suite|harm)\)$/),
      // A reworded comment.
      "rejected (no-change)",
      "accepted (improvement)",
    ]);
    const [, , syntax, forbidden] = first.summary.iterations;
    expect(first.trials.filter(({ parts }) => parts.decision === "it-3" || parts.decision === "it-4")).toEqual([]);
    expect(syntax?.candidate).toBeNull();
    expect(forbidden?.verdict?.detail).toContain("PROGRAM.md");
    expect(first.result.stdout).toContain("candidate-threw");
  });

  test("records the accepted ones and nothing else, under the hashes of its lineage", () => {
    const accepted = first.summary.iterations.filter(({ verdict }) => verdict?.verdict === "accepted");
    expect(first.summary.rows.slice(1)).toEqual(
      accepted.map(({ commit, verdict }, index) => ({
        ...{ iteration: index + 1, valScore: verdict?.valScore?.toFixed(4), commit, timestamp: "" },
        ...{ evalsPassed: verdict?.suitePassed, evalsTotal: verdict?.suiteTotal },
      })),
    );
    const log = execFileSync("git", ["--git-dir", paths.host.lineage, "log", "--format=%h", "refs/auto-harness/main"]);
    const hashes = log.toString().trim().split("\n").reverse();
    expect(hashes.slice(1)).toEqual(accepted.map(({ commit }) => commit?.slice(0, hashes[0]?.length)));
  });

  test("leaves the clone as it was, and nothing on the engine", async () => {
    expect(git("status", "--porcelain")).toBe("");
    expect((await readdir(scene.folder)).sort()).toEqual([".git", ".gitignore", ".runs"]);
    expect(await scene.leftovers()).toEqual([]);
  });

  test("replays twice from its recording, without engine", async () => {
    const nothing = { env: { DOCKER_HOST: "tcp://127.0.0.1:1" }, timeoutMs: 600_000 };
    const replays = [1, 2].map(async () => await scene.run(["replay", "../night", "--unboxed"], nothing));
    for (const replayed of await Promise.all(replays)) {
      expect(replayed, replayed.stdout).toMatchObject({ exitCode: 0 });
      expect(replayed.stdout).toMatch(/✓ night: 8 iterations, 3 accepted, \d+ trials replayed.*trees as recorded\n$/);
    }
  }, 1_300_000);

  test("is shown again by `results`", () => {
    expect(shown).toMatchObject({ exitCode: 0, stderr: "" });
    expect(first.result.stdout.slice(-shown.stdout.length)).toBe(shown.stdout);
    for (const { iteration, verdict } of first.summary.iterations) {
      expect(shown.stdout).toMatch(new RegExp(`^${iteration} +${verdict?.verdict} +${verdict?.reason} `, "m"));
    }
  });

  test("does not name a test task to anybody once the split is made", async () => {
    const { test: testTasks } = first.split;
    const afterBaseline = first.result.stdout.slice(first.result.stdout.indexOf("; split "));
    const texts = new Map([["standard output", afterBaseline]]);
    for (const entry of await readdir(paths.root, { recursive: true, withFileTypes: true })) {
      const file = join(entry.parentPath, entry.name);
      if (file.startsWith(paths.host.folder)) continue;
      texts.set(file, entry.isFile() ? `${file}\n${await readFile(file, "utf8")}` : file);
    }
    expect(texts.size).toBeGreaterThan(50);
    const named = [...texts].flatMap(([where, text]) =>
      testTasks.filter((id) => text.includes(id)).map((id) => `${id} in ${where}`),
    );
    expect(named).toEqual([]);
  });

  test("publishes traces of train tasks and keeps a test task's nowhere", async () => {
    const { train } = first.split;
    expect((await readdir(paths.latestTraces)).sort()).toEqual(train);
    expect((await readdir(paths.baselineTraces)).sort()).toEqual(train);
    for (const task of train) {
      const file = join(paths.latestTraces, task, "trace.json");
      const trace = JSON.parse(await readFile(file, "utf8")) as {
        task: string;
        messages: unknown[];
        events: unknown[];
      };
      expect(trace.task).toBe(task);
      expect(trace.messages.length).toBeGreaterThan(2);
      expect(trace.events.at(-1)).toMatchObject({ type: "end" });
    }
    const kept: string[] = [];
    for (const folder of await readdir(paths.host.trials)) {
      const file = join(paths.host.trials, folder, "trace.json");
      kept.push((JSON.parse(await readFile(file, "utf8")) as { task: string }).task);
    }
    expect(kept.length).toBeGreaterThanOrEqual(train.length);
    expect(kept.filter((task) => !train.includes(task))).toEqual([]);
  });

  test("writes the workspace in the original's formats", async () => {
    const { train } = first.split;
    const suite = await readSuite(paths.suiteFile);
    const promoted = first.summary.iterations.flatMap(({ verdict }) => verdict?.promoted ?? []).sort();
    const gone = first.summary.iterations.flatMap(({ verdict }) => verdict?.quarantined ?? []);
    const kept = [...new Set(promoted)].filter((task) => !gone.includes(task));
    expect(kept.length).toBeGreaterThan(0);
    expect(suite).toMatchObject({ tasks: kept, threshold: 0.8 });
    expect(Object.keys(suite?.last_results ?? {})).toEqual(kept);
    const results = (await readTrainResults(paths.trainResultsFile))?.results ?? {};
    expect(Object.keys(results).sort()).toEqual(train);
    const learnings = await readFile(paths.learningsFile, "utf8");
    const entries = [...learnings.matchAll(/^## Iteration (\d+) — val_score: /gm)].map(([, number]) => Number(number));
    expect(entries).toEqual(first.summary.iterations.map(({ iteration }) => iteration));
    for (const name of ["What changed", "Pattern confirmed", "What worked / didn't work", "Needs from human"]) {
      expect(learnings.split(`**${name}:**`).length - 1).toBeGreaterThanOrEqual(entries.length);
    }
  });

  test("keeps journal and evidence on the host's side, closed to others", async () => {
    expect((await stat(paths.host.folder)).mode & 0o777).toBe(0o700);
    // Steps that a verdict is made of; scores and promotion come after it.
    const deciding = first.trials.filter(({ parts }) => ["suite", "test", "fresh"].includes(parts.step));
    const judged = Map.groupBy(deciding, ({ parts }) => parts.decision);
    expect((await readdir(paths.host.evidence)).sort()).toEqual([...judged.keys()].map((id) => `${id}.json`).sort());
    for (const [decision, trials] of judged) {
      const file = join(paths.host.evidence, `${decision}.json`);
      expect((await stat(file)).mode & 0o777).toBe(0o600);
      const evidence = JSON.parse(await readFile(file, "utf8")) as { runs: Array<{ key: string }>; candidate: string };
      expect(evidence.runs.map(({ key }) => key).sort()).toEqual(trials.map(({ key }) => key).sort());
      const iteration = first.summary.iterations.find(({ verdict }) => verdict?.decision === decision);
      expect(evidence.candidate).toBe(iteration?.candidate);
    }
  });

  test("is the same the next time", async () => {
    const iterations = 1;
    second = await runNight("start", "--plain", "--fresh", "--iterations", String(iterations));
    expect(second.split).toEqual(first.split);
    const before = first.summary.iterations.slice(0, iterations);
    expect(second.summary.iterations).toEqual(before);
    const accepted = before.filter(({ verdict }) => verdict?.verdict === "accepted").length;
    expect(second.summary.rows).toEqual(first.summary.rows.slice(0, accepted + 1));
    // What came after, and the report at the end, which is on another agent.
    const alike = ({ summary }: Night) =>
      [...summary.trials].filter(([trial]) => /^\w+ (it-1)? /.test(trial) && !trial.startsWith("claim "));
    const inBoth = (night: Night, other: Night) =>
      new Map(
        alike(night)
          .filter(([trial]) => other.summary.trials.has(trial))
          .sort(),
      );
    expect(inBoth(second, first).size).toBeGreaterThan(40);
    expect(inBoth(second, first)).toEqual(inBoth(first, second));
    // Only runs that were made early, and that no verdict looked at, may be missing; of what should be mended, those that
    // had not ended when one passed.
    const onlyIn = (night: Night, other: Night) =>
      alike(night).flatMap(([trial]) =>
        other.summary.trials.has(trial) || /^(test|fresh|screen) /.test(trial) ? [] : [trial],
      );
    expect([onlyIn(first, second).filter((trial) => / it-1 /.test(trial)), onlyIn(second, first)]).toEqual([[], []]);
    expect(await scene.leftovers()).toEqual([]);
    expect(git("status", "--porcelain")).toBe("");
  }, 2_500_000);
});
