import { describe, type Machine } from "../lib/machine.ts";
import type { TauBridgeOptions } from "../tau-bridge.ts";
import { targetRatio, targetTurnMs } from "./arms.ts";
import type { Comparison, memoryOf, Turns } from "./compare.ts";

export interface Result {
  machine: Machine;
  options: TauBridgeOptions;
  comparisons: readonly Comparison[];
  turns: readonly Turns[];
  memory: ReturnType<typeof memoryOf>;
}

/** The result as lines of Markdown. */
export function render({ machine, options, comparisons, turns, memory }: Result): string[] {
  const { tasks, concurrency, latency, repetitions } = options;
  return [
    `${describe(machine)}; ${tasks} retail tasks, a user of ${latency} ms, median of ${repetitions}`,
    "",
    "| arm | at once | s | tau2 alone | ratio | by repetition: median (least–most) | target | |",
    "|---|---|---|---|---|---|---|---|",
    ...comparisons.map(comparisonRow),
    "",
    "| arm | at once | turns | median ms | p95 ms | target | |",
    "|---|---|---|---|---|---|---|",
    ...turns.map(turnsRow),
    "",
    `memory: an agent's box ${mb(memory.agentBoxMb)}; tau2's container ${mb(memory.driverReadyMb)} when ready and at most ${mb(memory.driverSessionMb)} more for each of ${concurrency} sessions under way; the host ${mb(memory.hostSessionMb)} for each of ${tasks} open sessions, ${mb(memory.hostMb)} at its largest`,
  ];
}

function comparisonRow(comparison: Comparison): string {
  const { arm, atOnce, seconds, aloneSeconds, ratioOfMedians, medianRatio, smallestRatio, largestRatio } = comparison;
  const range = `${medianRatio.toFixed(2)} (${smallestRatio.toFixed(2)}–${largestRatio.toFixed(2)})`;
  const times = `${seconds.toFixed(1)} | ${aloneSeconds.toFixed(1)} | ${ratioOfMedians.toFixed(2)}`;
  return `| ${arm} | ${atOnce} | ${times} | ${range} | ${verdict(arm, `${targetRatio}`, ratioOfMedians <= targetRatio)} |`;
}

function turnsRow({ arm, atOnce, count, median, p95 }: Turns): string {
  const times = `${median.toFixed(1)} | ${p95.toFixed(1)}`;
  return `| ${arm} | ${atOnce} | ${count} | ${times} | ${verdict(arm, `${targetTurnMs}`, median <= targetTurnMs)} |`;
}

/** The shipped agent stands beside it and is not judged. */
function verdict(arm: Comparison["arm"], target: string, within: boolean): string {
  if (arm === "template") return "– | –";
  return `≤ ${target} | ${within ? "ok" : "over"}`;
}

function mb(value: number): string {
  return `${value.toFixed(value < 10 ? 1 : 0)} MB`;
}
