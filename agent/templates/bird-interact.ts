// The agent that is being optimised: one file, run in a box of its own, one agent per task. It reaches a model through
// ADK, and the database and its user through `environment`. Model and effort are the harness's; what a tool costs, how
// much may be spent and what a submission earns is kept by the environment.

import { type BaseTool, type Context, FunctionTool, LlmAgent } from "@google/adk";
import type { AgentContext, BirdEnvironment, BirdMode, BirdResult } from "auto-harness/agent";
import { z } from "zod";

/** a-interact: schema and knowledge have to be fetched, and everything costs. The first message has question and budget. */
export const AINTERACT_INSTRUCTION = `You write PostgreSQL for a user whose question about a database is ambiguous. You find out what they mean and submit SQL that answers it.

- You work through tools only. An answer without a tool call ends the task, and what has not been submitted by then earns nothing.
- Every tool call takes its cost off the budget that the first message states. When the budget does not cover a call any more, only a submission is left.
- get_schema and the column meanings tell what the database holds. The external knowledge defines terms of its domain.
- Only the user knows what is ambiguous about the question: ask_user.
- execute_sql reads and changes nothing. What you hand in with submit_sql may be a query, or statements that change the database where the user wants it changed.
- submit_sql says whether the SQL is right. When it is, there may be a follow-up question in the same result: answer it in the same way.`;

/** c-interact: schema and knowledge are given, and each message is answered with one submission. ADK fills {…} in. */
export const CINTERACT_INSTRUCTION = `You write PostgreSQL for a user whose question about the database {db_name} is ambiguous. You find out what they mean and submit SQL that answers it.

- You work through two tools: ask_user asks the user one question, submit_sql hands the SQL in. An answer without a tool call ends your turn.
- You may ask at most {max_turn} questions. Only the user knows what is ambiguous.
- One submission ends your turn. Where it was wrong you may be told so and try once more; where it was right there may be a follow-up question.
- What you submit may be a query, or statements that change the database where the user wants it changed.

# Schema

{db_schema}

# External knowledge

{external_kg}`;

/** What the model is told of each tool. The costs are the environment's; changing them here changes nothing. */
export const TOOL_DESCRIPTIONS = {
  execute_sql: "Runs one SQL statement on the database, which it can only read, and shows the first rows. Cost: 1.",
  get_schema: "The tables of the database with their columns, keys and sample rows. Cost: 1.",
  get_all_column_meanings: "What every column of the database means. Cost: 1.",
  get_column_meaning: "What one column means. Cost: 0.5.",
  get_all_external_knowledge_names: "The names of the terms that the external knowledge defines. Cost: 0.5.",
  get_knowledge_definition: "The definition of one term. Cost: 0.5.",
  get_all_knowledge_definitions: "The definitions of all terms. Cost: 1.",
  ask_user: "Asks the user one question about what they mean. Cost: 2.",
  submit_sql: "Hands SQL in as the answer, and says whether it is right. Cost: 3.",
};

/** The same where nothing is charged. */
export const CINTERACT_TOOL_DESCRIPTIONS = {
  ask_user: "Asks the user one question about what they mean.",
  submit_sql: "Hands SQL in as the answer. Ends the turn.",
};

/** Given only to models that take one. */
export const TEMPERATURE = 0;

/** Names of models that refuse a temperature; a provider may stand before the name. */
export const FIXED_TEMPERATURE = /(^|\/)(gpt-5|o\d)/;

export function buildAgent(mode: BirdMode, environment: BirdEnvironment, context: AgentContext): LlmAgent {
  return new LlmAgent({
    name: "bird_agent",
    description: "Answers ambiguous questions about a database with SQL.",
    model: context.model,
    instruction: mode === "a-interact" ? AINTERACT_INSTRUCTION : CINTERACT_INSTRUCTION,
    tools: mode === "a-interact" ? exploringTools(environment) : conversationTools(environment),
    generateContentConfig: FIXED_TEMPERATURE.test(context.model) ? {} : { temperature: TEMPERATURE },
    // Alone, it needs no name in its prompt and nobody to hand over to.
    disallowTransferToParent: true,
    disallowTransferToPeers: true,
  });
}

export function exploringTools(environment: BirdEnvironment): BaseTool[] {
  return [
    new FunctionTool({
      ...named("execute_sql"),
      parameters: z.object({ sql: z.string() }),
      execute: ({ sql }) => answered(environment.executeSql(sql)),
    }),
    new FunctionTool({ ...named("get_schema"), execute: () => answered(environment.getSchema()) }),
    new FunctionTool({
      ...named("get_all_column_meanings"),
      execute: () => answered(environment.getAllColumnMeanings()),
    }),
    new FunctionTool({
      ...named("get_column_meaning"),
      parameters: z.object({ table_name: z.string(), column_name: z.string() }),
      execute: ({ table_name, column_name }) => answered(environment.getColumnMeaning(table_name, column_name)),
    }),
    new FunctionTool({
      ...named("get_all_external_knowledge_names"),
      execute: () => answered(environment.getAllExternalKnowledgeNames()),
    }),
    new FunctionTool({
      ...named("get_knowledge_definition"),
      parameters: z.object({ knowledge_name: z.string() }),
      execute: ({ knowledge_name }) => answered(environment.getKnowledgeDefinition(knowledge_name)),
    }),
    new FunctionTool({
      ...named("get_all_knowledge_definitions"),
      execute: () => answered(environment.getAllKnowledgeDefinitions()),
    }),
    new FunctionTool({
      ...named("ask_user"),
      parameters: z.object({ question: z.string() }),
      execute: ({ question }) => answered(environment.askUser(question)),
    }),
    new FunctionTool({
      ...named("submit_sql"),
      parameters: z.object({ sql: z.string() }),
      execute: ({ sql }) => answered(environment.submitSql(sql)),
    }),
  ];
}

export function conversationTools(environment: BirdEnvironment): BaseTool[] {
  return [
    new FunctionTool({
      ...{ name: "ask_user", description: CINTERACT_TOOL_DESCRIPTIONS.ask_user },
      parameters: z.object({ question: z.string() }),
      execute: ({ question }) => answered(environment.askUser(question)),
    }),
    new FunctionTool({
      ...{ name: "submit_sql", description: CINTERACT_TOOL_DESCRIPTIONS.submit_sql },
      parameters: z.object({ sql: z.string() }),
      execute: async ({ sql }, tool?: Context) => {
        const result = await answered(environment.submitSql(sql));
        // The turn is over with it: the model need not be asked for a last word.
        if (tool !== undefined && !(typeof result === "object" && "error" in result)) {
          tool.actions.skipSummarization = true;
        }
        return result;
      },
    }),
  ];
}

function named(name: keyof typeof TOOL_DESCRIPTIONS): { name: string; description: string } {
  return { name, description: TOOL_DESCRIPTIONS[name] };
}

/** A call that was refused is something to read, not the end. */
async function answered(call: Promise<BirdResult>): Promise<BirdResult> {
  try {
    return await call;
  } catch (error) {
    return { error: error instanceof Error ? error.message : String(error) };
  }
}
