import { describe, expect, test } from "vitest";
import { ownPack } from "../../../src/benchmarks/bird-interact/data/prompts/own.ts";
import {
  kindOf,
  parseAnswer,
  parseChoice,
} from "../../../src/benchmarks/bird-interact/environment/simulator/parse-reply.ts";
import { fillTemplate, promptPack } from "../../../src/benchmarks/bird-interact/environment/simulator/prompt-pack.ts";
import { pythonJson } from "../../../src/benchmarks/bird-interact/environment/simulator/python-json.ts";
import { longestSharedRun } from "../../../src/benchmarks/bird-interact/environment/simulator/shared-run.ts";

describe("a choice", () => {
  test.each([
    ['<s>labeled("recent")</s>', 'labeled("recent")', "labelled"],
    ['It is recent.</think>\n- Action:\n<s>unlabeled("ORDER BY")</s> and more', 'unlabeled("ORDER BY")', "unlabelled"],
    ["unanswerable()</s>", "unanswerable()", "unanswerable"],
    ["<s>Labelled('a')\nbecause", "Labelled('a')", "labelled"],
    ["I would think about it\nlabeled(1)", "I would think about it", null],
    ["", "", null],
  ])("of %j is %j", (reply, choice, kind) => {
    expect(parseChoice(reply)).toBe(choice);
    expect(kindOf(choice)).toBe(kind);
  });
});

describe("an answer", () => {
  test.each([
    ["<s> The last year. </s>", "The last year."],
    ["The last year.</s> <s>more</s>", "The last year."],
    ["Well: <s>The last ye", "The last ye"],
    ["The last year.", null],
    ["<s></s>", null],
    ["<s> ", null],
  ])("of %j is %j", (reply, answer) => {
    expect(parseAnswer(reply)).toBe(answer);
  });
});

test("JSON looks as Python writes it", () => {
  expect(pythonJson({ a: [], b: {}, c: ["é\u007f\n", 1, null, true] })).toBe(
    '{\n    "a": [],\n    "b": {},\n    "c": [\n        "\\u00e9\\u007f\\n",\n        1,\n        null,\n        true\n    ]\n}',
  );
  expect(pythonJson("\u{1f600}")).toBe('"\\ud83d\\ude00"');
});

describe("a template", () => {
  const values = {
    question: "Is it [[GT_SQL]]?",
    ambiguities: "{}",
    clauses: "$& $1",
    schema: "",
    choice: "",
    clearQuery: "",
    gold: "SELECT 1",
  };

  test("is filled in one pass, so that a question can't quote the gold", () => {
    expect(fillTemplate("[[clarification_Q]]|[[SQL_Glot]]|[[other]]|[[GT_SQL]]", values)).toBe(
      "Is it [[GT_SQL]]?|$& $1|[[other]]|SELECT 1",
    );
  });

  test("that lacks a placeholder makes no pack", () => {
    const { v1, v2 } = ownPack.versions;
    const broken = { ...ownPack, versions: { v1: { ...v1, choose: v1.choose.replace("[[amb_json]]", "") }, v2 } };
    expect(promptPack.parse(ownPack)).toEqual(ownPack);
    expect(promptPack.safeParse(broken).error?.issues).toMatchObject([
      { path: ["versions", "v1", "choose"], message: expect.stringContaining("[[amb_json]]") },
    ]);
  });
});

describe("the longest shared run", () => {
  test("counts words, numbers and operators in a row, whatever case and space", () => {
    expect(longestSharedRun("Use select A.b,count(*)>=3 then", "SELECT a.b, COUNT(*) >= 3 FROM t")).toBe(11);
    expect(longestSharedRun("the viability of each family", "SELECT viability FROM family")).toBe(1);
    expect(longestSharedRun("", "SELECT 1")).toBe(0);
  });
});
