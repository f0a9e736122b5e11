import { mkdtemp, readdir, readFile, rm, stat } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, it } from "vitest";
import { agentImage } from "../../../src/channel/agent-image.ts";
import { digestFolder } from "../../../src/lib/digest-folder.ts";

const signal = new AbortController().signal;
let cacheFolder = "";

beforeEach(async () => {
  cacheFolder = await mkdtemp(join(tmpdir(), "auto-harness-images-"));
});

afterEach(async () => {
  await rm(cacheFolder, { recursive: true, force: true });
});

it.each(["agent", "agent-bird"])(
  "makes the same context of %s anywhere, and only once",
  async (image) => {
    const first = await agentImage({ cacheFolder, image, signal });
    const other = await agentImage({ cacheFolder: join(cacheFolder, "other"), image, signal });
    if (first.kind !== "build" || other.kind !== "build") throw new Error("it is a build");
    expect(other.digest).toBe(first.digest);
    expect(await digestFolder(first.context)).toBe(first.digest);
    expect(await readdir(first.context)).toEqual(["Dockerfile", "packages", "runtime"]);
    const { ino, ctimeMs } = await stat(first.context);
    expect(await agentImage({ cacheFolder, image, signal })).toEqual(first);
    expect(await stat(first.context)).toMatchObject({ ino, ctimeMs });
  },
  30_000,
);

it("is made by concurrent callers without a clash or a leftover", async () => {
  const sources = await Promise.all([1, 2, 3].map(() => agentImage({ cacheFolder, signal })));
  expect(new Set(sources.map((source) => JSON.stringify(source))).size).toBe(1);
  expect(await readdir(cacheFolder)).toHaveLength(1);
});

it.each(["agent", "agent-bird"])(
  "holds no path of this machine in %s",
  async (image) => {
    const source = await agentImage({ cacheFolder, image, signal });
    if (source.kind !== "build") throw new Error("it is a build");
    const root = process.cwd();
    for (const file of await readdir(source.context, { recursive: true, withFileTypes: true })) {
      if (!file.isFile()) continue;
      expect(await readFile(join(file.parentPath, file.name), "utf8")).not.toContain(root);
    }
  },
  30_000,
);

it("holds @google/adk and the interface that needs it in its own image only", async () => {
  const filesOf = async (image: string): Promise<string[]> => {
    const source = await agentImage({ cacheFolder, image, signal });
    if (source.kind !== "build") throw new Error("it is a build");
    const runtime = await readFile(join(source.context, "runtime", "main.js"), "utf8");
    expect(runtime).not.toContain("LlmAgent");
    return (await readdir(join(source.context, "packages"))).filter((name) => /adk/.test(name));
  };
  expect(await filesOf("agent")).toEqual([]);
  expect(await filesOf("agent-bird")).toEqual(["google-adk.js", "interface-adk.js"]);
}, 30_000);
