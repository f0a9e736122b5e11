/**
 * The lines of UTF-8 text that comes in pieces, the last one even if nothing ends it. Only a line feed ends a line, with
 * or without a carriage return before it: node:readline also splits at U+2028, which JSON has within its strings.
 */
export async function* linesOf(chunks: AsyncIterable<Uint8Array>): AsyncGenerator<string> {
  const decoder = new TextDecoder();
  let begun: string[] = [];
  for await (const chunk of chunks) {
    const [first = "", ...rest] = decoder.decode(chunk, { stream: true }).split("\n");
    begun.push(first);
    for (const next of rest) {
      yield begun.join("").replace(/\r$/, "");
      begun = [next];
    }
  }
  const last = begun.join("") + decoder.decode();
  if (last !== "") yield last.replace(/\r$/, "");
}
