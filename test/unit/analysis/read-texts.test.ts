import { describe, expect, test, vi } from "vitest";
import { readTexts } from "../../../src/analysis/read-texts.ts";

vi.setConfig({ testTimeout: 60_000 });

/** Literals of a source, as they are after joining. */
function literals(source: string): string[] {
  return readTexts(source)
    .texts.filter(({ kind }) => kind === "literal")
    .map(({ text }) => text);
}

describe("literals that are put together on the spot are one text", () => {
  const cases: Array<[string, string, string[]]> = [
    ["a sum", 'x = "gp" + "t" + \'-5\'', ["gpt-5"]],
    ["a sum over lines, with a comment between", 'x = "gp" + // here\n  "t-5"', ["gpt-5"]],
    ["parentheses", 'x = ("gp" + ("t" + "-5"))', ["gpt-5"]],
    ["a template around a literal", `x = \`gp\${"t"}-5\``, ["gpt-5"]],
    ["a joined list", 'x = ["gpt", "5",].join("-")', ["gpt-5"]],
    ["a list that is joined by commas", 'x = ["a", "b"].join()', ["a,b"]],
    ["concat", 'x = "gp".concat("t", "-5")', ["gpt-5"]],
    ["concat of a sum", 'x = ("g" + "p").concat("t-5")', ["gpt-5"]],
    ["escapes by number", 'x = "\\x67\\u0070\\u{74}-5"', ["gpt-5"]],
    ["a line that goes on", 'x = "gpt\\\n-5"', ["gpt-5"]],
    ["what is added to a name", 'x = y + "a" + "b"', ["ab"]],
    ["arguments stay apart", 'f("a", "b")', ["a", "b"]],
    ["a call's argument stays its own", 'f("a") + g("b")', ["a", "b"]],
    ["what is returned in parentheses", 'return ("a" + "b")', ["ab"]],
    ["other arithmetic joins nothing", '"a" - "b"', ["a", "b"]],
    ["a template with a value stays in parts", `\`a\${x}b\``, ["a", "b"]],
    ["braces in a template", `\`a\${ { b: "c" }.b }d\``, ["a", "c", "d"]],
    ["a template in a template", `\`a\${x ? \`b\` : "c"}d\``, ["a", "b", "c", "d"]],
    ["a quote that never ends", 'x = "abc\ny = "d"', ["abc", "d"]],
    ["a template that never ends", "x = `abc\ny", ["abc\ny"]],
  ];

  test.each(cases)("%s", (_, source, texts) => {
    expect(literals(source)).toEqual(texts);
  });
});

test("slashes are told apart: comment, division, regular expression", () => {
  const source = 'a = b / 2 / "c"; // d\nif (/e"\\/[/]f/i.test(g)) return /h/; /* "i" */';
  const found = readTexts(source).texts.filter(({ kind }) => kind !== "name");
  expect(found).toEqual([
    { kind: "literal", text: "c", escapes: 0, line: 1 },
    { kind: "regex", text: 'e"\\/[/]f', escapes: 0, line: 2 },
    { kind: "regex", text: "h", escapes: 0, line: 2 },
    { kind: "comment", text: " d", escapes: 0, line: 1 },
    { kind: "comment", text: ' "i" ', escapes: 0, line: 2 },
  ]);
});

test("three literals in a row are a list too", () => {
  const lists = readTexts('x = ["ab", "cd", "ef"]; f("g", "h"); y = ["i", j, "k"]').texts.filter(
    ({ kind }) => kind === "list",
  );
  expect(lists).toEqual([{ kind: "list", text: "abcdef", escapes: 0, line: 1 }]);
});

// Each of these once made the time grow with the square of the length: half a megabyte takes minutes then.
test.each([")", "(", '("a",', "/[", '"a"+', "`${", '("a")', '["a",', '[["a"].join(', "/* ", "'\\", '"'])(
  "half a megabyte of %s is read",
  (piece) => {
    const { tokens } = readTexts(piece.repeat(Math.floor((512 * 1024) / piece.length)));
    expect(tokens.length + 1).toBeGreaterThan(0);
  },
);
