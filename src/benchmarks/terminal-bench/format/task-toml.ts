// task.toml of Harbor's format: one reader for all versions. Unknown keys are named in `notes`, as is what is read and
// not heeded; what can't be honoured is refused by name.

import { parse, TomlError } from "smol-toml";
import type { z } from "zod";
import { HarnessError } from "../../../core/fault.ts";
import { type TaskToml, taskSchema } from "./task-schema.ts";
import { unheeded, unsupported } from "./task-support.ts";

/** Throws config "task-invalid" and "task-unsupported", naming the file, the key and what was expected. */
export function parseTaskToml(text: string, file: string): { toml: TaskToml; notes: string[] } {
  const raw = readToml(text, file);
  const { unknown, rest } = withoutUnknown(raw);
  const parsed = taskSchema.safeParse(rest);
  if (!parsed.success) throw taskFault(file, parsed.error.issues.map(describeIssue).join("; "));
  const [missing] = unsupported(parsed.data);
  if (missing !== undefined) throw taskFault(file, missing, "task-unsupported");
  const notes = [...unknown.map((key) => `unknown key ${key}`), ...unheeded(parsed.data)];
  return { toml: parsed.data, notes: notes.map((note) => `task.toml: ${note}`) };
}

export function taskFault(file: string, what: string, code = "task-invalid"): HarnessError {
  return new HarnessError({ fault: "config", code, message: `${file} ${what}`, context: { file } });
}

function readToml(text: string, file: string): unknown {
  try {
    return parse(text);
  } catch (error) {
    const place = error instanceof TomlError ? ` (line ${error.line}, column ${error.column})` : "";
    const [why] = String(error instanceof Error ? error.message : error).split("\n");
    throw taskFault(file, `is not TOML${place}: ${why}`);
  }
}

/** Harbor passes over keys that it does not know; so do we, and say which. */
function withoutUnknown(raw: unknown): { unknown: string[]; rest: unknown } {
  const found = taskSchema.safeParse(raw);
  if (found.success) return { unknown: [], rest: raw };
  const unknown = found.error.issues.flatMap((issue) =>
    issue.code === "unrecognized_keys" ? issue.keys.map((key) => [...issue.path, key]) : [],
  );
  const rest = structuredClone(raw);
  for (const path of unknown) {
    const table = path.slice(0, -1).reduce<unknown>((value, key) => fieldOf(value, key), rest);
    if (table !== null && typeof table === "object") Reflect.deleteProperty(table, path.at(-1) ?? "");
  }
  return { unknown: unknown.map(keyName), rest };
}

function fieldOf(value: unknown, key: PropertyKey): unknown {
  return value !== null && typeof value === "object" ? Reflect.get(value, key) : undefined;
}

/** `[environment] ram` for environment.ram, as it stands in the file. */
function keyName(path: readonly PropertyKey[]): string {
  const table = path.slice(0, -1);
  const key = String(path.at(-1));
  return table.length === 0 ? key : `[${table.join(".")}] ${key}`;
}

function describeIssue(issue: z.core.$ZodIssue): string {
  const { path } = issue;
  const missing = issue.code === "invalid_type" && issue.message.endsWith("received undefined");
  const message = missing ? `is missing, expected ${issue.expected}` : issue.message;
  return path.length === 0 ? message : `${path.join(".")}: ${message}`;
}
