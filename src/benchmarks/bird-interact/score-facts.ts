import type { ScoreFacts } from "../../core/benchmark.ts";
import type { BirdTask } from "./load.ts";
import type { BirdOptions } from "./options.ts";

/** What a score was made with. Comparable with published ones: upstream's prompts and limits, the same user's model. */
export function birdScoreFacts(
  { dataset, mode, patience, limits, prompt_version: version }: BirdOptions,
  tasks: readonly BirdTask[],
  { user }: { user: string | null },
): ScoreFacts {
  const [first] = tasks;
  const laxity = limits === "upstream" ? ", upstream's limits" : "";
  return {
    label: `BIRD-Interact ${dataset} ${mode}, user ${user ?? "nobody"}, prompts ${first?.setting.prompts["prompt_pack"] ?? "none"} ${version}${laxity}`,
    facts: {
      ...{ dataset, mode, patience: String(patience), limits },
      tasks: `${tasks.length} (${tasks.filter(({ management }) => management).length} management)`,
      dataset_digest: first?.setting.datasetDigest ?? "",
      user_model: user ?? "nobody",
      ...first?.setting.prompts,
    },
  };
}
