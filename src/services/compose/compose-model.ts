// A compose file as far as we look into it: everything beyond stays as it is written.

import { z } from "zod";

const table = z.record(z.string(), z.unknown());

const service = z.looseObject({});
const model = z.looseObject({
  services: z
    .record(
      z.string(),
      service.nullable().transform((value) => value ?? {}),
    )
    .default({}),
  volumes: z.record(z.string(), table.nullable()).nullish(),
  networks: z.record(z.string(), table.nullable()).nullish(),
  configs: z.record(z.string(), table.nullable()).nullish(),
  secrets: z.record(z.string(), table.nullable()).nullish(),
});

export type ComposeService = z.output<typeof service>;
export type ComposeModel = z.output<typeof model>;

/** Throws ZodError. */
export function parseComposeModel(value: unknown): ComposeModel {
  return model.parse(value ?? {});
}

/** Of what is a list of `KEY=value`, or a table; a key without a value has none. */
export function pairsOf(value: unknown): Record<string, string> {
  if (Array.isArray(value)) {
    const entries = value.map((line): [string, string | undefined] => {
      const [key = "", ...rest] = String(line).split("=");
      return [key, rest.length === 0 ? undefined : rest.join("=")];
    });
    return Object.fromEntries(entries.flatMap(([key, text]) => (text === undefined ? [] : [[key, text]])));
  }
  if (value === null || typeof value !== "object") return {};
  return Object.fromEntries(
    Object.entries(value).flatMap(([key, text]) => (text === null ? [] : [[key, String(text)]])),
  );
}

export function listOf(value: unknown): unknown[] {
  if (value === undefined || value === null) return [];
  return Array.isArray(value) ? value : [value];
}

export function tableOf(value: unknown): Record<string, unknown> {
  return value !== null && typeof value === "object" && !Array.isArray(value) ? { ...value } : {};
}
