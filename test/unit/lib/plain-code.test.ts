import { describe, expect, test } from "vitest";
import { isSameProgram, plainCode } from "../../../src/lib/plain-code.ts";

describe("the same program", () => {
  test.each([
    ["comments", "f(1); // one\n/* two */", "f(1);"],
    ["legal comments", "/*! keep me */ f();", "f();"],
    ["layout", "if (a) {\n\n  f( 1 )\n}", "if (a) { f(1); }"],
    ["quotes", "f('a')", 'f("a")'],
  ])("is found in spite of %s", async (_what, one, other) => {
    expect(await isSameProgram(one, other)).toBe(true);
  });

  test.each([
    ["another number", "f(1)", "f(2)"],
    ["another flag of a regular expression", "f(/a/g)", "f(/a/)"],
    ["a line break after return", "function f() { return\n1 }", "function f() { return 1 }"],
    ["blanks in a string", 'f("a b")', 'f("a  b")'],
    ["blanks in a template", "f(`a\n b`)", "f(`a\nb`)"],
    ["raw templates", "String.raw`\\n`", "String.raw`\n`"],
    ["another name", "let a = 1; f(a)", "let b = 1; f(b)"],
    ["another order", "f(); g()", "g(); f()"],
    ["a text that looks like a comment", 'f("// a")', 'f("// b")'],
  ])("is not found in %s", async (_what, one, other) => {
    expect(await isSameProgram(one, other)).toBe(false);
  });

  test("is not found in what can't be read, even where the texts are equal", async () => {
    expect(await isSameProgram("const = 1", "const = 1")).toBe(false);
    expect(await plainCode("const = 1")).toBeNull();
  });
});
