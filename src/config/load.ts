// Defaults < file < flags.

import { readFile } from "node:fs/promises";
import { isMap, LineCounter, parseDocument } from "yaml";
import { HarnessError } from "../core/fault.ts";
import { checkConfig } from "./check-config.ts";
import type { ConfigProblem } from "./describe-issue.ts";
import type { BenchmarkKeys, Config, ConfigTables } from "./schema.ts";

export interface LoadConfigOptions {
  /** experiment_config.yaml. */
  file: string;
  /** Values of flags by config key; undefined means that the flag was not given. */
  overrides?: Readonly<Record<string, unknown>>;
  tables: ConfigTables;
  /** The benchmark of a file of the person's own, by its path as the config has it. Left out: there are none. */
  ownBenchmark?: (path: string) => Promise<BenchmarkKeys>;
}

/**
 * The config of a file; null when there is none. Throws config "config-invalid" that lists every problem with key,
 * line and what was expected (`context.problems`), and "config-unreadable".
 */
export async function loadConfig(options: LoadConfigOptions): Promise<Config | null> {
  const { file, overrides = {}, tables, ownBenchmark } = options;
  let text: string;
  try {
    text = await readFile(file, "utf8");
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === "ENOENT") return null;
    const message = `${file} can't be read: ${error instanceof Error ? error.message : String(error)}`;
    throw new HarnessError({ fault: "config", code: "config-unreadable", message, cause: error });
  }
  const own = ownBenchmark === undefined ? null : benchmarkFileIn(text);
  if (own === null || ownBenchmark === undefined) return parseConfig(text, { file, overrides, tables });
  const benchmarks = { ...tables.benchmarks, [own]: await ownBenchmark(own) };
  return parseConfig(text, { file, overrides, tables: { ...tables, benchmarks } });
}

/** `benchmark:` where it is a path: it begins with ./, ../ or /. */
function benchmarkFileIn(text: string): string | null {
  const contents: unknown = parseDocument(text.replace(/^\uFEFF/, ""), { prettyErrors: false }).toJS();
  const name = contents !== null && typeof contents === "object" && "benchmark" in contents ? contents.benchmark : null;
  return typeof name === "string" && /^\.{0,2}\//.test(name) ? name : null;
}

/** As loadConfig, from text; `file` is named in errors. An empty text is a file of defaults. */
export function parseConfig(text: string, { file, overrides = {}, tables }: LoadConfigOptions): Config {
  const lines = new LineCounter();
  const document = parseDocument(text.replace(/^\uFEFF/, ""), { lineCounter: lines, prettyErrors: false });
  const syntax = [...document.errors, ...document.warnings].map(({ message, pos }) => ({
    key: "",
    line: lines.linePos(pos[0]).line,
    message,
  }));
  if (syntax.length > 0) throw invalid(file, syntax);
  const root = document.contents;
  if (root !== null && !isMap(root) && document.toJS() !== null) {
    throw invalid(file, [{ key: "", line: 1, message: "expected lines of the form `key: value`" }]);
  }

  const lineOf = (path: readonly PropertyKey[]): number | null => {
    for (let depth = path.length; depth > 0; depth -= 1) {
      const parent: unknown = depth === 1 ? root : document.getIn(path.slice(0, depth - 1).map(toKey), true);
      const key = toKey(path[depth - 1] ?? "");
      const pair = isMap(parent) ? parent.items.find((item) => String(item.key) === String(key)) : undefined;
      const node: unknown = pair?.key ?? document.getIn(path.slice(0, depth).map(toKey), true);
      const offset = rangeStart(node);
      if (offset !== null) return lines.linePos(offset).line;
    }
    return null;
  };

  const flags = Object.fromEntries(Object.entries(overrides).filter(([, value]) => value !== undefined));
  const values = { ...(document.toJS() as Record<string, unknown> | null), ...flags };
  const { config, problems } = checkConfig(values, tables);
  if (config !== null) return config;
  const located = problems
    .map(({ path, message }) => {
      const flag = Object.hasOwn(flags, String(path[0]));
      const key = path.map(String).join(".");
      return { key, line: flag ? null : lineOf(path), message: flag ? `${message} (from a flag)` : message };
    })
    .sort((a, b) => (a.line ?? 1e9) - (b.line ?? 1e9));
  throw invalid(file, located);
}

function invalid(file: string, problems: readonly ConfigProblem[]): HarnessError {
  const lines = problems.map(({ key, line, message }) => {
    const where = line === null ? file : `${file}:${line}`;
    return `  ${where}: ${key === "" ? "" : `${key}: `}${message}`;
  });
  const count = problems.length === 1 ? "a problem" : `${problems.length} problems`;
  return new HarnessError({
    fault: "config",
    code: "config-invalid",
    message: [`The config has ${count}:`, ...lines].join("\n"),
    context: { file, problems },
  });
}

function toKey(part: PropertyKey): string | number {
  return typeof part === "symbol" ? String(part) : part;
}

function rangeStart(node: unknown): number | null {
  if (node === null || typeof node !== "object" || !("range" in node) || !Array.isArray(node.range)) return null;
  const start: unknown = node.range[0];
  return typeof start === "number" ? start : null;
}
