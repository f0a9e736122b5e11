// One session of a coding agent as a file: what it edited, which commands it gave in between and what they printed, how
// it ended.

import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { z } from "zod";
import { HarnessError } from "../../core/fault.ts";
import { writeAtomic } from "../../lib/write-atomic.ts";
import { fileText } from "../file-text.ts";
import { packObject, unpackValue } from "../pack-value.ts";
import { treeEditSchema } from "./tree-edits.ts";

/** `agent`: digest of agent.ts as sent to a box, at that moment; null where it does not parse. */
const step = z.strictObject({
  edits: z.array(treeEditSchema),
  agent: z.string().nullable(),
  command: z.enum(["benchmark", "gate", "status"]),
  /** Of benchmark: these tasks only; none: all. */
  tasks: z.array(z.string()).exactOptional(),
  /** Of gate. */
  statement: z
    .strictObject({
      fixes: z.array(z.string()).exactOptional(),
      hypothesis: z.string().exactOptional(),
      again: z.boolean().exactOptional(),
    })
    .exactOptional(),
  /** null: it failed. */
  printed: z.string().nullable(),
});
const end = z.strictObject({ edits: z.array(treeEditSchema), agent: z.string().nullable() });

const sessionSchema = z.strictObject({
  session: z.literal("of a coding agent, version 1"),
  iteration: z.int().min(1),
  codingAgent: z.string(),
  steps: z.array(step),
  /** What it did after its last command, and how it ended: with its summary, or with an error. */
  end: z.union([end.extend({ summary: z.string() }), end.extend({ failed: z.string() })]),
});

export type CodingSession = z.output<typeof sessionSchema>;
export type SessionStep = CodingSession["steps"][number];
export type SessionEnd = CodingSession["end"];

export const sessionMark: CodingSession["session"] = "of a coding agent, version 1";

export async function writeSession(
  folder: string,
  session: CodingSession,
  { secrets }: { secrets: readonly string[] },
): Promise<void> {
  await writeAtomic(sessionPath(folder, session.iteration), fileText(packObject(session, secrets)));
}

/** Throws config "session-missing" and "session-invalid". */
export async function readSession(folder: string, iteration: number): Promise<CodingSession> {
  const path = sessionPath(folder, iteration);
  const text = await readFile(path, "utf8").catch((cause: unknown) => {
    const message = `${path} can't be read: the coding agent's session of iteration ${iteration} was not kept to its end, or the file was moved. Record the night again, from its beginning`;
    throw new HarnessError({ fault: "config", code: "session-missing", message, cause });
  });
  try {
    return sessionSchema.parse(unpackValue(JSON.parse(text)));
  } catch (cause) {
    if (!(cause instanceof SyntaxError || cause instanceof z.ZodError)) throw cause;
    const why = cause instanceof z.ZodError ? z.prettifyError(cause) : cause.message;
    const message = `${path} is no coding agent's session of version 1: ${why}`;
    throw new HarnessError({ fault: "config", code: "session-invalid", message, cause });
  }
}

function sessionPath(folder: string, iteration: number): string {
  return join(folder, "coding", `it-${iteration}.json`);
}
