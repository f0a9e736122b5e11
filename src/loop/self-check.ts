import { HarnessError } from "../core/fault.ts";
import type { Experiment } from "./experiment.ts";
import { runStep } from "./run-trials.ts";

const shownAtMost = 10;

/**
 * Runs every reference solution once, where the benchmark asks for it: data that was loaded half-way or ground truth of
 * another version would make every score wrong. Throws task "self-check-failed" that names what did not earn 1.
 */
export async function selfCheck(experiment: Experiment, { signal }: { signal: AbortSignal }): Promise<void> {
  const { context, tasks, onEvent } = experiment;
  const ids = tasks.filter(({ oracle }) => oracle).map(({ id }) => id);
  if (context.benchmark.selfCheck !== true || ids.length === 0) return;
  onEvent({ type: "phase", text: `self-check: ${ids.length} reference solutions must earn 1 before a score counts` });
  const request = { step: "check", decision: "", tasks: ids, agent: { kind: "oracle" }, trials: 1, signal } as const;
  const { rewards, stopped } = await runStep(experiment, request);
  const wrong = Object.entries(rewards).filter(([, reward]) => reward !== 1);
  if (wrong.length === 0 || stopped !== null) return;
  const named = wrong.slice(0, shownAtMost).map(([id, reward]) => `${id} earned ${reward ?? "no reward"}`);
  const more = wrong.length > shownAtMost ? ` and ${wrong.length - shownAtMost} more` : "";
  throw new HarnessError({
    fault: "task",
    code: "self-check-failed",
    message: `${wrong.length} of ${ids.length} reference solutions did not earn 1: ${named.join(", ")}${more}. Mend the data, or leave these tasks out with exclude_task_ids`,
    context: { wrong: wrong.map(([id]) => id) },
  });
}
