import { sha256 } from "../lib/digest.ts";
import type { Finding } from "./finding.ts";
import type { SourceText } from "./read-texts.ts";
import type { Token } from "./read-tokens.ts";

/** What a person can't read and a program can. Lengths in characters, or in numbers of a list. */
const least = { base64: 60, hex: 64, dense: 120, escapes: 24, invisible: 8, numbers: 32 };

/** Base64, hex and other dense text, characters written by number or invisible, long lists of numbers. */
export function findBlobs(texts: readonly SourceText[], tokens: readonly Token[]): Finding[] {
  const inLiterals = texts
    .filter(({ kind }) => kind !== "name")
    .flatMap((text) => {
      const what = describe(text);
      return what === null ? [] : [{ text, what }];
    });
  // A list of pieces that are blobs by themselves is not said again.
  const told = new Set(inLiterals.filter(({ text }) => text.kind !== "list").map(({ text }) => text.line));
  const found = inLiterals.filter(({ text }) => text.kind !== "list" || !told.has(text.line));
  return [
    ...found.map(({ text, what }) => blob(text, `${what}${text.kind === "comment" ? " in a comment" : ""}`, text.text)),
    ...numberLists(tokens).map(({ first, numbers }) =>
      blob(first, `a list of ${numbers.length} numbers`, numbers.map(({ text }) => text).join(",")),
    ),
  ];
}

function blob(text: Pick<SourceText, "line">, what: string, content: string): Finding {
  const subject = sha256(content);
  return { kind: "encoded-blob", subject, detail: `${what}, which can't be read`, task: null, text, snippet: "" };
}

function describe({ text, escapes }: SourceText): string | null {
  const run = [...text.matchAll(/[A-Za-z0-9+/=_-]{60,}/g)].map(([found]) => found).find(isEncoded);
  if (run !== undefined) return `${run.length} characters of ${/^[\da-f]+$/i.test(run) ? "hex" : "base64 or the like"}`;
  const byNumber = escapes + (text.match(/%[\da-f]{2}|&#x?[\da-f]+;/gi) ?? []).length;
  if (byNumber >= least.escapes) return `${byNumber} characters written by number`;
  const invisible = (text.match(invisibles) ?? []).length;
  if (invisible >= least.invisible) return `${invisible} invisible characters`;
  const dense = text.split(/\s+/).find((part) => part.length >= least.dense && isDense(part));
  return dense === undefined ? null : `${dense.length} characters without a word`;
}

/** Without those that emoji are made with. */
const invisibles = /[\u200b\u200c\u200e\u200f\u2060-\u2064\ufeff]|[\ufe00-\ufe0e]|[\u{e0000}-\u{e01ef}]/gu;

function isEncoded(run: string): boolean {
  const digits = /\d/.test(run);
  if (/^[\da-f]+$/i.test(run)) return run.length >= least.hex && digits && new Set(run).size >= 8;
  if (/^[A-Z2-7]+=*$/.test(run)) return run.length >= least.base64 && digits && entropy(run) >= 4;
  return digits && /[a-z]/.test(run) && /[A-Z]/.test(run) && entropy(run) >= 4.2 && jumps(run) >= 0.35;
}

function isDense(text: string): boolean {
  return entropy(text) >= 4.8 && jumps(text) >= 0.4;
}

/** Shannon's, in bits per character, of the characters' own frequencies. */
function entropy(text: string): number {
  const counts = new Map<string, number>();
  for (const char of text) counts.set(char, (counts.get(char) ?? 0) + 1);
  const total = [...counts.values()].reduce((sum, count) => sum + count, 0);
  return [...counts.values()].reduce((sum, count) => sum - (count / total) * Math.log2(count / total), 0);
}

/** The share of neighbours of different kinds (small, capital, digit, other); an alphabet in its order has few. */
function jumps(text: string): number {
  const kinds = [...text].map((char) => (/[a-z]/.test(char) ? 0 : /[A-Z]/.test(char) ? 1 : /\d/.test(char) ? 2 : 3));
  return kinds.filter((kind, index) => index > 0 && kind !== kinds[index - 1]).length / Math.max(1, kinds.length - 1);
}

function numberLists(tokens: readonly Token[]): Array<{ first: Token; numbers: Token[] }> {
  const lists: Array<{ first: Token; numbers: Token[] }> = [];
  let numbers: Token[] = [];
  const end = () => {
    const [first] = numbers;
    if (first !== undefined && numbers.length >= least.numbers) lists.push({ first, numbers });
    numbers = [];
  };
  for (const token of tokens) {
    if (token.kind === "number") numbers.push(token);
    else if (token.kind !== "mark" || !/^[,[\]-]$/.test(token.text)) end();
  }
  end();
  return lists;
}
