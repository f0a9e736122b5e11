import { describe, expect, test } from "vitest";
import { shownClauses, sqlClauses } from "../../../src/benchmarks/bird-interact/environment/simulator/sql-clauses.ts";

const cut = (sql: string) => sqlClauses(sql).map(({ name, text }) => `${name}|${text}`);

describe("the clauses of a statement", () => {
  test("are cut at nine keywords, each reaching to the next", () => {
    const sql = `SELECT a FROM t LEFT JOIN u ON x WHERE y GROUP
      BY z HAVING 1 order  by q LIMIT 3 OFFSET 4 `;
    expect(cut(sql)).toEqual([
      "SELECT|SELECT a",
      "FROM|FROM t LEFT",
      "JOIN|JOIN u ON x",
      "WHERE|WHERE y",
      "GROUP BY|GROUP\n      BY z",
      "HAVING|HAVING 1",
      "ORDER BY|order  by q",
      "LIMIT|LIMIT 3",
      "OFFSET|OFFSET 4",
    ]);
  });

  test("count inside parentheses, and after a dot", () => {
    expect(cut("SELECT t.limit, (SELECT 1)")).toEqual(["SELECT|SELECT t.", "LIMIT|limit, (", "SELECT|SELECT 1)"]);
  });

  test("are not seen in strings, quoted names, comments and dollar quotes", () => {
    for (const quoted of [
      "'it''s from where'",
      "E'a \\' from'",
      '"group ""by"" from"',
      "-- from\n1",
      "/* from /* where */ limit */ 1",
      "$$ select 1 from t $$",
      "$body$ select $$ from $$ $body$",
    ]) {
      expect(cut(`SELECT ${quoted}`)).toEqual([`SELECT|SELECT ${quoted}`]);
    }
  });

  test("are not seen in longer words, nor GROUP and ORDER without BY", () => {
    expect(cut("SELECT from_date, rejoin, group_by, 1e5, order FROM t")).toEqual([
      "SELECT|SELECT from_date, rejoin, group_by, 1e5, order",
      "FROM|FROM t",
    ]);
  });

  test("are not looked for in commands that are no query", () => {
    expect(cut("REVOKE SELECT ON t FROM u; SELECT 1")).toEqual(["SELECT|SELECT 1"]);
    expect(cut("-- all\nREFRESH MATERIALIZED VIEW v ")).toEqual(["STATEMENT|-- all\nREFRESH MATERIALIZED VIEW v"]);
  });

  test("of a text whose quote does not end are its parts between semicolons", () => {
    expect(cut("SELECT 1; SELECT 'a")).toEqual(["STATEMENT|SELECT 1;", "STATEMENT|SELECT 'a;"]);
    expect(cut("SELECT 1 /* a")).toEqual(["STATEMENT|SELECT 1 /* a;"]);
    expect(cut("SELECT $a$ from")).toEqual(["STATEMENT|SELECT $a$ from;"]);
  });

  test("are shown statement by statement", () => {
    expect(shownClauses(["SELECT 1 FROM t", "DROP TABLE t"])).toBe(
      "SELECT:\nSELECT 1\n\nFROM:\nFROM t\n===\nSTATEMENT:\nDROP TABLE t",
    );
  });
});
