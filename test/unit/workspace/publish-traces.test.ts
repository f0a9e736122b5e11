import { mkdir, readdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, test } from "vitest";
import { type PublishedTrial, publishTraces } from "../../../src/workspace/publish-traces.ts";
import { safeName } from "../../../src/workspace/safe-name.ts";
import { temporaryFolder } from "../../helpers/temporary-folder.ts";

function trial(task: string, reward: number): PublishedTrial {
  return { task, trace: { messages: [{ role: "user", content: task }] }, result: { reward, duration_ms: 5 } };
}

async function open(folder: string): Promise<{ latestTraces: string; baselineTraces: string }> {
  return { latestTraces: join(folder, "traces", "latest"), baselineTraces: join(folder, "traces", "baseline") };
}

test("latest is replaced as a set, the baseline stays the first one", async () => {
  await using folder = await temporaryFolder();
  const folders = await open(folder.path);
  await publishTraces(folders, [trial("a", 0), trial("../../b", 1)]);
  await publishTraces(folders, [trial("a", 1)]);
  expect(await readdir(folders.latestTraces)).toEqual(["a"]);
  expect((await readdir(folders.baselineTraces)).sort()).toEqual([safeName("../../b"), "a"].sort());
  expect(JSON.parse(await readFile(join(folders.latestTraces, "a", "trace.json"), "utf8"))).toEqual({
    task: "a",
    messages: [{ role: "user", content: "a" }],
  });
  const result = async (path: string): Promise<unknown> =>
    JSON.parse(await readFile(join(path, "a", "result.json"), "utf8"));
  expect(await result(folders.latestTraces)).toEqual({ task: "a", reward: 1, duration_ms: 5 });
  expect(await result(folders.baselineTraces)).toEqual({ task: "a", reward: 0, duration_ms: 5 });
});

test("further trials of a task lie below its first", async () => {
  await using folder = await temporaryFolder();
  const folders = await open(folder.path);
  await publishTraces(
    folders,
    [0, 1, 2].map((index) => ({ ...trial("a", index % 2), index })),
  );
  const rewards = ["a", "a/trial-2", "a/trial-3"].map(async (path) => {
    return JSON.parse(await readFile(join(folders.latestTraces, path, "result.json"), "utf8")).reward;
  });
  expect(await Promise.all(rewards)).toEqual([0, 1, 0]);
});

test("a set that can't be written leaves the last one, and nothing half done stays", async () => {
  await using folder = await temporaryFolder();
  const folders = await open(folder.path);
  await publishTraces(folders, [trial("a", 0)]);
  const bad = { ...trial("b", 1), result: { reward: 1n } };
  await expect(publishTraces(folders, [trial("a", 1), bad])).rejects.toThrow(TypeError);
  await expect(publishTraces(folders, [trial("a", 1), trial("a", 0)])).rejects.toThrow("one trial twice");
  expect(await readdir(folders.latestTraces)).toEqual(["a"]);
  expect((await readdir(join(folder.path, "traces"))).sort()).toEqual(["baseline", "latest"]);
});

test("what a killed host left is cleared away", async () => {
  await using folder = await temporaryFolder();
  const folders = await open(folder.path);
  const left = join(folder.path, "traces", ".publishing-latest-0123");
  await mkdir(left, { recursive: true });
  await writeFile(join(left, "x"), "");
  await publishTraces(folders, [trial("a", 0)]);
  expect((await readdir(join(folder.path, "traces"))).sort()).toEqual(["baseline", "latest"]);
});
