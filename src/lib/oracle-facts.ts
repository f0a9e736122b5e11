// verification.json: what checks have shown of reference solutions, kept beside a dataset or a config.

import { join } from "node:path";
import { z } from "zod";
import { HarnessError } from "../core/fault.ts";
import type { OracleFacts } from "../core/trial.ts";
import { jsonOrUndefined } from "./json-or-undefined.ts";
import { textIfThere } from "./text-if-there.ts";

export const oracleFactsFile = "verification.json";

const fileSchema = z.strictObject({
  version: z.literal(1),
  tasks: z.record(
    z.string(),
    z.strictObject({
      /** Of the task when it was checked: facts of another state of it are not used. */
      digest: z.string(),
      leavesProcesses: z.boolean(),
      needsBox: z.boolean(),
      changes: z.array(z.string()),
    }),
  ),
});

/** By task. */
export type KnownFacts = ReadonlyMap<string, { digest: string; facts: OracleFacts }>;

/** Empty where there is no such file. Throws config "verification-file-invalid". */
export async function readOracleFacts(folder: string): Promise<KnownFacts> {
  const file = join(folder, oracleFactsFile);
  const text = await textIfThere(file);
  if (text === null) return new Map();
  const parsed = fileSchema.safeParse(jsonOrUndefined(text));
  if (!parsed.success) {
    throw new HarnessError({
      fault: "config",
      code: "verification-file-invalid",
      message: `${file} is not what auto-harness check --write writes; remove it or write it anew: ${z.prettifyError(parsed.error)}`,
    });
  }
  return new Map(
    Object.entries(parsed.data.tasks).map(([task, { digest, ...facts }]) => [task, { digest, facts }] as const),
  );
}

/** Tasks in order, a line each, so that two versions can be compared. */
export function formatOracleFacts(known: KnownFacts): string {
  const lines = [...known]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([task, { digest, facts }]) => `    ${JSON.stringify(task)}: ${JSON.stringify({ digest, ...facts })}`);
  return `{\n  "version": 1,\n  "tasks": {\n${lines.join(",\n")}\n  }\n}\n`;
}
