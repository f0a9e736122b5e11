// Trials of the bundled tasks, recorded in real boxes and replayed where no engine answers.

import { readdir, readFile, rename, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, test } from "vitest";
import { openCliScene } from "../helpers/cli-scene.ts";

const tasks = ["csv-contact-merge", "json-catalog-reshape", "text-timesheet-totals"];
const noEngine = { env: { DOCKER_HOST: "tcp://127.0.0.1:1" } };

test("recorded trials replay to the same reward without engine, task and model, and show what an edit changes", async () => {
  await using scene = await openCliScene();
  const config = ["benchmark: terminal-bench", "agent_model: rehearsal/starter", "coding_agent: rehearsal"];
  await writeFile(
    join(scene.folder, "experiment_config.yaml"),
    [...config, "max_concurrency: 2", `task_ids: [${tasks.join(", ")}]`, ""].join("\n"),
  );

  const shown = await scene.run(["prepare", "--record", "workspace/tapes"]);
  expect(shown).toMatchObject({ exitCode: 2, stderr: expect.stringMatching(/coding agents may read/) });
  const nothing = await scene.run(["prepare", "--record-test"]);
  expect(nothing).toMatchObject({ exitCode: 2, stderr: expect.stringMatching(/record_test without record/) });

  const prepared = await scene.run(["prepare", "--record", "tapes", "--record-test"]);
  expect(prepared).toMatchObject({ exitCode: 0, stderr: "" });
  expect(prepared.stdout).toMatch(/recording train and TEST trials to .*tapes/);
  // A baseline makes the split: until then, every task may be a test task.
  expect((await readdir(join(scene.folder, "tapes"))).sort()).toEqual(["TEST", "agents"]);
  const files = await cassettesBelow(join(scene.folder, "tapes"));
  expect(files).toHaveLength(3);
  const firstLines = await Promise.all(files.map(async (file) => (await readFile(file, "utf8")).split("\n")[0]));
  expect(new Set(firstLines)).toEqual(new Set(['{ "cassette": "a TEST trial, version 1",']));

  const boxed = await scene.run(["replay", "tapes", "--task-ids", "csv-contact-merge"]);
  expect(boxed).toMatchObject({ exitCode: 0, stderr: "" });
  expect(boxed.stdout).toMatch(
    /^✓ csv-contact-merge \(baseline\): same, \d+ requests, finished; reward [01] as recorded\n/,
  );

  const refused = await scene.run(["replay", "tapes"], noEngine);
  expect(refused).toMatchObject({
    exitCode: 2,
    stdout: "",
    stderr: expect.stringMatching(/--unboxed needs no engine/),
  });

  const unboxed = await scene.run(["replay", "tapes", "--unboxed"], noEngine);
  expect(unboxed).toMatchObject({ exitCode: 0, stderr: expect.stringMatching(/WITHOUT a box/) });
  expect(unboxed.stdout).toMatch(/3 trials replayed: 3 same, 0 diverged\n$/);

  const agentFile = join(scene.folder, "agent/agent.ts");
  const edited = (await readFile(agentFile, "utf8")).replace("Read what is there", "Look at what is there");
  await writeFile(agentFile, edited);
  const diverged = await scene.run(["replay", "tapes", "--unboxed", "--agent", "agent/agent.ts"], noEngine);
  expect(diverged).toMatchObject({ exitCode: 1 });
  expect(diverged.stdout).toMatch(/differs at request 1 of \d+: model POST \/v1\/chat\/completions/);
  expect(diverged.stdout).toContain(
    "    - - Read what is there before you change it.\n    + - Look at what is there before",
  );
  const told = await scene.run(["replay", "tapes", "--unboxed", "--agent", "agent/agent.ts", "--json"], noEngine);
  expect(
    told.stdout
      .trim()
      .split("\n")
      .map((line) => JSON.parse(line).divergence),
  ).toEqual(tasks.map(() => "differs"));

  await writeFile(agentFile, "export class {");
  const broken = await scene.run(["replay", "tapes", "--unboxed", "--agent", "agent/agent.ts"], noEngine);
  expect(broken).toMatchObject({ exitCode: 2, stderr: expect.stringMatching(/--agent agent\/agent\.ts: agent\.ts:1/) });
  expect(await scene.run(["replay", "nowhere"], noEngine)).toMatchObject({ exitCode: 2 });
  await writeFile(files[0] ?? "", "{}");
  const invalid = await scene.run(["replay", "tapes", "--unboxed"], noEngine);
  expect(invalid).toMatchObject({ exitCode: 2, stderr: expect.stringMatching(/is no cassette of version 1/) });
  await rename(join(scene.folder, "tapes/agents"), join(scene.folder, "agents"));
  const unknown = await scene.run(["replay", "tapes", "--unboxed", "--task-ids", "json-catalog-reshape"], noEngine);
  expect(unknown).toMatchObject({ exitCode: 2 });
  expect(await scene.leftovers()).toEqual([]);
}, 600_000);

async function cassettesBelow(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => entry.isFile() && entry.name.endsWith(".json"))
    .map((entry) => join(entry.parentPath, entry.name))
    .sort();
}
