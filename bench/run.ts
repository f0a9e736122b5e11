// npm run bench: lists the benches, or runs one: npm run bench -- <name> [options]

import { exitCodeOf, exitCodes, harnessErrorOf } from "../src/core/fault.ts";

export interface Bench {
  summary: string;
  /** Returns an exit code: 0 when what was measured is within the bench's targets, else 1. */
  run(args: readonly string[], options: { signal: AbortSignal }): Promise<number>;
}

/** Loaded only when asked for: what a bench needs must not be in another's memory. */
const benches: Readonly<Record<string, () => Promise<Bench>>> = {
  "trial-cost": async () => (await import("./trial-cost.ts")).trialCost,
  "verification-cost": async () => (await import("./verification-cost.ts")).verificationCost,
  "tau-bridge": async () => (await import("./tau-bridge.ts")).tauBridge,
  "pre-screen": async () => (await import("./pre-screen.ts")).preScreenBench,
  removal: async () => (await import("./removal.ts")).removalBench,
  "noisy-night": async () => (await import("./noisy-night.ts")).noisyNight,
  "bird-cost": async () => (await import("./bird-cost.ts")).birdCost,
  "gateway-latency": async () => (await import("./gateway-latency.ts")).gatewayLatency,
  "gate-characteristics": async () => (await import("./gate-characteristics.ts")).gateCharacteristics,
  "cloud-scale": async () => (await import("./cloud-scale.ts")).cloudScale,
  placement: async () => (await import("./placement.ts")).placementBench,
  "gate-speed": async () => (await import("./gate-speed.ts")).gateSpeed,
};

const [name, ...args] = process.argv.slice(2);
const load = name !== undefined && Object.hasOwn(benches, name) ? benches[name] : undefined;
process.exitCode = load === undefined ? await list(name) : await run(load);

async function list(asked: string | undefined): Promise<number> {
  if (asked !== undefined) console.error(`there is no bench ${asked}`);
  console.log("npm run bench -- <name> [options]\n");
  for (const [known, loadBench] of Object.entries(benches)) console.log(`  ${known}  ${(await loadBench()).summary}`);
  return asked === undefined ? exitCodes.done : exitCodes.config;
}

async function run(loadBench: () => Promise<Bench>): Promise<number> {
  const interruption = new AbortController();
  process.once("SIGINT", () => interruption.abort());
  try {
    return await (await loadBench()).run(args, { signal: interruption.signal });
  } catch (error) {
    if (interruption.signal.aborted) return exitCodes.interrupted;
    console.error(harnessErrorOf(error)?.message ?? error);
    return exitCodeOf(error);
  }
}
