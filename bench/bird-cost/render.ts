import type { BirdCostOptions } from "../bird-cost.ts";
import { describe, type Machine } from "../lib/machine.ts";
import { nothingAhead, targetGain, targetSeconds } from "./arms.ts";
import { type Cost, isJudged, isWithin, type ServiceMemory } from "./compare.ts";

export interface Result {
  machine: Machine;
  options: BirdCostOptions;
  costs: readonly Cost[];
  memory: readonly ServiceMemory[];
  /** In MB, at their largest. */
  agentBoxMb: number;
  hostMb: number;
}

/** The result as lines of Markdown. */
export function render({ machine, options, costs, memory, agentBoxMb, hostMb }: Result): string[] {
  const { tasks, mode, latency, repetitions } = options;
  const services = memory.map(({ name, mb, mostMb }) => `${name} ${mb.toFixed(0)} MB, at most ${mostMb.toFixed(0)}`);
  return [
    `${describe(machine)}; ${tasks} tasks a measurement, ${mode}, models of ${latency} ms, median of ${repetitions}`,
    "",
    "| arm | at once | s a task | least–most | agent's phase, ms | whole trial, ms | trials in the time of one at once | target | |",
    "|---|---|---|---|---|---|---|---|---|",
    ...costs.map((cost) => row(cost, latency)),
    "",
    "Processor seconds a task; the machine's include whatever else ran on it:",
    "",
    "| arm | at once | host | postgres | environment | judge | the machine | over its cores |",
    "|---|---|---|---|---|---|---|---|",
    ...costs.map((cost) => cpuRow(cost, machine.cores)),
    "",
    `memory: ${services.join("; ")}; an agent's box ${agentBoxMb.toFixed(0)} MB; the host at its largest ${hostMb.toFixed(0)} MB`,
  ];
}

function cpuRow({ arm, atOnce, cpu }: Cost, cores: number): string {
  const { host, postgres, environment, judge, machine } = cpu;
  const figures = [host, postgres, environment, judge, machine, machine / cores].map((seconds) => seconds.toFixed(3));
  return `| ${arm} | ${atOnceText(atOnce)} | ${figures.join(" | ")} |`;
}

function atOnceText(atOnce: number): string {
  return atOnce === nothingAhead ? "1, nothing ahead" : `${atOnce}`;
}

function row(cost: Cost, latencyMs: number): string {
  const { arm, atOnce, seconds, smallestSeconds, largestSeconds, gain, medianGain, agentMs, totalMs } = cost;
  const spread = `${smallestSeconds.toFixed(2)}–${largestSeconds.toFixed(2)}`;
  const many = Number.isNaN(gain) ? "–" : `${gain.toFixed(2)} (within repetitions ${medianGain.toFixed(2)})`;
  const judged = isJudged(cost, { latencyMs });
  const target = { seconds: `≤ ${targetSeconds} s`, gain: `≥ ${targetGain}`, none: "–" }[judged ?? "none"];
  const verdict = judged === null ? "–" : isWithin(cost, { latencyMs }) ? "ok" : "over";
  const times = `${seconds.toFixed(3)} | ${spread} | ${agentMs.toFixed(0)} | ${totalMs.toFixed(0)}`;
  return `| ${arm} | ${atOnceText(atOnce)} | ${times} | ${many} | ${target} | ${verdict} |`;
}
