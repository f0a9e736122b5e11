// What runs when there is no experiment_config.yaml: the bundled tasks, the rehearsal model and coding agent, no key.

import { availableParallelism } from "node:os";
import { parseConfig } from "../config/load.ts";
import type { Config, ConfigTables } from "../config/schema.ts";

export function rehearsalConfig(tables: ConfigTables, overrides: Readonly<Record<string, unknown>>): Config {
  // One more than there are processors: trials also wait for the engine.
  const concurrency = Math.min(8, availableParallelism() + 1);
  const text = [
    "benchmark: terminal-bench",
    "dataset: starter",
    "agent_model: rehearsal/starter",
    "coding_agent: rehearsal",
    "iterations: 8",
    `max_concurrency: ${concurrency}`,
  ].join("\n");
  return parseConfig(text, { file: "the rehearsal's own config", overrides, tables });
}
