import type { TrialKeyParts, TrialRecord } from "../core/trial.ts";
import type { TrialContext, TrialPlan } from "./trial-context.ts";
import type { TrialPlayer } from "./trial-player.ts";

export interface PlayOptions {
  player: TrialPlayer;
  key: string;
  parts: TrialKeyParts;
  /** Resolves when the trials that ended before it stand in the journal. */
  turn: () => Promise<void>;
  signal: AbortSignal;
}

/**
 * A trial from plan to record, its end taken from a recording. It has no trace and no verifier's output: nobody reads
 * them. Throws as the player does; else the record stands in the journal when this returns.
 */
export async function playTrial(
  plan: TrialPlan,
  { journal }: Pick<TrialContext, "journal">,
  { player, key, parts, turn, signal }: PlayOptions,
): Promise<TrialRecord> {
  const startedAt = new Date().toISOString();
  const started = performance.now();
  journal.startTrial(key, parts.task, parts.step);
  const { outcome, agentEnd, usage, notes } = await player.play(plan, { signal });
  const totalMs = performance.now() - started;
  await turn();
  const record: TrialRecord = {
    ...{ key, parts, outcome, agentEnd, usage, notes, attempts: 1, startedAt },
    ...{ agentMs: totalMs, verifyMs: 0, totalMs, verifierOutput: "" },
  };
  journal.finishTrial(record);
  return record;
}
