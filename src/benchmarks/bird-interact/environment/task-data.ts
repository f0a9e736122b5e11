// The tasks and databases as the host sends them: the published layout, merged with the ground truth.

import { z } from "zod";
import { promptPack } from "./simulator/prompt-pack.ts";

const statements = z.union([z.array(z.string()), z.string().transform((text) => [text])]);
const list = z.array(z.unknown()).nullish();

const part = {
  category: z.string(),
  conditions: z.object({ order: z.boolean().nullish() }).nullish(),
  sol_sql: statements,
  test_cases: z.array(z.string()).nullish(),
};

export const taskRow = z.object({
  instance_id: z.string().min(1),
  selected_database: z.string().regex(/^[a-z][a-z0-9_]{0,39}$/),
  query: z.string().optional(),
  amb_user_query: z.string(),
  user_query_ambiguity: z.looseObject({ critical_ambiguity: list }).nullish(),
  knowledge_ambiguity: list,
  follow_up: z
    .object({ query: z.string(), ...part })
    .nullish()
    // The published file writes a missing follow-up as an empty one, too.
    .or(z.strictObject({}).transform(() => null)),
  ...part,
});

const knowledgeEntry = z.object({
  id: z.number().int(),
  knowledge: z.string(),
  description: z.unknown().optional(),
  definition: z.unknown().optional(),
});

export const databaseFacts = z.object({
  schema: z.string(),
  columnMeanings: z.record(z.string(), z.unknown()),
  knowledge: z.array(knowledgeEntry),
});

export const setUpBody = z.object({
  rows: z.array(taskRow).min(1),
  databases: z.record(z.string(), databaseFacts),
  prompts: promptPack,
});

export type TaskRow = z.output<typeof taskRow>;
export type DatabaseFacts = z.output<typeof databaseFacts>;
export type KnowledgeEntry = z.output<typeof knowledgeEntry>;

/** One phase of a task: what it asks for and how that is told. */
export interface TaskPhase {
  gold: readonly string[];
  /** They tell by what a change has left; where there are none, the rows that are returned tell. */
  testCases: readonly string[];
  order: boolean;
  /** Carried out by an owner in a clone of its own, and what passes phase 1 stays; else read only. */
  changesData: boolean;
}

/** undefined for phase 2 of a task without a follow-up. */
export function phaseOf(row: TaskRow, phase: 1 | 2): TaskPhase | undefined {
  const from = phase === 1 ? row : row.follow_up;
  if (from === null || from === undefined) return undefined;
  const changesData = from.category === "Management";
  // Test cases of a query are ignored, and without any a change is compared by its rows: so is it published.
  const testCases = changesData ? (from.test_cases ?? []) : [];
  return { ...{ gold: from.sol_sql, testCases, order: from.conditions?.order ?? false }, changesData };
}

export function ambiguitiesOf(row: TaskRow): number {
  return (row.user_query_ambiguity?.critical_ambiguity ?? []).length + (row.knowledge_ambiguity ?? []).length;
}
