// rehearsal.toml beside a task: what the rehearsal model knows about it. It knows the task, never the agent.

import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { parse } from "smol-toml";
import { z } from "zod";
import { HarnessError } from "../../core/fault.ts";

const fileSchema = z.strictObject({
  path: z.string().startsWith("/"),
  content: z.string(),
  mode: z
    .string()
    .regex(/^[0-7]{3,4}$/)
    .optional(),
});

const regexSchema = z.string().refine(isRegex, "not a JavaScript regular expression");

const deedSchema = {
  run: z.string().min(1).optional(),
  file: fileSchema.optional(),
};

const slipSchema = z
  .strictObject({ ...deedSchema, chance: z.number().gt(0).lte(1) })
  .refine(hasOneDeed, "needs either `run` or `file`");

const stepSchema = z
  .strictObject({
    ...deedSchema,
    /** First group of each, applied to what the agent's tool returned. */
    capture: z.record(z.string(), regexSchema).default({}),
    /** What it believes where a capture fails. */
    guess: z.record(z.string(), z.string()).default({}),
    /** Done instead, with this chance. */
    slip: slipSchema.optional(),
    /** Done only by a model that was made to plan, or asked to verify its work. */
    when: z.enum(["plan", "verify"]).optional(),
  })
  .refine(hasOneDeed, "needs either `run` or `file`");

const playbookSchema = z.strictObject({ steps: z.array(stepSchema).min(1) });

export type PlaybookStep = z.output<typeof stepSchema>;
/** One thing to do: exactly one of the two is set. */
export type Deed = Pick<PlaybookStep, "run" | "file">;

export interface Playbook {
  /** The task's folder. */
  id: string;
  instruction: string;
  steps: PlaybookStep[];
}

/** Of all tasks that have one, sorted by id. Throws config "playbook-invalid" or "no-playbooks". */
export async function loadPlaybooks(dataset: string): Promise<Playbook[]> {
  const playbooks: Playbook[] = [];
  for (const id of (await readdir(dataset).catch(() => [])).sort()) {
    const text = await readFile(join(dataset, id, "rehearsal.toml"), "utf8").catch(() => null);
    if (text === null) continue;
    const instruction = await readFile(join(dataset, id, "instruction.md"), "utf8").catch(() => null);
    if (instruction === null) throw invalid(id, "there is no instruction.md beside it");
    playbooks.push({ id, instruction, steps: parsePlaybook(id, text) });
  }
  if (playbooks.length > 0) return playbooks;
  throw new HarnessError({
    fault: "config",
    code: "no-playbooks",
    message: `the rehearsal model found no <task>/rehearsal.toml in ${dataset}: use the starter dataset, or a live model`,
  });
}

export function parsePlaybook(id: string, text: string): PlaybookStep[] {
  let value: unknown;
  try {
    value = parse(text);
  } catch (error) {
    throw invalid(id, error instanceof Error ? error.message : String(error));
  }
  const result = playbookSchema.safeParse(value);
  if (!result.success) throw invalid(id, z.prettifyError(result.error));
  return result.data.steps;
}

function hasOneDeed({ run, file }: { run?: unknown; file?: unknown }): boolean {
  return (run === undefined) !== (file === undefined);
}

function isRegex(source: string): boolean {
  try {
    return new RegExp(source, "m") instanceof RegExp;
  } catch {
    return false;
  }
}

function invalid(id: string, what: string): HarnessError {
  return new HarnessError({ fault: "config", code: "playbook-invalid", message: `${id}/rehearsal.toml: ${what}` });
}
