// The rows of a dataset, as far as a run reads them; all else of a row is dropped.

import { z } from "zod";

/** Names a folder, a database and a file: nothing that leads elsewhere. */
const databaseName = z
  .string()
  .regex(/^[A-Za-z][A-Za-z0-9_]{0,39}$/, "expected letters, digits and _, 40 characters at most");
const instanceId = z.string().regex(/^[\w.-]{1,100}$/, "expected letters, digits, _ . and -");

/** One statement is written without a list in places. */
const statements = z
  .nullish(z.union([z.string().transform((sql) => [sql]), z.array(z.string())], "expected SQL or a list of it"))
  .transform((list) => (list ?? []).filter((sql) => sql.trim() !== ""));
const sources = z.nullish(z.array(z.string())).transform((list) => list ?? []);
const ids = z.nullish(z.array(z.union([z.number(), z.string()]))).transform((list) => list ?? []);

/** As it is written, every key in its place: the simulated user's prompt shows it. */
const asWritten = z.record(z.string(), z.json());
const ambiguities = z
  .nullish(asWritten.refine(hasCriticalList, { path: ["critical_ambiguity"], error: "expected a list" }))
  .transform((value) => value ?? {});
const knowledgeAmbiguities = z
  .nullish(z.array(asWritten.refine(hasIdOrNone, { path: ["deleted_knowledge"], error: "expected a whole number" })))
  .transform((list) => list ?? []);

function hasCriticalList({ critical_ambiguity: list }: Readonly<Record<string, unknown>>): boolean {
  return list === undefined || Array.isArray(list);
}

function hasIdOrNone({ deleted_knowledge: id }: Readonly<Record<string, unknown>>): boolean {
  return id === undefined || id === null || Number.isInteger(id);
}

/** What is no query is judged by its test cases. */
const category = z.nullish(z.string()).transform((name) => ((name ?? "Query") === "Query" ? "Query" : "Management"));
const conditions = z
  .nullish(z.object({ order: z.nullish(z.union([z.boolean(), z.number()])) }))
  .transform((value) => ({ order: Boolean(value?.order ?? false) }));

/** What comes by mail: these three, at the top and in the follow-up. */
const truth = { sol_sql: statements, external_knowledge: ids, test_cases: sources };

const followUp = z
  .nullish(z.object({ query: z.nullish(z.string()), category, conditions, ...truth }))
  // Some rows have {} or null for none.
  .transform((value) => (value?.query ? { ...value, query: value.query } : null));

export const birdRow = z.object({
  instance_id: instanceId,
  selected_database: databaseName,
  /** What is meant; only the simulated user knows it. */
  query: z.nullish(z.string()).transform((text) => text ?? undefined),
  amb_user_query: z.string().min(1),
  user_query_ambiguity: ambiguities,
  knowledge_ambiguity: knowledgeAmbiguities,
  category,
  conditions,
  ...truth,
  follow_up: followUp,
});

export const truthRow = z.object({
  instance_id: instanceId,
  ...truth,
  follow_up: z.nullish(z.object(truth)).transform((value) => value ?? null),
});

export const knowledgeRow = z.object({
  id: z.number().int(),
  knowledge: z.string(),
  description: z.string().default(""),
  definition: z.string().default(""),
});

export const columnMeanings = z.record(
  z.string(),
  z.union([z.string(), z.looseObject({ column_meaning: z.string().optional() })]),
);

export type BirdRow = z.output<typeof birdRow>;
export type TruthRow = z.output<typeof truthRow>;
export type KnowledgeRow = z.output<typeof knowledgeRow>;
export type ColumnMeanings = z.output<typeof columnMeanings>;
