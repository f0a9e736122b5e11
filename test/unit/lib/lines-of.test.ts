import { expect, test } from "vitest";
import { linesOf } from "../../../src/lib/lines-of.ts";

async function lines(...chunks: readonly (string | Uint8Array)[]): Promise<string[]> {
  async function* pieces(): AsyncGenerator<Uint8Array> {
    for (const chunk of chunks) yield typeof chunk === "string" ? Buffer.from(chunk) : chunk;
  }
  const found: string[] = [];
  for await (const line of linesOf(pieces())) found.push(line);
  return found;
}

test.each<[string, string[], string[]]>([
  ["nothing", [], []],
  ["lines in one piece", ["a\nb\n"], ["a", "b"]],
  ["a line in many pieces", ["a", "b", "c\nd", "e\n"], ["abc", "de"]],
  ["a last line that nothing ends", ["a\nb"], ["a", "b"]],
  ["empty lines", ["\n\na\n"], ["", "", "a"]],
  ["carriage returns before line feeds", ["a\r", "\nb\r\n", "c\r"], ["a", "b", "c"]],
  ["separators that only some programs take for line ends", ["a\u2028b\u2029c\n"], ["a\u2028b\u2029c"]],
])("%s", async (_words, chunks, expected) => {
  expect(await lines(...chunks)).toEqual(expected);
});

test("a letter that is cut between two pieces", async () => {
  const bytes = Buffer.from("ü€\n");
  expect(await lines(bytes.subarray(0, 1), bytes.subarray(1, 3), bytes.subarray(3))).toEqual(["ü€"]);
});
