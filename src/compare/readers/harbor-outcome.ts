// Whose failure a Harbor trial without a plain reward is: infrastructure's is missing, everything else counts.

import { infrastructureFault, taskFault } from "../../lib/harbor-faults.ts";
import { badSelection, invalidSource, listed, type TrialReward } from "../source.ts";
import type { HarborTrial } from "./harbor-trial.ts";

/**
 * Exceptions that are the surroundings' failure: what was before the agent, the engine, the model's provider, a person,
 * and in jobs of our own the task.
 * Such a trial is missing, also where its verifier gave what was left a reward.
 */
const infrastructure: ReadonlySet<string> = new Set([
  ...["RuntimeError", "EnvironmentStartTimeoutError", "HealthcheckError", "AgentSetupTimeoutError", "CancelledError"],
  ...["AddTestsDirError", "DownloadVerifierDirError", "NetworkConnectionError"],
  ...["ApiRateLimitError", "ApiUsageLimitError", "ApiInternalServerError", "ApiOverloadedError"],
  ...["ApiConnectionClosedError", "ApiResponseStalledError", "ApiProviderResourceNotFoundError"],
  ...["AgentAuthenticationError", "ModelNotFoundError"],
  ...[infrastructureFault, taskFault],
]);

/**
 * `key` chooses among several rewards; left out: `reward`, or the only one. An exception that is not infrastructure's and
 * left no reward is 0: unclear blame is the agent's. Throws config "compare-selection" when no key is the one, and
 * "compare-source-invalid" for a reward outside 0..1.
 */
export function harborOutcome(
  { rewards, exception, unfinished, folder }: HarborTrial,
  key: string | undefined,
): Pick<TrialReward, "reward" | "note"> {
  if (exception !== null && infrastructure.has(exception)) return { reward: null, note: exception };
  const reward = rewards === null ? undefined : chosenReward(rewards, key, folder);
  if (reward !== undefined) {
    if (reward >= 0 && reward <= 1) return unfinished ? { reward, note: "cut off after its verifier" } : { reward };
    throw invalidSource(folder, null, `a reward of ${reward}: expected 0 to 1`);
  }
  if (unfinished) return { reward: null, note: "has no result.json: cut off, or under way" };
  if (exception === null) return { reward: null, note: "was not verified" };
  return { reward: 0, note: `${exception} and no reward: counted as 0` };
}

function chosenReward(
  rewards: Readonly<Record<string, number>>,
  key: string | undefined,
  folder: string,
): number | undefined {
  const keys = Object.keys(rewards);
  const chosen = key ?? (Object.hasOwn(rewards, "reward") || keys.length !== 1 ? "reward" : keys[0]);
  if (keys.length === 0) return undefined;
  if (chosen !== undefined && Object.hasOwn(rewards, chosen)) return rewards[chosen];
  throw badSelection(folder, `its rewards are ${listed(keys)}: choose one with #reward=NAME behind the job's folder`);
}
