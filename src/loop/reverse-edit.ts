import { placesOfLines } from "../lib/places-of-lines.ts";

/**
 * `text` without an edit whose unified diff is given: each run of lines that the edit brought is found by its words and
 * gives way to the lines it took the place of. For edits whose neighbours have changed since, where a merge gives up.
 * null where any of these runs is not there exactly once, or where the edit only took lines away, whose place is lost.
 */
export function reverseEdit(text: string, diff: string): string | null {
  let lines = text.split("\n");
  for (const { removed, added } of changesOf(diff)) {
    const places = added.length === 0 ? [] : placesOfLines(lines, added);
    const [at, ...others] = places;
    if (at === undefined || others.length > 0) return null;
    lines = lines.toSpliced(at, added.length, ...removed);
  }
  return lines.join("\n");
}

interface Change {
  removed: string[];
  added: string[];
}

/** Runs of changed lines, in order. */
function changesOf(diff: string): Change[] {
  const changes: Change[] = [];
  let open: Change | null = null;
  for (const line of bodyOf(diff)) {
    const sign = line[0];
    if (sign === "-" || sign === "+") {
      open ??= { removed: [], added: [] };
      (sign === "-" ? open.removed : open.added).push(line.slice(1));
    } else if (sign !== "\\") {
      if (open !== null) changes.push(open);
      open = null;
    }
  }
  return open === null ? changes : [...changes, open];
}

/** From the first hunk on, so that the names of files are no lines of theirs. */
function bodyOf(diff: string): string[] {
  const lines = diff.split("\n");
  const from = lines.findIndex((line) => line.startsWith("@@ "));
  return from === -1 ? [] : lines.slice(from);
}
