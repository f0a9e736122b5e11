// A side of a comparison by its path: what it is is found out, and read.

import { open, readFile, stat } from "node:fs/promises";
import { basename, dirname, extname, join, resolve } from "node:path";
import { HarnessError } from "../core/fault.ts";
import { exists } from "../lib/exists.ts";
import { parseCsvRewards } from "./readers/read-csv.ts";
import { readHarborJob } from "./readers/read-harbor-job.ts";
import { readJournalSide } from "./readers/read-journal-source.ts";
import { parseJsonLines } from "./readers/read-json-lines.ts";
import { readTrainRewards } from "./readers/read-train-results.ts";
import { onlySelectors, parseSelectors, type Selectors } from "./selectors.ts";
import { invalidSource, type Source, type SourceFormat } from "./source.ts";

export interface ReadSourceOptions {
  /** What a relative path is relative to. */
  root: string;
  /** Instead of what it looks like. */
  format?: SourceFormat;
}

/**
 * `name` is a path, with `#key=value,…` behind it where a part of it is meant. Throws config "compare-source-missing",
 * "compare-source-invalid", "compare-selection", and what the readers throw.
 */
export async function readSource(name: string, { root, format }: ReadSourceOptions): Promise<Source> {
  const { path, selectors } = await locate(name, root);
  const found = format ?? (await detectFormat(path));
  await checkKind(path, found);
  const notes: readonly string[] = [];
  switch (found) {
    case "journal": {
      onlySelectors(selectors, ["agent", "model", "steps", "decision", "tasks"], name);
      const file = (await stat(path)).isDirectory() ? ((await journalIn(path)) ?? join(path, journalName)) : path;
      const side = await readJournalSide(file, join(dirname(file), "split.json"), selectors, name);
      return { name, format: found, ...side };
    }
    case "harbor":
      onlySelectors(selectors, ["agent", "model", "reward"], name);
      return { name, format: found, ...(await readHarborJob(path, selectors)) };
    case "train-results":
      onlySelectors(selectors, [], name);
      return { name, format: found, notes, ...(await readTrainRewards(path)) };
    case "jsonl":
    case "csv": {
      onlySelectors(selectors, [], name);
      const text = await readFile(path, "utf8");
      const trials = found === "csv" ? parseCsvRewards(text, path) : parseJsonLines(text, path);
      return { name, format: found, notes, description: found === "csv" ? "CSV" : "JSON lines", trials };
    }
  }
}

/** A path may hold a `#` of its own: as it stands it goes first. */
async function locate(name: string, root: string): Promise<{ path: string; selectors: Selectors }> {
  const whole = resolve(root, name);
  if (await exists(whole)) return { path: whole, selectors: {} };
  const at = name.lastIndexOf("#");
  const path = at === -1 ? whole : resolve(root, name.slice(0, at));
  if (at !== -1 && (await exists(path))) return { path, selectors: parseSelectors(name.slice(at + 1), name) };
  throw new HarnessError({
    fault: "config",
    code: "compare-source-missing",
    message: `${path} is not there: expected an experiment (.runs/NAME), a Harbor job's folder, a .jsonl or .csv file, or train_results.json`,
  });
}

async function checkKind(path: string, format: SourceFormat): Promise<void> {
  const isFolder = (await stat(path)).isDirectory();
  if (format === "journal" || isFolder === (format === "harbor")) return;
  throw invalidSource(
    path,
    null,
    isFolder ? `is a folder: ${format} is a file` : "is a file: a Harbor job is a folder",
  );
}

async function detectFormat(path: string): Promise<SourceFormat> {
  if ((await stat(path)).isDirectory()) return (await journalIn(path)) === null ? "harbor" : "journal";
  if (await isDatabase(path)) return "journal";
  const byEnding = endings[extname(path).toLowerCase()];
  if (byEnding !== undefined) return byEnding;
  throw invalidSource(path, null, `can't be told by its name ${basename(path)}: say what it is with --format`);
}

const endings: Readonly<Record<string, SourceFormat>> = {
  ".jsonl": "jsonl",
  ".ndjson": "jsonl",
  ".csv": "csv",
  ".json": "train-results",
};

const journalName = "journal.sqlite";

/** An experiment's folder, or the rehearsal's, whose host part is a folder below; null when it is neither. */
async function journalIn(folder: string): Promise<string | null> {
  for (const file of [join(folder, journalName), join(folder, "host", journalName)])
    if (await exists(file)) return file;
  return null;
}

async function isDatabase(file: string): Promise<boolean> {
  await using handle = await open(file, "r");
  const magic = "SQLite format 3\0";
  const { buffer, bytesRead } = await handle.read(Buffer.alloc(magic.length), 0, magic.length, 0);
  return buffer.toString("latin1", 0, bytesRead) === magic;
}
