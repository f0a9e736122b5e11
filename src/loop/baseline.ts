// Iteration 0: every task once with the agent as it is, then the split, frozen; workspace files are made from both.

import { readFile } from "node:fs/promises";
import { HarnessError } from "../core/fault.ts";
import { passes } from "../core/trial.ts";
import { createLearnings } from "../workspace/learnings.ts";
import { appendResult, readResults } from "../workspace/results-tsv.ts";
import type { Rewards } from "../workspace/rewards.ts";
import {
  benchmarkSplit,
  checkSplitTasks,
  drawHoldout,
  makeSplit,
  readSplit,
  type Split,
  saveSplit,
} from "../workspace/split.ts";
import { readSuite, writeSuite } from "../workspace/suite-json.ts";
import { commitDate, type Experiment, taskById } from "./experiment.ts";
import { compileCandidate } from "./freeze-candidate.ts";
import { forgetTrace } from "./kept-traces.ts";
import { publishTrain } from "./run-train.ts";
import { isKnownTest, meanReward, runStep } from "./run-trials.ts";
import { keepScoreFacts, scoreLabel, writeScoreFacts } from "./score-facts.ts";
import { selfCheck } from "./self-check.ts";
import { summarizeTrain } from "./summarize-train.ts";

export interface Baseline {
  split: Split;
  /** Mean reward on the test split. */
  valScore: number;
  /** Already there: nothing was run. */
  known: boolean;
}

/**
 * Runs or reads the baseline; safe to repeat, and goes on where it was. Throws config "agent-invalid" when the agent
 * does not parse, "baseline-stopped" when the budget ended first, "split-frozen" when the tasks are not the split's,
 * "score-facts-changed" when its scores were made under other conditions, "state-missing" when the workspace has
 * results whose split is not here.
 */
export async function ensureBaseline(
  experiment: Experiment,
  { strip, signal }: { strip: (source: string) => { code: string }; signal: AbortSignal },
): Promise<Baseline> {
  const { layout, settings, tasks, lineage } = experiment;
  keepScoreFacts(experiment);
  const source = await readFile(layout.agentFile, "utf8");
  const rows = await readResults(layout.resultsFile);
  const before = await readSplit(layout.host.splitFile);
  if (before !== null)
    checkSplitTasks(
      before,
      tasks.map(({ id }) => id),
    );
  if (before !== null && rows[0] !== undefined) {
    return { split: before, valScore: Number(rows[0].valScore), known: true };
  }
  // Another split would make train tasks of what has been kept from coding agents.
  if (rows.length > 0) throw stateMissing(layout);

  const frozen = compileCandidate(source, strip);
  if (frozen.kind === "refused") {
    throw new HarnessError({
      fault: "config",
      code: "agent-invalid",
      message: `${layout.agentFile}: ${frozen.detail}`,
    });
  }
  await selfCheck(experiment, { signal });
  const { code, digest } = frozen.candidate;
  const holdout = new Set(holdoutOf(experiment));
  const ids = tasks.map(({ id }) => id).filter((id) => !holdout.has(id));
  const aside = holdout.size === 0 ? "" : ` (${holdout.size} held out, untouched until \`auto-harness claim\`)`;
  experiment.onEvent({ type: "phase", text: `baseline: ${ids.length} tasks with the agent as it is${aside}` });
  const result = await runStep(experiment, {
    step: "baseline",
    decision: "",
    tasks: ids,
    agent: { kind: "candidate", code, digest },
    signal,
  });
  if (result.stopped !== null) {
    throw new HarnessError({
      fault: "config",
      code: "baseline-stopped",
      message: `${result.stopped} before the baseline was complete (${result.records.length} of ${ids.length * settings.trials} trials are kept); raise the budget and run the same command again`,
    });
  }
  const made = before ?? {
    ...splitOf(experiment, result.rewards),
    ...(holdout.size === 0 ? {} : { holdout: [...holdout] }),
  };
  await saveSplit(layout.host.splitFile, made);
  // Traces of what are now test tasks are removed: nobody is to read them.
  const train = new Set(made.train);
  for (const { key, parts } of result.records) {
    if (!train.has(parts.task)) await forgetTrace(layout.host, key);
  }
  const pick = (ids: readonly string[]) =>
    Object.fromEntries(ids.map((id) => [id, result.rewards[id] ?? null] as const));
  const trainRecords = result.records.filter(({ parts }) => train.has(parts.task));
  await publishTrain(experiment, layout, { rewards: pick(made.train), records: trainRecords, strip });
  await summarizeTrain(experiment, { signal });
  if ((await readSuite(layout.suiteFile)) === null) {
    await writeSuite(layout.suiteFile, { tasks: [], threshold: settings.threshold, last_results: {} });
  }
  await createLearnings(layout.learningsFile);
  await writeScoreFacts(experiment, made);
  const valScore = meanReward(pick(made.test)) ?? 0;
  if ((await lineage.head()) === null) {
    await lineage.record({
      agentSource: source,
      message: `baseline: ${valScore.toFixed(4)} on the test split${scoreLabel(experiment)}`,
      accepted: true,
      ...commitDate(experiment, 0),
    });
  }
  if (rows.length === 0) {
    const counts = { evalsPassed: 0, evalsTotal: 0, at: new Date() };
    await appendResult(layout.resultsFile, { iteration: 0, valScore, commit: "baseline", ...counts });
  }
  const passed = Object.values(result.rewards).filter((reward) => reward !== null && passes(reward)).length;
  const named = made.left_out.map((id) => (isKnownTest(experiment, taskById(experiment, id)) ? "a test task" : id));
  const left = named.length === 0 ? "" : `, ${named.length} without a reward left out: ${named.join(", ")}`;
  experiment.onEvent({
    type: "phase",
    text: `baseline: ${passed} of ${ids.length} pass; split ${made.train.length} train / ${made.test.length} test${made.by === "benchmark" ? " (the benchmark's own)" : ""}${left}; test score ${valScore.toFixed(4)}${scoreLabel(experiment, made.test)}`,
  });
  return { split: made, valScore, known: false };
}

function stateMissing({ resultsFile, host }: Experiment["layout"]): HarnessError {
  const message = `${resultsFile} holds results, and their split and journal are not in ${host.folder}: they may be where they were made (on another machine, or in the volume of \`docker compose\`), so run it there; or move workspace/ away to begin anew`;
  return new HarnessError({ fault: "config", code: "state-missing", message });
}

/** Frozen with the split once there is one. */
function holdoutOf({ settings, tasks }: Experiment): string[] {
  const ids = tasks.map(({ id }) => id);
  return drawHoldout(ids, { seed: settings.seed, share: settings.holdout });
}

function splitOf({ settings, tasks }: Experiment, rewards: Rewards): Split {
  const { seed, trainFraction, splitBy } = settings;
  const sides = new Map(tasks.flatMap(({ id, split }) => (split === undefined ? [] : [[id, split] as const])));
  if (splitBy === "benchmark" && sides.size > 0) return benchmarkSplit(rewards, sides, { seed, trainFraction });
  return makeSplit(rewards, { seed, trainFraction });
}
