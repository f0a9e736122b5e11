import { readdir, readFile } from "node:fs/promises";
import { join, relative } from "node:path";
import type { TaskTexts } from "../../../core/benchmark.ts";
import type { TerminalTask } from "./load-task.ts";

/** Larger files are data rather than texts. */
const maxBytes = 256 * 1024;

/** The instruction, and the files of tests/ and solution/ that are text, those of steps too. */
export async function readTaskTexts({
  instruction,
  folder,
}: Pick<TerminalTask, "instruction" | "folder">): Promise<TaskTexts> {
  const files = await Promise.all(
    ["tests", "solution", "steps"].map(async (part) => await filesBelow(join(folder, part))),
  );
  const hidden = files.flat().filter((file) => /^(?:steps\/[^/]+\/)?(?:tests|solution)\//.test(relative(folder, file)));
  const texts = await Promise.all(hidden.map(readText));
  return { instruction, expected: texts.filter((text) => text !== null) };
}

async function filesBelow(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true }).catch((error: unknown) => {
    if (error instanceof Error && "code" in error && error.code === "ENOENT") return [];
    throw error;
  });
  const files = entries.filter((entry) => entry.isFile());
  return files.map((entry) => join(entry.parentPath, entry.name)).sort();
}

/** null for what is no text, or too long. */
async function readText(file: string): Promise<string | null> {
  const content = await readFile(file);
  if (content.byteLength > maxBytes || content.includes(0)) return null;
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(content);
  } catch {
    return null;
  }
}
