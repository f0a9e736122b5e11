import { readdir, readFile, stat } from "node:fs/promises";
import { join } from "node:path";
import { expect, test } from "vitest";
import type { TraceEvent } from "../../../src/core/trial.ts";
import type { Artifacts } from "../../../src/core/verification.ts";
import { forgetTrace, keptFolder, readTrace, saveTrace } from "../../../src/loop/kept-traces.ts";
import { temporaryFolder } from "../../helpers/temporary-folder.ts";

const key = "ab".repeat(32);
const event: TraceEvent = { type: "log", atMs: 1, text: "hello" };
const trace = { task: "alpha", messages: [{ role: "user", content: "hi" }], events: [event] };

function artifacts(files: Record<string, string>): Artifacts {
  const bytes = Object.entries(files).map(([path, text]) => [path, new TextEncoder().encode(text)] as const);
  return { manifest: [], files: new Map(bytes) };
}

async function openPlace() {
  const folder = await temporaryFolder();
  const trials = join(folder.path, "trials");
  return { trials, [Symbol.asyncDispose]: async () => await folder[Symbol.asyncDispose]() };
}

test("a trace is read as it was saved, and is its owner's alone", async () => {
  await using place = await openPlace();
  await saveTrace(place, key, trace);
  expect(await readTrace(place, key)).toEqual(trace);
  expect((await stat(join(keptFolder(place, key), "trace.json"))).mode & 0o777).toBe(0o600);
});

test("a trace that is not kept is null, also after it was forgotten", async () => {
  await using place = await openPlace();
  expect(await readTrace(place, key)).toBeNull();
  await saveTrace(place, key, { ...trace, artifacts: new Map([["", artifacts({ "a.txt": "secret" })]]) });
  await forgetTrace(place, key);
  expect(await readTrace(place, key)).toBeNull();
  expect(await readdir(place.trials)).toEqual([]);
});

test("what a task and its steps publish stands beside the trace, in place of an earlier execution's", async () => {
  await using place = await openPlace();
  const save = async (files: Record<string, string>) => {
    const published = new Map([
      ["", artifacts(files)],
      ["one", artifacts({ "logs/b.txt": "of a step" })],
    ]);
    await saveTrace(place, key, { ...trace, artifacts: published });
  };
  await save({ "old.txt": "old" });
  await save({ "app/a.txt": "new" });
  const folder = keptFolder(place, key);
  expect((await readdir(join(folder, "artifacts"))).sort()).toEqual(["app", "manifest.json"]);
  expect(await readFile(join(folder, "artifacts/app/a.txt"), "utf8")).toBe("new");
  expect(await readFile(join(folder, "steps/one/artifacts/logs/b.txt"), "utf8")).toBe("of a step");
  expect(await readTrace(place, key)).toEqual(trace);
});

test.each(["/etc/passwd", "../out", "a/../../out", ".."])("an artifact called %s is not written", async (path) => {
  await using place = await openPlace();
  const saving = saveTrace(place, key, { ...trace, artifacts: new Map([["", artifacts({ [path]: "x" })]]) });
  await expect(saving).rejects.toThrow(/outside its folder/);
  expect(await readTrace(place, key)).toBeNull();
});
