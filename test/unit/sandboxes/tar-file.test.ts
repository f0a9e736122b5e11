import { Readable } from "node:stream";
import { pack } from "tar-stream";
import { expect, test } from "vitest";
import { readFirstEntry, tarOfFile } from "../../../src/lib/tar-file.ts";

test("a file goes in and comes out", async () => {
  const content = Buffer.from([0, 255, 10, 13, 200]);
  const long = `${"folder/".repeat(30)}žluť`;
  for (const name of ["a", long]) {
    const tar = await tarOfFile(name, content, 0o755);
    expect(await readFirstEntry(Readable.from([tar]), 5)).toEqual({ type: "file", content });
    expect(await readFirstEntry(Readable.from([tar]), 4)).toEqual({ type: "too-large", bytes: 5 });
  }
});

test("a link is told, not followed; an empty archive holds nothing; a broken one throws", async () => {
  const archive = pack();
  archive.entry({ name: "l", type: "symlink", linkname: "/etc/passwd" });
  archive.finalize();
  expect(await readFirstEntry(Readable.from(archive), 100)).toEqual({ type: "other", kind: "symlink" });
  expect(await readFirstEntry(Readable.from([Buffer.alloc(1024)]), 100)).toBeUndefined();
  await expect(readFirstEntry(Readable.from([Buffer.alloc(600, "x")]), 100)).rejects.toThrow();
});
