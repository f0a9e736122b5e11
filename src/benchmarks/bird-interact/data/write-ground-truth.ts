import { join } from "node:path";
import { sha256 } from "../../../lib/digest.ts";
import { writeAtomic } from "../../../lib/write-atomic.ts";
import { mergeGroundTruth, readGroundTruth, withoutGroundTruth } from "./ground-truth.ts";
import { dataInvalid, readJsonLines } from "./json-lines.ts";
import { birdRow } from "./rows.ts";
import { rowsFile, truthFile } from "./upstream.ts";

export interface WrittenTruth {
  file: string;
  tasks: number;
  /** Ids that still have none. */
  missing: string[];
  /** Rows of the mailed file that belong to no task. */
  strangers: number;
  /** Of what was written. */
  sha256: string;
}

/**
 * Checks a mailed file against a dataset and writes its six keys beside the rows, readable for the owner alone; the
 * published file stays as it is. Safe to repeat. Throws as readJsonLines does, and config "bird-data-invalid" where not
 * one task of the dataset is in the file.
 */
export async function writeGroundTruth(folder: string, mailed: string): Promise<WrittenTruth> {
  const rows = (await readJsonLines(join(folder, rowsFile), birdRow)).map(({ row }) => row);
  const truth = await readGroundTruth(mailed);
  const own = rows.flatMap(({ instance_id }) => truth.get(instance_id) ?? []);
  if (own.length === 0) {
    throw dataInvalid([
      `${mailed}: instance_id: none of its ${truth.size} tasks is one of the ${rows.length} in ${folder}`,
    ]);
  }
  const text = own.map((row) => `${JSON.stringify(row)}\n`).join("");
  const file = join(folder, truthFile);
  await writeAtomic(file, text, 0o600);
  return {
    file,
    tasks: own.length,
    missing: withoutGroundTruth(rows.map((row) => mergeGroundTruth(row, truth))),
    strangers: truth.size - own.length,
    sha256: sha256(text),
  };
}
