import { benchmarks } from "../benchmarks/index.ts";
import { codingAgents } from "../coding-agents/index.ts";
import type { ConfigTables } from "../config/schema.ts";
import { sandboxProviders } from "../sandboxes/index.ts";

/** What a config may name: the entries of the tables. */
export const configTables: ConfigTables = {
  benchmarks,
  providers: Object.keys(sandboxProviders),
  codingAgents: Object.keys(codingAgents),
};
