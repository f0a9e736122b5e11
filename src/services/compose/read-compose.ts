// Reads a task's compose file without an engine: YAML, with variables filled in as compose does. What is run later is
// what compose itself makes of it, judged once more.

import { readFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { parse } from "yaml";
import { HarnessError } from "../../core/fault.ts";
import { type ComposeModel, parseComposeModel } from "./compose-model.ts";

export const composeNames = ["docker-compose.yaml", "docker-compose.yml"] as const;

/** Throws config "compose-invalid". */
export async function readCompose(
  file: string,
  variables: Readonly<Record<string, string>>,
): Promise<{ model: ComposeModel; variables: Record<string, string> }> {
  const all = { ...(await readDotEnv(dirname(file))), ...variables };
  try {
    const text = await readFile(file, "utf8");
    return { model: parseComposeModel(filledIn(parse(text, { merge: true }), all)), variables: all };
  } catch (error) {
    throw new HarnessError({
      fault: "config",
      code: "compose-invalid",
      message: `${file} can't be read as a compose file: ${error instanceof Error ? error.message.slice(0, 500) : error}`,
      context: { file },
    });
  }
}

/** The file that compose reads beside its own, in its plain form. */
async function readDotEnv(folder: string): Promise<Record<string, string>> {
  const text = await readFile(join(folder, ".env"), "utf8").catch(() => "");
  const lines = text.split("\n").flatMap((line) => {
    const [, name, value = ""] = /^\s*(?:export\s+)?([A-Za-z_]\w*)\s*=\s*(.*?)\s*$/.exec(line) ?? [];
    return name === undefined ? [] : [[name, value.replace(/^(["'])(.*)\1$/, "$2")]];
  });
  return Object.fromEntries(lines);
}

function filledIn(value: unknown, variables: Readonly<Record<string, string>>): unknown {
  if (typeof value === "string") return fillIn(value, variables);
  if (Array.isArray(value)) return value.map((item) => filledIn(item, variables));
  if (value === null || typeof value !== "object") return value;
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, filledIn(item, variables)]));
}

function fillIn(text: string, variables: Readonly<Record<string, string>>): string {
  return text.replaceAll(
    /\$(?:(\$)|\{([A-Za-z_]\w*)(?:(:?[-+?])([^}]*))?\}|([A-Za-z_]\w*))/g,
    (_all, dollar: string | undefined, braced?: string, operator?: string, word = "", bare?: string) => {
      if (dollar !== undefined) return "$";
      const value = variables[braced ?? bare ?? ""];
      const given = value !== undefined && (value !== "" || operator?.startsWith(":") !== true);
      if (operator?.endsWith("-")) return given ? value : word;
      if (operator?.endsWith("+")) return given ? word : "";
      return value ?? "";
    },
  );
}
