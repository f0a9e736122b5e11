// Iterations until a stop rule holds. The usual end is the budget.

import { readFile } from "node:fs/promises";
import { HarnessError } from "../core/fault.ts";
import { relativePaths } from "../workspace/layout.ts";
import { bestScore, readResults } from "../workspace/results-tsv.ts";
import type { Split } from "../workspace/split.ts";
import type { Experiment } from "./experiment.ts";
import { iterate } from "./iterate.ts";
import { type IterationRecord, readIterations } from "./iteration-record.ts";
import { scoreLabel } from "./score-facts.ts";

export interface LoopResult {
  iterations: IterationRecord[];
  /** Why it ended, in words. */
  reason: string;
}

/** In a row, without a candidate to judge: the coding agent has nothing more to give. */
const idleIterationsAtMost = 3;

export async function runLoop(
  experiment: Experiment,
  { split, strip, signal }: { split: Split; strip: (source: string) => { code: string }; signal: AbortSignal },
): Promise<LoopResult> {
  const { settings, layout, context, onEvent } = experiment;
  const deadline = settings.maxHours === null ? null : performance.now() + settings.maxHours * 3_600_000;
  for (;;) {
    await experiment.hold?.({ signal });
    await context.watch?.ready({ signal });
    const all = readIterations(context.journal);
    const unfinished = all.find(({ phase }) => phase !== "done");
    const done = all.filter(({ phase }) => phase === "done");
    const reason =
      unfinished === undefined ? (stopReason(done, settings) ?? (await targetReached(experiment, split))) : null;
    const spent = context.gateway.exhausted();
    const late = deadline !== null && performance.now() > deadline ? `${settings.maxHours} hours are over` : null;
    const stop = reason ?? spent ?? late;
    if (stop !== null) {
      onEvent({ type: "loop-end", reason: stop });
      return { iterations: done, reason: stop };
    }
    if (unfinished?.phase !== "gating") await refuseEditedAgent(experiment);
    const iteration = unfinished?.iteration ?? done.length + 1;
    const rows = await readResults(layout.resultsFile);
    // By strict-seed the best recorded score is what counts, else the incumbent's own.
    const best = (settings.gate === "strict-seed" ? bestScore(rows) : rows.at(-1)?.valScore) ?? "none";
    const label = scoreLabel(experiment, split.test);
    onEvent({ type: "iteration-start", iteration, of: settings.iterations, best: `${best}${label}` });
    const record = await iterate(experiment, { iteration, split, unfinished, strip, signal });
    onEvent({ type: "iteration-end", record });
  }
}

/** In words with its noise: one run of the split is all that a recorded score is. */
async function targetReached({ settings, layout }: Experiment, { test }: Split): Promise<string | null> {
  const { targetScore, gate } = settings;
  if (targetScore === undefined) return null;
  const rows = await readResults(layout.resultsFile);
  const score = gate === "strict-seed" ? bestScore(rows) : (rows.at(-1)?.valScore ?? null);
  if (score === null || Number(score) < targetScore) return null;
  // Of rewards between 0 and 1 no spread is wider than that of passes and failures.
  const error = Math.sqrt((Number(score) * (1 - Number(score))) / test.length);
  const noise = `one run of ${test.length} test tasks, give or take ${error.toFixed(2)}`;
  return `the recorded score ${score} reaches the target of ${targetScore} (${noise})`;
}

/**
 * A candidate is judged against the incumbent, so nothing else may stand in its place. Throws config "agent-edited". A
 * decision under way remembers its incumbent: an acceptance that was cut off may have written agent.ts.
 */
export async function refuseEditedAgent({ layout, lineage }: Experiment): Promise<void> {
  const head = await lineage.head();
  if (head === null || (await lineage.read(head.commit)) === (await readFile(layout.agentFile, "utf8"))) return;
  const message = `${relativePaths.agentFile} is not the incumbent (${head.short}): let \`auto-harness gate\` judge it, or bring the incumbent back with \`auto-harness adopt --force\``;
  throw new HarnessError({ fault: "config", code: "agent-edited", message });
}

function stopReason(done: readonly IterationRecord[], settings: Experiment["settings"]): string | null {
  if (done.length >= settings.iterations) return `${settings.iterations} iterations are done`;
  const sinceAccepted = done.length - 1 - done.findLastIndex(({ verdict }) => verdict?.verdict === "accepted");
  if (sinceAccepted >= settings.stopAfterNoImprovement) return `${sinceAccepted} iterations without an improvement`;
  const idle = done.slice(-idleIterationsAtMost);
  const nothing = (reason = "") => ["no-edit", "no-change", "duplicate", "coding-agent-failed"].includes(reason);
  if (idle.length === idleIterationsAtMost && idle.every(({ verdict }) => nothing(verdict?.reason))) {
    return `the coding agent gave nothing to judge ${idleIterationsAtMost} times in a row`;
  }
  return null;
}
