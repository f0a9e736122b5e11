// quarantine.yaml: tasks that are left out, and why; kept beside a dataset or a config, by hand or by a check.

import { join } from "node:path";
import { Document, parseDocument, YAMLMap } from "yaml";
import { z } from "zod";
import { HarnessError } from "../core/fault.ts";
import { textIfThere } from "./text-if-there.ts";

export const quarantineFile = "quarantine.yaml";

const header =
  " Tasks that are left out, and why: a name and a reason each. auto-harness check --write keeps those that it refuses here.";

const schema = z.record(z.string(), z.string().min(1)).nullable();

/** Reasons by task; empty where there is no such file. Throws config "quarantine-invalid". */
export async function readQuarantine(folder: string): Promise<Map<string, string>> {
  const text = await textIfThere(join(folder, quarantineFile));
  return text === null ? new Map() : reasonsIn(parsed(text, folder), folder);
}

/**
 * The file's next text: `refused` are in it with their reasons, `admitted` are not, others and comments stay. null
 * where there was no file and none is needed.
 */
export async function nextQuarantine(
  folder: string,
  { refused, admitted }: { refused: ReadonlyMap<string, string>; admitted: readonly string[] },
): Promise<string | null> {
  const text = await textIfThere(join(folder, quarantineFile));
  if (text === null && refused.size === 0) return null;
  const document: Document = text === null ? new Document({}) : parsed(text, folder);
  const before = reasonsIn(document, folder);
  if (text === null) document.commentBefore = header;
  // A file of comments alone has no map yet.
  if (document.contents === null) document.contents = new YAMLMap();
  for (const task of admitted) if (before.has(task)) document.delete(task);
  for (const [task, reason] of refused) document.set(task, reason);
  return document.toString({ lineWidth: 0 });
}

function parsed(text: string, folder: string): Document {
  const document: Document = parseDocument(text);
  const [error] = document.errors;
  if (error !== undefined) throw invalid(folder, error.message);
  return document;
}

function reasonsIn(document: { toJS(): unknown }, folder: string): Map<string, string> {
  const reasons = schema.safeParse(document.toJS());
  if (!reasons.success) throw invalid(folder, z.prettifyError(reasons.error));
  return new Map(Object.entries(reasons.data ?? {}));
}

function invalid(folder: string, why: string): HarnessError {
  return new HarnessError({
    fault: "config",
    code: "quarantine-invalid",
    message: `${join(folder, quarantineFile)}: expected a task's name and a reason on each line, such as \`some-task: its verifier is flaky\`: ${why}`,
  });
}
