// The texts of a program as a reader meets them: literals that are put together on the spot are one text, however many
// pieces they are written in.

import { readTokens, type Token } from "./read-tokens.ts";

export interface SourceText {
  /** `list`: literals that stand in a row, separated by commas only. */
  kind: "literal" | "list" | "regex" | "comment" | "name";
  text: string;
  /** Escapes by number, such as \x41, in a literal. */
  escapes: number;
  /** 1-based, of its first piece. */
  line: number;
}

export interface SourceTexts {
  texts: SourceText[];
  /** Without comments, literals joined. */
  tokens: Token[];
}

/** Joins `"a" + "b"`, parentheses, `"a".concat("b")`, `["a", "b"].join("-")` and `${"b"}` in a template. */
export function readTexts(source: string): SourceTexts {
  const all = readTokens(source);
  const joiner = new LiteralJoiner();
  for (const token of all) if (token.kind !== "comment") joiner.add(token);
  const { tokens } = joiner;
  const comments = all.filter(({ kind }) => kind === "comment");
  const texts = [...tokens, ...comments].flatMap((token): SourceText[] => {
    const { kind, text, line } = token;
    if (kind === "mark" || kind === "number") return [];
    return kind === "string"
      ? [{ kind: "literal", text, escapes: token.escapes, line }]
      : [{ kind, text, escapes: 0, line }];
  });
  return { texts: [...texts, ...listsOf(tokens)], tokens };
}

type StringToken = Extract<Token, { kind: "string" }>;

/** Takes tokens one by one and joins at the end of what it has. Each token is looked at a bounded number of times. */
class LiteralJoiner {
  readonly tokens: Token[] = [];
  /** Where brackets stand that are open. */
  readonly #open: number[] = [];
  /** Where the list began that this `]` closes. */
  readonly #starts = new WeakMap<Token, number>();

  add(token: Token): void {
    this.tokens.push(token);
    if (token.kind === "mark" && /^[([{]$/.test(token.text)) this.#open.push(this.tokens.length - 1);
    if (token.kind === "mark" && /^[)\]}]$/.test(token.text)) this.#close(token);
    while (this.#joinSum()) {
      // Each join makes the list shorter.
    }
  }

  #close(token: Token): void {
    const open = this.#open.pop();
    if (open === undefined) return;
    if (token.text === "]") this.#starts.set(token, open);
    if (token.text === ")") this.#joinParentheses(open);
  }

  /** `"a" + "b"`; in a template `"a" ${ "b" }$ "c"`. */
  #joinSum(): boolean {
    const [start, open, first, mark, last] = [-5, -4, -3, -2, -1].map((at) => this.tokens.at(at));
    if (last?.kind !== "string" || mark?.kind !== "mark" || first?.kind !== "string") return false;
    if (mark.text === "+") return this.#replace(-3, joined([first, last], ""));
    if (mark.text !== "}$" || open?.kind !== "mark" || open.text !== "${" || start?.kind !== "string") return false;
    return this.#replace(-5, joined([start, first, last], ""));
  }

  /** `("a")`, `"a".concat("b", "c")`, `["a", "b"].join("c")`. */
  #joinParentheses(open: number): void {
    const inside = this.#separated(open + 1, this.tokens.length - 1);
    if (inside === null) return;
    const [subject, dot, before] = [-3, -2, -1].map((at) => this.tokens[open + at]);
    const [only] = inside;
    const isMethod = before?.kind === "name" && dot?.kind === "mark" && dot.text === ".";
    if (isMethod && before.text === "concat" && subject?.kind === "string") {
      this.#replace(open - 3, joined([subject, ...inside], ""));
    } else if (isMethod && before.text === "join" && subject?.text === "]" && inside.length <= 1) {
      const start = this.#starts.get(subject) ?? open;
      const pieces = this.#separated(start + 1, open - 3) ?? [];
      if (pieces.length > 0) this.#replace(start, joined(pieces, only?.text ?? ","));
    } else if (!isCalled(before) && only !== undefined && inside.length === 1) {
      this.#replace(open, only);
    }
  }

  #replace(from: number, token: StringToken): true {
    this.tokens.splice(from, this.tokens.length, token);
    return true;
  }

  /** The strings of `"a", "b",` there; null where anything else stands between. */
  #separated(from: number, to: number): StringToken[] | null {
    const strings: StringToken[] = [];
    for (let at = from; at < to; at += 1) {
      const token = this.tokens[at];
      const isSeparator = (at - from) % 2 === 1;
      if (isSeparator ? token?.text !== "," || token.kind !== "mark" : token?.kind !== "string") return null;
      if (token?.kind === "string") strings.push(token);
    }
    return strings;
  }
}

/** What stands before a parenthesis makes it a call's. */
function isCalled(before: Token | undefined): boolean {
  if (before?.kind === "name") return !/^(?:return|await|yield|typeof|case|of|in|throw|new)$/.test(before.text);
  return before?.kind === "string" || (before?.kind === "mark" && /^(?:[)\]]|\}\$)$/.test(before.text));
}

function joined(pieces: readonly StringToken[], separator: string): StringToken {
  const text = pieces.slice(1).reduce((sum, piece) => sum + separator + piece.text, pieces[0]?.text ?? "");
  const escapes = pieces.reduce((sum, piece) => sum + piece.escapes, 0);
  return { kind: "string", text, escapes, line: pieces[0]?.line ?? 1 };
}

/** Three literals in a row at least, as one text without anything between them. */
function listsOf(tokens: readonly Token[]): SourceText[] {
  const lists: SourceText[] = [];
  let row: StringToken[] = [];
  const end = () => {
    if (row.length >= 3) lists.push({ ...joined(row, ""), kind: "list" });
    row = [];
  };
  for (const [index, token] of tokens.entries()) {
    if (token.kind === "string") row.push(token);
    const next = tokens[index + 1];
    const goesOn = token.kind === "string" ? next?.kind === "mark" && next.text === "," : next?.kind === "string";
    if (!goesOn || (token.kind !== "string" && token.text !== ",")) end();
  }
  return lists;
}
