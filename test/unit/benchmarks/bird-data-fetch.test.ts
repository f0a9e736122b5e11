import { mkdir, readFile, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { readLock } from "../../../src/benchmarks/bird-interact/data/bird-lock.ts";
import { fetchCommit } from "../../../src/benchmarks/bird-interact/data/fetch-commit.ts";
import { fetchDataset, requireSpace } from "../../../src/benchmarks/bird-interact/data/fetch-dataset.ts";
import { birdPlaces } from "../../../src/benchmarks/bird-interact/data/places.ts";
import {
  buildUpstreamPack,
  loadPromptPack,
  packDigest,
  promptFacts,
} from "../../../src/benchmarks/bird-interact/data/prompt-pack.ts";
import { hostPromptReader, type PromptReader } from "../../../src/benchmarks/bird-interact/data/prompt-reader.ts";
import { ownPack } from "../../../src/benchmarks/bird-interact/data/prompts/own.ts";
import { runCommand } from "../../../src/lib/run-command.ts";
import { commitAll, datasetFiles, promptModule, publicRow, writeUpstream } from "../../helpers/bird-upstream.ts";
import { temporaryFolder } from "../../helpers/temporary-folder.ts";

const signal = new AbortController().signal;

/** A repository with two commits and a place to fetch to. */
async function openScene() {
  const temporary = await temporaryFolder();
  const repository = join(temporary.path, "published");
  await mkdir(repository);
  const first = await commitAll(repository, datasetFiles(publicRow));
  const said: string[] = [];
  const folder = join(temporary.path, "state", "lite");
  const options = {
    ...({ dataset: "lite", folder, repository, signal } as const),
    lockFile: join(temporary.path, "lock.json"),
    say: (line: string) => void said.push(line),
  };
  return { options, first, said, [Symbol.asyncDispose]: temporary[Symbol.asyncDispose] };
}

describe("fetching a dataset", () => {
  test("pins the commit at the first time, says so, and stays with it", async () => {
    await using scene = await openScene();
    const { options, first, said } = scene;
    expect(await fetchDataset(options)).toEqual({ commit: first, repository: options.repository });
    expect(said).toEqual([expect.stringContaining(`pinned to ${first}`)]);
    expect((await readLock(options.lockFile)).datasets).toEqual({
      lite: { repository: options.repository, commit: first },
    });
    await commitAll(options.repository, { "bird_interact_data.jsonl": "changed\n" });
    await rm(options.folder, { recursive: true });
    expect(await fetchDataset(options)).toMatchObject({ commit: first });
    expect(await readFile(join(options.folder, "bird_interact_data.jsonl"), "utf8")).toContain("harbour_1");
    expect(said).toHaveLength(1);
  });

  test("goes on where it was: needs no network for what is there, restores what is gone, keeps what is not its own", async () => {
    await using scene = await openScene();
    const { options, first } = scene;
    await fetchDataset(options);
    await rm(options.repository, { recursive: true });
    await rm(join(options.folder, "harbour"), { recursive: true });
    await writeFile(join(options.folder, "ground_truth.jsonl"), "mine\n");
    expect(await fetchDataset(options)).toMatchObject({ commit: first });
    expect(await readFile(join(options.folder, "harbour", "harbour_schema.txt"), "utf8")).toContain("ships");
    expect(await readFile(join(options.folder, "ground_truth.jsonl"), "utf8")).toBe("mine\n");
  });

  test("begun and cut off goes on", async () => {
    await using scene = await openScene();
    const { options, first } = scene;
    await fetchDataset(options);
    await rm(join(options.folder, ".git", "objects"), { recursive: true });
    await mkdir(join(options.folder, ".git", "objects"));
    expect(await fetchDataset(options)).toMatchObject({ commit: first });
    expect((await runCommand(["git", "-C", options.folder, "fsck"], { signal })).exitCode).toBe(0);
  });

  test("overwrites nothing that a person has changed", async () => {
    await using scene = await openScene();
    const { options } = scene;
    await fetchDataset(options);
    const file = join(options.folder, "bird_interact_data.jsonl");
    await writeFile(file, "merged by hand\n");
    await expect(fetchDataset(options)).rejects.toMatchObject({
      code: "bird-data-changed",
      context: { files: ["bird_interact_data.jsonl"] },
    });
    expect(await readFile(file, "utf8")).toBe("merged by hand\n");
  });

  test("without a network is the infrastructure's fault and says what to do", async () => {
    await using scene = await openScene();
    const repository = `${scene.options.repository}-not-there`;
    await expect(fetchDataset({ ...scene.options, repository })).rejects.toMatchObject({
      fault: "infrastructure",
      code: "bird-fetch-failed",
      message: expect.stringMatching(/Without a network: clone .* bird_data_path/),
    });
    expect(await fetchDataset(scene.options)).toMatchObject({ commit: scene.first });
  });

  test("runs no hook of what it fetches to, and makes no link", async () => {
    await using scene = await openScene();
    const { options } = scene;
    await fetchDataset(options);
    const hook = join(options.folder, ".git", "hooks", "post-checkout");
    await mkdir(join(options.folder, ".git", "hooks"), { recursive: true });
    await writeFile(hook, "#!/bin/sh\ntouch ran\n", { mode: 0o755 });
    await rm(join(options.folder, "harbour"), { recursive: true });
    await fetchDataset(options);
    await expect(readFile(join(options.folder, "ran"))).rejects.toThrow("ENOENT");
  });

  test("needs room on the disk", async () => {
    await using temporary = await temporaryFolder();
    await requireSpace(temporary.path, 1);
    await expect(requireSpace(temporary.path, 1e12)).rejects.toMatchObject({ fault: "config", code: "disk-full" });
  });
});

test("a commit that the repository does not have is a config fault", async () => {
  await using scene = await openScene();
  const { folder, repository } = scene.options;
  const fetching = fetchCommit({ folder, repository, commit: "0".repeat(40), offline: "none.", signal });
  await expect(fetching).rejects.toMatchObject({ code: "bird-commit-missing" });
});

const python = await runCommand(["python3", "--version"], { signal });

/** In a container the same script runs (test/integration/bird-prompts.test.ts). */
describe.skipIf(python.exitCode !== 0)("upstream's prompts, with a Python of this machine", () => {
  const read = hostPromptReader("python3");

  async function openUpstream(module = promptModule) {
    const temporary = await temporaryFolder();
    const source = await writeUpstream(join(temporary.path, "upstream"), module);
    const places = birdPlaces(join(temporary.path, "state"));
    const said: string[] = [];
    const build = async (changes: Partial<typeof source> = {}, reader: PromptReader = read) =>
      await buildUpstreamPack({
        ...{ places, reader, signal, source: { ...source, ...changes } },
        say: (line) => void said.push(line),
      });
    return { source, places, said, build, [Symbol.asyncDispose]: temporary[Symbol.asyncDispose] };
  }

  test("are read by name, without running the file, and kept", async () => {
    await using scene = await openUpstream();
    const pack = await scene.build();
    const first = "Sort «[[clarification_Q]]».\nKnown: [[amb_json]] and [[SQL_Glot]]\n";
    expect(pack).toMatchObject({
      name: `upstream@${scene.source.commit.slice(0, 12)}`,
      versions: { v1: { choose: first }, v2: { choose: `Think. ${first}` } },
    });
    expect(scene.said).toEqual([expect.stringContaining(packDigest(pack))]);
    expect((await readLock(scene.places.lock)).prompts).toEqual({
      repository: scene.source.repository,
      commit: scene.source.commit,
      sha256: scene.source.sha256,
      packDigest: packDigest(pack),
    });
  });

  test("are taken at the commit, whatever the checkout holds now, and not fetched twice", async () => {
    await using scene = await openUpstream();
    await commitAll(scene.source.repository, { "adk/prompts.py": "changed = 1\n" });
    const pack = await scene.build();
    await rm(scene.source.repository, { recursive: true });
    expect(await scene.build()).toEqual(pack);
  });

  test("with another hash than the known one are refused before they are read", async () => {
    await using scene = await openUpstream();
    const untouched: PromptReader = async () => {
      throw new Error("it was read");
    };
    const building = scene.build({ sha256: "0".repeat(64) }, untouched);
    await expect(building).rejects.toMatchObject({ code: "bird-prompts-changed" });
  });

  test("whose hash is not known are pinned aloud, and another pack of that commit is refused", async () => {
    await using scene = await openUpstream();
    await scene.build({ sha256: null });
    expect(scene.said[0]).toContain(`SHA-256 ${scene.source.sha256}, kept in ${scene.places.lock}`);
    const other: PromptReader = async (...args) => {
      const found = await read(...args);
      return Object.fromEntries(
        Object.entries(found).map(([name, texts]) => [name, { ...texts, v1: `${texts["v1"]} more` }]),
      );
    };
    await expect(scene.build({ sha256: null }, other)).rejects.toMatchObject({ code: "bird-prompts-changed" });
  });

  test.each([
    ["a name that is not there", "USER_SIMULATOR_ACTION_PARSER = {}\n", "bird-prompts-unreadable"],
    ["a computed text", `${promptModule}\nUSER_SIMULATOR_ACTION_PARSER = {"v1": f()}\n`, "bird-prompts-unreadable"],
    ["names in a circle", `${promptModule}\nfirst = first + ""\n`, "bird-prompts-unreadable"],
    ["no Python", "def (\n", "bird-prompts-unreadable"],
    ["a version too few", `${promptModule}\nUSER_SIMULATOR_ACTION_PARSER = {"v1": first}\n`, "bird-prompts-invalid"],
    ["a lost placeholder", promptModule.replace("[[clear_query]]", ""), "bird-prompts-invalid"],
  ])("with %s are refused", async (_what, module, code) => {
    await using scene = await openUpstream(module);
    await expect(scene.build()).rejects.toMatchObject({ fault: "config", code });
    await expect(loadPromptPack("lite", scene.places)).rejects.toMatchObject({ code: "bird-prompts-missing" });
  });

  test("are loaded for the published datasets as they were locked, and not otherwise", async () => {
    await using scene = await openUpstream();
    await expect(loadPromptPack("lite", scene.places)).rejects.toMatchObject({
      code: "bird-prompts-missing",
      message: expect.stringContaining("npx auto-harness bird prompts"),
    });
    const pack = await scene.build();
    // The name of the kept file is that of the pinned commit.
    expect(await loadPromptPack("full", scene.places)).toEqual(pack);
    const text = await readFile(scene.places.promptPack, "utf8");
    await writeFile(scene.places.promptPack, text.replace("Think", "Guess"));
    await expect(loadPromptPack("full", scene.places)).rejects.toMatchObject({ code: "bird-prompts-changed" });
  });

  test("need a Python that is there", async () => {
    await using scene = await openUpstream();
    await expect(scene.build({}, hostPromptReader("no-such-python"))).rejects.toMatchObject({
      code: "bird-prompts-unreadable",
      message: expect.stringContaining("bird_python_bin"),
    });
  });
});

test("the synthetic dataset is played with our own prompts, and the score's facts say which", async () => {
  const pack = await loadPromptPack("synthetic", birdPlaces("/nowhere"));
  expect(pack).toBe(ownPack);
  expect(promptFacts(pack, "v1")).toEqual({
    prompt_pack: "own",
    prompt_pack_digest: packDigest({ ...pack, name: "other" }),
    prompt_version: "v1",
  });
});
