// A folder of cassettes: agents/<digest>.js, train/ and TEST/ with one file a trial.

import { readdir, readFile } from "node:fs/promises";
import { join, relative } from "node:path";
import { z } from "zod";
import { HarnessError } from "../core/fault.ts";
import type { TrialKeyParts } from "../core/trial.ts";
import { redact } from "../lib/redact.ts";
import { writeAtomic } from "../lib/write-atomic.ts";
import { safeName } from "../workspace/safe-name.ts";
import type { Cassette, CassetteSplit } from "./cassette.ts";
import { cassetteText, parseCassette } from "./cassette-text.ts";
import { checkAnswers } from "./replay-trial.ts";

/** Test trials stand apart, under a name that nobody overlooks. */
const splitFolders: Readonly<Record<CassetteSplit, string>> = { train: "train", test: "TEST" };

export type CassetteName = Pick<TrialKeyParts, "task" | "step" | "decision" | "index" | "agent">;

export interface StoredCassette {
  /** Relative to the folder. */
  file: string;
  cassette: Cassette;
}

/** Returns the file's name in the folder. The same trial of the same agent is the same file. */
export async function writeCassette(
  folder: string,
  { cassette, code, secrets }: { cassette: Cassette; code: string; secrets: readonly string[] },
): Promise<string> {
  const { parts, split } = cassette;
  const file = cassetteFile(parts, split);
  await writeAtomic(agentPath(folder, parts.agent), redact(code, secrets));
  await writeAtomic(join(folder, file), cassetteText(cassette, { secrets }), split === "test" ? 0o600 : 0o644);
  return file;
}

/** Where a trial's cassette is, relative to the folder, with forward slashes. */
export function cassetteFile(parts: CassetteName, split: CassetteSplit): string {
  const { step, decision, index, agent } = parts;
  const name = [step, ...(decision === "" ? [] : [decision]), index + 1, agent.slice(0, 8)].join(".");
  return [splitFolders[split], safeName(parts.task), `${name}.json`].join("/");
}

/** In the order of their names. Throws config "no-cassettes" and "cassette-invalid". */
export async function readCassettes(folder: string): Promise<StoredCassette[]> {
  const files = await Promise.all(
    Object.values(splitFolders).map(async (split) => await listJson(join(folder, split))),
  );
  const found = files.flat().map((file) => relative(folder, file));
  if (found.length === 0) {
    const message = `${folder} holds no cassettes (train/ or TEST/ with .json files); record some with --record ${folder}`;
    throw new HarnessError({ fault: "config", code: "no-cassettes", message });
  }
  return await Promise.all(found.map(async (file) => ({ file, cassette: await readCassette(join(folder, file)) })));
}

/** The code of the agent that was recorded. Throws config "cassette-agent-missing". */
export async function readRecordedAgent(folder: string, { agent }: TrialKeyParts): Promise<string> {
  const path = agentPath(folder, agent);
  try {
    return await readFile(path, "utf8");
  } catch (cause) {
    const message = `${path}, the agent that was recorded, can't be read; replay another one with --agent agent/agent.ts`;
    throw new HarnessError({ fault: "config", code: "cassette-agent-missing", message, cause });
  }
}

/** Throws config "cassette-missing" and "cassette-invalid". */
export async function readCassette(path: string): Promise<Cassette> {
  const source = await readFile(path, "utf8").catch((cause: unknown) => {
    const message = `${path} can't be read: it was recorded and is not there; bring it back, or record again`;
    throw new HarnessError({ fault: "config", code: "cassette-missing", message, cause });
  });
  let cassette: Cassette;
  try {
    cassette = parseCassette(source);
  } catch (cause) {
    if (!(cause instanceof SyntaxError || cause instanceof z.ZodError)) throw cause;
    const why = cause instanceof z.ZodError ? z.prettifyError(cause) : cause.message;
    const message = `${path} is no cassette of version 1: ${why}`;
    throw new HarnessError({ fault: "config", code: "cassette-invalid", message, cause });
  }
  checkAnswers(cassette, path);
  return cassette;
}

async function listJson(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true }).catch((error: unknown) => {
    if (error instanceof Error && "code" in error && error.code === "ENOENT") return [];
    throw error;
  });
  const files = entries.filter((entry) => entry.isFile() && entry.name.endsWith(".json"));
  return files.map((entry) => join(entry.parentPath, entry.name)).sort();
}

function agentPath(folder: string, digest: string): string {
  return join(folder, "agents", `${digest.slice(0, 16)}.js`);
}
