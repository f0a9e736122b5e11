import { describe, expect, it } from "vitest";
import { Reference } from "../../../src/benchmarks/bird-interact/environment/reference.ts";
import { resultText } from "../../../src/benchmarks/bird-interact/environment/result-text.ts";
import { phaseOf, taskRow } from "../../../src/benchmarks/bird-interact/environment/task-data.ts";
import { parseToolCall } from "../../../src/benchmarks/bird-interact/environment/tool-arguments.ts";

const few = { cut: false, command: "SELECT 1" };

describe("a result", () => {
  it("is a table with NULL by name", () => {
    const text = resultText({ ...few, columns: ["id", "name"], rows: [["1", null]] });
    expect(text).toBe("id | name\n---------\n1 | NULL");
  });

  it("without rows says so", () => {
    expect(resultText({ ...few, columns: ["id"], rows: [] })).toBe("id\n--\n(no rows)");
    expect(resultText({ cut: false, columns: [], rows: [], command: "SET" })).toBe("Done, without rows (SET).");
  });

  it("has 100 rows and says that there were more", () => {
    const rows = Array.from({ length: 101 }, (_, at) => [String(at)]);
    const lines = resultText({ ...few, columns: ["n"], rows }).split("\n");
    expect(lines).toHaveLength(103);
    expect(lines.slice(-2)).toEqual(["99", "(only the first 100 rows are shown)"]);
    expect(resultText({ ...few, columns: ["n"], rows: rows.slice(0, 100) }).split("\n")).toHaveLength(102);
    expect(resultText({ ...few, cut: true, columns: ["n"], rows: [["1"]] })).toContain("only the first 100");
  });

  it("has 100 characters a cell, in one line", () => {
    const [, , row] = resultText({ ...few, columns: ["t"], rows: [[`a\nb${"x".repeat(200)}`]] }).split("\n");
    expect(row).toBe(`a b${"x".repeat(97)}…`);
  });

  it("has 500 words", () => {
    const text = resultText({ ...few, columns: ["t"], rows: Array.from({ length: 90 }, () => ["w w w w w w w w"]) });
    expect(text.endsWith("… (cut after 500 words)")).toBe(true);
    expect(text.replace(/… \(.*$/, "").match(/\S+/g)).toHaveLength(500);
  });
});

const row = taskRow.parse({
  instance_id: "shop_1",
  selected_database: "shop",
  amb_user_query: "?",
  category: "Query",
  sol_sql: ["SELECT 1"],
  knowledge_ambiguity: [{ term: "a", deleted_knowledge: 1 }, { term: "b" }, { term: "c", deleted_knowledge: [3] }],
  follow_up: {},
});

describe("what is known of a database", () => {
  const entry = (id: number) => ({ id, knowledge: `K${id}`, description: "d", definition: "f", type: "hidden" });
  const columnMeanings = { "shop|Items|Price": "TEXT. Price.", "shop|items|data": { column_meaning: "JSON." } };
  const facts = { schema: "S", columnMeanings, knowledge: [entry(0), entry(1), entry(2), entry(3)] };
  const reference = new Reference(row, facts);

  it("leaves deleted knowledge out everywhere, as if it never was", () => {
    expect(JSON.parse(reference.knowledgeNames())).toEqual(["K0", "K2"]);
    expect(reference.allKnowledge()).not.toMatch(/K1|K3/);
    expect(reference.knowledge("K1")).toBe("There is no knowledge named K1.");
    expect(reference.knowledge("K9")).toBe("There is no knowledge named K9.");
  });

  it("shows four fields of an entry only", () => {
    expect(Object.keys(JSON.parse(reference.knowledge(" k0 ")))).toEqual([
      ...["id", "knowledge", "description", "definition"],
    ]);
  });

  it("finds a column whatever the case", () => {
    expect(reference.columnMeaning("ITEMS", "price")).toBe("TEXT. Price.");
    expect(JSON.parse(reference.columnMeaning("items", "data"))).toEqual({ column_meaning: "JSON." });
    expect(reference.columnMeaning("items", "weight")).toMatch(/no meaning/);
  });
});

describe("a task's phases", () => {
  it("have no follow-up where it is an empty object", () => {
    expect(phaseOf(row, 2)).toBeUndefined();
  });

  it.each([
    ["Query", ["def test_case"], { changesData: false, testCases: [] }],
    ["Management", [], { changesData: true, testCases: [] }],
    ["Management", ["def test_case"], { changesData: true, testCases: ["def test_case"] }],
  ])("a %s with test cases %j is carried out and judged so: %j", (category, test_cases, judged) => {
    const made = taskRow.parse({ ...row, follow_up: null, category, test_cases });
    expect(phaseOf(made, 1)).toMatchObject(judged);
  });
});

describe("arguments", () => {
  it.each([
    ["a-interact", "drop_database", {}, /there is no tool drop_database/],
    ["a-interact", "constructor", {}, /there is no tool constructor/],
    ["c-interact", "execute_sql", { sql: "SELECT 1" }, /there is no tool execute_sql/],
    ["a-interact", "execute_sql", {}, /sql/],
    ["a-interact", "execute_sql", { sql: 7 }, /sql/],
    ["a-interact", "execute_sql", { sql: "x".repeat(100_001) }, /sql/],
    ["a-interact", "execute_sql", { sql: "SELECT 1\0" }, /character 0/],
    ["a-interact", "ask_user", { question: "?".repeat(20_001) }, /question/],
    ["a-interact", "get_column_meaning", { table_name: "t" }, /column_name/],
  ] as const)("case %#: in %s, %s is refused", (mode, name, args, message) => {
    expect(() => parseToolCall(mode, name, args)).toThrow(
      expect.objectContaining({ code: "agent-fault", message: expect.stringMatching(message) }),
    );
  });

  it("are made well-formed, and what is not asked for is dropped", () => {
    const call = parseToolCall("a-interact", "execute_sql", { sql: "SELECT '\ud800'", budget: Number.NaN, cost: -5 });
    expect(call).toEqual({ name: "execute_sql", args: { sql: "SELECT '\ufffd'" } });
  });
});
