import { chmod, mkdir, mkdtemp, rm, symlink, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pipeline } from "node:stream/promises";
import { extract } from "tar-stream";
import { afterEach, beforeEach, expect, test } from "vitest";
import { packBuildContext, readBuildContext } from "../../../src/sandboxes/build-context.ts";

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "context-"));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

test("the context holds what isn't ignored, links as links, and the Dockerfile as given", async () => {
  await mkdir(join(folder, "deep/er"), { recursive: true });
  await writeFile(join(folder, "Dockerfile"), "FROM a\n");
  await writeFile(join(folder, ".dockerignore"), "Dockerfile\ndeep\n!deep/er/wanted\n");
  await writeFile(join(folder, "deep/er/wanted"), "w");
  await writeFile(join(folder, "deep/er/not"), "n");
  await writeFile(join(folder, "run.sh"), "#!/bin/sh\n");
  await chmod(join(folder, "run.sh"), 0o755);
  await symlink("/etc/passwd", join(folder, "link"));
  const context = await readBuildContext(folder);
  expect(context.dockerfile).toBe("FROM a\n");
  const parser = extract();
  const piped = pipeline(packBuildContext(folder, { ...context, dockerfile: "FROM b\n" }), parser);
  const seen: Record<string, unknown> = {};
  for await (const entry of parser) {
    const chunks: Buffer[] = [];
    for await (const chunk of entry) chunks.push(Buffer.from(chunk as Uint8Array));
    const { name, type, mode, uid, linkname } = entry.header;
    seen[name] = [type, type === "file" ? (mode ?? 0) & 0o111 : linkname, uid, Buffer.concat(chunks).toString()];
  }
  await piped;
  expect(seen).toEqual({
    ".dockerignore": ["file", 0, 0, "Dockerfile\ndeep\n!deep/er/wanted\n"],
    Dockerfile: ["file", 0, 0, "FROM b\n"],
    "deep/er/wanted": ["file", 0, 0, "w"],
    link: ["symlink", "/etc/passwd", 0, ""],
    "run.sh": ["file", 0o111, 0, "#!/bin/sh\n"],
  });
});

test("a folder without a Dockerfile is the task's fault", async () => {
  await expect(readBuildContext(folder)).rejects.toMatchObject({ fault: "task", code: "dockerfile-missing" });
});
