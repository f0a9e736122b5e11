import { readFile } from "node:fs/promises";
import { describe, expect, test } from "vitest";
import { parseDatasetSource, parseGitUrl } from "../../../src/benchmarks/terminal-bench/dataset/dataset-source.ts";
import { knownDatasets } from "../../../src/benchmarks/terminal-bench/dataset/known-datasets.ts";
import { terminalBench } from "../../../src/benchmarks/terminal-bench/terminal-bench.ts";
import { wantedBy } from "../../../src/commands/open-experiment.ts";
import type { Config } from "../../../src/config/schema.ts";

const commit = "0123456789abcdef0123456789abcdef01234567";

describe("dataset: is told apart by its form", () => {
  test.each([
    ["starter", { kind: "starter" }],
    ["tasks", { kind: "folder", folder: "tasks" }],
    ["./my@tasks", { kind: "folder", folder: "./my@tasks" }],
    ["../a b/tasks", { kind: "folder", folder: "../a b/tasks" }],
    ["/data/tasks", { kind: "folder", folder: "/data/tasks" }],
    ["terminal-bench", { kind: "folder", folder: "terminal-bench" }],
    ["terminal-bench@2.0", { kind: "name", name: "terminal-bench", version: "2.0" }],
    ["my_set@head", { kind: "name", name: "my_set", version: "head" }],
  ])("%s", (text, source) => {
    expect(parseDatasetSource(text)).toEqual(source);
  });

  test.each<[string, string, string | null, string | null]>([
    ["github:org/repo", "https://github.com/org/repo.git", null, null],
    ["github:org/repo.git@v1.0#tasks/easy", "https://github.com/org/repo.git", "v1.0", "tasks/easy"],
    ["github:org/repo@feature/x", "https://github.com/org/repo.git", "feature/x", null],
    ["git+https://host.example/org/repo.git@main#a/b/", "https://host.example/org/repo.git", "main", "a/b"],
    ["https://host.example:8443/a/b/c", "https://host.example:8443/a/b/c", null, null],
    ["https://host.example/org/repo/tree/main/tasks/x", "https://host.example/org/repo", "main", "tasks/x"],
    ["https://host.example/org/repo/-/tree/v2", "https://host.example/org/repo", "v2", null],
    ["git+ssh://git@host.example/org/repo.git@main", "ssh://git@host.example/org/repo.git", "main", null],
    ["git@host.example:org/repo.git@v1#tasks", "git@host.example:org/repo.git", "v1", "tasks"],
    ["git+file:///srv/at%40home/repo.git@main", "file:///srv/at@home/repo.git", "main", null],
    [`http://host.example/repo@${commit}`, "http://host.example/repo", commit, null],
    ["http://127.0.0.1:3000/repo@main", "http://127.0.0.1:3000/repo", "main", null],
  ])("%s is a git repository", (text, url, ref, path) => {
    expect(parseDatasetSource(text)).toEqual({ kind: "git", url, ref, path });
  });

  test.each([
    ["org/name@1.0", "is a package of Harbor's Hub"],
    ["https://key@host.example/org/repo", "holds a user or a key"],
    ["https://me:key@host.example/org/repo", "holds a user or a key"],
    ["ssh://me:key@host.example/org/repo", "holds a user or a key"],
    ["http://host.example/org/repo@main", "unprotected"],
    ["git://host.example/org/repo", "unprotected"],
    ["git+ext://sh/x", "the scheme ext:"],
    ["github:repo", "is not github:<owner>/<repository>"],
    ["github:org/repo@--upload-pack=x", "as its ref"],
    ["github:org/repo@a..b", "as its ref"],
    ["github:org/repo#../x", "expected one below the repository's root"],
    ["github:org/repo#/etc", "expected one below the repository's root"],
    ["github:org/repo#a#b", "more than one #"],
    ["https://host.example/org/repo?x=1", "has a ?"],
    ["https://host.example/", "names no repository"],
    ["https://host.example/r/tree/main/a#b", "has two paths"],
    ["https://host.example/r@v1/tree/main", "has two refs"],
  ])("%s is refused", (text, message) => {
    expect(() => parseDatasetSource(text)).toThrow(message);
  });

  test("a program is no address, in a config or in a lock", () => {
    const program = "ext::sh -c whoami";
    expect(parseDatasetSource(program)).toEqual({ kind: "folder", folder: program });
    expect(() => parseGitUrl(program)).toThrow("the scheme ext:");
  });

  test("no message repeats a key that somebody wrote into an address", () => {
    expect(() => parseDatasetSource("https://me:hunter22@host.example/r")).toThrow(/^(?!.*hunter22)/s);
  });
});

test("every built-in name is a source that would be accepted from a config", () => {
  for (const { url, ref, path } of knownDatasets) {
    expect(parseDatasetSource(`git+${url}${ref === null ? "" : `@${ref}`}#${path}`)).toEqual({
      ...{ kind: "git", url, ref, path },
    });
  }
});

test("docs/datasets.md has every built-in name", async () => {
  const page = await readFile(new URL("../../../docs/datasets.md", import.meta.url), "utf8");
  expect(knownDatasets.filter(({ name, version }) => !page.includes(`\`${name}@${version}\``))).toEqual([]);
});

test("globs choose tasks, also those with a / in their names", () => {
  const choose = (only: string[], without: string[] = []) =>
    ["org/easy", "org/hard-1", "solo"].filter(
      wantedBy({ task_ids: only, exclude_task_ids: without } as unknown as Config),
    );
  expect(choose(["org/*"])).toEqual(["org/easy", "org/hard-1"]);
  expect(choose(["*"])).toEqual(["solo"]);
  expect(choose(["**"], ["org/hard-*"])).toEqual(["org/easy", "solo"]);
  expect(choose(["org/hard-1"])).toEqual(["org/hard-1"]);
});

test.each([
  ["starter", "starter"],
  ["./mine/tasks", "tasks"],
  ["terminal-bench@2.0", "terminal-bench"],
  ["github:org/bench@v1#tasks", "bench"],
])("supplement and template of %s are looked for by %s", (dataset, name) => {
  expect(terminalBench.ownName?.(terminalBench.options.parse({ dataset }))).toBe(name);
});
