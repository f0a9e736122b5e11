/** Tokens in a row from which an answer counts as quoting: a phrase of the labelled ambiguities is shorter. */
export const quotingRun = 10;

/** The longest run of tokens that stands in both texts, in tokens; words, numbers and operators, case aside. */
export function longestSharedRun(a: string, b: string): number {
  const left = tokensOf(a);
  const right = tokensOf(b);
  let longest = 0;
  let above = new Uint32Array(right.length + 1);
  for (const token of left) {
    const row = new Uint32Array(right.length + 1);
    right.forEach((other, index) => {
      if (token !== other) return;
      const run = (above[index] ?? 0) + 1;
      row[index + 1] = run;
      if (run > longest) longest = run;
    });
    above = row;
  }
  return longest;
}

/** Bounded, as an answer of 1,024 tokens and any gold are. */
const maxTokens = 4000;

function tokensOf(text: string): string[] {
  const tokens = text.toLowerCase().match(/[\p{L}\p{N}_]+|[<>=!:|&~@#^?+*/%-]+|[^\s\p{L}\p{N}_]/gu) ?? [];
  return tokens.slice(0, maxTokens);
}
