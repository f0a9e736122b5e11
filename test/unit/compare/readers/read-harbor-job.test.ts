import { mkdir } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { readHarborJob } from "../../../../src/compare/readers/read-harbor-job.ts";
import { temporaryFolder } from "../../../helpers/temporary-folder.ts";
import { type HarborTrialOptions, writeFiles, writeHarborTrial } from "./harbor-folders.ts";

async function jobOf(folder: string, ...trials: HarborTrialOptions[]): Promise<string> {
  await writeFiles(folder, { "result.json": { id: "job", n_total_trials: 1, stats: {} }, "job.log": "" });
  for (const trial of trials) await writeHarborTrial(folder, trial);
  return folder;
}

const invalid = (message: RegExp) =>
  expect.objectContaining({ fault: "config", code: "compare-source-invalid", message: expect.stringMatching(message) });
const selection = (message: RegExp) =>
  expect.objectContaining({ fault: "config", code: "compare-selection", message: expect.stringMatching(message) });

describe("a Harbor job", () => {
  test("has a trial in each folder: task, trial, reward, whose agent and model", async () => {
    await using folder = await temporaryFolder();
    const job = await jobOf(
      folder.path,
      { name: "alpha__1", task: "alpha", rewards: { reward: 1 } },
      { name: "alpha__2", task: "alpha", rewards: { reward: 0.5, f2p: 1 } },
      { name: "beta__1", task: "beta", rewards: { passed: 0 } },
    );
    expect(await readHarborJob(job, {})).toEqual({
      trials: [
        { task: "alpha", trial: "alpha__1", reward: 1 },
        { task: "alpha", trial: "alpha__2", reward: 0.5 },
        { task: "beta", trial: "beta__1", reward: 0 },
      ],
      description: "Harbor job, agent my-agent, a-model",
      notes: [],
    });
  });

  test.each([
    ["RuntimeError", null, null],
    ["EnvironmentStartTimeoutError", null, null],
    ["CancelledError", null, null],
    ["AddTestsDirError", null, null],
    ["ApiRateLimitError", { reward: 0 }, null],
    ["AgentTimeoutError", { reward: 1 }, 1],
    ["NonZeroAgentExitCodeError", { reward: 0 }, 0],
    ["AgentTimeoutError", null, 0],
    ["RewardFileNotFoundError", null, 0],
    ["VerifierTimeoutError", null, 0],
    ["SomethingNewError", null, 0],
  ])("with %s and rewards %j counts as %j", async (exception, rewards, reward) => {
    await using folder = await temporaryFolder();
    const job = await jobOf(folder.path, { name: "a__1", task: "a", rewards, exception });
    const note =
      reward === null ? exception : rewards === null ? `${exception} and no reward: counted as 0` : undefined;
    expect((await readHarborJob(job, {})).trials).toEqual([
      { task: "a", trial: "a__1", reward, ...(note === undefined ? {} : { note }) },
    ]);
  });

  test.each([
    ["RewardFileNotFoundError", null, 0],
    ["RuntimeError", null, null],
    ["AgentTimeoutError", { reward: 0.5 }, 0.5],
  ])("whose last step raised %s, with rewards %j, counts as %j", async (stepException, rewards, reward) => {
    await using folder = await temporaryFolder();
    const job = await jobOf(folder.path, { name: "a__1", task: "a", rewards, stepException });
    expect((await readHarborJob(job, {})).trials).toMatchObject([{ task: "a", reward }]);
  });

  test("knows a task by its folder's name, as an experiment does and a trial that was cut off", async () => {
    await using folder = await temporaryFolder();
    const job = await jobOf(folder.path, { name: "a__1", task: "org/a", path: "/sets/one/a", rewards: { reward: 1 } });
    await writeFiles(job, { "a__2/config.json": { task: { path: "/sets/one/a" } }, "a__2/verifier/reward.txt": "0" });
    expect((await readHarborJob(job, {})).trials).toMatchObject([
      { task: "a", trial: "a__1", reward: 1 },
      { task: "a", trial: "a__2", reward: 0 },
    ]);
  });

  test("knows tasks of two folders with one name by their own names", async () => {
    await using folder = await temporaryFolder();
    const rewards = { reward: 1 };
    const job = await jobOf(
      folder.path,
      { name: "a__1", task: "one/a", path: "/sets/one/a", rewards },
      { name: "a__2", task: "two/a", path: "/sets/two/a", rewards },
      { name: "b__1", task: "two/b", path: "/sets/two/b", rewards },
    );
    expect((await readHarborJob(job, {})).trials.map(({ task }) => task)).toEqual(["one/a", "two/a", "b"]);
  });

  test("has trials that never ended: what their verifier left counts, else they are missing", async () => {
    await using folder = await temporaryFolder();
    const job = await jobOf(
      folder.path,
      { name: "a__1", task: "a", rewards: { reward: 1 } },
      { name: "b__1", task: "b" },
    );
    const config = (path: string) => ({ task: { path } });
    await writeFiles(job, {
      "long-name-cut-off__2/config.json": config("tasks/long-name-cut-off-at-32-characters"),
      "json__3/config.json": config("tasks/json"),
      "json__3/verifier/reward.json": { reward: 0.25 },
      "json__3/verifier/reward.txt": "1",
      "text__4/config.json": config("tasks/text"),
      "text__4/verifier/reward.txt": "1\n",
      "empty__5/config.json": config("tasks/empty"),
      "empty__5/verifier/reward.txt": "",
      "no-trial/notes.txt": "mine",
    });
    expect((await readHarborJob(job, {})).trials).toEqual([
      { task: "a", trial: "a__1", reward: 1 },
      { task: "b", trial: "b__1", reward: null, note: "was not verified" },
      { task: "empty", trial: "empty__5", reward: null, note: "has no result.json: cut off, or under way" },
      { task: "json", trial: "json__3", reward: 0.25, note: "cut off after its verifier" },
      {
        task: "long-name-cut-off-at-32-characters",
        ...{ trial: "long-name-cut-off__2", reward: null, note: "has no result.json: cut off, or under way" },
      },
      { task: "text", trial: "text__4", reward: 1, note: "cut off after its verifier" },
    ]);
  });

  test("of several agents or models is refused until one is chosen", async () => {
    await using folder = await temporaryFolder();
    const job = await jobOf(
      folder.path,
      { name: "a__1", task: "a", rewards: { reward: 1 }, agent: "oracle", model: null },
      { name: "a__2", task: "a", rewards: { reward: 0 }, agent: "mine", model: "m1" },
      { name: "a__3", task: "a", rewards: { reward: 0 }, agent: "mine", model: "m2" },
    );
    await writeFiles(job, { "b__4/config.json": { task: { path: "b" } } });
    await expect(readHarborJob(job, {})).rejects.toThrow(
      selection(/mine m1, mine m2, oracle; choose with #agent=NAME/),
    );
    await expect(readHarborJob(job, { agent: "mine" })).rejects.toThrow(selection(/mine m1, mine m2; choose/));
    await expect(readHarborJob(job, { agent: "yours" })).rejects.toThrow(
      selection(/no such trials; there are: mine m1/),
    );
    const { trials, description } = await readHarborJob(job, { agent: "mine", model: "m2" });
    expect([trials, description]).toEqual([[{ task: "a", trial: "a__3", reward: 0 }], "Harbor job, agent mine, m2"]);
  });

  test("of several datasets has tasks by dataset", async () => {
    await using folder = await temporaryFolder();
    const job = await jobOf(
      folder.path,
      { name: "a__1", task: "a", rewards: { reward: 1 }, source: "one" },
      { name: "a__2", task: "a", rewards: { reward: 0 }, source: "two" },
    );
    const { trials, notes } = await readHarborJob(job, {});
    expect([trials.map(({ task }) => task), notes]).toEqual([
      ["one/a", "two/a"],
      ["its tasks are of several datasets: one, two"],
    ]);
  });

  test("tells the version of a task where Harbor does", async () => {
    await using folder = await temporaryFolder();
    const job = await jobOf(folder.path, { name: "a__1", task: "a", rewards: { reward: 1 }, checksum: "12ab" });
    expect((await readHarborJob(job, {})).trials).toEqual([{ task: "a", trial: "a__1", version: "12ab", reward: 1 }]);
  });

  test("with several rewards and none called reward asks which", async () => {
    await using folder = await temporaryFolder();
    const job = await jobOf(folder.path, { name: "a__1", task: "a", rewards: { f2p: 1, p2p: 0.5 } });
    await expect(readHarborJob(job, {})).rejects.toThrow(
      selection(/rewards are f2p, p2p: choose one with #reward=NAME/),
    );
    await expect(readHarborJob(job, { reward: "x" })).rejects.toThrow(selection(/f2p, p2p/));
    expect((await readHarborJob(job, { reward: "p2p" })).trials).toEqual([{ task: "a", trial: "a__1", reward: 0.5 }]);
  });

  test("that holds a trial twice is refused by the trial's name", async () => {
    await using folder = await temporaryFolder();
    const job = await jobOf(
      folder.path,
      { name: "a__1", task: "a", rewards: { reward: 1 } },
      { name: "copy of a__1", trial: "a__1", task: "a", rewards: { reward: 1 } },
    );
    await expect(readHarborJob(job, {})).rejects.toThrow(invalid(/: there twice: a trial a__1$/));
  });

  test.each([
    ["{", /a__1\/result\.json: not JSON/],
    [
      { task_name: "a", verifier_result: { rewards: { reward: "1" } } },
      /result\.json: verifier_result\.rewards\.reward: /,
    ],
    [{ task_name: "", verifier_result: null }, /result\.json: task_name: /],
    [{ task_name: "a", verifier_result: { rewards: { reward: 7 } } }, /a__1: a reward of 7: expected 0 to 1/],
  ])("with a broken result %j is refused by the file's name", async (content, message) => {
    await using folder = await temporaryFolder();
    await writeFiles(folder.path, { "a__1/result.json": content });
    await expect(readHarborJob(folder.path, {})).rejects.toThrow(invalid(message));
  });

  test("without trials is refused, and jobs below it are named", async () => {
    await using folder = await temporaryFolder();
    await mkdir(join(folder.path, "empty"));
    await expect(readHarborJob(folder.path, {})).rejects.toThrow(invalid(/: has no trials: expected journal\.sqlite/));
    await jobOf(join(folder.path, "job-1"), { name: "a__1", task: "a", rewards: { reward: 1 } });
    await expect(readHarborJob(folder.path, {})).rejects.toThrow(
      invalid(/holds several Harbor jobs: name one of job-1$/),
    );
  });

  test("is not our own folder of traces", async () => {
    await using folder = await temporaryFolder();
    await writeFiles(folder.path, { "a/result.json": { task: "a", reward: 1, outcome: "scored" } });
    await expect(readHarborJob(folder.path, {})).rejects.toThrow(invalid(/has no trials/));
  });
});
