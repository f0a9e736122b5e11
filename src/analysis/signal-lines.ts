import type { KnownTask } from "./finding.ts";
import type { CodingAgentSignal } from "./for-coding-agent.ts";
import type { Signal } from "./static-signals.ts";

/** A file that is all signals is said to be one, and still fits a screen. */
const linesAtMost = 40;

/**
 * For a person: one line also where there is none, with what was searched for; then every new signal with its place. Of
 * old ones the number.
 */
export function personLines(signals: readonly Signal[], tasks: readonly KnownTask[]): string[] {
  const news = signals.filter(({ isNew }) => isNew);
  const old = signals.length - news.length;
  const known = old === 0 ? "" : `, ${old} more that the incumbent has too`;
  const told = tasks.filter(({ instruction }) => instruction !== undefined).length;
  const expected = tasks.filter(({ expected }) => expected !== undefined).length;
  const searched = `${tasks.length} tasks by name, ${told} by instruction, ${expected} by what they expect`;
  return [
    `[gate] step 0  signals: ${news.length === 0 ? "none" : news.length} new${known} (searched: ${searched})`,
    ...news
      .slice(0, linesAtMost)
      .map(({ kind, line, detail, excerpt }) => `[gate]         agent.ts:${line} ${kind}: ${detail}  | ${excerpt}`),
    ...(news.length > linesAtMost ? [`[gate]         and ${news.length - linesAtMost} more`] : []),
  ];
}

/** For the coding agent, and for whatever it may read. */
export function codingAgentLine(signals: readonly CodingAgentSignal[]): string {
  const counts = signals.map(({ kind, count }) => `${kind} ${count}`).join(", ");
  return `[gate] step 0  signals: ${counts || "none"}${counts === "" ? "" : " (a person will look at them)"}`;
}
