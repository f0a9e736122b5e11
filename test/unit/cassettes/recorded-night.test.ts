// The recorded night that is committed with the project, replayed from the command line as anybody may: in a folder with
// nothing in it, without engine and key.

import { readdir, readFile, rm, stat, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { changedRecording, replaceIn } from "../../helpers/changed-recording.ts";
import { type CliResult, runCli } from "../../helpers/run-cli.ts";
import { type TemporaryFolder, temporaryFolder } from "../../helpers/temporary-folder.ts";

// Real processes on a machine that may be busy.
vi.setConfig({ testTimeout: 240_000 });

const fixture = join(import.meta.dirname, "../../fixtures/night");
const stale = "test/fixtures/night does not fit any more; if that is meant: node scripts/record-night.ts (with Docker)";

let place: TemporaryFolder;

beforeAll(async () => {
  place = await temporaryFolder();
});

afterAll(async () => await place[Symbol.asyncDispose]());

async function replay(...args: string[]): Promise<CliResult> {
  const env = {
    DOCKER_HOST: "tcp://127.0.0.1:1",
    OPENAI_API_KEY: undefined,
    XDG_STATE_HOME: join(place.path, "state"),
  };
  return await runCli(["replay", ...args, "--unboxed"], { cwd: place.path, env });
}

async function changed(change: (folder: string) => Promise<void>): Promise<string> {
  return await changedRecording({ recording: fixture, folder: place.path }, change);
}

test("the recorded night replays twice, each time as recorded", async () => {
  const [first, second] = [await replay(fixture), await replay(fixture)];
  expect(first, `${stale}\n${first.stdout}${first.stderr}`).toMatchObject({ exitCode: 0 });
  expect(first.stdout.split("\n")).toEqual([
    "baseline: 2 train and 2 test tasks",
    "iteration 1: accepted (improvement), as recorded",
    "iteration 2: rejected (suite), as recorded",
    "iteration 3: rejected (syntax-error), as recorded",
    "iteration 4: rejected (forbidden-file), as recorded",
    expect.stringMatching(
      /^✓ night: 4 iterations, 1 accepted, \d+ trials replayed in .*results\.tsv and trees as recorded$/,
    ),
    "",
  ]);
  const timeless = ({ stdout }: CliResult) => stdout.replace(/replayed in [^;]+;/, "replayed;");
  expect(timeless(second)).toBe(timeless(first));
});

test("an edited agent shows the first line that differs", async () => {
  const agent = await readFile(join(fixture, "agent.ts"), "utf8");
  await writeFile(join(place.path, "edited.ts"), agent.replace("Read what is there", "Look at what is there"));
  const { exitCode, stdout } = await replay(fixture, "--agent", "edited.ts");
  expect(exitCode).toBe(1);
  expect(stdout).toMatch(
    /^✗ night: \S+ \(baseline\): differs at request 1 of \d+: model POST \/v1\/chat\/completions\n/,
  );
  expect(stdout).toContain("    - - Read what is there before you change it.\n    + - Look at what is there before");
  const told = await replay(fixture, "--agent", "edited.ts", "--json");
  expect(JSON.parse(told.stdout)).toMatchObject({
    same: false,
    divergence: expect.stringContaining("differs at request"),
  });
});

test("an agent that diverges in the middle of the night says in which trial", async () => {
  const edited = await changed(async (folder) => {
    await replaceIn(join(folder, "coding/it-1.json"), "work through all of it.", "work through it.");
  });
  const { exitCode, stdout } = await replay(edited);
  expect(exitCode).toBe(1);
  expect(stdout).toMatch(/^baseline: .*\n✗ night: \S+ \((?:screen|test) it-1\): differs at request 1 of \d+/);
});

test("another result, another verdict and what is missing are each said by name", async () => {
  const row = await changed(
    async (folder) => await replaceIn(join(folder, "night.json"), /("rows": \[\s+\[\s+0,\s+)"0\.\d+"/, '$1"0.9999"'),
  );
  const results = await replay(row);
  expect(results.exitCode).toBe(1);
  expect(results.stdout).toMatch(
    /✗ night: results\.tsv came out otherwise\n(?:.*\n)+ {4}- +"iteration 0: val_score 0\.9999/,
  );

  const verdict = await changed(
    async (folder) => await replaceIn(join(folder, "night.json"), '"verdict": "accepted"', '"verdict": "inconclusive"'),
  );
  expect(await replay(verdict)).toMatchObject({
    ...{ exitCode: 1, stdout: expect.stringMatching(/✗ night: iteration 1 came out otherwise\n/) },
  });

  const task = join("TEST", "cron-move-jobs");
  const [name = ""] = await readdir(join(fixture, task));
  const lost = await replay(await changed(async (folder) => await rm(join(folder, task, name))));
  expect(lost).toMatchObject({ exitCode: 2, stderr: expect.stringContaining(`${join(task, name)} can't be read`) });
  const session = await replay(await changed(async (folder) => await rm(join(folder, "coding/it-1.json"))));
  expect(session).toMatchObject({ exitCode: 2, stderr: expect.stringMatching(/coding\/it-1\.json can't be read/) });
  const damaged = await replay(await changed(async (folder) => await writeFile(join(folder, "night.json"), "{}")));
  expect(damaged).toMatchObject({ exitCode: 2, stderr: expect.stringMatching(/is no recorded night of version 1/) });
});

test("recorded test trials are named as such, and nothing in them is of this machine", async () => {
  const names = await readdir(fixture, { recursive: true });
  const files = names.filter((name) => name.endsWith(".json"));
  const texts = await Promise.all(
    files.map(async (name) => [name, await readFile(join(fixture, name), "utf8")] as const),
  );
  const firstLines = texts.filter(([name]) => name.startsWith("TEST/")).map(([, text]) => text.split("\n")[0]);
  expect(new Set(firstLines)).toEqual(new Set(['{ "cassette": "a TEST trial, version 1",']));
  expect(texts.filter(([, text]) => /\/root\/|\/home\/|sk-/.test(text)).map(([name]) => name)).toEqual([]);
  const bytes = await Promise.all(names.map(async (name) => (await stat(join(fixture, name))).size));
  expect(bytes.reduce((sum, size) => sum + size, 0)).toBeLessThan(500_000);
});

test("flags that contradict each other, and a night that is not there, are said", async () => {
  expect(await replay(fixture, "--night", "--task-ids", "cron-move-jobs")).toMatchObject({
    ...{ exitCode: 2, stdout: "", stderr: expect.stringMatching(/--night and --task-ids/) },
  });
  const cut = await changed(async (folder) => await rm(join(folder, "night.json")));
  expect(await replay(cut, "--night")).toMatchObject({
    exitCode: 2,
    stderr: expect.stringMatching(/holds no night\.json/),
  });
  const single = await replay(fixture, "--task-ids", "cron-move-jobs");
  expect(single).toMatchObject({
    exitCode: 0,
    stdout: expect.stringMatching(/\d trials replayed: \d same, 0 diverged\n$/),
  });
});
