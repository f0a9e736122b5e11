import type { Mode } from "./accounting.ts";

/** In coins. */
const agentTools = {
  execute_sql: 1,
  get_schema: 1,
  get_all_column_meanings: 1,
  get_column_meaning: 0.5,
  get_all_external_knowledge_names: 0.5,
  get_knowledge_definition: 0.5,
  get_all_knowledge_definitions: 1,
  ask_user: 2,
  submit_sql: 3,
} as const;

/** In questions. */
const conversationTools = { ask_user: 1, submit_sql: 0 } as const;

export type ToolName = keyof typeof agentTools;

export function toolsOf(mode: Mode): Partial<Record<ToolName, number>> {
  return mode === "a-interact" ? agentTools : conversationTools;
}
