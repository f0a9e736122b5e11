// BIRD-Interact's tools as an agent calls them. Each is one call over the channel; what it costs and whether it may be
// made is decided behind it.

import type { BirdEnvironment, BirdResult } from "../../agent-types.ts";
import { CallError } from "../channel-error.ts";
import { isRecord } from "../messages.ts";
import type { Peer } from "../peer.ts";

/** `offered` is the agent's; `ended` says whether the environment takes no further calls. */
export function openBirdEnvironment(peer: Peer): { offered: BirdEnvironment; ended: () => boolean } {
  let ended = false;
  async function call(name: string, args: Record<string, string>): Promise<BirdResult> {
    for (const [key, value] of Object.entries(args)) {
      if (typeof value !== "string") throw new TypeError(`${key} of ${name} must be a string; it is ${typeof value}`);
    }
    const { result: answer } = await peer.request("tool", { name, args }, { signal: never });
    if (!isRecord(answer)) throw new CallError("failed", `${name} gave no result`);
    ended ||= answer["ended"] === true;
    const { result } = answer;
    return isRecord(result) ? result : String(result);
  }
  const offered: BirdEnvironment = {
    executeSql: (sql) => call("execute_sql", { sql }),
    getSchema: () => call("get_schema", {}),
    getAllColumnMeanings: () => call("get_all_column_meanings", {}),
    getColumnMeaning: (tableName, columnName) =>
      call("get_column_meaning", { table_name: tableName, column_name: columnName }),
    getAllExternalKnowledgeNames: () => call("get_all_external_knowledge_names", {}),
    getKnowledgeDefinition: (knowledgeName) => call("get_knowledge_definition", { knowledge_name: knowledgeName }),
    getAllKnowledgeDefinitions: () => call("get_all_knowledge_definitions", {}),
    askUser: (question) => call("ask_user", { question }),
    submitSql: (sql) => call("submit_sql", { sql }),
  };
  return { offered, ended: () => ended };
}

const never = new AbortController().signal;
