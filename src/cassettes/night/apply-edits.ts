// Does to a tree what a coding agent has done to it once.

import { chmod, link, lstat, mkdir, open, readFile, rm, symlink, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { exists } from "../../lib/exists.ts";
import { placesOfLines, standAt } from "../../lib/places-of-lines.ts";
import { textIfThere } from "../../lib/text-if-there.ts";
import { relativePaths } from "../../workspace/layout.ts";
import { firstDifference } from "../first-difference.ts";
import { diverged } from "./diverged.ts";
import type { ReplacedLines, TreeEdit } from "./tree-edits.ts";

/** More than the guard reads of a file. */
const tooLargeBytes = 33 * 1024 * 1024;

/**
 * Throws config "replay-diverged" where agent.ts is not what was edited then. In other files there may be words of
 * another version's by now: what was added to them is added at their end then.
 */
export async function applyEdits(tree: string, edits: readonly TreeEdit[], who: string): Promise<void> {
  for (const edit of edits) {
    const file = join(tree, edit.path);
    if ("old" in edit) await replaceLines(file, edit, who);
    else if ("text" in edit) await writeNew(file, edit.text);
    else await repeat(file, edit.deed, `${tree}.link`);
  }
}

async function replaceLines(file: string, edit: ReplacedLines, who: string): Promise<void> {
  const lines = ((await textIfThere(file)) ?? "").split("\n");
  const at = placeOf(edit, lines);
  if (at !== null) {
    await writeFile(file, lines.toSpliced(at, edit.old.length, ...edit.new).join("\n"));
    return;
  }
  if (edit.path === relativePaths.agentFile) {
    const before = lines.slice(0, edit.line - 1);
    const found = lines.slice(before.length, before.length + edit.old.length);
    const shown = firstDifference([...before, ...edit.old], [...before, ...found]);
    throw diverged(`${who}: ${edit.path} is not what the coding agent edited then`, shown);
  }
  await writeFile(file, `${lines.join("\n")}\n${edit.new.join("\n")}`);
}

/** The line, 0-based, at which what was replaced stands: where it stood then, else at its only place. */
function placeOf({ line, old }: ReplacedLines, lines: readonly string[]): number | null {
  if (standAt(lines, line - 1, old)) return line - 1;
  const [place, ...others] = placesOfLines(lines, old);
  return others.length > 0 ? null : (place ?? null);
}

async function writeNew(file: string, text: string): Promise<void> {
  await mkdir(dirname(file), { recursive: true });
  await writeFile(file, text);
}

async function repeat(file: string, deed: Extract<TreeEdit, { deed: string }>["deed"], beside: string): Promise<void> {
  switch (deed) {
    case "added":
    case "changed":
      await writeNew(file, (await exists(file)) ? `${await readFile(file, "utf8")}\n` : "");
      return;
    case "folder":
      await mkdir(file, { recursive: true });
      return;
    case "removed":
      await rm(file, { recursive: true, force: true });
      return;
    case "mode":
      await chmod(file, ((await lstat(file)).mode & 0o7777) ^ 0o100);
      return;
    case "kind":
      await rm(file, { recursive: true, force: true });
      await symlink("nowhere", file);
      return;
    case "link": {
      const linked = (await lstat(file)).isSymbolicLink();
      if (!linked) await rm(beside, { force: true });
      if (!linked) return await link(file, beside);
      await rm(file);
      await symlink("elsewhere", file);
      return;
    }
    case "too-large": {
      await using large = await open(file, "r+");
      await large.truncate(tooLargeBytes);
    }
  }
}
