import type { z } from "zod";
import { HarnessError } from "../core/fault.ts";
import { textIfThere } from "../lib/text-if-there.ts";
import { lineOfPath } from "./line-of-path.ts";

/**
 * Reads and parses a JSON file of ours; null when there is none. Throws a config fault "workspace-file-invalid" that
 * names the file, the line, the key and what was expected.
 */
export async function readJson<T>(path: string, schema: z.ZodType<T>): Promise<T | null> {
  const text = await textIfThere(path);
  if (text === null) return null;
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (error) {
    throw invalidFile(path, jsonErrorLine(text, error), error instanceof Error ? error.message : String(error));
  }
  const result = schema.safeParse(value);
  if (result.success) return result.data;
  const [issue] = result.error.issues;
  const keys = issue?.path ?? [];
  const where = keys.length === 0 ? "" : `${keys.map(String).join(".")}: `;
  throw invalidFile(path, lineOfPath(text, keys), `${where}${issue?.message ?? "not what was expected"}`);
}

export function invalidFile(file: string, line: number, problem: string): HarnessError {
  return new HarnessError({
    fault: "config",
    code: "workspace-file-invalid",
    message: `${file}:${line}: ${problem}. The harness writes this file; undo the edit, or move the file away.`,
    context: { file, line },
  });
}

function jsonErrorLine(text: string, error: unknown): number {
  const message = error instanceof Error ? error.message : "";
  const line = /line (\d+)/.exec(message)?.[1];
  if (line !== undefined) return Number(line);
  const position = /position (\d+)/.exec(message)?.[1];
  return text.slice(0, position === undefined ? text.length : Number(position)).split("\n").length;
}
