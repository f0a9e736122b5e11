// Images of Docker sandboxes: built once, replaced bases, failures told apart.

import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { ImageSource } from "../../src/core/sandbox.ts";
import { digestFolder } from "../../src/lib/digest-folder.ts";
import { openTestDocker, type TestDocker } from "../helpers/open-test-docker.ts";

const signal = new AbortController().signal;
const base: ImageSource = { kind: "image", reference: "debian:bookworm-slim" };
let opened: TestDocker;
let folder: string;
const tags = new Set<string>();

beforeAll(async () => {
  opened = await openTestDocker();
  folder = await mkdtemp(join(tmpdir(), "auto-harness-context-"));
});

afterAll(async () => {
  const left = await opened.leftovers();
  for (const tag of tags) await opened.docker.getImage(tag).remove({ force: true });
  await opened[Symbol.asyncDispose]();
  await rm(folder, { recursive: true, force: true });
  expect([left, opened.provider.failedCleanups]).toEqual([[], 0]);
});

async function contextOf(files: Record<string, string>): Promise<Extract<ImageSource, { kind: "build" }>> {
  const context = await mkdtemp(join(folder, "build-"));
  for (const [name, content] of Object.entries(files)) await writeFile(join(context, name), content);
  // A comment of its own keeps every test's digest apart from what earlier runs left.
  await writeFile(join(context, ".salt"), `${context}\n`);
  return { kind: "build", name: "a-task", context, digest: await digestFolder(context) };
}

describe("images", () => {
  test("one unbuilt image is built once, whoever asks at the same time, and found again later", async () => {
    const source = await contextOf({
      Dockerfile: "FROM debian:bookworm-slim\nCOPY . /in/\nRUN echo built-here && ls -a /in\n",
      ".dockerignore": "secret*\n",
      "secret.txt": "no",
      "kept.txt": "yes",
    });
    const logs: string[][] = [[], [], []];
    const prepared = await Promise.all(
      logs.map((log) => opened.provider.prepareImage(source, { signal, onLog: (line) => void log.push(line) })),
    );
    const reference = prepared[0]?.reference ?? "";
    tags.add(reference);
    expect(new Set(prepared.map((image) => image.reference)).size).toBe(1);
    expect(logs[0]?.join("\n")).toMatch(/built-here/);
    await using other = await openTestDocker();
    expect(await other.provider.prepareImage(source, { signal })).toMatchObject({ reference, built: false });
    await using sandbox = await opened.provider.open(opened.specOf({ image: source }), { signal });
    const listed = await sandbox.session.exec("ls -a /in", { signal });
    expect(listed.stdout.split("\n")).toEqual(expect.arrayContaining(["kept.txt", "Dockerfile"]));
    expect(listed.stdout).not.toMatch(/secret/);
  });

  test("a base image that can't be had is replaced in what is sent, noted, and never on disk", async () => {
    const dockerfile = "ARG TAG=wood\nFROM no.such/base:$TAG AS one\nRUN touch /made\nFROM one\n";
    const source = await contextOf({ Dockerfile: dockerfile });
    const stand = await opened.provider.prepareImage(base, { signal });
    const asked: string[] = [];
    await using other = await openTestDocker({
      resolveBaseImage: async (reference) => {
        asked.push(reference);
        return { reference: stand.reference, substituted: true, note: "a stand-in for wood" };
      },
    });
    const lines: string[] = [];
    const onLog = (line: string) => void lines.push(line);
    const image = await other.provider.prepareImage(source, { signal, onLog });
    tags.add(image.reference);
    expect(asked).toEqual(["no.such/base:wood"]);
    expect(image).toMatchObject({ built: true, notes: ["a stand-in for wood"] });
    expect(image.reference).toMatch(new RegExp(`^auto-harness/task:${source.digest.slice(0, 16)}-[0-9a-f]{8}$`));
    expect(lines.filter((line) => line === "a stand-in for wood")).toHaveLength(1);
    expect(await readFile(join(source.context, "Dockerfile"), "utf8")).toBe(dockerfile);
    const spec = { ...opened.specOf({ image: source }), labels: { ...opened.specOf().labels, owner: other.owner.id } };
    await using sandbox = await other.provider.open(spec, { signal });
    expect(sandbox.imageNotes).toEqual(["a stand-in for wood"]);
    expect((await sandbox.session.exec("test -e /made", { signal })).exitCode).toBe(0);
  });

  test.each([
    ["buildx", "docker"],
    ["the classic builder", "no-such-docker"],
  ])("a failing Dockerfile is the task's fault and its log's end is told: %s", async (_name, file) => {
    await using other = await openTestDocker({ cli: { file, env: {} } });
    const source = await contextOf({ Dockerfile: "FROM debian:bookworm-slim\nRUN echo the-reason >&2; exit 9\n" });
    const failing = other.provider.prepareImage(source, { signal });
    await expect(failing).rejects.toMatchObject({ fault: "task", code: "image-build-failed" });
    await expect(failing).rejects.toThrow(/the-reason/);
    const empty = await contextOf({});
    await expect(other.provider.prepareImage(empty, { signal })).rejects.toMatchObject({ fault: "task" });
  });

  test("the classic builder builds what it can and refuses by name what it can't", async () => {
    await using other = await openTestDocker({ cli: { file: "no-such-docker", env: {} } });
    const plain = await contextOf({ Dockerfile: "FROM debian:bookworm-slim\nCOPY .salt /salt\n" });
    const image = await other.provider.prepareImage(plain, { signal });
    tags.add(image.reference);
    expect(image.built).toBe(true);
    const cache = "RUN --mount=type=cache,target=/x true";
    const modern = await contextOf({ Dockerfile: `FROM debian:bookworm-slim\n${cache}\n` });
    await expect(other.provider.prepareImage(modern, { signal })).rejects.toMatchObject({
      fault: "config",
      code: "buildx-needed",
      context: { needs: ["RUN --mount"] },
    });
  });

  test("a build over its time and an aborted one end", async () => {
    const source = await contextOf({ Dockerfile: "FROM debian:bookworm-slim\nRUN sleep 120\n" });
    await expect(opened.provider.prepareImage({ ...source, timeoutMs: 2500 }, { signal })).rejects.toMatchObject({
      fault: "infrastructure",
      code: "image-build-timeout",
    });
    const reason = new Error("enough");
    const controller = new AbortController();
    const building = opened.provider.prepareImage(source, { signal: controller.signal });
    setTimeout(() => controller.abort(reason), 1500);
    await expect(building).rejects.toBe(reason);
  });
});
