// The models that an experiment calls, and what serves them.

import { datasetFolder, terminalBench } from "../benchmarks/terminal-bench/terminal-bench.ts";
import type { Config } from "../config/schema.ts";
import type { Upstream } from "../core/model.ts";
import { type FamilyKey, isRehearsal, servedBy } from "../gateway/upstreams/families.ts";
import { openUpstreams } from "../gateway/upstreams/index.ts";
import type { CommandContext } from "./command.ts";

/** By the config's key that names it. */
export function modelsOf(config: Config): Array<{ key: string; model: string }> {
  const { agent_model, coding_agent_model, analysis_model, user_model } = config;
  return Object.entries({ agent_model, user_model, coding_agent_model, analysis_model }).flatMap(([key, model]) =>
    model === undefined ? [] : [{ key, model }],
  );
}

export function liveModelsOf(config: Config): Array<{ key: string; model: string }> {
  return modelsOf(config).filter(({ model }) => !isRehearsal(model));
}

/** What a config's models need: by variable the config's keys that need it. A server of one's own may need none. */
export function neededKeys(
  config: Config,
  environment: Pick<CommandContext["environment"], "baseUrl">,
): ReadonlyMap<FamilyKey, readonly string[]> {
  const baseUrl = config.base_url ?? environment.baseUrl();
  const needed = new Map<FamilyKey, string[]>();
  for (const { key, model } of liveModelsOf(config)) {
    const { family } = servedBy(model, baseUrl);
    if (family.name !== "compatible") needed.set(family.key, [...(needed.get(family.key) ?? []), `${key} ${model}`]);
  }
  return needed;
}

/**
 * Throws config faults for every model of the config, before one is called: "key-missing", "no-playbooks",
 * "base-url-invalid".
 */
export async function openModels(
  { environment, root }: Pick<CommandContext, "environment" | "root">,
  config: Config,
): Promise<(model: string) => Upstream> {
  const models = modelsOf(config);
  const upstreamFor = await openUpstreams({
    baseUrl: config.base_url ?? environment.baseUrl(),
    keyOf: (name) => environment.key(name),
    playbooks: models.some(({ model }) => isRehearsal(model)) ? playbooksFolder(config, root) : null,
  });
  for (const { model } of models) upstreamFor(model);
  return upstreamFor;
}

/** What the rehearsal model does on a task lies beside the task. */
function playbooksFolder({ benchmark, benchmarkOptions }: Config, root: string): string | null {
  if (benchmark !== terminalBench.name) return null;
  return datasetFolder(terminalBench.options.parse(benchmarkOptions).dataset, root);
}
