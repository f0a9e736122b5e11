import { describe, type Machine } from "../lib/machine.ts";
import type { TrialCostOptions } from "../trial-cost.ts";
import { targetMemoryMb } from "./arms.ts";
import type { Comparison } from "./compare.ts";

/** The result as lines of Markdown. */
export function render(result: {
  machine: Machine;
  options: TrialCostOptions;
  comparisons: readonly Comparison[];
  host: { oracleMb: number; agentMb: number };
}): string[] {
  const { machine, options, comparisons, host } = result;
  return [
    `${describe(machine)}; ${options.trials} trials a measurement, median of ${options.repetitions}`,
    "",
    "| trial | at once | s a trial | bare calls | ratio | by repetition: median (least–most) | target | |",
    "|---|---|---|---|---|---|---|---|",
    ...comparisons.map(row),
    "",
    `host at its largest: ${host.oracleMb.toFixed(0)} MB (oracle), ${host.agentMb.toFixed(0)} MB (agent); target ${targetMemoryMb} MB: ${verdict(Math.max(host.oracleMb, host.agentMb) <= targetMemoryMb)}`,
  ];
}

function row(comparison: Comparison): string {
  const { arm, atOnce, seconds, bareSeconds, ratioOfMedians, target } = comparison;
  const { medianRatio, smallestRatio, largestRatio } = comparison;
  const range = `${medianRatio.toFixed(2)} (${smallestRatio.toFixed(2)}–${largestRatio.toFixed(2)})`;
  const times = `${seconds.toFixed(3)} | ${bareSeconds.toFixed(3)} | ${ratioOfMedians.toFixed(2)}`;
  return `| ${arm} | ${atOnce} | ${times} | ${range} | ≤ ${target} | ${verdict(ratioOfMedians <= target)} |`;
}

function verdict(within: boolean): string {
  return within ? "ok" : "over";
}
