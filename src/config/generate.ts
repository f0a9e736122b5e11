// Everything that is derived from the config's schema and the table of environment variables.

import { HarnessError } from "../core/fault.ts";
import { describeKeys, type KeyDescription } from "./describe-keys.ts";
import { renderJsonSchema } from "./render-json-schema.ts";
import { renderTable } from "./render-table.ts";
import { renderTemplate } from "./render-template.ts";
import type { ConfigTables } from "./schema.ts";
import { environmentVariables } from "./variables.ts";

export interface GeneratedFile {
  /** Relative to the repository, with forward slashes. */
  path: string;
  content: string;
}

export interface GenerateOptions {
  tables: ConfigTables;
  /** The text of a file of the repository; null when it is missing. */
  read: (path: string) => Promise<string | null>;
}

/**
 * Template, `.env.example`, JSON schema, and the pages whose marked parts are filled in. Throws config
 * "generate-marker" for an unknown or unclosed marker, or when docs/configuration.md lacks one.
 */
export async function generateFiles({ tables, read }: GenerateOptions): Promise<GeneratedFile[]> {
  const keys = describeKeys(tables);
  const parts = { "config-keys": renderKeys(keys), environment: renderVariables() };
  const files: GeneratedFile[] = [
    { path: "experiment_config.yaml.template", content: renderTemplate(tables, keys) },
    { path: ".env.example", content: renderEnvironmentExample() },
    { path: jsonSchemaFile, content: renderJsonSchema(tables) },
  ];
  for (const path of pages) {
    const text = await read(path);
    if (path === configurationPage) {
      for (const name of Object.keys(parts)) {
        if (text?.includes(`<!-- generated:${name} -->`) !== true) throw markerFault(path, `has no marker for ${name}`);
      }
    }
    if (text !== null) files.push({ path, content: fillMarkers(text, parts, path) });
  }
  return files;
}

/** Replaces what stands between `<!-- generated:NAME -->` and `<!-- /generated -->`. */
export function fillMarkers(text: string, tables: Readonly<Record<string, string>>, path: string): string {
  const opened = text.match(/<!-- generated:/g)?.length ?? 0;
  let filled = 0;
  const result = text.replace(
    /<!-- generated:([\w-]+) -->(?:(?!<!-- generated:)[\s\S])*?<!-- \/generated -->/g,
    (_, name: string) => {
      if (!Object.hasOwn(tables, name)) throw markerFault(path, `has a marker for ${name}, which nothing generates`);
      filled += 1;
      return `<!-- generated:${name} -->\n\n${tables[name] ?? ""}\n<!-- /generated -->`;
    },
  );
  if (filled !== opened) throw markerFault(path, "has a marker that is not closed by <!-- /generated -->");
  return result;
}

export const jsonSchemaFile = "docs/experiment-config.schema.json";
const configurationPage = "docs/configuration.md";
const pages = [configurationPage, "README.md"];

function renderKeys(keys: readonly KeyDescription[]): string {
  const rows = new Map<string, { cells: [string, string, string, string]; benchmarks: string[] }>();
  for (const { key, benchmark, expected, required, fallback, description } of keys) {
    const standard = required ? "required" : fallback === undefined ? "" : `\`${fallback}\``;
    const cells: [string, string, string, string] = [`\`${key}\``, expected, standard, description];
    const row = rows.get(cells.join("\n")) ?? { cells, benchmarks: [] };
    rows.set(cells.join("\n"), row);
    if (benchmark !== null) row.benchmarks.push(`\`${benchmark}\``);
  }
  return renderTable(
    ["key", "only with", "value", "default", "meaning"],
    [...rows.values()].map(({ cells: [key, ...others], benchmarks }) => [key, benchmarks.join(", "), ...others]),
  );
}

function renderVariables(): string {
  const rows = environmentVariables.map(({ name, description, inFile }) => [
    `\`${name}\``,
    inFile ? "yes" : "no",
    description,
  ]);
  return renderTable(["variable", "read from `.env`", "meaning"], rows);
}

function renderEnvironmentExample(): string {
  const parts = environmentVariables
    .filter(({ inFile }) => inFile)
    .map(({ name, description }) => `# ${description}\n# ${name}=\n`);
  const intro = "# Copy to .env (git ignores it) and fill in the keys of the models you use. Keys stay on the host.\n";
  return [intro, ...parts].join("\n");
}

function markerFault(path: string, problem: string): HarnessError {
  return new HarnessError({ fault: "config", code: "generate-marker", message: `${path} ${problem}.` });
}
