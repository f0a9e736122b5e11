import { readFile } from "node:fs/promises";
import type { z } from "zod";
import { HarnessError } from "../../../core/fault.ts";

/**
 * The rows of a file of JSON lines with their line numbers. Throws config "bird-data-missing", and "bird-data-invalid"
 * that names file, line and key of every problem (the first 20).
 */
export async function readJsonLines<T>(file: string, schema: z.ZodType<T>): Promise<Array<{ line: number; row: T }>> {
  const text = await readText(file);
  const rows: Array<{ line: number; row: T }> = [];
  const problems: string[] = [];
  text.split("\n").forEach((content, index) => {
    if (content.trim() === "") return;
    const line = index + 1;
    const parsed = parseLine(content, schema);
    if ("row" in parsed) rows.push({ line, row: parsed.row });
    else problems.push(...parsed.problems.map((problem) => `${file}:${line}: ${problem}`));
  });
  if (problems.length > 0) throw dataInvalid(problems);
  return rows;
}

/** Throws config "bird-data-missing", and "bird-data-lfs" where git has left a pointer in place of the file. */
export async function readText(file: string): Promise<string> {
  let text: string;
  try {
    text = await readFile(file, "utf8");
  } catch (error) {
    const why = error instanceof Error && "code" in error && error.code === "ENOENT" ? "is not there" : String(error);
    throw new HarnessError({
      fault: "config",
      code: "bird-data-missing",
      message: `${file}: ${why}. \`auto-harness bird fetch\` gets the dataset; bird_data_path names a folder of your own.`,
      cause: error,
    });
  }
  if (!text.startsWith("version https://git-lfs.")) return text.replace(/^\uFEFF/, "");
  throw new HarnessError({
    fault: "config",
    code: "bird-data-lfs",
    message: `${file} is only a pointer of git LFS. Install git-lfs, run \`git lfs pull\` in its folder, and try again.`,
  });
}

export function dataInvalid(problems: readonly string[]): HarnessError {
  const shown = problems.slice(0, 20).map((problem) => `  ${problem}`);
  const more = problems.length > shown.length ? [`  and ${problems.length - shown.length} more`] : [];
  const count = problems.length === 1 ? "a problem" : `${problems.length} problems`;
  return new HarnessError({
    fault: "config",
    code: "bird-data-invalid",
    message: [`The dataset has ${count}:`, ...shown, ...more].join("\n"),
    context: { problems },
  });
}

function parseLine<T>(content: string, schema: z.ZodType<T>): { row: T } | { problems: string[] } {
  let value: unknown;
  try {
    value = JSON.parse(content);
  } catch {
    return { problems: ["not JSON"] };
  }
  const parsed = schema.safeParse(value);
  if (parsed.success) return { row: parsed.data };
  return {
    problems: parsed.error.issues.map(({ path, message }) => `${path.map(String).join(".") || "row"}: ${message}`),
  };
}
