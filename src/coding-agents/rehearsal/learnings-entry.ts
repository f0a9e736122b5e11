/** Of one iteration; the format of workspace/learnings.md. */
export interface EntryOptions {
  iteration: number;
  /** What the gate printed; null when it was not asked. */
  verdict: string | null;
  whatChanged: string;
  pattern: string;
}

/** With the figures of the verdict; a dash where it gave none. */
export function learningsEntry({ iteration, verdict, whatChanged, pattern }: EntryOptions): string {
  const [, word = ""] = /\b(ACCEPTED|REJECTED|INCONCLUSIVE)\b/i.exec(verdict ?? "") ?? [];
  const [, before, after] = /(?:(\d\.\d+)\s*(?:->|→)\s*)?(\d\.\d+) on the test split/.exec(verdict ?? "") ?? [];
  const mark = /^accepted$/i.test(word) ? " ✓" : word === "" ? "" : " ✗";
  const worked = verdict === null ? "not judged yet: the gate is left to the harness" : lastLine(verdict);
  return `
## Iteration ${iteration} — val_score: ${score(before)} → ${score(after)}${mark}

**What changed:** ${whatChanged}

**Pattern confirmed:** ${pattern}

**What worked / didn't work:** ${worked}

**Needs from human:** none
`;
}

function score(text: string | undefined): string {
  return text === undefined ? "–" : Number(text).toFixed(2);
}

function lastLine(text: string): string {
  return text.trim().split("\n").at(-1)?.trim() ?? "";
}
