import { lastLook } from "./bounds.ts";
import { decisionOf } from "./decide.ts";
import { runKey } from "./known-runs.ts";
import type { DefaultRequest, GateRun } from "./protocol.ts";
import { blockOf, isUnstable, validTasks } from "./test-step.ts";

/**
 * Absent runs of the block that comes next if the present one does not end the decision, for slots that would be idle.
 * They never change a verdict: a look is evaluated on its own runs. While the split is not whole, only tasks that are
 * sure to run again are known. None after a verdict.
 */
export function runsAhead(request: DefaultRequest): GateRun[] {
  const { answer, suite, test, inputs } = decisionOf(request);
  if (answer.action === "verdict") return [];
  if (suite.state === null) return inputs.runs.absent(blockOf(0, inputs.order, []));
  const asked = new Set(answer.need.map(runKey));
  const next = test.looks.length + 1;
  if (next > lastLook) return [];
  const unstable =
    next === 3
      ? validTasks(inputs, inputs.order)
          .filter(isUnstable)
          .map(({ task }) => task)
      : test.unstable;
  return inputs.runs.absent(blockOf(next, inputs.order, unstable)).filter((run) => !asked.has(runKey(run)));
}
