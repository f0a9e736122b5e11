import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";
import type { Path } from "./open-path.ts";

export interface MemoryResult {
  calls: number;
  /** The host's heap in MB after collections: after a tenth of the calls, and after all. */
  earlyMb: number;
  lateMb: number;
  /** The host's largest resident set in MB. */
  residentMb: number;
}

/** Calls of one box through one lease, eight at a time, plain and streamed. */
export async function measureMemory(path: Path, calls: number): Promise<MemoryResult> {
  const tenth = Math.ceil(calls / 10);
  const code = (count: number) => `
    let left = ${count};
    await Promise.all(Array.from({ length: 8 }, async () => {
      while (left-- > 0) await send(own, left % 2 ? "/chat/completions" : "/messages", { stream: left % 4 < 2 });
    }));`;
  await path.play(code(tenth));
  const earlyMb = heapMb();
  await path.play(code(calls - tenth));
  const lateMb = heapMb();
  return { calls, earlyMb, lateMb, residentMb: process.resourceUsage().maxRSS / 1024 };
}

function heapMb(): number {
  setFlagsFromString("--expose-gc");
  const collect = runInNewContext("gc") as () => void;
  for (let round = 0; round < 3; round++) collect();
  return process.memoryUsage().heapUsed / 1024 ** 2;
}
