// What a coding agent did to a tree, done to another copy of it: the guard sees the same.

import { chmod, cp, link, mkdir, readFile, rm, symlink, truncate, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { applyEdits } from "../../../src/cassettes/night/apply-edits.ts";
import { readDivergence } from "../../../src/cassettes/night/diverged.ts";
import { editsBetween, type TreeEdit } from "../../../src/cassettes/night/tree-edits.ts";
import { readTree } from "../../../src/cassettes/night/tree-state.ts";
import { compareTrees } from "../../../src/workspace/file-guard.ts";
import { ownedByCodingAgent } from "../../../src/workspace/layout.ts";
import { type TemporaryFolder, temporaryFolder } from "../../helpers/temporary-folder.ts";

let root: TemporaryFolder;
let tree: string;
let copy: string;

beforeEach(async () => {
  root = await temporaryFolder();
  [tree, copy] = [join(root.path, "tree"), join(root.path, "copy")];
  const files = {
    "agent/agent.ts": "one\ntwo\nthree\nfour\n",
    "agent/templates/x.ts": "template\n",
    "PROGRAM.md": "# Program\n\nDo it.\n",
    "workspace/learnings.md": "# Learnings\n",
    "workspace/traces/latest/a/trace.json": "{}",
  };
  for (const [path, text] of Object.entries(files)) await write(path, text);
  await symlink("PROGRAM.md", join(tree, "link"));
  await cp(tree, copy, { recursive: true, verbatimSymlinks: true });
});

afterEach(async () => await root[Symbol.asyncDispose]());

async function write(path: string, text: string): Promise<void> {
  await mkdir(join(tree, path, ".."), { recursive: true });
  await writeFile(join(tree, path), text);
}

/** The edits of `work`, done to the copy too. */
async function repeated(work: () => Promise<void>): Promise<TreeEdit[]> {
  const before = await readTree(tree);
  await work();
  const edits = editsBetween(before, await readTree(tree));
  await applyEdits(copy, edits, "iteration 1");
  return edits;
}

const deeds: Readonly<Record<string, () => Promise<void>>> = {
  "edited agent.ts": async () => await write("agent/agent.ts", "one\n2\n2b\nthree\nfour\n"),
  "added at the end": async () => await write("workspace/learnings.md", "# Learnings\n\n## Iteration 1\n"),
  "added at the beginning": async () => await write("agent/agent.ts", "zero\none\ntwo\nthree\nfour\n"),
  "emptied agent.ts": async () => await write("agent/agent.ts", ""),
  "removed agent.ts": async () => await rm(join(tree, "agent/agent.ts")),
  "made agent.ts a program": async () => await chmod(join(tree, "agent/agent.ts"), 0o755),
  "a link in place of agent.ts": async () => {
    await rm(join(tree, "agent/agent.ts"));
    await symlink("/etc/hostname", join(tree, "agent/agent.ts"));
  },
  "a huge agent.ts": async () => await truncate(join(tree, "agent/agent.ts"), 600 * 1024),
  "edited PROGRAM.md": async () => await write("PROGRAM.md", "# Program\n\nDo it well.\n"),
  "another file": async () => await write("agent/tools/more.ts", "more\n"),
  "a file that is no text": async () => await writeFile(join(tree, "blob"), Uint8Array.of(0xff, 0xfe, 0)),
  "removed a folder": async () => await rm(join(tree, "agent/templates"), { recursive: true }),
  "changed a trace": async () => await write("workspace/traces/latest/a/trace.json", "{ }"),
  "changed a mode": async () => await chmod(join(tree, "PROGRAM.md"), 0o600),
  "turned a link": async () => {
    await rm(join(tree, "link"));
    await symlink("agent", join(tree, "link"));
  },
  "linked a file once more": async () => await link(join(tree, "PROGRAM.md"), join(root.path, "outside")),
};

test.each(Object.keys(deeds))("%s: the guard sees the same, and the owned files have the same text", async (name) => {
  const before = await readTree(copy);
  const edits = await repeated(deeds[name] ?? (async () => undefined));
  expect(edits).not.toEqual([]);
  const [now, other] = [await readTree(tree), await readTree(copy)];
  const seen = compareTrees(before.snapshot, other.snapshot, ownedByCodingAgent);
  expect(seen).toEqual(compareTrees(before.snapshot, now.snapshot, ownedByCodingAgent));
  for (const path of ownedByCodingAgent) expect(other.texts.get(path)).toBe(now.texts.get(path));
});

test("nothing done is no edit", async () => {
  expect(await repeated(async () => undefined)).toEqual([]);
});

test("lines are kept with their place, added ones with the line before them", async () => {
  const edits = await repeated(async () => {
    await write("agent/agent.ts", "one\ntwo\nthree\nthree and a half\nfour\n");
    await write("PROGRAM.md", "# Program\n\nDo it well.\n");
  });
  expect(edits).toEqual([
    { path: "agent/agent.ts", line: 3, old: ["three"], new: ["three", "three and a half"] },
    { path: "PROGRAM.md", line: 3, old: ["Do it."], new: ["Do it well."] },
  ]);
});

test("an edit finds its only place in a file that has grown, and says where it finds none", async () => {
  const edit = { path: "agent/agent.ts", line: 2, old: ["two"], new: ["2"] };
  const file = join(copy, "agent/agent.ts");
  await writeFile(file, "zero\none\ntwo\n");
  await applyEdits(copy, [edit], "iteration 1");
  expect(await readFile(file, "utf8")).toBe("zero\none\n2\n");

  const error = await applyEdits(copy, [edit], "iteration 1").catch((thrown: unknown) => thrown);
  expect(readDivergence(error)).toEqual({
    message: "iteration 1: agent/agent.ts is not what the coding agent edited then",
    shown: ["line 2", "  zero", "- two", "+ one"],
  });
});

test("a word of another version's in the log or the program stops nobody", async () => {
  const edits = [
    { path: "workspace/learnings.md", line: 7, old: ["gone"], new: ["gone", "## Iteration 2"] },
    { path: "PROGRAM.md", line: 9, old: ["gone"], new: ["worse"] },
  ];
  await applyEdits(copy, edits, "iteration 2");
  expect(await readFile(join(copy, "workspace/learnings.md"), "utf8")).toBe("# Learnings\n\ngone\n## Iteration 2");
  expect(await readFile(join(copy, "PROGRAM.md"), "utf8")).toMatch(/worse$/);
});
