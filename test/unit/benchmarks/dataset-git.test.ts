// What `dataset:` of a git repository gives.

import { readdir, readFile, rm, stat } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, test, vi } from "vitest";
import type { TerminalTask } from "../../../src/benchmarks/terminal-bench/format/load-task.ts";
import { terminalBench } from "../../../src/benchmarks/terminal-bench/terminal-bench.ts";
import { ids, openDatasetScene, refused } from "../../helpers/dataset-scene.ts";
import { makeTaskRepository, taskFiles } from "../../helpers/task-repository.ts";

vi.setConfig({ testTimeout: 120_000 });

describe("a dataset in git", () => {
  test("is read at a branch's commit, byte for byte, with modes, and named by its facts", async () => {
    await using scene = await openDatasetScene();
    const dataset = `git+${scene.repository.url}@main`;
    const tasks = await scene.load(dataset);
    expect(ids(tasks)).toEqual(["easy", "hard"]);
    const [, hard] = tasks;
    expect(hard).toMatchObject({
      instruction: "Do more.",
      oracle: true,
      facts: {
        ...{ dataset, dataset_revision: scene.first, git_url: scene.repository.url },
        ...{ git_commit_id: scene.first, path: "tasks/hard", harbor_digest: expect.stringMatching(/^sha256:/) },
      },
    });
    const folder = hard?.folder ?? "";
    expect(await readFile(join(folder, "tests/data.bin"), "utf8")).toBe("\u0000\u00ff\r\n");
    expect((await stat(join(folder, "tests/test.sh"))).mode & 0o777).toBe(0o755);
    expect((await stat(join(folder, "task.toml"))).mode & 0o777).toBe(0o644);
    expect(terminalBench.scoreFacts?.(terminalBench.options.parse({ dataset }), tasks, { user: null })).toEqual({
      label: "",
      facts: { dataset, dataset_revision: scene.first },
    });
  });

  test("has the digests that the same tasks in a folder have", async () => {
    await using scene = await openDatasetScene();
    const digests = (tasks: TerminalTask[]) =>
      tasks.map(({ digest, environmentDigest, facts }) => [digest, environmentDigest, facts?.["harbor_digest"]]);
    expect(digests(await scene.load(`git+${scene.repository.url}@main`))).toEqual(
      digests(await scene.load(join(scene.repository.folder, "tasks"))),
    );
    expect(ids(await scene.load(scene.repository.folder))).toEqual(["easy", "hard"]);
  });

  test("stays at the commit of its first use when the branch moves, until its entry is deleted", async () => {
    await using scene = await openDatasetScene();
    const { repository, first, said } = scene;
    const dataset = `git+${repository.url}@main`;
    await scene.load(dataset);
    expect(await scene.lock()).toEqual({
      version: 1,
      datasets: { [dataset]: { sources: [{ url: repository.url, ref: "main", commit: first, path: null }] } },
    });
    expect(said.join("\n")).toMatch(/frozen in datasets\.lock\.json; commit that file\. To move on, delete the entry/);
    const second = await repository.commit({ ...taskFiles("tasks/new"), "tasks/easy/instruction.md": "Other.\n" });
    const again = await scene.load(dataset);
    expect([ids(again), again[0]?.instruction]).toEqual([["easy", "hard"], "Do it."]);
    await rm(join(scene.root, "datasets.lock.json"));
    const moved = await scene.load(dataset);
    expect([ids(moved), moved[0]?.instruction]).toEqual([["easy", "hard", "new"], "Other."]);
    expect((await scene.lock()).datasets[dataset].sources[0].commit).toBe(second);
  });

  test("at a full commit needs no lock; at a tag, an annotated one too, it is what the tag points to", async () => {
    await using scene = await openDatasetScene();
    const { repository, first } = scene;
    await repository.git("tag", "light");
    await repository.git("tag", "--annotate", "--message=x", "heavy");
    await repository.commit({ "tasks/easy/instruction.md": "Other.\n" });
    expect((await scene.load(`git+${repository.url}@${first}`))[0]?.instruction).toBe("Do it.");
    expect(await readdir(scene.root)).toEqual([]);
    for (const tag of ["light", "heavy", "refs/tags/heavy"]) {
      expect((await scene.load(`git+${repository.url}@${tag}`))[0]?.facts?.["git_commit_id"]).toBe(first);
    }
  });

  test("may be a path in it, or one task; without a path the root counts where there is no tasks/", async () => {
    await using scene = await openDatasetScene();
    const { repository } = scene;
    await repository.commit({ ...taskFiles("more/sets/one"), ...taskFiles("more/sets/two") });
    expect(ids(await scene.load(`git+${repository.url}#more/sets`))).toEqual(["one", "two"]);
    expect(ids(await scene.load(`git+${repository.url}#more/sets/two`))).toEqual(["two"]);
    const error = await refused(scene.load(`git+${repository.url}#more`));
    expect(error).toMatchObject({ fault: "config", code: "dataset-missing" });
    expect(error.message).toMatch(/There are tasks below #more\/sets/);
    const flat = await makeTaskRepository(join(scene.temporary.path, "flat"));
    await flat.commit({ ...taskFiles("a"), ...taskFiles("b"), "scripts/x.sh": "x\n" });
    expect(ids(await scene.load(`git+${flat.url}`))).toEqual(["a", "b"]);
    const single = await makeTaskRepository(join(scene.temporary.path, "single.git"));
    await single.commit(taskFiles("."));
    expect(ids(await scene.load(`git+${single.url}`))).toEqual(["single"]);
  });

  test("fetches only what is wanted, and the first so many of it", async () => {
    await using scene = await openDatasetScene();
    const dataset = `git+${scene.repository.url}`;
    expect(ids(await scene.load(dataset, { wanted: (id) => id === "hard" }))).toEqual(["hard"]);
    expect(await scene.load(dataset, { wanted: () => false })).toEqual([]);
    expect(await readdir(join(scene.cacheFolder, "datasets", "tasks", "trees"))).toHaveLength(1);
    expect(ids(await scene.load(dataset, { keys: { max_tasks: 1 } }))).toEqual(["easy"]);
  });
});

test("a built-in name is found where the person's git says that its repository is", async () => {
  await using scene = await openDatasetScene();
  const { repository } = scene;
  const commit = await repository.commit(taskFiles("examples/tasks/hello-world"));
  vi.stubEnv("GIT_CONFIG_COUNT", "1");
  vi.stubEnv("GIT_CONFIG_KEY_0", `url.${repository.url}.insteadOf`);
  vi.stubEnv("GIT_CONFIG_VALUE_0", "https://github.com/laude-institute/harbor.git");
  try {
    const [task] = await scene.load("hello-world@head");
    expect(task).toMatchObject({ id: "hello-world", facts: { dataset: "hello-world@head", dataset_revision: commit } });
  } finally {
    vi.unstubAllEnvs();
  }
});

test("without git on the PATH says what to do", async () => {
  await using scene = await openDatasetScene();
  vi.stubEnv("PATH", scene.temporary.path);
  const error = await refused(scene.load(`git+${scene.repository.url}`)).finally(() => vi.unstubAllEnvs());
  expect(error).toMatchObject({ fault: "config", code: "git-missing" });
});
