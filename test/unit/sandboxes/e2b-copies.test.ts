import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, test } from "vitest";
import { stageCopies } from "../../../src/sandboxes/e2b/copies.ts";
import { temporaryFolder } from "../../helpers/temporary-folder.ts";

test.each([
  [["*"], ["a.txt", "b"]],
  [["b/*"], ["c.txt", "d"]],
  [
    ["*.txt", "/b/"],
    ["a.txt", "b"],
  ],
  [["."], ["context"]],
])("what %j names is taken once, folders with what is in them", async (paths, tops) => {
  await using folder = await temporaryFolder();
  await mkdir(join(folder.path, "b/d"), { recursive: true });
  const files = ["a.txt", "b/c.txt", "b/d/e.txt", "Dockerfile"];
  for (const file of files) await writeFile(join(folder.path, file), file);
  await using target = await temporaryFolder();
  const copies = await stageCopies(
    { from: { kind: "context" }, paths },
    {
      ...{ folder: folder.path, entries: ["a.txt", "b", "b/c.txt", "b/d", "b/d/e.txt"], target: target.path },
      ...{ prefix: "copy", name: "x", signal: new AbortController().signal },
      readStageFiles: async () => expect.unreachable("nothing is of a stage"),
    },
  );
  expect(copies.map(({ top }) => top)).toEqual(tops);
});
