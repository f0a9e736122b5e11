import { readFile } from "node:fs/promises";
import { taskFault } from "./task-toml.ts";

/** Throws config "task-invalid" where it can't be read. */
export async function readRequired(file: string): Promise<string> {
  try {
    return await readFile(file, "utf8");
  } catch {
    throw taskFault(file, "is missing or can't be read");
  }
}
