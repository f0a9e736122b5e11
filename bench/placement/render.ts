import { describe, type Machine } from "../lib/machine.ts";
import type { PlacementOptions } from "../placement.ts";
import { type Cost, claimed, isMet } from "./compare.ts";
import { claim, placements } from "./placements.ts";

/** The result as lines of Markdown. */
export function render(result: { machine: Machine; options: PlacementOptions; costs: readonly Cost[] }): string[] {
  const { machine, options, costs } = result;
  const { calls, commands, trials, repetitions, concurrency } = options;
  const ratios = claimed(costs).map(({ rttMs, ratio }) => `${ratio.toFixed(2)} at ${rttMs} ms`);
  return [
    `${describe(machine)}; ${calls} model calls and ${commands} commands a trial, ${trials} trials a measurement, ${concurrency} at once, median of ${repetitions}`,
    "",
    "| placement | tasks at | agents at | round trip, ms | s a trial (least–most) | ratio to all here | sandboxes a trial | requests a trial |",
    "|---|---|---|---|---|---|---|---|",
    ...costs.map(row),
    "",
    `${claim.slower} takes ${ratios.join(", ")} times as long as ${claim.faster}; at least as long at the longest: ${isMet(costs) ? "met" : "missed"}`,
  ];
}

function row(cost: Cost): string {
  const { tasks, agents } = placements[cost.placement];
  const seconds = `${cost.seconds.toFixed(2)} (${cost.smallestSeconds.toFixed(2)}–${cost.largestSeconds.toFixed(2)})`;
  const trip = tasks === "docker" && agents === "docker" ? "–" : String(cost.rttMs);
  const counts = `${cost.sandboxes.toFixed(1)} | ${cost.requests.toFixed(0)}`;
  return `| ${cost.placement} | ${tasks} | ${agents} | ${trip} | ${seconds} | ${cost.ratio.toFixed(2)} | ${counts} |`;
}
