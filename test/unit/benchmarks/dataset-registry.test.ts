// Names that a registry.json resolves, and the lock that keeps what they resolved to.

import { once } from "node:events";
import { mkdir, readFile, rm, writeFile } from "node:fs/promises";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { dirname, join } from "node:path";
import { describe, expect, test, vi } from "vitest";
import { parseRegistry } from "../../../src/benchmarks/terminal-bench/dataset/registry.ts";
import type { TerminalTask } from "../../../src/benchmarks/terminal-bench/format/load-task.ts";
import { terminalBench } from "../../../src/benchmarks/terminal-bench/terminal-bench.ts";
import { ids, refused } from "../../helpers/dataset-scene.ts";
import { makeTaskRepository, taskFiles } from "../../helpers/task-repository.ts";
import { temporaryFolder } from "../../helpers/temporary-folder.ts";

vi.setConfig({ testTimeout: 120_000 });

/** Two repositories, and a registry beside the config that has tasks of both and one of its own folder. */
async function openScene() {
  const temporary = await temporaryFolder();
  const root = join(temporary.path, "project");
  const one = await makeTaskRepository(join(temporary.path, "one"));
  const two = await makeTaskRepository(join(temporary.path, "two"));
  const first = await one.commit({ ...taskFiles("a"), ...taskFiles("b"), ...taskFiles("unlisted") });
  const second = await two.commit(taskFiles("deep/c"));
  for (const [path, content] of Object.entries(taskFiles("registry/own/d"))) {
    await mkdir(dirname(join(root, path)), { recursive: true });
    await writeFile(join(root, path), content ?? "");
  }
  const tasks = [
    { name: "a", git_url: one.url, git_commit_id: first, path: "a" },
    { name: "org/b", git_url: one.url, git_commit_id: first, path: "b" },
    { name: "c", git_url: two.url, path: "deep/c" },
    { name: "d", path: "own/d" },
  ];
  const datasets = [
    { name: "mixed", version: "1.0", description: "x", tasks, metrics: [{ type: "mean" }] },
    { name: "mixed", version: "2.0", description: "x", tasks: tasks.slice(0, 1) },
    { name: "twice", version: "1", tasks: [...tasks, { ...tasks[0], path: "b" }] },
    { name: "absent", version: "1", tasks: [{ ...tasks[0], path: "no/such" }, tasks[1]] },
    { name: "outside", version: "1", tasks: [{ name: "x", path: "../x" }] },
    { name: "program", version: "1", tasks: [{ name: "x", git_url: "ext::sh -c whoami", path: "x" }] },
  ];
  const registry = join(root, "registry", "registry.json");
  await writeFile(registry, JSON.stringify(datasets));
  const load = async (
    dataset: string,
    keys: Record<string, unknown> = { registry: "registry/registry.json" },
    wanted: (id: string) => boolean = () => true,
  ): Promise<TerminalTask[]> =>
    await terminalBench.load(terminalBench.options.parse({ dataset, ...keys }), {
      ...{ root, cacheFolder: join(temporary.path, "state"), wanted, say: () => undefined },
      signal: new AbortController().signal,
    });
  return {
    ...{ root, one, two, first, second, registry, datasets, load },
    lockFile: join(root, "datasets.lock.json"),
    [Symbol.asyncDispose]: temporary[Symbol.asyncDispose],
  };
}

describe("a name", () => {
  test("is the registry's tasks under the registry's names, frozen to commits", async () => {
    await using scene = await openScene();
    const { one, two, first, second } = scene;
    const tasks = await scene.load("mixed@1.0");
    expect(ids(tasks)).toEqual(["a", "c", "d", "org/b"]);
    expect(JSON.parse(await readFile(scene.lockFile, "utf8"))).toEqual({
      version: 1,
      datasets: {
        "mixed@1.0": {
          registry: "registry/registry.json",
          sources: [
            { url: one.url, ref: first, commit: first, path: null, tasks: { a: "a", "org/b": "b" } },
            { url: two.url, ref: null, commit: second, path: null, tasks: { c: "deep/c" } },
          ],
          folders: { d: "own/d" },
        },
      },
    });
    expect(tasks[1]?.facts).toMatchObject({ git_url: two.url, git_commit_id: second, path: "deep/c" });
    expect(new Set(tasks.map(({ facts }) => facts?.["dataset_revision"])).size).toBe(1);
  });

  test("stands for the same when registry and repositories have moved on", async () => {
    await using scene = await openScene();
    const before = await scene.load("mixed@1.0");
    await scene.two.commit({ "deep/c/instruction.md": "Other.\n" });
    const [mixed, ...others] = scene.datasets;
    await writeFile(scene.registry, JSON.stringify([{ ...mixed, tasks: mixed?.tasks.slice(0, 1) }, ...others]));
    expect(await scene.load("mixed@1.0")).toEqual(before);
  });

  test("asks no repository of which nothing is wanted, and takes the first so many of all", async () => {
    await using scene = await openScene();
    await scene.load("mixed@1.0", undefined, () => false);
    await rm(scene.two.folder, { recursive: true });
    expect(ids(await scene.load("mixed@1.0", undefined, (id) => id !== "c"))).toEqual(["a", "d", "org/b"]);
    const keys = { registry: "registry/registry.json", max_tasks: 1 };
    expect(ids(await scene.load("mixed@1.0", keys))).toEqual(["a"]);
  });

  test("is looked up at an address once", async () => {
    await using scene = await openScene();
    const text = await readFile(scene.registry, "utf8");
    let asked = 0;
    const server = createServer((_request, response) => {
      asked += 1;
      response.end(text);
    }).listen(0, "127.0.0.1");
    await once(server, "listening");
    try {
      const registry = `http://127.0.0.1:${(server.address() as AddressInfo).port}/registry.json`;
      expect(ids(await scene.load("mixed@2.0", { registry }))).toEqual(["a"]);
      expect(ids(await scene.load("mixed@2.0", { registry }))).toEqual(["a"]);
      expect(asked).toBe(1);
      await rm(scene.lockFile);
      const error = await refused(scene.load("mixed@2.0", { registry: `${registry.replace(/\d+\//, "9/")}` }));
      expect(error).toMatchObject({ fault: "infrastructure", code: "registry-fetch-failed" });
    } finally {
      server.close();
    }
  });

  test("is looked up in a repository, whose own tasks name no address", async () => {
    await using scene = await openScene();
    const own = [{ name: "own", version: "1", tasks: [{ name: "a", path: "a" }] }];
    await scene.one.commit({ "sets/registry.json": JSON.stringify(own) });
    const registry = `git+${scene.one.url}@main#sets`;
    expect((await scene.load("own@1", { registry }))[0]?.facts).toMatchObject({ git_url: scene.one.url, path: "a" });
    const error = await refused(scene.load("own@2", { registry: `git+${scene.one.url}@main` }));
    expect(error).toMatchObject({ code: "dataset-missing", message: expect.stringContaining("no file registry.json") });
  });

  test.each([
    ["mixed@3.0", "dataset-missing", /it has mixed@1\.0, mixed@2\.0/],
    ["other@1", "dataset-missing", /which has mixed, twice, absent/],
    ["twice@1", "registry-invalid", /several tasks of one name: a/],
    ["absent@1", "dataset-invalid", /1 of 2 tasks .*a: .* has no folder no\/such/s],
    ["outside@1", "dataset-syntax", /below the repository's root/],
    ["program@1", "dataset-syntax", /the scheme ext:/],
  ])("that can't be used is refused by name: %s", async (dataset, code, message) => {
    await using scene = await openScene();
    const error = await refused(scene.load(dataset));
    expect(error).toMatchObject({ fault: "config", code });
    expect(error.message).toMatch(message);
  });

  test("that nobody knows says which ones are built in", async () => {
    await using scene = await openScene();
    const error = await refused(scene.load("no-such@1", {}));
    expect(error.message).toMatch(/terminal-bench@2\.0.*registry:/s);
    const missing = await refused(scene.load("mixed@1.0", { registry: "nowhere.json" }));
    expect(missing).toMatchObject({ fault: "config", code: "registry-missing" });
  });
});

test.each([
  ["no JSON", "{", "is no registry.json"],
  ["an object", "{}", "expected array"],
  ["a task without a path", '[{"name":"x","version":"1","tasks":[{"name":"a"}]}]', "path"],
])("a registry that is %s is refused by name", (_what, text, message) => {
  expect(() => parseRegistry(text, "registry.json")).toThrow(message);
});

describe("the lock", () => {
  test("keeps the entries of other datasets", async () => {
    await using scene = await openScene();
    await scene.load("mixed@2.0");
    await scene.load(`git+${scene.one.url}@main#a`, {});
    const { datasets } = JSON.parse(await readFile(scene.lockFile, "utf8"));
    expect(Object.keys(datasets)).toEqual([`git+${scene.one.url}@main#a`, "mixed@2.0"]);
  });

  test("of another registry is refused, with what to do", async () => {
    await using scene = await openScene();
    await scene.load("mixed@2.0");
    const error = await refused(scene.load("mixed@2.0", {}));
    expect(error).toMatchObject({ fault: "config", code: "dataset-lock-other" });
    expect(error.message).toMatch(/from registry\/registry\.json.*delete the entry/s);
  });

  test.each([
    ["no JSON", "{", "can't be read"],
    ["of another version", '{"version":2,"datasets":{}}', "version"],
    ["that names a program", lockOf("ext::sh -c whoami", "0".repeat(40), "a"), "is no git address"],
    ["that names a branch", lockOf("https://host.example/r", "main", "a"), "is no full commit"],
    ["that leads out", lockOf("https://host.example/r", "0".repeat(40), "../a"), "is no path below a root"],
  ])("%s is refused before anything is asked of it", async (_what, text, message) => {
    await using scene = await openScene();
    await writeFile(scene.lockFile, text);
    const error = await refused(scene.load("mixed@2.0"));
    expect(error).toMatchObject({ fault: "config", code: "dataset-lock-invalid" });
    expect(error.message).toContain(message);
  });
});

function lockOf(url: string, commit: string, path: string): string {
  return JSON.stringify({ version: 1, datasets: { "mixed@2.0": { sources: [{ url, ref: null, commit, path }] } } });
}
