import { mkdir, rm, symlink, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { stripCandidate as strip } from "../../../src/channel/strip-candidate.ts";
import { HarnessError } from "../../../src/core/fault.ts";
import { sha256 } from "../../../src/lib/digest.ts";
import { compileCandidate, type Frozen, freezeCandidate } from "../../../src/loop/freeze-candidate.ts";
import { snapshotTree } from "../../../src/workspace/snapshot-tree.ts";
import { temporaryFolder } from "../../helpers/temporary-folder.ts";

const incumbent = "export const n: number = 1;\n";

/** Freezes what `edit` makes of a tree with agent.ts, PROGRAM.md and a workspace. */
async function freeze(edit: (tree: string) => Promise<unknown>): Promise<Frozen> {
  await using folder = await temporaryFolder();
  const tree = folder.path;
  for (const part of ["agent", "workspace"]) await mkdir(join(tree, part));
  await writeFile(join(tree, "agent/agent.ts"), incumbent);
  await writeFile(join(tree, "PROGRAM.md"), "# Program\n");
  await writeFile(join(tree, "workspace/learnings.md"), "# Learnings\n");
  await writeFile(join(tree, "workspace/suite.json"), "{}\n");
  const before = await snapshotTree(tree);
  await edit(tree);
  return await freezeCandidate({ tree, before, incumbent, strip });
}

function write(path: string, text: string) {
  return async (tree: string) => await writeFile(join(tree, path), text);
}

function all(...edits: Array<(tree: string) => Promise<unknown>>) {
  return async (tree: string) => {
    for (const edit of edits) await edit(tree);
  };
}

const edited = "export const n: number = 2;\n";

describe("a candidate", () => {
  test("is agent.ts as written, its code without types, and the code's digest", async () => {
    const code = "export const n         = 2;\n";
    expect(await freeze(write("agent/agent.ts", edited))).toEqual({
      kind: "candidate",
      candidate: { source: edited, code, digest: sha256(code) },
    });
  });

  test("may come with learnings", async () => {
    const frozen = await freeze(all(write("agent/agent.ts", edited), write("workspace/learnings.md", "learnt\n")));
    expect(frozen.kind).toBe("candidate");
  });
});

describe("a refusal", () => {
  test("no-edit: agent.ts is as it was, learnings or not", async () => {
    const refused = { kind: "refused", reason: "no-edit", detail: "agent/agent.ts is as it was" };
    expect(await freeze(async () => undefined)).toEqual(refused);
    expect(await freeze(write("workspace/learnings.md", "learnt\n"))).toEqual(refused);
  });

  test.each([
    ["comments", `// The number.\n${incumbent}`],
    ["layout", "export  const n: number =\n\n  1\n"],
    ["types", "export const n = 1 as number;\n"],
  ])("no-change: nothing but %s of agent.ts differ", async (_what, source) => {
    const detail = "only comments, layout or types of agent/agent.ts differ: it would run as before";
    expect(await freeze(write("agent/agent.ts", source))).toEqual({ kind: "refused", reason: "no-change", detail });
  });

  test.each([
    ["another file is changed", write("PROGRAM.md", "anything goes\n"), "changed: PROGRAM.md"],
    ["the suite is changed", write("workspace/suite.json", "[]"), "changed: workspace/suite.json"],
    ["a file is added", write("agent/helper.ts", "export {};\n"), "added: agent/helper.ts"],
    ["a file is removed", async (tree: string) => await rm(join(tree, "PROGRAM.md")), "removed: PROGRAM.md"],
    ["agent.ts is gone", async (tree: string) => await rm(join(tree, "agent/agent.ts")), "removed: agent/agent.ts"],
    [
      "agent.ts is a link",
      async (tree: string) => {
        await rm(join(tree, "agent/agent.ts"));
        await symlink("../PROGRAM.md", join(tree, "agent/agent.ts"));
      },
      "no longer the same kind of file: agent/agent.ts",
    ],
    ["agent.ts is huge", write("agent/agent.ts", `//${"x".repeat(600_000)}\n`), "too large: agent/agent.ts"],
  ])("forbidden-file: %s", async (_words, edit, detail) => {
    const frozen = await freeze(edit);
    expect(frozen).toEqual({ kind: "refused", reason: "forbidden-file", detail });
  });

  test("forbidden-file wins over everything else, so that an edit elsewhere is never hidden by a syntax error", async () => {
    const frozen = await freeze(all(write("agent/agent.ts", "const ="), write("PROGRAM.md", "x")));
    expect(frozen).toMatchObject({ reason: "forbidden-file" });
  });

  test("forbidden-file names ten files and counts the others", async () => {
    const names = Array.from({ length: 13 }, (_, index) => `extra-${String(index).padStart(2, "0")}`);
    const frozen = await freeze(all(...names.map((name) => write(name, ""))));
    if (frozen.kind !== "refused") throw new Error("it was not refused");
    expect(frozen.detail.split("; ").length).toBe(10);
    expect(frozen.detail).toMatch(/added: extra-09 and 3 more$/);
  });

  test.each([
    ["broken syntax", "export const = 2;\n", "agent.ts:1"],
    ["syntax that only a compiler takes out", "export enum Mode { a }\n", "agent.ts:1"],
  ])("syntax-error: %s, in one line", async (_words, source, detail) => {
    const frozen = await freeze(write("agent/agent.ts", source));
    expect(frozen).toEqual({ kind: "refused", reason: "syntax-error", detail: expect.stringContaining(detail) });
    if (frozen.kind === "refused") expect(frozen.detail).not.toContain("\n");
  });
});

test("only an agent's fault is a refusal; anything else that stripping throws is thrown on", () => {
  const bug = new TypeError("undefined is not a function");
  const throwing = (error: Error) => () => {
    throw error;
  };
  expect(() => compileCandidate("", throwing(bug))).toThrow(bug);
  const config = new HarnessError({ fault: "config", code: "x", message: "x" });
  expect(() => compileCandidate("", throwing(config))).toThrow(config);
  const agent = new HarnessError({ fault: "agent", code: "candidate-too-large", message: "too large\nby far" });
  expect(compileCandidate("", throwing(agent))).toEqual({
    kind: "refused",
    reason: "syntax-error",
    detail: "too large",
  });
});
