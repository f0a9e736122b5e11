import { Readable } from "node:stream";
import { buffer } from "node:stream/consumers";
import { type Header, pack } from "tar-stream";
import { expect, test } from "vitest";
import { packTarEntries, readTarEntries, type TarEntry } from "../../../src/lib/tar-entries.ts";

const bounds = { maxBytes: 1000, maxEntries: 10 };
const empty = Buffer.alloc(0);

type Entry = Partial<Header> & Pick<Header, "name">;

async function tarOf(...entries: ReadonlyArray<[Entry, string?]>): Promise<Readable> {
  const archive = pack();
  for (const [header, content] of entries) archive.entry(header, content ?? "");
  archive.finalize();
  return Readable.from([await buffer(archive)]);
}

test("files, folders and links come out as they went in", async () => {
  const entries: TarEntry[] = [
    { path: "a", type: "folder", mode: 0o750, content: empty, linkTarget: "" },
    { path: "a/b", type: "file", mode: 0o755, content: Buffer.from("text"), linkTarget: "" },
    { path: "a/c", type: "link", mode: 0o777, content: empty, linkTarget: "../x" },
  ];
  expect(await readTarEntries(Readable.from([await packTarEntries(entries)]), bounds)).toEqual(entries);
});

test("what leads out of the archive, and what is no file, folder or link, is left out", async () => {
  const tar = await tarOf(
    [{ name: "../up" }, "1"],
    [{ name: "a/../../up" }, "1"],
    [{ name: "/absolute" }, "1"],
    [{ name: "pipe", type: "fifo" }],
    [{ name: "again", type: "link", linkname: "absolute" }],
    [{ name: "./", type: "directory" }],
  );
  expect((await readTarEntries(tar, bounds)).map(({ path }) => path)).toEqual(["absolute"]);
});

test("bits that make a program run as its owner are taken off", async () => {
  const [entry] = await readTarEntries(await tarOf([{ name: "a", mode: 0o4755 }, "1"]), bounds);
  expect(entry?.mode).toBe(0o755);
});

test.each([
  ["rubbish", Buffer.alloc(512, 1)],
  [
    "an archive that is cut short",
    Buffer.concat([Buffer.from(await buffer(await tarOf([{ name: "a" }, "1"])))]).subarray(0, 512),
  ],
])("%s is the task's fault", async (_what, bytes) => {
  const reading = readTarEntries(Readable.from([bytes]), bounds);
  await expect(reading).rejects.toMatchObject({ fault: "task", code: "archive-malformed" });
});

test("what breaks the stream is not the archive's fault", async () => {
  const lost = new Error("connection reset");
  const stream = new Readable({ read: () => void stream.destroy(lost) });
  await expect(readTarEntries(stream, bounds)).rejects.toBe(lost);
});

test("more than the bounds is the task's fault, before it is read", async () => {
  const large = readTarEntries(await tarOf([{ name: "a" }, "x".repeat(1001)]), bounds);
  await expect(large).rejects.toMatchObject({ fault: "task", code: "file-too-large" });
  const many = await tarOf(...Array.from({ length: 11 }, (_, n): [Entry, string] => [{ name: `${n}` }, ""]));
  await expect(readTarEntries(many, bounds)).rejects.toThrow("more than 10 files");
});
