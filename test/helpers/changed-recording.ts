import { cp, readFile, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { expect } from "vitest";

/** `folder`/changed, made anew: a copy of the recording in which something is different. Gives its name. */
export async function changedRecording(
  { recording, folder }: { recording: string; folder: string },
  change: (copy: string) => Promise<void>,
): Promise<string> {
  const copy = join(folder, "changed");
  await rm(copy, { recursive: true, force: true });
  await cp(recording, copy, { recursive: true });
  await change(copy);
  return "changed";
}

/** Fails where nothing was replaced. */
export async function replaceIn(file: string, from: string | RegExp, to: string): Promise<void> {
  const text = await readFile(file, "utf8");
  const other = text.replace(from, to);
  expect(other).not.toBe(text);
  await writeFile(file, other);
}
