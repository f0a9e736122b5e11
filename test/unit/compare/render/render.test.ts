import { describe, expect, test } from "vitest";
import { compare } from "../../../../src/compare/compare.ts";
import { renderMarkdown } from "../../../../src/compare/render/render-markdown.ts";
import { renderText } from "../../../../src/compare/render/render-text.ts";
import { headline } from "../../../../src/compare/render/words.ts";
import { oneTrialEach, sourceOf } from "../sources.ts";

const options = { confidence: 0.95, unpaired: false };
const zeros = (count: number) => Array<number>(count).fill(0);
const ones = (count: number) => Array<number>(count).fill(1);

/** Two sides with everything: flaky tasks, parts of a reward, missing trials, tasks of one side. */
const a = {
  ...sourceOf(
    { alpha: [0, 0, 1], beta: [0, 1, 0], gamma: [1, 1, 1], delta: [0, 0, 0], lost: [null], mine: [1], more: [1] },
    "a.jsonl",
  ),
  notes: ["has a note"],
};
const b = sourceOf(
  { alpha: [1, 1, 1], beta: [1, 1, 0], gamma: [1, 1, null], delta: [0.4, 0, 0], lost: [1], more: [0], yours: [1] },
  "b.jsonl",
);

describe("plain text", () => {
  test("answers first, then both sides, tasks, what it would take, what is left out", () => {
    const text = renderText(compare(a, b, { ...options, bar: { under: -0.03, strict: false } })).join("\n");
    expect(text).toBe(`\
No difference between A and B is shown: +2.7 points (95 % interval -75.1 to +80.5, p 0.262, 5 tasks in common).
not failed: whether B is more than 3.0 points worse than A can't be told (at 95 %); --strict would fail.

   score (95 % interval)   tasks  trials  flaky  missing  source
A  0.533 (0.000 to 1.000)      5      13      2        1  a.jsonl: JSON lines
B  0.560 (0.000 to 1.000)      5      12      1        1  b.jsonl: JSON lines

by task: B better on 3, worse on 1, equal on 1
  task   A    B           points
  more   1/1  0/1         -100.0
  alpha  1/3  3/3          +66.7  flaky on A
  beta   1/3  2/3          +33.3  flaky on A and B
  delta  0/3  0.133 of 3   +13.3

To see 2.7 points with a chance of 80 %: 4334 tasks tried as often as these 5. No number of trials of these is enough: they differ too much among themselves.

A has a note
1 task left out, no reward on one side: lost
1 task left out, on A alone: mine
1 task left out, on B alone: yours
A: 1 trial missing: lost 0 (engine gone)
B: 1 trial missing: gamma 2 (engine gone)`);
  });

  test("names the ten tasks that differ most", () => {
    const lines = renderText(compare(oneTrialEach(...zeros(14)), oneTrialEach(...ones(12), 0, 0), options));
    expect(lines.filter((line) => /^ {2}t\d\d /.test(line)).length).toBe(10);
    expect(lines).toContain("  and 2 more (--json has all)");
  });

  test("lets no name of a file steer the terminal", () => {
    const evil = "x\u001b[31m\u202e\nNo difference";
    const text = renderText(compare(sourceOf({ [evil]: [1], y: [0] }), sourceOf({ [evil]: [0], y: [0] }), options));
    expect(text.filter((line) => /[\p{Cc}\p{Cf}]/u.test(line))).toEqual([]);
    expect(text.join("\n")).toContain("x?[31m??No difference");
  });
});

describe("the answer", () => {
  test.each([
    [
      oneTrialEach(...zeros(12)),
      oneTrialEach(...ones(8), ...zeros(4)),
      "B is better than A by 66.7 points (95 % interval +26.3 to +86.2, p 0.004, 12 tasks in common).",
    ],
    [
      oneTrialEach(...ones(8), ...zeros(4)),
      oneTrialEach(...zeros(12)),
      "B is worse than A by 66.7 points (95 % interval -86.2 to -26.3, p 0.004, 12 tasks in common).",
    ],
    [
      oneTrialEach(...zeros(8)),
      oneTrialEach(...ones(4), ...zeros(4)),
      "No difference between A and B is shown: +50.0 points (95 % interval +1.3 to +78.5, p 0.063, 8 tasks in common). The interval leaves 0 out, but the exact test does not agree.",
    ],
    [
      sourceOf({ t: zeros(8), u: zeros(8), v: ones(8) }),
      sourceOf({ t: ones(8), u: ones(8), v: [...ones(7), 0] }),
      "B is better than A on these tasks, but not surely on others like them: +62.5 points (95 % interval -98.8 to +100.0, p 4.0e-7, 3 tasks in common).",
    ],
    [
      oneTrialEach(1, 1, null, null),
      oneTrialEach(1, 1, 0, 1),
      "Too much is missing to compare A and B (50 %): as far as it goes, +0.0 points (95 % interval -65.8 to +65.8, p 1.000, 2 tasks in common).",
    ],
  ])("is a sentence with its error and its tasks, %#", (left, right, expected) => {
    expect(headline(compare(left, right, options))).toBe(expected);
  });

  test("says that no task is in common", () => {
    const result = compare(sourceOf({ x: [1, 1], y: [0] }), sourceOf({ z: [0] }), { ...options, unpaired: true });
    expect(headline(result)).toMatch(/2 and 1 tasks, none in common\)\.$/);
  });
});

describe("--fail-under in words", () => {
  const left = oneTrialEach(0, 0, 1, 0, 0, 1);
  const right = oneTrialEach(1, 0, 1, 1, 0, 0);
  test.each([
    [-0.5, false, "passed: B is shown not to be more than 50.0 points worse than A (at 95 %)."],
    [0, false, "not failed: whether B is worse than A can't be told (at 95 %); --strict would fail."],
    [0, true, "FAILED: it is not shown that B isn't worse than A (at 95 %), and --strict asks for that."],
    [0.9, false, "FAILED: B is shown to be less than 90.0 points better than A (at 95 %)."],
  ])("%d, strict %s", (under, strict, expected) => {
    expect(renderText(compare(left, right, { ...options, bar: { under, strict } }))[1]).toBe(expected);
  });

  test("is no verdict where too much is missing", () => {
    const result = compare(oneTrialEach(1, null), oneTrialEach(1, 1), { ...options, bar: { under: 0, strict: true } });
    expect(renderText(result)[1]).toBe("No verdict for --fail-under: too much is missing.");
  });
});

describe("Markdown", () => {
  test("has the answer and both sides open, tasks and notes folded", () => {
    const lines = renderMarkdown(compare(a, b, options));
    expect(lines.slice(0, 6)).toEqual([
      "**No difference between A and B is shown: +2.7 points (95 % interval -75.1 to +80.5, p 0.262, 5 tasks in common).**",
      "",
      "|  | score (95 % interval) | tasks | trials | flaky | missing | source |",
      "| --- | --- | --- | --- | --- | --- | --- |",
      "| A | 0.533 (0.000 to 1.000) | 5 | 13 | 2 | 1 | a.jsonl: JSON lines |",
      "| B | 0.560 (0.000 to 1.000) | 5 | 12 | 1 | 1 | b.jsonl: JSON lines |",
    ]);
    expect(lines.filter((line) => line.startsWith("<details>"))).toEqual([
      "<details><summary>By task: B better on 3, worse on 1, equal on 1</summary>",
      "<details><summary>What is left out, and notes</summary>",
    ]);
    expect(lines.filter((line) => line === "</details>").length).toBe(2);
    expect(lines).toContain("- B: 1 trial missing: gamma 2 (engine gone)");
  });

  test("has no markup, cell or mention out of a name", () => {
    const evil = "</details>|@somebody`[x](y)";
    const lines = renderMarkdown(
      compare(sourceOf({ [evil]: [1], y: [0] }), sourceOf({ [evil]: [0], y: [0] }), options),
    );
    const row = lines.find((line) => line.includes("somebody"));
    expect(row).toBe("| &#60;/details&#62;&#124;&#64;somebody&#96;&#91;x&#93;(y) | 1/1 | 0/1 | -100.0 |  |");
  });
});
