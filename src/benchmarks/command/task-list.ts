// The ids of a benchmark's tasks, from a file of its folder or from what its program prints.

import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { isRecord } from "../../channel/messages.ts";
import type { TaskTexts } from "../../core/benchmark.ts";
import { HarnessError } from "../../core/fault.ts";
import { jsonOrUndefined } from "../../lib/json-or-undefined.ts";

export interface ListedTask {
  id: string;
  /** What stands beside the id. */
  texts: TaskTexts;
}

const maxIdChars = 200;

/** Throws config "tasks-file-missing" and "task-list-invalid". */
export async function readTasksFile(folder: string, name: string): Promise<ListedTask[]> {
  const file = join(folder, name);
  let text: string;
  try {
    text = await readFile(file, "utf8");
  } catch (cause) {
    const message = `tasks_file: ${file} can't be read: ${cause instanceof Error ? cause.message : cause}`;
    throw new HarnessError({ fault: "config", code: "tasks-file-missing", message, cause });
  }
  return parseTaskList(text.replace(/^\uFEFF/, ""), file);
}

/**
 * One id per line: as it is, as a JSON text or number, or as the `id` of a JSON object. `source` is named in errors.
 * Throws config "task-list-invalid".
 */
export function parseTaskList(text: string, source: string): ListedTask[] {
  const tasks: ListedTask[] = [];
  const lines = new Map<string, number>();
  for (const [index, line] of text.split("\n").entries()) {
    const trimmed = line.trim();
    if (trimmed === "") continue;
    const value = /^[{["]/.test(trimmed) ? jsonOrUndefined(trimmed) : trimmed;
    const id = idOf(value);
    const place = `${source}:${index + 1}`;
    if (id === undefined) throw invalid(`${place}: ${trimmed.slice(0, 80)} has no id: expected {"id": "…", …}`);
    if (id === "" || id.length > maxIdChars || /\p{Cc}/u.test(id)) {
      throw invalid(`${place}: an id has 1 to ${maxIdChars} characters, none of them a control character`);
    }
    const before = lines.get(id);
    if (before !== undefined) throw invalid(`${place}: the id ${id} stands in line ${before} too`);
    lines.set(id, index + 1);
    tasks.push({ id, texts: textsOf(value) });
  }
  if (tasks.length === 0) throw invalid(`${source} names no task: expected one id per line, or JSON lines with an id`);
  return tasks;
}

function idOf(value: unknown): string | undefined {
  const id = isRecord(value) ? value["id"] : value;
  return typeof id === "string" || typeof id === "number" ? String(id) : undefined;
}

const asked = /question|prompt|input|instruction|query|problem/i;

/** A row's texts; those of columns that are not asked by their names are taken for what is expected. */
function textsOf(value: unknown): TaskTexts {
  if (!isRecord(value)) return {};
  const columns = Object.entries(value).filter(([name]) => name !== "id");
  const textOf = ([, cell]: [string, unknown]) => (typeof cell === "string" ? cell : JSON.stringify(cell));
  return {
    instruction: columns
      .filter(([name]) => asked.test(name))
      .map(textOf)
      .join("\n"),
    expected: columns.filter(([name]) => !asked.test(name)).map(textOf),
  };
}

function invalid(message: string): HarnessError {
  return new HarnessError({ fault: "config", code: "task-list-invalid", message });
}
