// A repository like upstream's, and a dataset like the published ones, written by the tests in words of their own.

import { mkdir, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import type { PromptSource } from "../../src/benchmarks/bird-interact/data/prompt-pack.ts";
import { sha256 } from "../../src/lib/digest.ts";
import { runCommand } from "../../src/lib/run-command.ts";

const signal = new AbortController().signal;

/** Commits all files of a folder, which becomes a repository if it is none; returns the commit. */
export async function commitAll(folder: string, files: Readonly<Record<string, string>>): Promise<string> {
  for (const [path, content] of Object.entries(files)) {
    await mkdir(dirname(join(folder, path)), { recursive: true });
    await writeFile(join(folder, path), content);
  }
  const git = async (...args: string[]) => {
    const identity = ["-c", "user.name=test", "-c", "user.email=test@localhost", "-c", "commit.gpgSign=false"];
    const result = await runCommand(["git", "-C", folder, ...identity, ...args], { signal });
    if (result.exitCode !== 0) throw new Error(`git ${args[0]}: ${result.stderr}`);
    return result.stdout.trim();
  };
  await git("init", "--quiet");
  await git("add", "--all", "--force");
  await git("commit", "--quiet", "--allow-empty", "--message=fixture");
  return await git("rev-parse", "HEAD");
}

/** In the shape of upstream's module: texts by name, then two dictionaries of the names. */
export const promptModule = `"""Fixture."""
import no_such_module

raise SystemExit("this file was run")

_seen = "Known: [[amb_json]] and " + "[[SQL_Glot]]\\n"
first = \\
"""Sort «[[clarification_Q]]».
""" + _seen
second: str = "Answer [[clarification_Q]] as [[Action]]: [[clear_query]] [[GT_SQL]] [[DB_schema]] " + _seen

USER_SIMULATOR_ACTION_PARSER = {"v1": first, "v2": "Think. " + first}
USER_SIMULATOR_RESPONSE_GENERATOR = {"v1": second, "v2": second}
`;

const promptFile = "adk/prompts.py";

/** A checkout with such a module, and how it is asked for. */
export async function writeUpstream(folder: string, module = promptModule): Promise<PromptSource> {
  const commit = await commitAll(folder, { [promptFile]: module });
  return { repository: folder, commit, file: promptFile, sha256: sha256(module) };
}

export const publicRow = {
  instance_id: "harbour_1",
  selected_database: "harbour",
  query: "Which ships are longer than 100 metres?",
  amb_user_query: "Which ships are long?",
  user_query_ambiguity: { critical_ambiguity: [{ term: "long", sql_snippet: "length > 100" }] },
  knowledge_ambiguity: [{ term: "ship", type: "k", deleted_knowledge: 1 }],
  category: "Query",
  conditions: { decimal: -1, distinct: false, order: true },
  sol_sql: [],
  external_knowledge: [],
  test_cases: [],
  follow_up: { query: "And how many?", category: "Query", sol_sql: [], external_knowledge: [], test_cases: [] },
  unknown_key: 1,
};

export const truthRow = {
  instance_id: "harbour_1",
  sol_sql: ["SELECT name FROM ships WHERE length > 100 ORDER BY name"],
  external_knowledge: [1],
  test_cases: [],
  follow_up: { sol_sql: ["SELECT COUNT(*) FROM ships"], external_knowledge: [], test_cases: ["def test_case(): pass"] },
  query: "not one of the six",
};

export function lines(...rows: unknown[]): string {
  return rows.map((row) => `${JSON.stringify(row)}\n`).join("");
}

/** The files of a dataset of one database with these rows. */
export function datasetFiles(...rows: unknown[]): Record<string, string> {
  return {
    "bird_interact_data.jsonl": lines(...rows),
    "harbour/harbour_schema.txt": 'CREATE TABLE "ships" (name text);\n',
    "harbour/harbour_column_meaning_base.json": JSON.stringify({ "Harbour|Ships|Name": "TEXT. The name." }),
    "harbour/harbour_kb.jsonl": lines({ id: 1, knowledge: "Ship", description: "d", definition: "x", type: "t" }),
  };
}
