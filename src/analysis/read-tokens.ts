// TypeScript as far as a search for texts needs it: literals, comments, names and marks with their lines. Nothing is
// checked: what is no program gives tokens too, and every character is read once.

export type Token =
  /** `text` without quotes, escapes resolved; of a template one token per part. `escapes` counts those by number. */
  | { kind: "string"; text: string; escapes: number; line: number }
  /** Between its slashes. */
  | { kind: "regex" | "comment" | "number" | "name"; text: string; line: number }
  /** One character; `${` and `}$` where a template is interrupted. */
  | { kind: "mark"; text: string; line: number };

/** 1-based lines. */
export function readTokens(source: string): Token[] {
  return new TokenReader(source).read();
}

/** Sticky. */
const patterns = {
  lineComment: /\/\/(.*)/y,
  comment: /\/\*([\s\S]*?)(?:\*\/|$(?![\s\S]))/y,
  regex: /\/((?:\\.|\[(?:\\.|[^\]\\\n]){0,5000}\]|[^/\\\n[]){1,20000})\/[a-z]*/y,
  number: /(\d[\w.]*)/y,
  name: /([\p{ID_Start}$_#][\p{ID_Continue}$\u200c\u200d]*)/uy,
};

/** A slash after one of these begins a regular expression. */
const beforeRegex = new Set("return typeof case in of do else void delete instanceof new throw await yield".split(" "));

class TokenReader {
  readonly #source: string;
  readonly #tokens: Token[] = [];
  /** Per open template: how many braces are open in its present interruption. */
  readonly #templates: number[] = [];
  #noRegexBefore = 0;
  #at = 0;
  #line = 1;

  constructor(source: string) {
    this.#source = source;
  }

  read(): Token[] {
    while (this.#at < this.#source.length) this.#next();
    return this.#tokens;
  }

  #next(): void {
    const char = this.#source[this.#at] ?? "";
    if (/\s/u.test(char)) this.#take(1);
    else if (this.#source.startsWith("//", this.#at)) this.#match("comment", patterns.lineComment);
    else if (this.#source.startsWith("/*", this.#at)) this.#match("comment", patterns.comment);
    else if (char === '"' || char === "'") this.#string(char);
    else if (char === "`") this.#openTemplate();
    else if (char === "/" && this.#regexMayBegin()) this.#match("regex", patterns.regex);
    else if (/\d/.test(char)) this.#match("number", patterns.number);
    else if (/[\p{ID_Start}$_#]/u.test(char)) this.#match("name", patterns.name);
    else if (char === "}" && this.#templates.at(-1) === 0) this.#closeInterruption();
    else this.#mark(char);
  }

  #mark(text: string): void {
    const open = this.#templates.at(-1);
    const change = text === "{" ? 1 : text === "}" ? -1 : 0;
    if (open !== undefined) this.#templates[this.#templates.length - 1] = open + change;
    this.#push({ kind: "mark", text, line: this.#line });
    this.#take(1);
  }

  #match(kind: "regex" | "comment" | "number" | "name", pattern: RegExp): void {
    pattern.lastIndex = this.#at;
    const found = pattern.exec(this.#source);
    if (found === null) {
      // It does not end in this line, and so nothing of the line is looked at from every slash again.
      const end = this.#source.indexOf("\n", this.#at);
      this.#noRegexBefore = end < 0 ? this.#source.length : end;
      this.#mark(this.#source[this.#at] ?? "");
      return;
    }
    this.#push({ kind, text: found[1] ?? "", line: this.#line });
    this.#take(found[0].length);
  }

  #string(quote: string): void {
    const line = this.#line;
    this.#take(1);
    const { text, escapes } = this.#content((char) => char === quote || char === "\n");
    this.#push({ kind: "string", text, escapes, line });
    if (this.#source[this.#at] === quote) this.#take(1);
  }

  #openTemplate(): void {
    this.#take(1);
    this.#templates.push(0);
    this.#templatePart();
  }

  #closeInterruption(): void {
    this.#push({ kind: "mark", text: "}$", line: this.#line });
    this.#take(1);
    this.#templatePart();
  }

  #templatePart(): void {
    const line = this.#line;
    const { text, escapes } = this.#content((char, next) => char === "`" || (char === "$" && next === "{"));
    this.#push({ kind: "string", text, escapes, line });
    if (this.#source[this.#at] === "$") {
      this.#push({ kind: "mark", text: "${", line: this.#line });
      this.#take(2);
      return;
    }
    this.#templates.pop();
    this.#take(1);
  }

  /** Up to where `ends` says so, or the end of the source. */
  #content(ends: (char: string, next: string | undefined) => boolean): { text: string; escapes: number } {
    let text = "";
    let escapes = 0;
    while (this.#at < this.#source.length) {
      const char = this.#source[this.#at] ?? "";
      if (char !== "\\") {
        if (ends(char, this.#source[this.#at + 1])) break;
        text += char;
        this.#take(1);
        continue;
      }
      const resolved = readEscape(this.#source, this.#at);
      if (resolved.numeric) escapes += 1;
      text += resolved.text;
      this.#take(resolved.length);
    }
    return { text, escapes };
  }

  #regexMayBegin(): boolean {
    if (this.#at < this.#noRegexBefore) return false;
    const before = this.#tokens.findLast(({ kind }) => kind !== "comment");
    if (before === undefined) return true;
    if (before.kind === "mark") return !/^(?:[)\]}]|\}\$)$/.test(before.text);
    return before.kind === "name" && beforeRegex.has(before.text);
  }

  #push(token: Token): void {
    this.#tokens.push(token);
  }

  #take(count: number): void {
    for (let index = 0; index < count; index += 1) if (this.#source[this.#at + index] === "\n") this.#line += 1;
    this.#at += count;
  }
}

const named: Readonly<Record<string, string>> = { n: "\n", t: "\t", r: "\r", b: "\b", f: "\f", v: "\v", "\n": "" };

/** The escape that begins with the backslash at `at`. */
function readEscape(source: string, at: number): { text: string; length: number; numeric: boolean } {
  const pattern = /\\(?:x([\da-fA-F]{2})|u([\da-fA-F]{4})|u\{([\da-fA-F]{1,6})\}|([0-7]{1,3}))/y;
  pattern.lastIndex = at;
  const found = pattern.exec(source);
  if (found !== null) {
    const [whole, byte, unit, point, octal] = found;
    const code = octal === undefined ? Number.parseInt(byte ?? unit ?? point ?? "0", 16) : Number.parseInt(octal, 8);
    return { text: code > 0x10ffff ? "" : String.fromCodePoint(code), length: whole.length, numeric: true };
  }
  const char = source[at + 1] ?? "";
  return { text: named[char] ?? char, length: 2, numeric: false };
}
