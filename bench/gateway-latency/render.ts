import { cpus, loadavg } from "node:os";
import type { CallLatency } from "./measure-calls.ts";
import type { MemoryResult } from "./measure-memory.ts";
import type { StreamsResult } from "./measure-streams.ts";

export interface Result {
  latency: readonly CallLatency[];
  streams: StreamsResult;
  memory: MemoryResult;
}

/** Milliseconds a call may take more than a direct one, in the median. */
const targetAddedMs = 5;
/** MB of the host's heap that nine tenths of the calls may leave. */
const targetGrowthMb = 2;

export function withinTargets({ latency, streams, memory }: Result): boolean {
  return latency.every(isFast) && streams.broken === 0 && isFlat(memory);
}

/** The result as lines of Markdown. */
export function render({ latency, streams, memory }: Result): string[] {
  const { medianMs, p95Ms, ownMs, hostCpuMs, broken } = streams;
  const growth = `${memory.earlyMb.toFixed(1)} MB after a tenth, ${memory.lateMb.toFixed(1)} MB after all`;
  return [
    `${cpus().length} cores, load ${(loadavg()[0] ?? 0).toFixed(2)} after, Node ${process.version}`,
    "",
    "| call | median ms | p95 ms | added ms (median) | target | |",
    "|---|---|---|---|---|---|",
    ...latency.map((row) => {
      const times = `${row.median.toFixed(2)} | ${row.p95.toFixed(2)} | ${row.added.toFixed(2)}`;
      return `| ${row.arm} | ${times} | ≤ ${targetAddedMs} | ${verdict(isFast(row))} |`;
    }),
    "",
    `${streams.streams} streams at once from ${streams.boxes} boxes, ${ownMs} ms each at the provider: median ${medianMs} ms, p95 ${p95Ms} ms, ${hostCpuMs.toFixed(1)} ms of the host's processor each, ${broken} broken: ${verdict(broken === 0)}`,
    `heap over ${memory.calls} calls: ${growth} (target: at most ${targetGrowthMb} MB more): ${verdict(isFlat(memory))}; largest resident set ${memory.residentMb.toFixed(0)} MB`,
  ];
}

function isFast({ added }: CallLatency): boolean {
  return added <= targetAddedMs;
}

function isFlat({ earlyMb, lateMb }: MemoryResult): boolean {
  return lateMb - earlyMb <= targetGrowthMb;
}

function verdict(within: boolean): string {
  return within ? "ok" : "over";
}
