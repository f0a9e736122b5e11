// gate/1 as it is spoken: one JSON object per line in, one out; no state between lines, no task is ever run.

import { z } from "zod";
import { decideDefault } from "./decide.ts";
import { pValues } from "./exact-test.ts";
import { promotion } from "./promotion-step.ts";
import { defaultRequest, promoteRequest, pvalueRequest, strictSeedRequest } from "./protocol.ts";
import { decideStrictSeed } from "./strict-seed.ts";

/** Answers one line; a line that can't be read is answered with what is wrong with it. Never throws. */
export function answerLine(line: string): string {
  let value: unknown;
  let id: string | undefined;
  try {
    value = JSON.parse(line);
    // What is nested too deeply to be written again is not read either.
    id = value !== null && typeof value === "object" && "id" in value ? JSON.stringify(value.id) : undefined;
  } catch (error) {
    return JSON.stringify({ action: "error", error: `not JSON: ${error instanceof Error ? error.message : error}` });
  }
  const answered = JSON.stringify(answer(value));
  return id === undefined ? answered : `{"id":${id},${answered.slice(1)}`;
}

function answer(value: unknown): object {
  const { op, mode = "default" } =
    value !== null && typeof value === "object" ? (value as Record<string, unknown>) : {};
  if (op === "pvalue") return answered(pvalueRequest, value, ({ strata }) => pValues(strata));
  if (op === "promote") return answered(promoteRequest, value, promotion);
  if (op === "decide" && mode === "strict-seed") return answered(strictSeedRequest, value, decideStrictSeed);
  if (op === "decide" && mode === "default") return answered(defaultRequest, value, decideDefault);
  return answered(known, value, () => ({}));
}

/** Of a request whose operation is not known: says what is. */
const known = z.object({
  op: z.enum(["decide", "pvalue", "promote"]),
  mode: z.enum(["default", "strict-seed"]).optional(),
});

function answered<Schema extends z.ZodType>(
  schema: Schema,
  value: unknown,
  decide: (request: z.output<Schema>) => object,
): object {
  const parsed = schema.safeParse(value);
  return parsed.success ? decide(parsed.data) : { action: "error", error: z.prettifyError(parsed.error) };
}
