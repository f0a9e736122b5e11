import type { ScoreFacts } from "../../core/benchmark.ts";
import type { TauTask } from "./load.ts";
import type { TauOptions } from "./options.ts";
import { tauIndex } from "./tau-index.ts";

/** What a reader must know of a score: another version, user model or subset makes another number. */
export function tauScoreFacts(
  options: TauOptions,
  tasks: readonly TauTask[],
  { user }: { user: string | null },
): ScoreFacts {
  const { domain, verified, max_steps, max_errors, trial_seed } = options;
  const { package: name, version } = tauIndex;
  const { dataHash, guidelinesHash, files, tasks: base } = tauIndex.domains[domain];
  const userModel = user ?? "none";
  const subset = verified ? `, verified subset: ${tasks.length} of ${base.length} tasks` : "";
  const ids = new Set(tasks.map(({ id }) => id));
  const writing = base.filter(({ id, writes }) => writes && ids.has(id)).length;
  return {
    label: `tau2 ${version} ${domain}, user ${userModel}${subset}`,
    facts: {
      package: `${name} ${version}`,
      domain,
      tasks: `${tasks.length} of ${base.length}${verified ? " (verified: without those known to be wrong)" : ""}`,
      tasks_that_need_a_change: String(writing),
      data_hash: dataHash,
      tasks_file_hash: files["tasks"] ?? "",
      user_model: userModel,
      user_guidelines_hash: guidelinesHash,
      do_nothing_floor: floorOf(tasks),
      max_steps: String(max_steps),
      max_errors: String(max_errors),
      trial_seed: String(trial_seed),
    },
  };
}

/** Such as "0.061 (7 of 114 tasks)". */
function floorOf(tasks: readonly TauTask[]): string {
  const passed = tasks.filter(({ floor }) => floor === 1).length;
  return `${(passed / Math.max(1, tasks.length)).toFixed(3)} (${passed} of ${tasks.length} tasks)`;
}
