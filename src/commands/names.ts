import { benchmarks } from "../benchmarks/index.ts";
import { codingAgents } from "../coding-agents/index.ts";
import type { ConfigNames } from "../config/schema.ts";
import { sandboxProviders } from "../sandboxes/index.ts";

/** The names a config may use: the keys of the tables. */
export const tableNames: ConfigNames = {
  benchmarks: Object.keys(benchmarks),
  providers: Object.keys(sandboxProviders),
  codingAgents: Object.keys(codingAgents),
};
