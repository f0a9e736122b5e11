import { z } from "zod";
import { type ConfigTables, commonFileSchema, keyOwners, ownSchemas } from "./schema.ts";

/**
 * Draft 7. The keys of benchmarks are let through as such and described per benchmark in an if/then: editors then
 * complete those of the benchmark the file names and mark those of the others.
 */
export function renderJsonSchema(tables: ConfigTables): string {
  const { properties, ...common } = toJson(commonFileSchema(tables));
  const ownKeys = [...keyOwners(tables).keys()];
  const schema = {
    title: "experiment_config.yaml",
    ...common,
    properties: { ...properties, ...Object.fromEntries(ownKeys.map((key) => [key, true])) },
    allOf: Object.keys(tables.benchmarks).map((name) => renderBranch(name, ownKeys, tables)),
  };
  const text = JSON.stringify(schema, null, 2);
  const joined = text.replace(/^( *)(.*)\[\s+([^[\]{}]*?)\s+\]/gm, joinShortList);
  return `${joined.replace(/^( *)(.*)\[\n\s+(\[[^\n]*\])\n\s+\]/gm, joinShortList)}\n`;
}

function renderBranch(name: string, ownKeys: readonly string[], tables: ConfigTables) {
  const { options, user } = ownSchemas(name, tables);
  const { properties = {}, required = [] } = toJson(z.strictObject({ ...options.shape, ...user?.shape }));
  const others = ownKeys.filter((key) => !Object.hasOwn(properties, key));
  return {
    if: { properties: { benchmark: { const: name } }, required: ["benchmark"] },
    // biome-ignore lint/suspicious/noThenProperty: a word of JSON schema
    then: {
      properties: { ...properties, ...Object.fromEntries(others.map((key) => [key, false])) },
      ...(required.length === 0 ? {} : { required }),
    },
  };
}

/** The repository's formatter puts a list of plain values on one line where it fits. */
function joinShortList(list: string, indent: string, start: string, values: string): string {
  const line = `${indent}${start}[${values.replace(/\s*\n\s*/g, " ")}]`;
  return line.length < 120 ? line : list;
}

function toJson(schema: z.ZodObject) {
  return z.toJSONSchema(schema, { io: "input", target: "draft-7" });
}
