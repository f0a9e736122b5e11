import { exitCodes } from "../core/fault.ts";
import type { CheckReport, TaskAdmission } from "./admission.ts";

/** 0 all admitted, 1 one is refused, 3 none is refused and the infrastructure kept one from being told. */
export function checkReport(
  tasks: readonly TaskAdmission[],
  facts: Pick<CheckReport, "benchmark" | "agents" | "trials">,
): CheckReport {
  const sorted = tasks.toSorted((a, b) => (a.task < b.task ? -1 : 1));
  const of = (admission: TaskAdmission["admission"]) => sorted.filter((one) => one.admission === admission);
  const [refused, unknown] = [of("refused"), of("unknown")];
  const exitCode =
    refused.length > 0 ? exitCodes.rejected : unknown.length > 0 ? exitCodes.infrastructure : exitCodes.done;
  const named = (list: readonly TaskAdmission[]) => list.map(({ task }) => task).join(", ");
  const summary = [
    `${of("admitted").length} of ${sorted.length} tasks admitted`,
    ...(refused.length === 0 ? [] : [`${refused.length} refused: ${named(refused)}`]),
    ...(unknown.length === 0 ? [] : [`${unknown.length} could not be run: ${named(unknown)}`]),
  ].join("; ");
  return { version: 2, exitCode, ...facts, summary, tasks: sorted };
}
