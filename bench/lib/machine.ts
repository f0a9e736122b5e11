import { cpus, loadavg, totalmem } from "node:os";
import { connectEngine } from "../../src/engine/connect-engine.ts";

export interface Machine {
  cores: number;
  memoryGb: number;
  /** Of the last minute, before the first measurement. */
  load: number;
  node: string;
  engine: string;
}

/** Throws config faults where no engine answers. */
export async function describeMachine({ signal }: { signal: AbortSignal }): Promise<Machine> {
  const { Version } = await (await connectEngine({ signal })).version();
  const memoryGb = Math.round(totalmem() / 1024 ** 3);
  return { cores: cpus().length, memoryGb, load: loadavg()[0] ?? 0, node: process.version, engine: Version };
}

/** Such as "2 cores, 24 GB, load 0.20 before, Node v24.1.0, engine 20.10.24". */
export function describe({ cores, memoryGb, load, node, engine }: Machine): string {
  return `${cores} cores, ${memoryGb} GB, load ${load.toFixed(2)} before, Node ${node}, engine ${engine}`;
}
