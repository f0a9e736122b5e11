import { cpus, loadavg } from "node:os";
import { type Comparison, targets } from "./compare.ts";
import type { ScaleSettings } from "./settings.ts";

/** The result as lines of Markdown. */
export function render(comparison: Comparison, settings: ScaleSettings, repetitions: number): string[] {
  const { trials, atOnce, commands, createMs, execMs, modelMs, startsPerSecond } = settings;
  const { ratio, smallestRatio, largestRatio, memoryMb } = comparison;
  const limit = startsPerSecond === null ? "" : `, ${startsPerSecond} creations a second at most`;
  const range = `${smallestRatio.toFixed(2)}–${largestRatio.toFixed(2)}`;
  const total = (of: "count" | "least") => comparison.requests.reduce((sum, kind) => sum + kind[of], 0);
  return [
    `${cpus().length} cores, load ${(loadavg()[0] ?? 0).toFixed(2)} after, Node ${process.version}; ${trials} trials, ${atOnce} at once, ${commands} commands each, ${createMs} ms a creation${limit}, ${execMs} ms a command, ${modelMs} ms a model's answer; median of ${repetitions}`,
    "",
    "| what | measured | least or limit | ratio | target | |",
    "|---|---|---|---|---|---|",
    `| makespan | ${seconds(comparison.wallMs)} | ${seconds(comparison.leastMs)} | ${ratio.toFixed(2)} (${range}) | ≤ ${targets.ratio} | ${verdict(ratio <= targets.ratio)} |`,
    `| host's memory, at most | ${memoryMb.toFixed(0)} MB | – | – | ≤ ${targets.memoryMb} MB | ${verdict(memoryMb <= targets.memoryMb)} |`,
    `| requests of a trial | ${total("count").toFixed(1)} | ${total("least")} | ${(total("count") / total("least")).toFixed(2)} | – | – |`,
    "",
    "| requests of a trial | ours | least | why |",
    "|---|---|---|---|",
    ...comparison.requests.map(
      ({ name, count, least, why }) => `| ${name} | ${count.toFixed(1)} | ${least} | ${why} |`,
    ),
    "",
    `sandboxes at once: ${comparison.sandboxesAtOnce}; creations refused: ${(comparison.refusedShare * 100).toFixed(0)} % of those asked for`,
    `host: ${comparison.descriptors} open files and sockets and ${comparison.resources} timers and requests under way at most, ${comparison.resourcesLeft} more after a job than before it; ${(comparison.cpuSecondsPerTrial * 1000).toFixed(0)} ms of its processor a trial; ${comparison.commandsPerSecond.toFixed(0)} commands a second; its longest pause ${comparison.longestPauseMs.toFixed(0)} ms`,
  ];
}

function seconds(ms: number): string {
  return `${(ms / 1000).toFixed(1)} s`;
}

function verdict(within: boolean): string {
  return within ? "met" : "missed";
}
