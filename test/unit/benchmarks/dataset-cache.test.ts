// What is kept of datasets in git, and the servers that they come from.

import { execFile } from "node:child_process";
import { once } from "node:events";
import { mkdir, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { join } from "node:path";
import { promisify } from "node:util";
import { describe, expect, test, vi } from "vitest";
import { ids, openDatasetScene, refused } from "../../helpers/dataset-scene.ts";
import { openGitServer } from "../../helpers/task-repository.ts";

vi.setConfig({ testTimeout: 120_000 });

describe("the cache", () => {
  test("serves without the repository what it has, and says what it would fetch where it has not", async () => {
    await using scene = await openDatasetScene();
    const { repository, first } = scene;
    const dataset = `git+${repository.url}@main`;
    const before = await scene.load(dataset, { wanted: (id) => id === "easy" });
    await rm(repository.folder, { recursive: true });
    expect(await scene.load(dataset, { wanted: (id) => id === "easy" })).toEqual(before);
    const more = await refused(scene.load(dataset));
    expect(more.code).toMatch(/^dataset-/);
    expect(more.message).toContain(repository.url);
    const other = await refused(scene.load(`git+${repository.url}@${"0".repeat(40)}`));
    expect(other.message).toContain(`commit ${"0".repeat(40)} could not be fetched from ${repository.url}`);
    expect(before[0]?.facts?.["git_commit_id"]).toBe(first);
  });

  test.each<[string, (folder: string) => Promise<void>]>([
    [
      "changed",
      async (folder) => await writeFile(join(folder, "tests/test.sh"), "echo 1 >/logs/verifier/reward.txt\n"),
    ],
    ["added to", async (folder) => await writeFile(join(folder, "tests/conftest.py"), "x = 1\n")],
    ["half gone", async (folder) => await rm(join(folder, "tests"), { recursive: true })],
    ["gone", async (folder) => await rm(folder, { recursive: true })],
  ])("whose task is %s makes it anew, also without the repository", async (_how, spoil) => {
    await using scene = await openDatasetScene();
    const dataset = `git+${scene.repository.url}@main`;
    const before = await scene.load(dataset);
    await spoil(before[0]?.folder ?? "");
    await rm(scene.repository.folder, { recursive: true });
    expect(await scene.load(dataset)).toEqual(before);
    expect(await readFile(join(before[0]?.folder ?? "", "tests/test.sh"), "utf8")).toContain("test -f /app/done");
  });

  test("that was cut off in the middle or damaged is made anew", async () => {
    await using scene = await openDatasetScene();
    const dataset = `git+${scene.repository.url}@main`;
    const before = await scene.load(dataset);
    const repositories = join(scene.cacheFolder, "datasets", "repositories");
    const [name = ""] = await readdir(repositories);
    await rm(join(scene.cacheFolder, "datasets", "tasks"), { recursive: true });
    await rm(join(repositories, name, "objects"), { recursive: true });
    await mkdir(join(repositories, name, "objects", "pack"), { recursive: true });
    await writeFile(join(repositories, name, "shallow.lock"), "");
    await writeFile(join(repositories, name, "objects", "pack", "tmp_pack_x"), "half");
    expect(await scene.load(dataset)).toEqual(before);
    expect(await readdir(join(repositories, name, "objects", "pack"))).not.toContain("tmp_pack_x");
  });

  test("is filled by several starts at once", async () => {
    await using scene = await openDatasetScene();
    const dataset = `git+${scene.repository.url}@main`;
    const all = await Promise.all([1, 2, 3].map(async () => await scene.load(dataset)));
    expect(all[1]).toEqual(all[0]);
    expect(all[2]).toEqual(all[0]);
    expect(scene.said.filter((line) => line.includes("fetching commit"))).toHaveLength(1);
    expect(Object.keys((await scene.lock()).datasets)).toEqual([dataset]);
  });

  test("keeps nothing half when a start is broken off, and no git goes on", async () => {
    await using scene = await openDatasetScene();
    await using server = await openGitServer(scene.repository.folder, { stall: true });
    const controller = new AbortController();
    const loading = refused(scene.load(`git+${server.url}@main`, { signal: controller.signal }));
    await server.stalled;
    controller.abort(new Error("broken off"));
    expect((await loading).message).toContain("broken off");
    await vi.waitFor(
      async () => {
        const { stdout } = await promisify(execFile)("ps", ["-eo", "args"]);
        expect(stdout.split("\n").filter((line) => line.includes(server.url) && line.includes("git"))).toEqual([]);
      },
      { timeout: 30_000, interval: 200 },
    );
    expect(ids(await scene.load(`git+${scene.repository.url}@main`))).toEqual(["easy", "hard"]);
  });
});

describe("a server", () => {
  test("that gives no commit by itself gives its branches, and none of what is in no branch", async () => {
    await using scene = await openDatasetScene();
    const { repository, first } = scene;
    await repository.git("config", "uploadpack.allowAnySHA1InWant", "false");
    await repository.commit({ "tasks/easy/instruction.md": "Other.\n" });
    await using server = await openGitServer(repository.folder);
    const tasks = await scene.load(`git+${server.url}@${first}`);
    expect([ids(tasks), tasks[0]?.instruction]).toEqual([["easy", "hard"], "Do it."]);
    const error = await refused(scene.load(`git+${server.url}@${"1".repeat(40)}`));
    expect(error).toMatchObject({ fault: "config", code: "dataset-commit-missing" });
  });

  test("that gives no parts gives everything", async () => {
    await using scene = await openDatasetScene();
    await scene.repository.git("config", "uploadpack.allowFilter", "false");
    await using server = await openGitServer(scene.repository.folder);
    expect(ids(await scene.load(`git+${server.url}@main`))).toEqual(["easy", "hard"]);
  });

  test.each([
    ["not-there", "dataset-missing", "config"],
    ["published/../published", "dataset-ref", "config"],
  ])("that lacks what is asked for is named: %s", async (place, code, fault) => {
    await using scene = await openDatasetScene();
    const url = `file://${join(scene.temporary.path, place)}`;
    const error = await refused(scene.load(`git+${url}@no-such-branch`));
    expect(error).toMatchObject({ fault, code });
    expect(error.message).toContain("file://");
  });

  test("that does not answer is the infrastructure's fault, and says what to do without it", async () => {
    await using scene = await openDatasetScene();
    const error = await refused(scene.load(`git+http://127.0.0.1:9/repository@${"2".repeat(40)}`));
    expect(error).toMatchObject({ fault: "infrastructure", code: "dataset-fetch-failed" });
    expect(error.message).toMatch(/commit 2+ could not be fetched from .*Without a network: clone it elsewhere/s);
  });

  test("that wants a password is a config fault, and nobody is asked", async () => {
    await using scene = await openDatasetScene();
    const server = createServer((_request, response) => {
      response.writeHead(401, { "www-authenticate": "Basic" }).end();
    }).listen(0, "127.0.0.1");
    await once(server, "listening");
    try {
      const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/repository`;
      const error = await refused(scene.load(`git+${url}@main`));
      expect(error).toMatchObject({ fault: "config", code: "dataset-access" });
      expect(error.message).toContain("credential helper");
    } finally {
      server.close();
    }
  });

  test("with a branch and a tag of one name is asked which", async () => {
    await using scene = await openDatasetScene();
    await scene.repository.git("tag", "twice");
    await scene.repository.commit({ "README.md": "x\n" });
    await scene.repository.git("branch", "twice");
    const error = await refused(scene.load(`git+${scene.repository.url}@twice`));
    expect(error).toMatchObject({ code: "dataset-ref", message: expect.stringContaining("refs/tags/twice") });
    const tasks = await scene.load(`git+${scene.repository.url}@refs/tags/twice`);
    expect(tasks[0]?.facts?.["git_commit_id"]).toBe(scene.first);
  });
});
