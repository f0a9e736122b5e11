// A dataset on disk: bird-interact-lite, bird-interact-full, or our own. Read on the host, given to the environment.

import { stat } from "node:fs/promises";
import { join } from "node:path";
import { HarnessError } from "../../../core/fault.ts";
import { canonicalJson, sha256 } from "../../../lib/digest.ts";
import { groundTruthMissing, mergeGroundTruth, readOwnGroundTruth, withoutGroundTruth } from "./ground-truth.ts";
import { dataInvalid, readJsonLines, readText } from "./json-lines.ts";
import { type BirdRow, birdRow, type ColumnMeanings, columnMeanings, type KnowledgeRow, knowledgeRow } from "./rows.ts";
import { type PublishedDataset, rowsFile } from "./upstream.ts";

export interface BirdDatabase {
  /** Text with examples of rows, as the agent may read it. */
  schema: string;
  /** By `db|table|column` in lower case. */
  columnMeanings: ColumnMeanings;
  knowledge: KnowledgeRow[];
  /** dump.sql, absolute; null where there is none. */
  dumpFile: string | null;
  /** Hex SHA-256 of the three texts; the dump's is the image's business. */
  digest: string;
}

export interface BirdDataset {
  /** With ground truth, in the file's order. */
  rows: BirdRow[];
  /** Only those that a row names. */
  databases: Record<string, BirdDatabase>;
  /** Hex SHA-256 of a row with its ground truth, by instance id. */
  digests: ReadonlyMap<string, string>;
  /** Hex SHA-256 over all of it, the dumps aside: what a score was made with. */
  digest: string;
  /** What a reader should know, such as ground truth for tasks that are not there. */
  notes: string[];
}

export interface ReadDatasetOptions {
  dataset: "synthetic" | PublishedDataset;
  /** Ids to keep; the others need no ground truth. */
  wanted: (id: string) => boolean;
}

/**
 * Throws config "bird-data-missing", "bird-data-lfs", "bird-data-invalid" (file, line and key of each problem) and
 * "bird-ground-truth-missing" (address, subject and command to type).
 */
export async function readDataset(folder: string, { dataset, wanted }: ReadDatasetOptions): Promise<BirdDataset> {
  const file = join(folder, rowsFile);
  const all = await readJsonLines(file, birdRow);
  refuseDoubles(file, all);
  const truth = await readOwnGroundTruth(folder);
  const notes = truth === null ? [] : strangers(all, truth.keys());
  const rows = all
    .map(({ row }) => row)
    .filter(({ instance_id }) => wanted(instance_id))
    .map((row) => (truth === null ? row : mergeGroundTruth(row, truth)));
  const missing = withoutGroundTruth(rows);
  if (missing.length > 0) {
    if (dataset === "synthetic") throw dataInvalid(missing.map((id) => `${file}: ${id}: no ground truth`));
    throw groundTruthMissing(dataset, folder, missing.length, rows.length);
  }
  const names = [...new Set(rows.map(({ selected_database }) => selected_database))];
  const databases = await Promise.all(names.map(async (name) => [name, await readDatabase(folder, name)] as const));
  const digests = new Map(rows.map((row) => [row.instance_id, sha256(canonicalJson(row))]));
  const texts = databases.map(([name, database]) => [name, database.digest]);
  const digest = sha256(canonicalJson({ rows: [...digests], texts }));
  return { rows, databases: Object.fromEntries(databases), digests, digest, notes };
}

function refuseDoubles(file: string, rows: ReadonlyArray<{ line: number; row: BirdRow }>): void {
  const seen = new Map<string, number>();
  const problems: string[] = [];
  for (const { line, row } of rows) {
    const before = seen.get(row.instance_id);
    if (before !== undefined)
      problems.push(`${file}:${line}: instance_id: ${row.instance_id} stands in line ${before} already`);
    else seen.set(row.instance_id, line);
  }
  if (rows.length === 0) problems.push(`${file}: holds no task`);
  if (problems.length > 0) throw dataInvalid(problems);
}

function strangers(rows: ReadonlyArray<{ row: BirdRow }>, truthIds: Iterable<string>): string[] {
  const known = new Set(rows.map(({ row }) => row.instance_id));
  const strange = [...truthIds].filter((id) => !known.has(id));
  return strange.length === 0 ? [] : [`the ground truth has ${strange.length} tasks that the dataset has not`];
}

async function readDatabase(folder: string, name: string): Promise<BirdDatabase> {
  const at = (suffix: string) => join(folder, name, `${name}${suffix}`);
  const schema = await readText(at("_schema.txt"));
  if (schema.trim() === "") throw dataInvalid([`${at("_schema.txt")}: is empty`]);
  const knowledge = (await readJsonLines(at("_kb.jsonl"), knowledgeRow)).map(({ row }) => row);
  const meanings = await readMeanings(at("_column_meaning_base.json"));
  const dump = join(folder, name, "dump.sql");
  return {
    ...{ schema, knowledge, columnMeanings: meanings },
    dumpFile: await stat(dump).then(
      (entry) => (entry.isFile() ? dump : null),
      () => null,
    ),
    digest: sha256(canonicalJson({ schema, knowledge, meanings })),
  };
}

/** Keys are looked up in lower case, as upstream does. */
async function readMeanings(file: string): Promise<ColumnMeanings> {
  let value: unknown;
  const text = await readText(file);
  try {
    value = JSON.parse(text);
  } catch (error) {
    throw dataInvalid([`${file}: not JSON: ${error instanceof Error ? error.message : String(error)}`]);
  }
  const parsed = columnMeanings.safeParse(value);
  if (!parsed.success) {
    throw dataInvalid(
      parsed.error.issues.map(({ path, message }) => `${file}: ${path.map(String).join(".")}: ${message}`),
    );
  }
  return Object.fromEntries(Object.entries(parsed.data).map(([key, meaning]) => [key.toLowerCase(), meaning]));
}

/** Throws config "bird-dumps-missing" with how to make them from upstream's own image. */
export function requireDumps(
  { databases }: BirdDataset,
  { folder, image }: { folder: string; image: string },
): Map<string, string> {
  const dumps = new Map<string, string>();
  const missing: string[] = [];
  for (const [name, { dumpFile }] of Object.entries(databases)) {
    if (dumpFile === null) missing.push(name);
    else dumps.set(name, dumpFile);
  }
  if (missing.length === 0) return dumps;
  throw new HarnessError({
    fault: "config",
    code: "bird-dumps-missing",
    message: [
      `${missing.length} of ${Object.keys(databases).length} databases in ${folder} have no dump.sql: ${missing.join(", ")}.`,
      `  1. docker run -d --name bird-source -e POSTGRES_USER=root -e POSTGRES_PASSWORD=source ${image}   (it takes minutes to load)`,
      `  2. for each of them: docker exec bird-source pg_dump -U root --no-owner --no-privileges <db>_template > ${join(folder, "<db>", "dump.sql")}`,
      "  3. docker rm -f bird-source, then run the same command again.",
    ].join("\n"),
    context: { missing },
  });
}
