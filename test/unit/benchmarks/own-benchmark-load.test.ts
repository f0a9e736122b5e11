// The folder of a benchmark of one's own: what of it goes into the image, and which configs are refused.

import { mkdir, readdir, readFile, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { expect, test } from "vitest";
import { withAgentSide } from "../../../src/benchmarks/command/agent-side.ts";
import { command } from "../../../src/benchmarks/command/command.ts";
import type { CommandTask } from "../../../src/benchmarks/command/load.ts";
import { temporaryFolder } from "../../helpers/temporary-folder.ts";

const files = { "bench/tasks.txt": "a\nb\n", "bench/run.mjs": "" };

async function load(
  keys: Readonly<Record<string, unknown>>,
  { path, content = files }: { path: string; content?: Readonly<Record<string, string>> },
): Promise<CommandTask[]> {
  for (const [file, text] of Object.entries(content)) {
    await mkdir(dirname(join(path, file)), { recursive: true });
    await writeFile(join(path, file), text);
  }
  const options = command.options.parse({ program_folder: "./bench", run_command: "node run.mjs", ...keys });
  return await command.load(options, {
    ...{ root: path, cacheFolder: join(path, "cache"), say: () => undefined, wanted: (id) => id !== "b" },
    signal: AbortSignal.timeout(60_000),
  });
}

async function contextOf(task: CommandTask | undefined): Promise<string> {
  if (task?.image.kind !== "build") throw new Error("the program's image is built");
  return task.image.context;
}

test("a folder goes into the image without history, keys and caches; only wanted tasks are loaded", async () => {
  await using folder = await temporaryFolder();
  const hidden = { "bench/.git/HEAD": "", "bench/.env": "KEY=1", "bench/.env.local": "", "bench/x/__pycache__/y": "" };
  const [task, ...others] = await load(
    { tasks_file: "tasks.txt" },
    { path: folder.path, content: { ...files, ...hidden } },
  );
  expect(others).toEqual([]);
  expect(task).toMatchObject({
    id: "a",
    oracle: false,
    agentTimeoutMs: 600_000,
    file: join(folder.path, "bench/tasks.txt"),
  });
  const context = await contextOf(task);
  expect((await readdir(join(context, "program"), { recursive: true })).sort()).toEqual(["run.mjs", "tasks.txt", "x"]);
  expect(await readFile(join(context, "Dockerfile"), "utf8")).toBe(
    "FROM node:24-bookworm-slim\nCOPY program /program\nWORKDIR /program\n",
  );
});

test("a folder's own Dockerfile is used as it is", async () => {
  await using folder = await temporaryFolder();
  const content = { ...files, "bench/Dockerfile": "FROM debian:bookworm-slim\nCOPY . /x\n" };
  const [task] = await load({ tasks_file: "tasks.txt" }, { path: folder.path, content });
  const context = await contextOf(task);
  expect((await readdir(context)).sort()).toEqual(["Dockerfile", "run.mjs", "tasks.txt"]);
  expect(await readFile(join(context, "Dockerfile"), "utf8")).toBe(content["bench/Dockerfile"]);
});

test("everything that can change a reward makes another task: the folder, the command, limits, the agent's place", async () => {
  await using folder = await temporaryFolder();
  const { path } = folder;
  const digestOf = async (keys: Record<string, unknown>, content?: Record<string, string>) =>
    (await load({ tasks_file: "tasks.txt", ...keys }, { path, ...(content === undefined ? {} : { content }) }))[0]
      ?.digest;
  const first = await digestOf({});
  const others = [
    await digestOf({ run_command: "node run.mjs -v" }),
    await digestOf({ agent_timeout_sec: 5 }),
    await digestOf({ program_network: "open" }),
    await digestOf({ program_memory_mb: 512 }),
    await digestOf({ agent_place: "program-box" }),
    await digestOf({}, { "bench/run.mjs": "// changed" }),
  ];
  expect(new Set([first, ...others]).size).toBe(7);
  expect(await digestOf({}, { "bench/run.mjs": "" })).toBe(first);
});

test("an agent's side stands in the last stage of a Dockerfile, whatever is in its head", () => {
  const dockerfile = "# syntax=docker/dockerfile:1\nARG V=3\nfrom python:$V AS one\nFROM one\nUSER nobody\n";
  const lines = withAgentSide(dockerfile).split("\n");
  expect(lines.slice(0, 7)).toEqual([
    ...["# syntax=docker/dockerfile:1", "ARG V=3", "FROM node:24-bookworm-slim AS auto-harness-node", ""],
    ...["from python:$V AS one", "FROM one", "USER nobody"],
  ]);
  expect(lines.slice(7, 9)).toEqual([
    "USER root",
    "COPY --from=auto-harness-node /usr/local/bin/node /opt/auto-harness/node",
  ]);
});

test.each<[string, Record<string, unknown>, Record<string, string>, RegExp]>([
  ["task-list-missing", {}, files, /tasks_file or list_command .* neither is there/],
  ["task-list-missing", { tasks_file: "tasks.txt", list_command: "x" }, files, /both are there/],
  ["list-needs-engine", { list_command: "node run.mjs" }, files, /list_command \(node run\.mjs\) runs in a box/],
  ["tasks-file-missing", { tasks_file: "none.txt" }, files, /none\.txt can't be read/],
  ["program-folder-missing", { tasks_file: "t", program_folder: "./none" }, files, /there is no folder .*none/],
  ["program-folder-missing", { tasks_file: "t", program_folder: "./empty" }, { "empty/.env": "" }, /is empty/],
  ["program-folder-too-wide", { tasks_file: "t", program_folder: "." }, files, /holds the experiment itself/],
  ["program-folder-too-wide", { tasks_file: "t", program_folder: ".." }, files, /a folder of its own/],
  [
    "program-image-twice",
    { tasks_file: "tasks.txt", program_image: "python:3" },
    { ...files, "bench/Dockerfile": "FROM x" },
    /program_image and .*Dockerfile both say/,
  ],
  [
    "oracle-needs-own-box",
    { tasks_file: "tasks.txt", oracle_command: "x", agent_place: "program-box" },
    files,
    /with agent_place: program-box none are asked/,
  ],
])("%s: %j", async (code, keys, content, message) => {
  await using folder = await temporaryFolder();
  await expect(load(keys, { path: folder.path, content })).rejects.toMatchObject({
    ...{ fault: "config", code, message: expect.stringMatching(message) },
  });
});
