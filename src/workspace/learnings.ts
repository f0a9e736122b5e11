import { mkdir, writeFile } from "node:fs/promises";
import { dirname } from "node:path";

/** Makes learnings.md with its header; whatever is there already stays. Says whether it was made. */
export async function createLearnings(path: string): Promise<boolean> {
  await mkdir(dirname(path), { recursive: true });
  try {
    await writeFile(path, learningsHeader, { flag: "wx" });
    return true;
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === "EEXIST") return false;
    throw error;
  }
}

export interface LearningsEntry {
  iteration: number;
  /** As recorded before and measured now, 0..1; the heading shows two decimals. */
  before: number;
  after: number;
  accepted: boolean;
  /** One sentence. */
  whatChanged: string;
  /** The failure mode that was confirmed. */
  patternConfirmed: string;
  /** Specifics. */
  whatWorked: string;
  /** "none" when nothing is needed. */
  needsFromHuman: string;
}

/** One entry as Markdown, with a blank line before it so that it can be appended as it is. */
export function formatLearningsEntry(entry: LearningsEntry): string {
  const scores = `${entry.before.toFixed(2)} → ${entry.after.toFixed(2)}`;
  return `
## Iteration ${entry.iteration} — val_score: ${scores} ${entry.accepted ? "✓" : "✗"}

**What changed:** ${entry.whatChanged}

**Pattern confirmed:** ${entry.patternConfirmed}

**What worked / didn't work:** ${entry.whatWorked}

**Needs from human:** ${entry.needsFromHuman}
`;
}

const learningsHeader = `# Learnings

The coding agent's log: one entry after every iteration, also after a rejected one. Newest last.
`;
