// Digests and matches that Harbor 0.24.0 and its pathspec gave for the same files and patterns.

import { mkdir, symlink, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { expect, test } from "vitest";
import { ignoredBy } from "../../../src/benchmarks/terminal-bench/dataset/gitignore.ts";
import { harborDigest } from "../../../src/benchmarks/terminal-bench/dataset/harbor-digest.ts";
import { temporaryFolder } from "../../helpers/temporary-folder.ts";

const shared = { "task.toml": "x = 1\n", "instruction.md": "Do it.\n", "environment/Dockerfile": "FROM x\n" };

test.each<[string, Record<string, string>, string]>([
  [
    "as usual",
    {
      ...{ "README.md": "r\n", "notes.txt": "not counted\n" },
      ...{ "environment/a.pyc": "1", "environment/__pycache__/b": "1", "tests/test.sh": "#!/bin/sh\n" },
      ...{ "tests/Z.txt": "z", "tests/a-b": "1", "tests/a/b": "2", "tests/\uff5e": "wide", "tests/\u{1f600}": "face" },
      ...{ "solution/solve.sh": "true\n", "steps/one/instruction.md": "1\n" },
    },
    "04c6ee7dfd799416a2a4c246447a6d65f45fa917581e36fa8e6355a7e8c8045e",
  ],
  [
    "with a .gitignore of its own",
    {
      ".gitignore": "*.log\n!keep.log\n/tests/big\nbuild/\n# no\n",
      ...{ "environment/a.pyc": "1", "environment/x.log": "1", "environment/keep.log": "1" },
      ...{ "tests/test.sh": "#!/bin/sh\n", "tests/big": "1", "tests/sub/big": "2" },
      ...{ "solution/build/x": "1", "trajectory.json": "{}" },
    },
    "e60d9e326b963ec70e80d38d6839673a0fa6aa6a9797f6bb3c84a3946611acf6",
  ],
])("a task %s has Harbor's own digest", async (_how, files, digest) => {
  await using folder = await temporaryFolder();
  for (const [path, content] of Object.entries({ ...shared, ...files })) {
    await mkdir(dirname(join(folder.path, path)), { recursive: true });
    await writeFile(join(folder.path, path), content);
  }
  await symlink("test.sh", join(folder.path, "tests", "link.sh"));
  await symlink("../environment", join(folder.path, "tests", "folder"));
  await symlink("nowhere", join(folder.path, "tests", "broken"));
  expect(await harborDigest(folder.path)).toBe(`sha256:${digest}`);
});

test.each<[string[], string[], string[]]>([
  [["*.pyc"], ["a.pyc", "x/a.pyc", "a.pyc/b"], ["a.pyc2", "pyc"]],
  [["/a"], ["a", "a/b"], ["x/a", "ab"]],
  [["a/b"], ["a/b", "a/b/c"], ["x/a/b", "a/x/b"]],
  [["build/"], ["build/x", "x/build/y"], ["build"]],
  [["**/b"], ["b", "x/b", "x/y/b/z"], ["ab"]],
  [["a/**/b"], ["a/b", "a/x/y/b"], ["x/a/b"]],
  [["a/**"], ["a/b", "a/b/c"], ["a", "x/a/b"]],
  [["/*"], ["a"], ["a/b"]],
  [["/"], ["a", "a/b"], []],
  [["**/"], ["a/b"], ["a"]],
  [
    ["[!a]x", "[b-d]y"],
    ["bx", "cy"],
    ["ax", "ay"],
  ],
  [
    ["a?c", "\\#d", "e\\ "],
    ["abc", "#d", "e "],
    ["a/c", "e"],
  ],
  [
    ["*", "!*.txt", "x/"],
    ["a", "x/b.txt"],
    ["a.txt", "y/b.txt"],
  ],
  [["# a", "", "a  "], ["a"], ["# a"]],
  [
    ["a.c", "(b)+"],
    ["a.c", "(b)+"],
    ["abc", "bb"],
  ],
])("the patterns %j match %j and not %j", (lines, yes, no) => {
  const ignores = ignoredBy(lines);
  expect([...yes, ...no].filter(ignores)).toEqual(yes);
});
