import { describe, expect, test } from "vitest";
import { codeOf, maskText, quoteText } from "../../../../src/analysis/train/quote-text.ts";

describe("a quotation", () => {
  test.each([
    ["ends no code span", "a ``` b ` c", "a ''' b ' c"],
    ["is one line", "one\r\n# two\n\u2028three", "one # two three"],
    ["moves no cursor and hides nothing", "\u001b[31mred\u001b[0m \u001b]0;title\u0007x\u202Ey\u0000", "red x y"],
    ["stays as it is where it is harmless", "exit code 1: can't open", "exit code 1: can't open"],
  ])("%s", (_what, text, quoted) => {
    expect(quoteText(text, 200)).toBe(quoted);
  });

  test("is cut by whole characters", () => {
    expect(quoteText("😀😀😀😀", 3)).toBe("😀😀…");
  });

  test("stands in one pair of marks, and nowhere where there is nothing", () => {
    expect(codeOf("a`b", 10)).toBe("`a'b`");
    expect(codeOf(" \n", 10)).toBe("");
  });
});

test.each([
  ["/app/a.txt and ./b/c", "<path> and <path>"],
  ["took 1.25 s on 2026-01-02 at 10:11:12", "took <n> s on <n> at <n>"],
  ["0xff deadbeef01 facade", "<hex> <hex> facade"],
  ["id 123e4567-e89b-12d3-a456-426614174000", "id <id>"],
])("masks %j", (text, masked) => {
  expect(maskText(text)).toBe(masked);
});
