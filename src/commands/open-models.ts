// The models that an experiment calls, and what serves them.

import { datasetFolder, terminalBench } from "../benchmarks/terminal-bench/terminal-bench.ts";
import type { Config } from "../config/schema.ts";
import { HarnessError } from "../core/fault.ts";
import type { Upstream } from "../core/model.ts";
import { isRehearsal, openUpstreams } from "../gateway/upstreams/index.ts";
import type { CommandContext } from "./command.ts";

/** By the config's key that names it. */
export function modelsOf(config: Config): Array<{ key: string; model: string }> {
  const { agent_model, coding_agent_model, user_model } = config;
  return Object.entries({ agent_model, user_model, coding_agent_model }).flatMap(([key, model]) =>
    model === undefined ? [] : [{ key, model }],
  );
}

export function liveModelsOf(config: Config): Array<{ key: string; model: string }> {
  return modelsOf(config).filter(({ model }) => !isRehearsal(model));
}

/**
 * Throws config faults for every model of the config, before one is called: "provider-unknown",
 * "key-missing", "no-playbooks", "base-url-invalid".
 */
export async function openModels(
  { environment, root }: Pick<CommandContext, "environment" | "root">,
  config: Config,
): Promise<(model: string) => Upstream> {
  const baseUrl = config.base_url ?? environment.baseUrl();
  const models = modelsOf(config);
  if (baseUrl === null) refuseOtherProviders(config, environment);
  const upstreamFor = await openUpstreams({
    baseUrl,
    key: environment.keyFor(liveModelsOf(config)[0]?.model ?? "", baseUrl)?.value ?? null,
    playbooks: models.some(({ model }) => isRehearsal(model)) ? playbooksFolder(config, root) : null,
  });
  for (const { model } of models) upstreamFor(model);
  return upstreamFor;
}

/** A key must never reach somebody else's endpoint, and without a base URL calls go to OpenAI's. */
function refuseOtherProviders(config: Config, environment: CommandContext["environment"]): void {
  for (const { key, model } of liveModelsOf(config)) {
    const secret = environment.keyFor(model, null);
    if (secret === null || secret.name === "OPENAI_API_KEY") continue;
    throw new HarnessError({
      fault: "config",
      code: "provider-unknown",
      message: `${key} ${model} is not OpenAI's: set \`base_url\` to an OpenAI-compatible endpoint that has it (its key is ${secret.name} where that is the provider's own)`,
    });
  }
}

/** What the rehearsal model does on a task lies beside the task. */
function playbooksFolder({ benchmark, benchmarkOptions }: Config, root: string): string | null {
  if (benchmark !== terminalBench.name) return null;
  return datasetFolder(terminalBench.options.parse(benchmarkOptions).dataset, root);
}
