import { chmod, link, mkdir, readdir, readFile, readlink, symlink, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { buffer } from "node:stream/consumers";
import { createGzip, gzipSync } from "node:zlib";
import { type Header, pack } from "tar-stream";
import { describe, expect, test } from "vitest";
import { packTree } from "../../../src/lib/pack-tree.ts";
import { runCommand } from "../../../src/lib/run-command.ts";
import { noPlainFile, unpackTree } from "../../../src/lib/unpack-tree.ts";
import { snapshotTree } from "../../../src/workspace/snapshot-tree.ts";
import { temporaryFolder } from "../../helpers/temporary-folder.ts";

async function folders(): Promise<AsyncDisposable & { from: string; to: string; outside: string }> {
  const root = await temporaryFolder();
  const [from, to, outside] = ["from", "to", "outside"].map((name) => join(root.path, name)) as [
    string,
    string,
    string,
  ];
  for (const folder of [from, to, outside]) await mkdir(folder);
  return { from, to, outside, [Symbol.asyncDispose]: async () => await root[Symbol.asyncDispose]() };
}

type Head = Partial<Header> & { name: string };

/** As somebody might make it who is not to be trusted. */
async function archiveOf(entries: ReadonlyArray<[Head, string?]>): Promise<Uint8Array> {
  const archive = pack();
  for (const [header, content = ""] of entries) archive.entry(header, content);
  archive.finalize();
  return await buffer(archive.pipe(createGzip()));
}

describe("a tree of one's own", () => {
  test("comes back as it was: modes, links, empty folders, any bytes", async () => {
    await using at = await folders();
    await mkdir(join(at.from, "a/empty"), { recursive: true });
    await writeFile(join(at.from, "a/bytes"), Buffer.from([0, 255, 10, 13]), { mode: 0o600 });
    await writeFile(join(at.from, `a/${"long".repeat(50)}`), "é", { mode: 0o755 });
    await symlink("../nowhere", join(at.from, "a/link"));
    await chmod(join(at.from, "a/empty"), 0o750);
    await unpackTree(await packTree(at.from), at.to);
    expect(await snapshotTree(at.to)).toEqual(await snapshotTree(at.from));
  });

  test("leaves out what is ignored, and everything but one entry where that is asked", async () => {
    await using at = await folders();
    for (const path of ["a/x", "a/y", "b/x"]) {
      await mkdir(join(at.from, path, ".."), { recursive: true });
      await writeFile(join(at.from, path), path);
    }
    await unpackTree(await packTree(at.from, { only: "a", ignore: ["a/y"] }), at.to);
    expect((await readdir(at.to, { recursive: true })).sort()).toEqual(["a", "a/x"]);
  });

  test("shows whatever is no plain file as a link that leads nowhere", async () => {
    await using at = await folders();
    await writeFile(join(at.from, "twice"), "x");
    await link(join(at.from, "twice"), join(at.from, "again"));
    await runCommand(["mkfifo", join(at.from, "pipe")], { signal: AbortSignal.timeout(10_000) });
    await writeFile(join(at.from, "root"), "x");
    await chmod(join(at.from, "root"), 0o4755);
    await writeFile(join(at.from, "large"), "x".repeat(100));
    await unpackTree(await packTree(at.from, { maxFileBytes: 99 }), at.to);
    for (const name of ["again", "large", "pipe", "root", "twice"]) {
      expect([name, await readlink(join(at.to, name))]).toEqual([name, noPlainFile]);
    }
  });
});

describe("somebody's archive", () => {
  const refused: ReadonlyArray<[what: string, entries: ReadonlyArray<[Head, string?]>, code: string]> = [
    ["a name that leads out", [[{ name: "../outside/x" }, "x"]], "tree-malformed"],
    ["a name that leads out in its middle", [[{ name: "a/../../outside/x" }, "x"]], "tree-malformed"],
    ["an absolute name", [[{ name: "/outside/x" }, "x"]], "tree-malformed"],
    [
      "a file below a link of its own",
      [[{ name: "a", type: "symlink", linkname: "../outside" }], [{ name: "a/x" }, "x"]],
      "tree-malformed",
    ],
    [
      "a file in place of a link of its own",
      [[{ name: "a", type: "symlink", linkname: "../outside/x" }], [{ name: "a" }, "x"]],
      "tree-malformed",
    ],
    [
      "a folder in place of a link of its own",
      [
        [{ name: "a", type: "symlink", linkname: "../outside" }],
        [{ name: "a", type: "directory" }],
        [{ name: "a/x" }, "x"],
      ],
      "tree-malformed",
    ],
    [
      "one file twice",
      [
        [{ name: "a" }, "x"],
        [{ name: "a" }, "y"],
      ],
      "tree-malformed",
    ],
    ["too many files", Array.from({ length: 21 }, (_, index) => [{ name: `f${index}` }, "x"]), "tree-too-large"],
    ["too many bytes", [[{ name: "a" }, "x".repeat(100_000)]], "tree-too-large"],
  ];

  test.each(refused)("with %s is refused, and nothing lands outside", async (_what, entries, code) => {
    await using at = await folders();
    const archive = await archiveOf(entries);
    await expect(unpackTree(archive, at.to, { maxEntries: 20, maxBytes: 50_000 })).rejects.toMatchObject({
      fault: "agent",
      code,
    });
    expect(await readdir(at.outside)).toEqual([]);
  });

  test("that is none, or cut short, is refused", async () => {
    await using at = await folders();
    const whole = await archiveOf([[{ name: "a" }, "x".repeat(5000)]]);
    for (const archive of [Buffer.from("no archive"), gzipSync("no tar"), whole.subarray(0, whole.length / 2)]) {
      await expect(unpackTree(archive, at.to)).rejects.toMatchObject({ code: "tree-malformed" });
    }
  });

  test("keeps its links as they are said, and devices as what they are not", async () => {
    await using at = await folders();
    const archive = await archiveOf([
      [{ name: "host", type: "symlink", linkname: "/etc/passwd" }],
      [{ name: "hard", type: "link", linkname: "host" }],
      [{ name: "disk", type: "block-device", devmajor: 8, devminor: 0 }],
      [{ name: "closed", type: "directory", mode: 0 }],
      [{ name: "closed/x", mode: 0o644 }, "x"],
    ]);
    await unpackTree(archive, at.to);
    expect(await readlink(join(at.to, "host"))).toBe("/etc/passwd");
    expect(await readlink(join(at.to, "hard"))).toBe(noPlainFile);
    expect(await readlink(join(at.to, "disk"))).toBe(noPlainFile);
    expect(await readFile(join(at.to, "closed/x"), "utf8")).toBe("x");
  });
});
