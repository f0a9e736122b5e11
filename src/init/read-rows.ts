import { readFile } from "node:fs/promises";
import { extname } from "node:path";
import { parseCsv } from "../compare/readers/parse-csv.ts";
import { jsonOrUndefined } from "../lib/json-or-undefined.ts";
import { type Row, refused } from "./source.ts";

export const rowFiles = [".jsonl", ".ndjson", ".json", ".csv"];

/** The rows of a file of JSON lines, a JSON list of objects, or CSV with a header. Throws config "data-invalid". */
export async function readRows(file: string): Promise<Row[]> {
  const text = (await readFile(file, "utf8")).replace(/^\uFEFF/, "");
  const extension = extname(file).toLowerCase();
  if (extension === ".csv") return rowsOfCsv(text, file);
  if (extension === ".json") {
    const value = jsonOrUndefined(text);
    if (Array.isArray(value) && value.every(isRow)) return value;
    throw refused("data-invalid", `${file}: expected a JSON list of objects`);
  }
  return text.split("\n").flatMap((line, index) => {
    if (line.trim() === "") return [];
    const value = jsonOrUndefined(line);
    if (isRow(value)) return [value];
    throw refused("data-invalid", `${file}:${index + 1}: expected a JSON object`);
  });
}

function rowsOfCsv(text: string, file: string): Row[] {
  const [header, ...records] = parseCsv(text, file);
  const columns = header?.cells.map((cell) => cell.trim()) ?? [];
  return records.map(({ line, cells }) => {
    if (cells.length === columns.length) return Object.fromEntries(columns.map((name, at) => [name, cells[at]]));
    throw refused("data-invalid", `${file}:${line}: ${cells.length} cells, but the header has ${columns.length}`);
  });
}

function isRow(value: unknown): value is Row {
  return value !== null && typeof value === "object" && !Array.isArray(value);
}
