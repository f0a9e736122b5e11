import type { CassetteName } from "./cassette-folder.ts";

/** Such as "repair-c-build (test it-3)"; the index where it is not the first. */
export function trialTitle({ task, step, decision, index }: Omit<CassetteName, "agent">): string {
  return `${task} (${[step, ...(decision === "" ? [] : [decision]), ...(index === 0 ? [] : [index + 1])].join(" ")})`;
}
