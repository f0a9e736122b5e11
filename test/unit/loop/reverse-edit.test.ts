import { expect, test } from "vitest";
import { reverseEdit } from "../../../src/loop/reverse-edit.ts";

const diff = (...lines: string[]) => ["--- a/agent.ts", "+++ b/agent.ts", "@@ -1,3 +1,4 @@", ...lines, ""].join("\n");

test.each([
  ["a line that it brought, beside a later one", diff(" a", "+x", " b"), "a\nx\ny\nb\n", "a\ny\nb\n"],
  ["lines that it changed, whatever follows now", diff("-a", "+x", "+y", " b"), "x\ny\nc\n", "a\nc\n"],
  ["two changes of one hunk", diff("-a", "+x", " b", "-c", "+y"), "x\nb\ny\n", "a\nb\nc\n"],
  ["a line that looks like a file's name", diff(" a", "+++ b", " c"), "a\n++ b\nc\n", "a\nc\n"],
  ["the last line of a file without an end", diff("-a", "\\ No newline at end of file", "+x"), "x", "a"],
])("takes back %s", (_words, edit, text, expected) => {
  expect(reverseEdit(text, edit)).toBe(expected);
});

test.each([
  ["lines that are not there any more", diff("-a", "+x"), "z\n"],
  ["lines that are there twice", diff("-a", "+x"), "x\nb\nx\n"],
  ["lines that it took away", diff(" a", "-b", " c"), "a\nc\n"],
])("gives up on %s", (_words, edit, text) => {
  expect(reverseEdit(text, edit)).toBeNull();
});
