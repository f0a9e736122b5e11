import { z } from "zod";
import { type ConfigTables, ownSchemas, sectionsOf } from "./schema.ts";

export interface KeyDescription {
  key: string;
  /** The only benchmark it may be used with; null for common keys. A key that two have is there for each. */
  benchmark: string | null;
  /** The owner: a name of sectionsOf, or the benchmark. */
  section: string;
  description: string;
  /** What a value looks like, in words. */
  expected: string;
  /** The values there are, where they are names. */
  choices: readonly string[];
  required: boolean;
  /** As it would be written; undefined when there is none. */
  fallback: string | undefined;
  example: unknown;
}

/** The common keys in the order of the sections, then those of each benchmark, the required ones first. */
export function describeKeys(tables: ConfigTables): KeyDescription[] {
  const common = Object.entries(sectionsOf(tables)).flatMap(([section, schema]) =>
    describeSchema(schema).map((key) => ({ ...key, section, benchmark: null })),
  );
  const own = Object.keys(tables.benchmarks).flatMap((benchmark) => {
    const { options, user } = ownSchemas(benchmark, tables);
    const keys = [options, user].flatMap((schema) => (schema === null ? [] : describeSchema(schema)));
    const ordered = [...keys.filter(({ required }) => required), ...keys.filter(({ required }) => !required)];
    return ordered.map((key) => ({ ...key, section: benchmark, benchmark }));
  });
  return [...common, ...own];
}

/** Throws (a bug) when a key has no description. */
function describeSchema(schema: z.ZodObject): Array<Omit<KeyDescription, "section" | "benchmark">> {
  const json = jsonNode.parse(z.toJSONSchema(schema, { io: "input", target: "draft-7" }));
  return Object.entries(json.properties ?? {}).map(([key, node]) => {
    if (node.description === undefined) throw new Error(`the config key ${key} has no description`);
    return {
      key,
      description: node.description,
      expected: expectedOf(node),
      choices: node.enum?.map(String) ?? [],
      required: json.required?.includes(key) ?? false,
      fallback: node.default === undefined ? undefined : String(node.default),
      example: node.examples?.[0] ?? node.default,
    };
  });
}

interface JsonNode {
  type?: string | undefined;
  description?: string | undefined;
  default?: unknown;
  examples?: unknown[] | undefined;
  enum?: unknown[] | undefined;
  const?: unknown;
  minimum?: number | undefined;
  exclusiveMinimum?: number | undefined;
  maximum?: number | undefined;
  exclusiveMaximum?: number | undefined;
  required?: string[] | undefined;
  properties?: Record<string, JsonNode> | undefined;
}

const jsonNode: z.ZodType<JsonNode> = z.lazy(() =>
  z.object({
    type: z.string().optional(),
    description: z.string().optional(),
    default: z.unknown().optional(),
    examples: z.array(z.unknown()).optional(),
    enum: z.array(z.unknown()).optional(),
    const: z.unknown().optional(),
    minimum: z.number().optional(),
    exclusiveMinimum: z.number().optional(),
    maximum: z.number().optional(),
    exclusiveMaximum: z.number().optional(),
    required: z.array(z.string()).optional(),
    properties: z.record(z.string(), jsonNode).optional(),
  }),
);

function expectedOf(node: JsonNode): string {
  const choices = node.enum ?? (node.const === undefined ? undefined : [node.const]);
  if (choices !== undefined) return choices.map((choice) => `\`${String(choice)}\``).join(", ");
  if (node.type === "boolean") return "`true`, `false`";
  if (node.type === "array") return "list";
  if (node.type === "object") return "map";
  if (node.type !== "number" && node.type !== "integer") return "text";
  const kind = node.type === "integer" ? "whole number" : "number";
  const bounds = [
    node.minimum === undefined ? "" : `from ${node.minimum}`,
    node.exclusiveMinimum === undefined ? "" : `above ${node.exclusiveMinimum}`,
    node.maximum === undefined || node.maximum === Number.MAX_SAFE_INTEGER ? "" : `to ${node.maximum}`,
    node.exclusiveMaximum === undefined ? "" : `below ${node.exclusiveMaximum}`,
  ];
  return [kind, ...bounds].filter(Boolean).join(" ");
}
