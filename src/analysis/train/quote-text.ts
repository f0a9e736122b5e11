// Text of a box as data: what a trace or a verifier holds may be written by anybody, and may try to instruct its reader.

/** One line of at most so many characters of the beginning, without anything that ends a quotation or moves a cursor. */
export function quoteText(text: string, atMost: number): string {
  const line = text
    .slice(0, atMost * 50)
    .replaceAll(escapes, "")
    .replaceAll(/[\s\p{Cc}\p{Cf}\p{Zl}\p{Zp}]+/gu, " ")
    .replaceAll("`", "'")
    .trim();
  const characters = [...line];
  return characters.length <= atMost ? line : `${characters.slice(0, atMost - 1).join("")}…`;
}

/** A quotation in Markdown; "" stays "". */
export function codeOf(text: string, atMost: number): string {
  const quoted = quoteText(text, atMost);
  return quoted === "" ? "" : `\`${quoted}\``;
}

/** ANSI sequences as a whole, so that no letters of theirs are left. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
const escapes = /\u001b(?:\[[0-?]*[ -/]*[@-~]|\][^\u0007\u001b]*(?:\u0007|\u001b\\)?|[@-Z\\-_])/g;

/** What differs between two runs of one failure: places, numbers, digests, dates. */
export function maskText(text: string): string {
  return text
    .replaceAll(/\b[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}\b/gi, "<id>")
    .replaceAll(/(?:~|\.{1,2})?(?:\/[\w.@%+~-]+)+\/?/g, "<path>")
    .replaceAll(/\b0x[0-9a-f]+\b/gi, "<hex>")
    .replaceAll(/\b(?=[0-9a-f]*\d)(?=[0-9a-f]*[a-f])[0-9a-f]{7,}\b/gi, "<hex>")
    .replaceAll(/\d+(?:[.,:_-]\d+)*/g, "<n>");
}
