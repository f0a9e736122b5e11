// Which of the agent's tools the rehearsal model can use, found by what their parameters are.

import { type FunctionTool, toolSchema } from "./conversation.ts";

export interface ShellTool {
  tool: FunctionTool;
  commandKey: string;
}

export interface FileTool {
  tool: FunctionTool;
  pathKey: string;
  contentKey: string;
  modeKey: string | null;
}

export interface Toolbox {
  shell: ShellTool | null;
  file: FileTool | null;
}

export function toolboxOf(tools: readonly unknown[]): Toolbox {
  const functions = tools.flatMap((tool) => toolSchema.safeParse(tool).data ?? []);
  return {
    shell: functions.map(asShell).find((tool) => tool !== null) ?? null,
    file: functions.map(asFile).find((tool) => tool !== null) ?? null,
  };
}

/** The arguments of a call: `known` first, every other required parameter filled with `thought` or a plain value. */
export function argumentsFor(tool: FunctionTool, known: Record<string, unknown>, thought: string): string {
  const { properties, required } = tool.function.parameters;
  const filled = required
    .filter((key) => !Object.hasOwn(known, key))
    .map((key) => [key, plainValue(key, properties[key] ?? {}, thought)]);
  return JSON.stringify({ ...Object.fromEntries(filled), ...known });
}

/** The shell tool's own parameters may ask for a plan or a check, as a prompt does. */
export function requiredParameterText({ shell }: Toolbox): string {
  if (shell === null) return "";
  const { properties, required } = shell.tool.function.parameters;
  return required
    .filter((key) => key !== shell.commandKey)
    .map((key) => `${key.replaceAll("_", " ")}: ${String(properties[key]?.["description"] ?? "")}`)
    .join("\n");
}

function asShell(tool: FunctionTool): ShellTool | null {
  const { required } = tool.function.parameters;
  const commandKey = ["command", "cmd"].find((key) => required.includes(key) && isString(tool, key));
  return commandKey === undefined ? null : { tool, commandKey };
}

function asFile(tool: FunctionTool): FileTool | null {
  const find = (keys: string[]) => keys.find((key) => isString(tool, key));
  const pathKey = find(["path", "file_path", "filename", "file"]);
  const contentKey = find(["content", "contents", "text"]);
  if (pathKey === undefined || contentKey === undefined) return null;
  return { tool, pathKey, contentKey, modeKey: find(["mode"]) ?? null };
}

function isString(tool: FunctionTool, key: string): boolean {
  const { properties } = tool.function.parameters;
  return Object.hasOwn(properties, key) && properties[key]?.["type"] === "string";
}

function plainValue(key: string, schema: Record<string, unknown>, thought: string): unknown {
  if ("default" in schema) return schema["default"];
  if (Array.isArray(schema["enum"])) return schema["enum"][0];
  switch (schema["type"]) {
    case "number":
    case "integer":
      return /ms$/i.test(key) ? 60_000 : 60;
    case "boolean":
      return false;
    case "array":
      return [];
    case "object":
      return {};
    default:
      return thought;
  }
}
