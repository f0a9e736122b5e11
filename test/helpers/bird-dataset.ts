// The files of a BIRD-Interact dataset, parsed strictly: for checks of the committed one.

import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { z } from "zod";

export const syntheticFolder = fileURLToPath(new URL("../../datasets/bird-synthetic", import.meta.url));

const category = z.enum(["Query", "Management"]);
const tier = z.enum(["Simple", "Moderate", "Challenging"]);
const conditions = z.strictObject({ decimal: z.int().min(-1), distinct: z.boolean(), order: z.boolean() });
const nothing = z.tuple([]);
const ambiguity = z.strictObject({
  term: z.string().min(1),
  sql_snippet: z.string().min(1),
  is_mask: z.boolean(),
  type: z.string().regex(/_ambiguity$/),
});
const hidden = { sol_sql: nothing, external_knowledge: nothing, test_cases: nothing };

const publicRow = z.strictObject({
  instance_id: z.string().regex(/^[a-z]+_(M_)?\d+$/),
  selected_database: z.string(),
  query: z.string().min(20),
  amb_user_query: z.string().min(20),
  user_query_ambiguity: z.strictObject({
    critical_ambiguity: z.array(ambiguity).min(1),
    non_critical_ambiguity: z.array(ambiguity),
  }),
  non_critical_ambiguity: z.array(ambiguity),
  knowledge_ambiguity: z.array(ambiguity.extend({ deleted_knowledge: z.int().optional() })),
  preprocess_sql: z.array(z.string()),
  clean_up_sqls: z.array(z.string()),
  category,
  high_level: z.boolean(),
  conditions,
  difficulty_tier: tier,
  ...hidden,
  follow_up: z
    .strictObject({
      query: z.string().min(20),
      type: z.string(),
      category,
      conditions,
      difficulty_tier: tier,
      high_level: z.boolean(),
      ...hidden,
    })
    .optional(),
});

const statements = z.array(z.string().min(1)).min(1);
const truth = { sol_sql: statements, test_cases: z.array(z.string()), external_knowledge: z.array(z.int()) };
const truthRow = z.strictObject({ instance_id: z.string(), ...truth, follow_up: z.strictObject(truth).optional() });

const misreadRow = z.strictObject({
  instance_id: z.string(),
  misreadings: z.array(z.strictObject({ reading: z.string(), sql: statements })).min(1),
});

const knowledgeRow = z.strictObject({
  id: z.int(),
  knowledge: z.string(),
  description: z.string(),
  definition: z.string(),
  type: z.enum(["calculation_knowledge", "domain_knowledge", "value_illustration"]),
  children_knowledge: z.union([z.literal(-1), z.array(z.int()).min(1)]),
});

const meanings = z.record(
  z.string(),
  z.union([z.string(), z.strictObject({ column_meaning: z.string(), fields_meaning: z.record(z.string(), z.json()) })]),
);

export type BirdTask = z.output<typeof publicRow> & {
  truth: z.output<typeof truthRow>;
  misreadings: z.output<typeof misreadRow>["misreadings"];
};

export interface BirdDatabase {
  schemaText: string;
  meanings: z.output<typeof meanings>;
  knowledge: z.output<typeof knowledgeRow>[];
}

/** Throws where a row departs from the format, or where a row of one file has none in another. */
export async function readBirdTasks(folder = syntheticFolder): Promise<BirdTask[]> {
  const rows = await readLines(join(folder, "bird_interact_data.jsonl"), publicRow);
  const truths = await readLines(join(folder, "ground_truth.jsonl"), truthRow);
  const misreads = await readLines(join(folder, "misreadings.jsonl"), misreadRow);
  if (truths.length !== rows.length || misreads.length !== rows.length) throw new Error("the files differ in length");
  return rows.map((row) => ({
    ...row,
    truth: found(truths, row.instance_id),
    misreadings: found(misreads, row.instance_id).misreadings,
  }));
}

export async function readBirdDatabase(db: string, folder = syntheticFolder): Promise<BirdDatabase> {
  const at = (suffix: string) => join(folder, db, `${db}${suffix}`);
  return {
    schemaText: await readFile(at("_schema.txt"), "utf8"),
    meanings: meanings.parse(JSON.parse(await readFile(at("_column_meaning_base.json"), "utf8"))),
    knowledge: await readLines(at("_kb.jsonl"), knowledgeRow),
  };
}

async function readLines<T>(file: string, schema: z.ZodType<T>): Promise<T[]> {
  const lines = (await readFile(file, "utf8")).split("\n").filter((line) => line !== "");
  return lines.map((line) => schema.parse(JSON.parse(line)));
}

function found<T extends { instance_id: string }>(rows: readonly T[], id: string): T {
  const [row, ...more] = rows.filter(({ instance_id }) => instance_id === id);
  if (row === undefined || more.length > 0) throw new Error(`${id} is there ${more.length + (row ? 1 : 0)} times`);
  return row;
}
