// What a task in a git repository may hold.

import { mkdir, readdir, readFile, rm, stat, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { describe, expect, test, vi } from "vitest";
import { sha256 } from "../../../src/lib/digest.ts";
import { runCommand } from "../../../src/lib/run-command.ts";
import { ids, openDatasetScene, refused } from "../../helpers/dataset-scene.ts";

vi.setConfig({ testTimeout: 120_000 });

describe("in a task of a repository", () => {
  test("links that stay inside are what they point to", async () => {
    await using scene = await openDatasetScene();
    await scene.repository.commit({
      "tasks/easy/environment/again.sh": "link:../tests/test.sh",
      "tasks/easy/environment/sub": "link:deep/er",
      "tasks/easy/environment/deep/er/file": "there\n",
      "tasks/easy/environment/deep/up": "link:../deep/er/file",
      "tasks/easy/environment/chain": "link:sub/file",
    });
    const [easy] = await scene.load(`git+${scene.repository.url}@main`);
    const environment = join(easy?.folder ?? "", "environment");
    expect(await readFile(join(environment, "sub", "file"), "utf8")).toBe("there\n");
    expect(await readFile(join(environment, "deep", "up"), "utf8")).toBe("there\n");
    expect(await readFile(join(environment, "chain"), "utf8")).toBe("there\n");
    expect((await stat(join(environment, "again.sh"))).mode & 0o777).toBe(0o755);
  });

  test.each([
    ["out of it", "link:../../hard/tests/data.bin", "points out of the task's folder"],
    ["to the host", "link:/etc/passwd", "points out of the task's folder"],
    ["to nothing", "link:no-such-file", "points to nothing"],
    ["to themselves", "link:planted", "leads in a circle"],
    ["to their own folder", "link:.", "is a link to a folder that it lies in"],
    ["through a file", "link:Dockerfile/x", "points through a file"],
  ])("links %s make it invalid by name, and only it", async (_where, link, problem) => {
    await using scene = await openDatasetScene();
    await scene.repository.commit({ "tasks/easy/environment/planted": link });
    const dataset = `git+${scene.repository.url}@main`;
    const error = await refused(scene.load(dataset));
    expect(error).toMatchObject({
      ...{ fault: "config", code: "dataset-invalid" },
      context: { invalid: [{ id: "easy", problem: expect.stringContaining(problem) }] },
    });
    expect(error.message).toMatch(/1 of 2 tasks .* exclude them with exclude_task_ids.*environment\/planted/s);
    expect(ids(await scene.load(dataset, { wanted: (id) => id !== "easy" }))).toEqual(["hard"]);
  });

  test("a submodule makes it invalid by name", async () => {
    await using scene = await openDatasetScene();
    const { repository, first } = scene;
    await repository.git("update-index", "--add", "--cacheinfo", `160000,${first},tasks/easy/environment/vendor`);
    await repository.git("commit", "--quiet", "--message=submodule");
    const error = await refused(scene.load(`git+${repository.url}@main`));
    expect(error.message).toContain("environment/vendor is a git submodule");
  });

  test("hooks, filters and attributes of the repository or of the cache change nothing", async () => {
    await using scene = await openDatasetScene();
    const { repository, temporary } = scene;
    const witness = join(temporary.path, "ran");
    await repository.commit({
      ".gitattributes": "* text=auto eol=crlf filter=evil\n*.md export-ignore ident\n",
      "tasks/easy/instruction.md": "$Id$ stays.\n",
    });
    const dataset = `git+${repository.url}@main`;
    await scene.load(dataset, { wanted: () => false });
    const [name = ""] = await readdir(join(scene.cacheFolder, "datasets", "repositories"));
    const cached = join(scene.cacheFolder, "datasets", "repositories", name);
    for (const hook of ["post-checkout", "reference-transaction", "pre-auto-gc", "post-merge"]) {
      await mkdir(join(cached, "hooks"), { recursive: true });
      await writeFile(join(cached, "hooks", hook), `#!/bin/sh\ntouch ${witness}\n`, { mode: 0o755 });
    }
    // Both work where nothing is held against them.
    await repository.git("clone", "--quiet", ".", join(temporary.path, "plain"));
    expect(await readFile(join(temporary.path, "plain", "tasks/easy/tests/test.sh"), "utf8")).toContain("\r");
    await repository.git(`--git-dir=${cached}`, "update-ref", "refs/heads/plain", scene.first);
    await rm(witness);
    const [easy] = await scene.load(dataset);
    expect(easy?.instruction).toBe("$Id$ stays.");
    expect(await readFile(join(easy?.folder ?? "", "tests/test.sh"), "utf8")).not.toContain("\r");
    await sleep(100);
    await expect(stat(witness)).rejects.toThrow("ENOENT");
  });
});

const largeFiles = await runCommand(["git", "lfs", "version"], { signal: new AbortController().signal });
/** Without git-lfs there is nothing to show; the test before it then shows what is said. */
const whereItIs = largeFiles.exitCode === 0 ? test : () => undefined;

describe("a file that is kept with Git LFS", () => {
  const content = "large\n";
  const pointer = (oid: string) =>
    `version https://git-lfs.github.com/spec/v1\noid sha256:${oid}\nsize ${content.length}\n`;

  test("and can't be had makes its task invalid by name", async () => {
    await using scene = await openDatasetScene();
    await scene.repository.commit({ "tasks/easy/environment/model.bin": pointer("0".repeat(64)) });
    const error = await refused(scene.load(`git+${scene.repository.url}@main`));
    expect(error).toMatchObject({ code: "dataset-invalid" });
    expect(error.message).toMatch(/environment\/model\.bin is kept with Git LFS/);
  });

  whereItIs("is fetched and checked against its hash, where git-lfs is installed", async () => {
    await using scene = await openDatasetScene();
    const { repository } = scene;
    const oid = sha256(content);
    const stored = join(repository.folder, ".git", "lfs", "objects", oid.slice(0, 2), oid.slice(2, 4), oid);
    await mkdir(dirname(stored), { recursive: true });
    await writeFile(stored, content);
    await repository.commit({ "tasks/easy/environment/model.bin": pointer(oid) });
    const [easy] = await scene.load(`git+${repository.url}@main`);
    expect(await readFile(join(easy?.folder ?? "", "environment", "model.bin"), "utf8")).toBe(content);
  });
});
