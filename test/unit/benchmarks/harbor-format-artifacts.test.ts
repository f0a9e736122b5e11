// What is taken out of a task's boxes: which entries, within which bounds, and what nobody can make it do.

import { describe, expect, test } from "vitest";
import { excludedBy, overlap, targetOf } from "../../../src/benchmarks/terminal-bench/format/artifact-paths.ts";
import type { Artifact } from "../../../src/benchmarks/terminal-bench/format/task-schema-parts.ts";
import {
  type CollectLimits,
  collectArtifacts,
  filesOf,
  keptLimits,
} from "../../../src/benchmarks/terminal-bench/trial/collect-artifacts.ts";
import { runCollectHooks } from "../../../src/benchmarks/terminal-bench/trial/collect-hooks.ts";
import { HarnessError } from "../../../src/core/fault.ts";
import type { Sandbox } from "../../../src/core/sandbox.ts";
import type { Session } from "../../../src/core/session.ts";
import { openFakeProvider } from "../../helpers/fake-sandbox.ts";

const signal = new AbortController().signal;

async function openBox(files: Readonly<Record<string, string>>): Promise<Sandbox> {
  return await openFakeProvider({ files }).open(
    {
      image: { kind: "image", reference: "any" },
      labels: { owner: "tests", job: "tests", trial: "one", role: "task" },
      ...{ network: "none", profile: "task", limits: {} },
    },
    { signal },
  );
}

function artifact(source: string, rest: Partial<Artifact> = {}): Artifact {
  return { source, exclude: [], ...rest };
}

interface Boxes {
  main: Session;
  sidecar?: Session;
}

/** Files as texts, and the manifest as `destination type status`. */
async function collect(
  artifacts: readonly Artifact[],
  { main, sidecar }: Boxes,
  limits: CollectLimits = keptLimits,
): Promise<{ files: Record<string, string>; manifest: string[]; notes: string[] }> {
  const sessionOf = (service: string) => {
    const session = service === "main" ? main : sidecar;
    if (session !== undefined) return session;
    throw new HarnessError({ fault: "task", code: "service-missing", message: `there is no ${service}` });
  };
  const collected = await collectArtifacts(artifacts, sessionOf, { limits, signal });
  const { files } = filesOf(collected);
  return {
    files: Object.fromEntries([...files].map(([path, content]) => [path, Buffer.from(content).toString()])),
    manifest: collected.manifest.map(({ destination, type, status }) => `${destination} ${type} ${status}`),
    notes: collected.notes,
  };
}

describe("what is taken", () => {
  test("is the published folder, without a word of the task's", async () => {
    await using box = await openBox({ "/logs/artifacts/a.txt": "1", "/logs/artifacts/deep/b": "2", "/app/c": "3" });
    expect(await collect([], { main: box.session })).toEqual({
      files: { "logs/artifacts/a.txt": "1", "logs/artifacts/deep/b": "2" },
      manifest: ["artifacts/logs/artifacts directory ok"],
      notes: [],
    });
  });

  test("is what the task declares, file or folder, under its own name or another one", async () => {
    await using box = await openBox({ "/app/a/b.txt": "1", "/app/c.txt": "2", "/app/a/skip.o": "3" });
    const artifacts = [
      artifact("/app/a/", { exclude: ["*.o"] }),
      artifact("/app/c.txt", { destination: "x/y.txt" }),
      artifact("app/c.txt"),
    ];
    expect(await collect(artifacts, { main: box.session })).toEqual({
      files: { "app/a/b.txt": "1", "x/y.txt": "2", "app/c.txt": "2" },
      manifest: [
        "artifacts/logs/artifacts directory empty",
        "artifacts/app/a directory ok",
        "artifacts/x/y.txt file ok",
        "artifacts/app/c.txt file ok",
      ],
      notes: [],
    });
  });

  test("comes from sidecars after the agent's box, and where two have one name the first is kept", async () => {
    await using box = await openBox({ "/data/x": "main's" });
    await using sidecar = await openBox({ "/data/x": "sidecar's", "/data/y": "sidecar's", "/other/z": "sidecar's" });
    const artifacts = [
      artifact("/data/y", { service: "db" }),
      artifact("/other", { service: "db", destination: "data/x/deep" }),
      artifact("/data/x"),
    ];
    expect(await collect(artifacts, { main: box.session, sidecar: sidecar.session })).toEqual({
      files: { "data/x": "main's", "data/y": "sidecar's" },
      manifest: [
        "artifacts/logs/artifacts directory empty",
        "artifacts/data/x file ok",
        "artifacts/data/y file ok",
        "artifacts/data/x/deep directory skipped",
      ],
      notes: [],
    });
  });

  test("never takes the list's own place", async () => {
    await using box = await openBox({ "/manifest.json": "forged" });
    const { files, manifest } = await collect([artifact("/manifest.json")], { main: box.session });
    expect([files, manifest.at(-1)]).toEqual([{}, "artifacts/manifest.json file skipped"]);
  });

  test("that is not there, or in a service that is not there, has failed and stops nothing", async () => {
    await using box = await openBox({ "/app/a": "1" });
    const artifacts = [artifact("/absent"), artifact("/x.txt", { service: "db" }), artifact("/app/a")];
    const { files, manifest, notes } = await collect(artifacts, { main: box.session });
    expect(files).toEqual({ "app/a": "1" });
    expect(manifest).toEqual([
      "artifacts/logs/artifacts directory empty",
      "artifacts/absent directory failed",
      "artifacts/app/a file ok",
      "artifacts/x.txt file failed",
    ]);
    expect(notes).toEqual(["artifact /x.txt: there is no db"]);
  });

  test("ends at its bounds, all entries together", async () => {
    await using box = await openBox({ "/a": "x".repeat(600), "/b": "y".repeat(600), "/c": "z" });
    const limits = { maxBytes: 1000, maxEntries: 100 };
    const { files, notes } = await collect(
      [artifact("/a"), artifact("/b"), artifact("/c")],
      { main: box.session },
      limits,
    );
    expect(Object.keys(files)).toEqual(["a", "c"]);
    expect(notes).toEqual(["artifact /b: the archive holds more than 400 bytes"]);
    const few = await collect(
      [artifact("/a"), artifact("/c")],
      { main: box.session },
      { maxBytes: 1000, maxEntries: 1 },
    );
    expect([Object.keys(few.files), few.notes]).toEqual([["a"], ["artifact /c: the archive holds more than 0 files"]]);
  });
});

describe("a link", () => {
  test("in what is taken is kept as none of the files", async () => {
    await using box = await openBox({ "/app/plain": "1" });
    await box.session.exec(["ln", "-s", "/etc/passwd", "app/link"], { signal });
    expect((await collect([artifact("/app")], { main: box.session })).files).toEqual({ "app/plain": "1" });
  });

  test("that an artifact itself is leads to what it means, in the same box", async () => {
    await using box = await openBox({ "/data/real/x": "1", "/app/.keep": "" });
    await box.session.exec(["ln", "-s", "../data/real", "app/out"], { signal });
    await box.session.exec(["ln", "-s", "loop", "app/loop"], { signal });
    const { files, notes } = await collect([artifact("/app/out"), artifact("/app/loop")], { main: box.session });
    expect(files).toEqual({ "app/out/x": "1" });
    expect(notes).toEqual(["artifact /app/loop: a link that leads to itself"]);
  });
});

describe("what is left out", () => {
  test.each([
    ["*.tmp", "a.tmp", true],
    ["*.tmp", "deep/a.tmp", true],
    ["*.tmp", "a.tmp/inside", true],
    ["*.tmp", "a.tmpx", false],
    ["cache", "cache", true],
    ["cache", "a/cache/b", true],
    ["cache", "mycache", false],
    ["./cache/", "cache/x", true],
    ["a/b", "a/b/c", true],
    ["a/b", "x/a/b", true],
    ["a/*/c", "a/b/d/c", true],
    ["file?", "file1", true],
    ["file?", "file", false],
    ["[ab].o", "b.o", true],
    ["[!ab].o", "b.o", false],
    ["[a-c]x", "bx", true],
    ["[", "[", true],
    ["a.b", "axb", false],
    ["\\*", "*", true],
    ["", "a", false],
  ])("%j and %j: %j", (pattern, path, left) => {
    expect(excludedBy([pattern])(path)).toBe(left);
  });

  test("is found in time that no path can stretch", () => {
    const started = performance.now();
    expect(excludedBy(["*a*a*a*a*a*b"])(`${"a/".repeat(2000)}c`)).toBe(false);
    expect(performance.now() - started).toBeLessThan(2000);
  });
});

test.each([
  ["/var/log/x", undefined, "var/log/x"],
  ["var//log/./x/", undefined, "var/log/x"],
  ["/a", "", "a"],
  ["/a", "b/c/", "b/c"],
])("%j with the destination %j stands at %j", (source, destination, target) => {
  expect(targetOf(artifact(source, destination === undefined ? {} : { destination }))).toBe(target);
});

test("paths overlap where one is the other or lies below it", () => {
  expect([overlap("a", "a"), overlap("a/b", "a"), overlap("a", "a/b"), overlap("a", "ab")]).toEqual([
    ...[true, true, true, false],
  ]);
});

test("a collect hook that fails or takes too long is noted, and the next one is run", async () => {
  await using box = await openBox({ "/app/.keep": "" });
  const hook = { service: "main", timeout_sec: 60 };
  const notes = await runCollectHooks(
    [
      { ...hook, command: "exit 3" },
      { ...hook, command: "sleep 60", timeout_sec: 0.2 },
      { ...hook, command: "echo done > app/dump" },
    ],
    () => box.session,
    { signal },
  );
  expect(notes).toEqual([
    "collect hook in main exited 3: exit 3",
    "collect hook in main took longer than 0.2 s: sleep 60",
  ]);
  expect(Buffer.from(await box.session.readFile("/app/dump", { signal })).toString()).toBe("done\n");
});
