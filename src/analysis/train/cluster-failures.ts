// Failures that look alike: the same end, and nearly the same words of the verifier.

import type { Ending } from "./ending.ts";
import { endingWords } from "./ending.ts";
import type { Saying } from "./verifier-says.ts";

export interface Failure {
  task: string;
  ending: Ending;
  saying: Saying;
}

export interface Cluster {
  /** How they ended, in words. */
  end: string;
  /** What the verifier said of the first of them. */
  says: string[];
  tasks: string[];
}

/** Words that two sayings must share to be one, 0..1. */
const alikeAtLeast = 0.6;

/** The largest first. The same failures in any order give the same clusters. */
export function clusterFailures(failures: readonly Failure[]): Cluster[] {
  const clusters: Array<Cluster & { words: Set<string> }> = [];
  for (const { task, ending, saying } of failures.toSorted((a, b) => compare(a.task, b.task))) {
    const end = endingWords(ending);
    // A crash is known by what was thrown; what the verifier finds afterwards is its consequence.
    const words = wordsOf(ending.kind === "crashed" ? [ending.detail.replaceAll(/\d+/g, "")] : saying.masked);
    const own = clusters.find((cluster) => cluster.end === end && alike(cluster.words, words) >= alikeAtLeast);
    if (own !== undefined) own.tasks.push(task);
    else {
      const says = ending.kind === "crashed" && ending.detail !== "" ? [ending.detail] : saying.lines;
      clusters.push({ end, says: [...says], tasks: [task], words });
    }
  }
  return clusters
    .map(({ words: _words, ...cluster }) => cluster)
    .sort((a, b) => b.tasks.length - a.tasks.length || compare(a.end, b.end) || compare(a.tasks[0], b.tasks[0]));
}

function wordsOf(lines: readonly string[]): Set<string> {
  return new Set(lines.flatMap((line) => line.toLowerCase().match(/[\p{L}_]{2,}|<\w+>/gu) ?? []));
}

/** 1 for two that say nothing. */
function alike(one: ReadonlySet<string>, other: ReadonlySet<string>): number {
  if (one.size === 0 && other.size === 0) return 1;
  const common = [...one].filter((word) => other.has(word)).length;
  return common / (one.size + other.size - common);
}

function compare(a = "", b = ""): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
