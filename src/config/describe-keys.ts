import { z } from "zod";
import { type ConfigNames, configSections } from "./schema.ts";

export interface KeyDescription {
  key: string;
  /** The owner: a name of configSections. */
  section: string;
  description: string;
  /** What a value looks like, in words. */
  expected: string;
  required: boolean;
  /** As it would be written; undefined when there is none. */
  fallback: string | undefined;
  example: unknown;
}

/** Every key in the order of the sections. Throws (a bug) when a key has no description. */
export function describeKeys(names: ConfigNames): KeyDescription[] {
  return Object.entries(configSections(names)).flatMap(([section, schema]) => {
    const json = jsonNode.parse(z.toJSONSchema(schema, { io: "input", target: "draft-7" }));
    return Object.entries(json.properties ?? {}).map(([key, node]) => {
      if (node.description === undefined) throw new Error(`the config key ${key} has no description`);
      return {
        key,
        section,
        description: node.description,
        expected: expectedOf(node),
        required: json.required?.includes(key) ?? false,
        fallback: node.default === undefined ? undefined : String(node.default),
        example: node.examples?.[0] ?? node.default,
      };
    });
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
