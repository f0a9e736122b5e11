// How like two edits are, whatever they were made to: what they put in (or, where they put in nothing, what they take
// away), as pairs of words that follow each other.

export interface MadeEdit {
  /** Both without comments and in one layout. */
  before: string;
  after: string;
}

/** 0..1: the pairs that both have in common, of all pairs of both; 0 where one of them changes nothing. */
export function editLikeness(one: MadeEdit, other: MadeEdit): number {
  const [first, second] = [pairsOf(one), pairsOf(other)];
  if (first.length === 0 || second.length === 0) return 0;
  const common = first.length - less(first, second).length;
  return common / (first.length + second.length - common);
}

function pairsOf({ before, after }: MadeEdit): string[] {
  const [old, young] = [linesOf(before), linesOf(after)];
  const added = pairs("+", less(young, old));
  return added.length > 0 ? added : pairs("-", less(old, young));
}

function linesOf(text: string): string[] {
  return text
    .split("\n")
    .map((line) => line.trim())
    .filter((line) => line !== "");
}

/** What is in the one more often than in the other, in order. */
function less(texts: readonly string[], others: readonly string[]): string[] {
  const left = new Map<string, number>();
  for (const text of others) left.set(text, (left.get(text) ?? 0) + 1);
  return texts.filter((text) => {
    const count = left.get(text) ?? 0;
    left.set(text, count - 1);
    return count <= 0;
  });
}

function pairs(side: "-" | "+", lines: readonly string[]): string[] {
  const words = lines.flatMap((line) => line.match(/[\p{L}\p{N}_$]+|[^\s\p{L}\p{N}_$]/gu) ?? []);
  return words.map((word, at) => `${side} ${word} ${words[at + 1] ?? ""}`);
}
