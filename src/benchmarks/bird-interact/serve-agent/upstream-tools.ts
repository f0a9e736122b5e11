// An agent's nine tools as calls of upstream's services. Paths, bodies and time limits are those of upstream's agent.

import { z } from "zod";
import type { Mode } from "../environment/accounting.ts";
import type { ToolCall } from "../environment/tool-arguments.ts";
import * as answers from "./service-answers.ts";
import type { ServiceClient } from "./service-client.ts";
import type { UpstreamAccount } from "./upstream-account.ts";

export interface UpstreamServices {
  database: ServiceClient;
  user: ServiceClient;
}

export interface UpstreamToolsOptions {
  services: UpstreamServices;
  account: UpstreamAccount;
  taskId: string;
  mode: Mode;
}

const [referenceMs, userMs, sqlMs] = [30_000, 60_000, 120_000];
/** Before the message of SQL that could not be run; upstream's orchestrator looks for it, the agent does not see it. */
const notExecutable = "[exec_err_flg] ";

/** Carries a call out and returns its text. Throws what ServiceClient throws. */
export async function carryOut(
  { name, args }: ToolCall,
  { services, account, taskId, mode }: UpstreamToolsOptions,
  { signal }: { signal: AbortSignal },
): Promise<string> {
  const { database, user } = services;
  const of = { task_id: taskId };
  const read = async <T>(path: string, more: object, answer: z.ZodType<T>, text: (value: T) => string) => {
    const read = await database.post(path, { ...of, ...more }, { answer, timeoutMs: referenceMs, signal });
    return "problem" in read ? `Error: ${read.problem}` : text(read.value);
  };
  switch (name) {
    case "execute_sql": {
      const options = { answer: answers.executed, timeoutMs: sqlMs, signal };
      const got = await database.post("/execute", { ...of, ...args }, options);
      if ("problem" in got) return `Error: ${got.problem}`;
      const { success, result, error } = got.value;
      return success ? result : `Error: ${error ?? "the statement failed"}`;
    }
    case "get_schema":
      return await read("/schema", {}, answers.schemaText, ({ schema }) => schema);
    case "get_all_column_meanings":
      return await read("/all_column_meanings", {}, answers.columnMeanings, (value) => value.column_meanings);
    case "get_column_meaning":
      return await read("/column_meaning", args, answers.columnMeaning, ({ meaning }) => meaning);
    case "get_all_external_knowledge_names":
      return await read("/knowledge_names", {}, answers.knowledgeNames, ({ names }) => JSON.stringify(names));
    case "get_knowledge_definition":
      return await read("/knowledge", args, answers.knowledgeText, ({ knowledge }) => knowledge);
    case "get_all_knowledge_definitions":
      return await read("/knowledge", {}, answers.knowledgeText, ({ knowledge }) => knowledge);
    case "ask_user": {
      const options = { answer: answers.answered, timeoutMs: userMs, signal };
      const got = await user.post("/ask", { ...of, question: args.question }, options);
      if ("problem" in got) return `Error: ${got.problem}`;
      account.asked(args.question, got.value.answer);
      return got.value.answer;
    }
    case "submit_sql": {
      const options = { answer: answers.submitted, timeoutMs: sqlMs, signal };
      const got = await database.post("/submit", { ...of, ...args }, options);
      if ("problem" in got) return `Error: ${got.problem}`;
      account.submitted(got.value);
      if (got.value.phase_completed === 1 && got.value.has_follow_up) {
        const transition = { answer: z.looseObject({}), timeoutMs: userMs, signal };
        await user.post("/phase_transition", of, transition);
      }
      return verdict(got.value, mode);
    }
  }
}

/** In c-interact the follow-up question comes as the next message. */
function verdict(submitted: answers.Submitted, mode: Mode): string {
  const { passed, message, has_follow_up: goesOn, follow_up_query: query } = submitted;
  if (!passed) return message.replaceAll(notExecutable, "");
  if (!goesOn) return "Your SQL is correct. The task is over.";
  if (mode === "c-interact") return "Your SQL is correct. End your turn now.";
  return `Your SQL is correct. The user has a follow-up question:\n${query ?? ""}`;
}
