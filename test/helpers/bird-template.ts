import { readFile } from "node:fs/promises";
import { join } from "node:path";
import type { TrialAgent } from "../../src/trials/trial-context.ts";
import { candidateOf } from "./tau-jobs.ts";

/** The agent that is shipped for BIRD-Interact. */
export async function birdTemplate(): Promise<TrialAgent> {
  return candidateOf(await readFile(join(import.meta.dirname, "../../agent/templates/bird-interact.ts"), "utf8"));
}
