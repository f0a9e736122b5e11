import { describe, expect, it } from "vitest";
import { maxCandidateBytes, stripCandidate } from "../../../src/channel/strip-candidate.ts";

describe("stripping a candidate", () => {
  it("takes the types out and leaves every line and column where it was", () => {
    const source = 'import type { A } from "auto-harness/agent";\nexport const x: A = 1;\n';
    const { code } = stripCandidate(source);
    expect(code).toHaveLength(source.length);
    expect(code).not.toContain("auto-harness");
    expect(code.indexOf("= 1")).toBe(source.indexOf("= 1"));
  });

  it("resolves nothing: an import of the host's files stays a line of text", () => {
    const source = 'import x from "../.runs/journal.sqlite";\nexport default x;\n';
    expect(stripCandidate(source).code).toBe(source);
  });

  it("names the line of a syntax error and shows it", () => {
    expect(caught(() => stripCandidate("const a = 1;\n\nlet x = ;\n"))).toMatchObject({
      fault: "agent",
      code: "syntax-error",
      message: "agent.ts:3: Expression expected\nlet x = ;\n        ^",
      context: { line: 3 },
    });
  });

  it("refuses syntax that only a compiler could take out", () => {
    expect(caught(() => stripCandidate("enum A { b }"))).toMatchObject({ fault: "agent", code: "syntax-error" });
  });

  it("refuses what is too large or not UTF-8", () => {
    const large = `//${"x".repeat(maxCandidateBytes)}`;
    expect(caught(() => stripCandidate(large))).toMatchObject({ fault: "agent", code: "candidate-too-large" });
    expect(caught(() => stripCandidate(Buffer.from([0x2f, 0x2f, 0xff])))).toMatchObject({ code: "candidate-not-utf8" });
    expect(caught(() => stripCandidate("//\ud800"))).toMatchObject({ code: "candidate-not-utf8" });
    expect(stripCandidate(Buffer.from("// ä")).code).toBe("// ä");
  });

  it("holds back Node's warning about itself and no other", () => {
    const { emitWarning } = process;
    const seen: string[] = [];
    process.emitWarning = (warning: string | Error) => seen.push(String(warning));
    try {
      stripCandidate("let a: number;");
      process.emitWarning("another");
    } finally {
      process.emitWarning = emitWarning;
    }
    expect(seen).toEqual(["another"]);
  });

  // Last: from here on each call has a process of its own.
  it.each([
    ["parentheses", "(".repeat(50_000), ")".repeat(50_000)],
    ["blocks", "{".repeat(50_000), "}".repeat(50_000)],
    ["conditions", "if(a)".repeat(50_000), ";"],
    ["arrow functions", "x=>".repeat(50_000), "1"],
    ["types", `let a: ${"A<".repeat(50_000)}`, `B${">".repeat(50_000)};`],
  ])("refuses %s that are nested too deep, and works as before afterwards", (_what, start, end) => {
    const refusal = { fault: "agent", code: "candidate-too-deep" };
    expect(caught(() => stripCandidate(`${start}1${end}`))).toMatchObject(refusal);
    expect(stripCandidate("const a: number = 1;").code).toBe("const a         = 1;");
    expect(caught(() => stripCandidate("const a = 1;\n\nlet x = ;\n"))).toMatchObject({
      code: "syntax-error",
      message: "agent.ts:3: Expression expected\nlet x = ;\n        ^",
    });
  });
});

function caught(run: () => unknown): unknown {
  try {
    run();
  } catch (error) {
    return error;
  }
  return undefined;
}
