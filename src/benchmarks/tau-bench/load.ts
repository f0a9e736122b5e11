import { contextsFolder } from "../../channel/context-by-digest.ts";
import { pythonImage } from "../../channel/python-image.ts";
import type { LoadContext, Task } from "../../core/benchmark.ts";
import type { ImageSource } from "../../core/sandbox.ts";
import { canonicalJson, sha256 } from "../../lib/digest.ts";
import { repairOf } from "./known-bad.ts";
import type { TauOptions } from "./options.ts";
import { type Domain, tauIndex } from "./tau-index.ts";
import { protocol } from "./wire.ts";

export interface TauTask extends Task {
  domain: Domain;
  split: "train" | "test";
  floor: 0 | 1;
  image: ImageSource;
  maxSteps: number;
  maxErrors: number;
  /** tau2 draws the seeds of a task's trials from it. */
  seed: number;
  turnTimeoutMs: number;
}

/** The agent's own time in all its turns together. */
const agentTimeoutMs = 3_600_000;
/** What tau2 may take to judge one conversation: it replays it, in less than a second as a rule. */
const verifierTimeoutMs = 600_000;

/** The domain's base tasks as the index has them; nothing of tau2 is read here. */
export async function loadTauTasks(
  options: TauOptions,
  { cacheFolder, wanted }: Pick<LoadContext, "cacheFolder" | "wanted">,
): Promise<TauTask[]> {
  const { domain, verified, max_steps, max_errors, trial_seed, turn_timeout_sec } = options;
  const { dataHash, guidelinesHash, tasks } = tauIndex.domains[domain];
  const image = await pythonImage({ image: "tau-bench", cacheFolder: contextsFolder(cacheFolder) });
  const known = { package: tauIndex.package, version: tauIndex.version, domain, dataHash, guidelinesHash, protocol };
  const limits = { max_steps, max_errors, trial_seed, turn_timeout_sec };
  return tasks
    .filter(({ id }) => (!verified || repairOf(domain, id) === null) && wanted(id))
    .map(({ id, split, floor }) => ({
      ...{ id, split, floor, domain, image, agentTimeoutMs, verifierTimeoutMs },
      digest: sha256(canonicalJson({ ...known, ...limits, id })),
      oracle: false,
      notes: [],
      maxSteps: max_steps,
      maxErrors: max_errors,
      seed: trial_seed,
      turnTimeoutMs: turn_timeout_sec * 1000,
    }));
}
