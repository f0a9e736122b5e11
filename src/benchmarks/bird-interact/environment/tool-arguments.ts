import { z } from "zod";
import { CallError } from "../../../channel/channel-error.ts";
import type { Mode } from "./accounting.ts";
import { type ToolName, toolsOf } from "./tool-costs.ts";

const sql = z.object({ sql: text(100_000) });

const argumentsOf = {
  execute_sql: sql,
  submit_sql: sql,
  get_schema: z.object({}),
  get_all_column_meanings: z.object({}),
  get_all_external_knowledge_names: z.object({}),
  get_all_knowledge_definitions: z.object({}),
  get_column_meaning: z.object({ table_name: text(500), column_name: text(500) }),
  get_knowledge_definition: z.object({ knowledge_name: text(500) }),
  ask_user: z.object({ question: text(20_000) }),
} as const satisfies Record<ToolName, z.ZodType>;

export type ToolCall = { [Name in ToolName]: { name: Name; args: z.output<(typeof argumentsOf)[Name]> } }[ToolName];

/** Throws CallError "agent-fault" that says what is wrong: nothing was carried out, and nothing is charged. */
export function parseToolCall(mode: Mode, name: string, args: unknown): ToolCall {
  const tools = toolsOf(mode);
  if (!Object.hasOwn(tools, name)) {
    throw new CallError(
      "agent-fault",
      `there is no tool ${name.slice(0, 100)}; there are: ${Object.keys(tools).join(", ")}`,
    );
  }
  const parsed = argumentsOf[name as ToolName].safeParse(args);
  if (!parsed.success) throw new CallError("agent-fault", `${name}: ${z.prettifyError(parsed.error)}`.slice(0, 2000));
  return { name, args: parsed.data } as ToolCall;
}

/** What Postgres takes: well-formed, without the character 0. */
function text(maxCharacters: number) {
  return z
    .string()
    .max(maxCharacters)
    .refine((value) => !value.includes("\0"), "the character 0 is not allowed")
    .transform((value) => value.toWellFormed());
}
