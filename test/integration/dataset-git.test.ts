// A dataset in a git repository, from its address to trials in boxes.

import { readFile, rm } from "node:fs/promises";
import { join } from "node:path";
import { expect, test } from "vitest";
import { checkReportSchema } from "../../src/check/admission.ts";
import { openCliScene } from "../helpers/cli-scene.ts";
import { makeTaskRepository, taskFiles } from "../helpers/task-repository.ts";

test("tasks of a branch are fetched, frozen and run: oracle earns 1, nop 0, also without the repository", async () => {
  await using scene = await openCliScene();
  const repository = await makeTaskRepository(join(scene.folder, "published"));
  const commit = await repository.commit({
    ...taskFiles("tasks/one", { "environment/again.sh": "link:../tests/test.sh" }),
    ...taskFiles("tasks/other"),
  });
  const dataset = `git+${repository.url}@main`;
  const args = ["check", dataset, "--task-ids", "one", "--json"];

  const first = await scene.run(args);
  expect(first.stderr).toContain(`dataset: ${dataset} is ${repository.url} at ${commit}`);
  expect(first.stderr).toContain("this is frozen in datasets.lock.json; commit that file");
  const { tasks } = checkReportSchema.parse(JSON.parse(first.stdout));
  expect(tasks).toMatchObject([
    { task: "one", admission: "admitted", oracle: { rewards: expect.arrayContaining([1]) } },
  ]);
  expect(tasks[0]?.nop?.rewards.every((reward) => reward === 0)).toBe(true);
  expect(first.exitCode).toBe(0);

  const lock = await readFile(join(scene.folder, "datasets.lock.json"), "utf8");
  await rm(repository.folder, { recursive: true });
  const again = await scene.run([...args, "--agent", "nop"]);
  expect([again.exitCode, again.stderr.includes("fetching")]).toEqual([0, false]);
  expect(await readFile(join(scene.folder, "datasets.lock.json"), "utf8")).toBe(lock);
  expect(await scene.leftovers()).toEqual([]);
}, 600_000);
