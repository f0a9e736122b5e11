// A night by the default gate, with the built-in coding agent on a server of somebody's own, recorded in real boxes by a
// host that is killed on the way. Then it is replayed in another folder, where there is neither engine nor server nor key.

import { mkdir, readdir, readFile, rename, rm, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { readResults } from "../../src/workspace/results-tsv.ts";
import { changedRecording, replaceIn } from "../helpers/changed-recording.ts";
import type { CliScene } from "../helpers/cli-scene.ts";
import { agentWithPlaces, type Edit } from "../helpers/gate-night-agent.ts";
import { openGateNight } from "../helpers/gate-night-scene.ts";
import { type CliResult, runCli } from "../helpers/run-cli.ts";

const edits: readonly Edit[] = [{ checks: "sums" }, { breaks: true }];
const secret = "sk-secret-of-a-night";
const firstAgent = `// ${secret}\n${agentWithPlaces(edits.length)}`;

let scene: CliScene;
let recorded: CliResult;
/** Beside the experiment: a folder with nothing but recordings. */
let elsewhere: string;

beforeAll(async () => {
  scene = await openGateNight({
    ...{ edits, tasks: { greetings: 3, sums: 4 } },
    config: ["iterations: 2", "train_fraction: 0.25", "max_concurrency: 4"],
  });
  await writeFile(join(scene.folder, ".env"), `OPENAI_API_KEY=${secret}\n`);
  await writeFile(join(scene.folder, "agent/agent.ts"), firstAgent);
  const command = ["start", "--plain", "--record", "night", "--record-test"];
  // Killed in the middle of a decision, and gone on with: that is one night.
  await using killed = scene.start(command, { timeoutMs: 580_000 });
  await killed.until(({ stdout }) => stdout.includes("[gate] step 2  test: "));
  killed.kill("SIGKILL");
  await killed.ended;
  recorded = await scene.run(command, { timeoutMs: 580_000 });
  elsewhere = join(dirname(scene.folder), "elsewhere");
  await mkdir(elsewhere);
  await rename(join(scene.folder, "night"), join(elsewhere, "night"));
}, 600_000);

afterAll(async () => await scene?.[Symbol.asyncDispose]());

async function replay(...args: string[]): Promise<CliResult> {
  const nothing = { DOCKER_HOST: "tcp://127.0.0.1:1", OPENAI_API_KEY: undefined };
  return await runCli(["replay", ...args, "--unboxed"], { cwd: elsewhere, env: { ...scene.env, ...nothing } });
}

async function changed(change: (folder: string) => Promise<void>): Promise<string> {
  return await changedRecording({ recording: join(elsewhere, "night"), folder: elsewhere }, change);
}

test("a night is recorded beside its test trials, which are named as such, without any key", async () => {
  expect(recorded, recorded.stdout).toMatchObject({ exitCode: 0, stderr: "" });
  expect(recorded.stdout).toContain("recorded the night: `auto-harness replay night` plays it again\n");
  const rows = await readResults(join(scene.folder, "workspace/results.tsv"));
  expect(rows).toHaveLength(2);
  const night = join(elsewhere, "night");
  const kept = await readdir(night);
  expect(kept.sort()).toEqual(["TEST", "agent.ts", "agents", "coding", "night.json", "train"]);
  expect((await readFile(join(night, "night.json"), "utf8")).split("\n")[0]).toBe(
    '{ "night": "holds TEST trials, version 1",',
  );
  const entries = await readdir(night, { recursive: true, withFileTypes: true });
  const texts = await Promise.all(
    entries
      .filter((entry) => entry.isFile())
      .map(async ({ parentPath, name }) => await readFile(join(parentPath, name), "utf8")),
  );
  expect(texts.filter((text) => text.includes(secret))).toEqual([]);
  expect(await readFile(join(night, "agent.ts"), "utf8")).toBe(firstAgent.replace(secret, "[redacted]"));
});

test("it replays twice to the same verdicts, results and trees, without engine, server and key", async () => {
  const first = await replay("night");
  expect(first, first.stdout).toMatchObject({ exitCode: 0, stderr: expect.stringMatching(/WITHOUT a box/) });
  expect(first.stdout.split("\n")).toEqual([
    "baseline: 1 train and 6 test tasks",
    "iteration 1: accepted (improvement), as recorded",
    expect.stringMatching(/^iteration 2: rejected \(\S+\), as recorded$/),
    expect.stringMatching(
      /^✓ night: 2 iterations, 1 accepted, \d+ trials replayed in .*; results.tsv and trees as recorded$/,
    ),
    "",
  ]);
  const second = await replay("night", "--json");
  expect(second).toMatchObject({ exitCode: 0 });
  expect(JSON.parse(second.stdout)).toMatchObject({ version: 1, same: true, iterations: 2, accepted: 1, without: 0 });
  const trials = Number(/(\d+) trials replayed/.exec(first.stdout)?.[1]);
  expect(JSON.parse(second.stdout).trials).toBe(trials);
  // What is replayed once leaves nothing that a second time could live on.
  expect(await readdir(elsewhere)).toEqual(["night"]);
});

test("an edited agent diverges at its first other request", async () => {
  const agent = join(elsewhere, "night/agent.ts");
  await writeFile(
    join(elsewhere, "edited.ts"),
    (await readFile(agent, "utf8")).replace("Do the task.", "Do this task."),
  );
  const edited = await replay("night", "--agent", "edited.ts");
  expect(edited.exitCode).toBe(1);
  expect(edited.stdout).toMatch(
    /^✗ night: \S+ \(baseline\): differs at request 1 of 2: model POST \/v1\/chat\/completions\n {4}line \d+ in json › messages › \[0\]\n/,
  );
  expect(edited.stdout).toMatch(/^ {4}- +content: "Do the task\."\n {4}\+ +content: "Do this task\."$/m);
});

test("an agent that is only written otherwise is carried through the whole night", async () => {
  const agent = await readFile(join(elsewhere, "night/agent.ts"), "utf8");
  await writeFile(join(elsewhere, "refactored.ts"), `// One line more.\n${agent.replaceAll("reply", "answered")}`);
  const refactored = await replay("night", "--agent", "refactored.ts");
  expect(refactored, refactored.stdout).toMatchObject({ exitCode: 0 });
  expect(refactored.stdout).toMatch(/; results\.tsv as recorded\n$/);
});

test("a changed answer is said by its trial, with what the agent asks for now", async () => {
  const [task = ""] = (await readdir(join(elsewhere, "night/TEST"))).filter((name) => name.startsWith("greetings"));
  const [name = ""] = (await readdir(join(elsewhere, "night/TEST", task))).filter((file) =>
    file.startsWith("baseline"),
  );
  const file = join("TEST", task, name);
  const answer = await changed(async (folder) => await replaceIn(join(folder, file), /echo right/, "echo left"));
  const other = await replay(answer);
  expect(other.exitCode).toBe(1);
  expect(other.stdout).toMatch(
    new RegExp(`^✗ night: ${task} \\(baseline\\): differs at request 2 of 2: exec echo left`),
  );
  expect(other.stdout).toContain(`(${file})`);
});

test("a recording without test trials says what a night lacks, and its trials still replay", async () => {
  const train = await changed(async (folder) => {
    await rm(join(folder, "TEST"), { recursive: true });
    await rm(join(folder, "night.json"));
  });
  const night = await replay(train, "--night");
  expect(night).toMatchObject({ exitCode: 2, stderr: expect.stringMatching(/no test trials.*--record-test/) });
  const trials = await replay(train);
  expect(trials, trials.stdout).toMatchObject({ exitCode: 0, stdout: expect.stringMatching(/0 diverged\n$/) });
});

test("recording leaves nothing on the engine", async () => {
  expect(await scene.leftovers()).toEqual([]);
});
