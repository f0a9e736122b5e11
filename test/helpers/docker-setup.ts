import { connectEngine } from "../../src/engine/connect-engine.ts";

/** Docker is promised to this project: without an engine its tests fail here rather than skip. */
export async function setup(): Promise<void> {
  await connectEngine({ signal: AbortSignal.timeout(60_000) });
}
