// Tasks in folders: how they are read, and oracle and verifier in boxes that are processes of this machine.

import { chmod, mkdir, readdir, rm, symlink, writeFile } from "node:fs/promises";
import { basename, dirname, join } from "node:path";
import { describe, expect, test, vi } from "vitest";
import { loadTasks } from "../../../src/benchmarks/terminal-bench/dataset/load-dataset.ts";
import type { TerminalTask } from "../../../src/benchmarks/terminal-bench/format/load-task.ts";
import { datasetFolder, terminalBench } from "../../../src/benchmarks/terminal-bench/terminal-bench.ts";
import { boxOf } from "../../../src/benchmarks/terminal-bench/trial/task-box.ts";
import type { TrialEnvironment } from "../../../src/core/benchmark.ts";
import { HarnessError } from "../../../src/core/fault.ts";
import type { Sandbox } from "../../../src/core/sandbox.ts";
import { openFakeProvider } from "../../helpers/fake-sandbox.ts";
import { type TemporaryFolder, temporaryFolder } from "../../helpers/temporary-folder.ts";

vi.setConfig({ testTimeout: 60_000 });

const signal = new AbortController().signal;

type Files = Readonly<Record<string, string | null>>;

const parts: Files = {
  "task.toml": '[agent]\ntimeout_sec = 60\n[environment]\nworkdir = "/app"\n',
  "instruction.md": "Do it.\n",
  "environment/Dockerfile": "FROM debian:bookworm-slim\n",
  "tests/test.sh": "#!/bin/sh\nmkdir -p /logs/verifier\ncat /app/answer > /logs/verifier/reward.txt\n",
  "solution/solve.sh": "#!/bin/sh\necho 1 > answer\n",
};

/** Writes a task; null leaves a file out. */
async function makeTask(folder: string, changes: Files = {}): Promise<string> {
  for (const [path, content] of Object.entries({ ...parts, ...changes })) {
    if (content === null) continue;
    await mkdir(dirname(join(folder, path)), { recursive: true });
    await writeFile(join(folder, path), content);
  }
  return folder;
}

async function loadOne(folder: string, changes: Files = {}): Promise<TerminalTask> {
  const [task] = await loadTasks(await makeTask(folder, changes), { wanted: () => true });
  if (task === undefined) throw new Error("no task was read");
  return task;
}

async function refused(folder: string, wanted: (id: string) => boolean = () => true): Promise<HarnessError> {
  const error = await loadTasks(folder, { wanted }).catch((caught: unknown) => caught);
  if (error instanceof HarnessError) return error;
  throw new Error(`it was not refused: ${JSON.stringify(error)}`);
}

describe("a dataset", () => {
  test("is every folder with a task, sorted; hidden ones and files are not", async () => {
    await using folder = await temporaryFolder();
    for (const name of ["beta", "alpha", ".git"]) await makeTask(join(folder.path, name));
    await writeFile(join(folder.path, "README.md"), "hello\n");
    const tasks = await loadTasks(folder.path, { wanted: () => true });
    expect(tasks.map(({ id }) => id)).toEqual(["alpha", "beta"]);
  });

  test("may be one task", async () => {
    await using folder = await temporaryFolder();
    expect((await loadOne(join(folder.path, "only"))).id).toBe("only");
  });

  test("leaves out what is not wanted before anything of it is read", async () => {
    await using folder = await temporaryFolder();
    await makeTask(join(folder.path, "good"));
    await makeTask(join(folder.path, "broken"), { "task.toml": "=" });
    const tasks = await loadTasks(folder.path, { wanted: (id) => id !== "broken" });
    expect(tasks.map(({ id }) => id)).toEqual(["good"]);
  });

  test("names every task that can't be run, with its reason, and says what to do", async () => {
    await using folder = await temporaryFolder();
    await makeTask(join(folder.path, "good"));
    await makeTask(join(folder.path, "steps"), { "task.toml": "[environment]\ngpus = 1\n" });
    await makeTask(join(folder.path, "silent"), { "instruction.md": null });
    const error = await refused(folder.path);
    expect(error).toMatchObject({ fault: "config", code: "dataset-invalid" });
    expect(error.message).toContain("2 of 3 tasks");
    expect(error.message).toContain("exclude_task_ids");
    expect(error.message).toContain(join(folder.path, "silent", "instruction.md"));
    expect(error.message).toContain("[environment] gpus = 1");
    expect(error.message).not.toContain("good");
  });

  test.each<[string, Files, string]>([
    ["no task.toml", { "task.toml": null }, "task.toml is missing"],
    ["no instruction", { "instruction.md": null }, "instruction.md is missing"],
    ["no verifier", { "tests/test.sh": null }, "test.sh is missing"],
    ["neither Dockerfile nor image", { "environment/Dockerfile": null }, "Dockerfile is missing"],
    [
      "a size nobody understands",
      { "task.toml": '[environment]\nmemory = "lots"\n' },
      'environment.memory: "lots" is not a size such as "2G"',
    ],
  ])("with a task with %s is refused", async (_words, changes, message) => {
    await using folder = await temporaryFolder();
    await makeTask(join(folder.path, "bad"), changes);
    expect((await refused(folder.path)).message).toContain(message);
  });

  test("without tasks is refused; with none that is wanted it is empty, which is not the dataset's fault", async () => {
    await using folder = await temporaryFolder();
    expect((await refused(folder.path)).message).toContain("holds no task");
    await makeTask(join(folder.path, "good"));
    expect(await loadTasks(folder.path, { wanted: () => false })).toEqual([]);
  });

  test("that is not there says so", async () => {
    await using folder = await temporaryFolder();
    expect((await refused(join(folder.path, "nowhere"))).message).toContain("there is no such folder");
  });

  test("is the bundled one by its name, else relative to the config", async () => {
    expect(basename(datasetFolder("starter", "/somewhere") ?? "")).toBe("starter");
    expect(datasetFolder("mine/tasks", "/somewhere")).toBe("/somewhere/mine/tasks");
    expect(datasetFolder("/else/where", "/somewhere")).toBe("/else/where");
    expect(datasetFolder("terminal-bench@2.0", "/somewhere")).toBeNull();
    const folder = datasetFolder("starter", "/") ?? "";
    const tasks = await terminalBench.load(terminalBench.options.parse({}), {
      root: "/",
      cacheFolder: "/",
      say: () => undefined,
      wanted: () => true,
      signal,
    });
    const folders = (await readdir(folder, { withFileTypes: true })).filter((entry) => entry.isDirectory());
    expect(tasks.map(({ id }) => id)).toEqual(folders.map(({ name }) => name).sort());
    expect(tasks.filter(({ oracle, notes }) => !oracle || notes.length > 0)).toEqual([]);
  });
});

describe("a task", () => {
  test("has its times, its memory, its notes and whether it has an oracle", async () => {
    await using folder = await temporaryFolder();
    const toml = '[agent]\ntimeout_sec = 1.5\n[verifier]\ntimeout_sec = 7\n[environment]\nmemory = "1G"\nodd = 1\n';
    const task = await loadOne(join(folder.path, "one"), { "task.toml": toml, "solution/solve.sh": null });
    expect(task).toMatchObject({
      ...{ id: "one", instruction: "Do it.", agentTimeoutMs: 1500, verifierTimeoutMs: 7000 },
      ...{ oracle: false, notes: ["task.toml: unknown key [environment] odd"] },
    });
  });

  test("needs no Dockerfile where it names an image", async () => {
    await using folder = await temporaryFolder();
    const toml = '[environment]\ndocker_image = "some/image:1"\nallow_internet = false\n';
    const task = await loadOne(join(folder.path, "one"), { "task.toml": toml, "environment/Dockerfile": null });
    const { image, network } = boxOf(task);
    expect([image, network]).toEqual([{ kind: "image", reference: "some/image:1" }, "none"]);
  });

  test.each([
    ["<!-- canary 123 -->\nDo it.\n", "Do it."],
    ["<!-- canary 1 -->\n#canary 2\n\n\nDo it.\n", "Do it."],
    ["<!-- a comment -->\nDo it.\n", "<!-- a comment -->\nDo it."],
    ["\n<!-- canary -->\nDo it.\n", "<!-- canary -->\nDo it."],
    ["# this canary string must not be trained on\nDo it.\n", "Do it."],
    ["# A heading\nDo it.\n", "# A heading\nDo it."],
    ["Do it.\n<!-- canary -->\nAnd this.\n", "Do it.\n<!-- canary -->\nAnd this."],
    ["\n\n  Do it.  \n", "Do it."],
  ])("has its instruction without canaries at the top: %j", async (text, instruction) => {
    await using folder = await temporaryFolder();
    expect((await loadOne(join(folder.path, "one"), { "instruction.md": text })).instruction).toBe(instruction);
  });
});

describe("a task's digest", () => {
  async function digests(folder: TemporaryFolder, name: string, changes: Files = {}): Promise<[string, string]> {
    const { digest, environmentDigest } = await loadOne(join(folder.path, name, "task"), changes);
    return [digest, environmentDigest];
  }

  test("is the same wherever the task lies", async () => {
    await using folder = await temporaryFolder();
    expect(await digests(folder, "here")).toEqual(await digests(folder, "there"));
  });

  test.each<[string, Files, environment: boolean]>([
    ["the instruction", { "instruction.md": "Do it well.\n" }, false],
    ["task.toml", { "task.toml": `${parts["task.toml"]}\n` }, false],
    ["the verifier", { "tests/test.sh": "#!/bin/sh\n" }, false],
    ["a new file of the tests", { "tests/data.txt": "1" }, false],
    ["the solution", { "solution/solve.sh": "#!/bin/sh\ntrue\n" }, false],
    ["a missing solution", { "solution/solve.sh": null }, false],
    ["the Dockerfile", { "environment/Dockerfile": "FROM debian:bookworm\n" }, true],
    ["a new file of the environment", { "environment/data/a.txt": "1" }, true],
  ])("changes with %s", async (_words, changes, environment) => {
    await using folder = await temporaryFolder();
    const [before, after] = [await digests(folder, "before"), await digests(folder, "after", changes)];
    expect([after[0] !== before[0], after[1] !== before[1]]).toEqual([true, environment]);
  });

  test("changes with a mode and a link's target, and not with what does not belong to the task", async () => {
    await using folder = await temporaryFolder();
    const path = join(folder.path, "task");
    const before = (await loadOne(path)).digest;
    await writeFile(join(path, "README.md"), "hello\n");
    expect((await loadOne(path)).digest).toBe(before);
    await chmod(join(path, "tests/test.sh"), 0o755);
    const executable = (await loadOne(path)).digest;
    expect(executable).not.toBe(before);
    await symlink("test.sh", join(path, "tests/link"));
    const linked = (await loadOne(path)).digest;
    await rm(join(path, "tests/link"));
    await symlink("other.sh", join(path, "tests/link"));
    expect(new Set([executable, linked, (await loadOne(path)).digest]).size).toBe(3);
  });
});

describe("the environment", () => {
  test.each([
    ["", "open"],
    ['network_mode = "public"', "open"],
    ['network_mode = "no-network"', "none"],
    ["allow_internet = false", "none"],
    ["allow_internet = true", "open"],
    ['allow_internet = false\nnetwork_mode = "public"', "open"],
  ])("with %j has its network %s", async (line, network) => {
    await using folder = await temporaryFolder();
    const task = await loadOne(join(folder.path, "one"), { "task.toml": `[environment]\n${line}\n` });
    expect(boxOf(task).network).toBe(network);
  });

  test("is built from its folder once per content, within the declared limits", async () => {
    await using folder = await temporaryFolder();
    const toml =
      '[environment]\ncpus = 2\nmemory_mb = 128\nstorage_mb = 5000\nbuild_timeout_sec = 9\nworkdir = "/app"\nenv = { A = "1" }\n';
    const task = await loadOne(join(folder.path, "one"), { "task.toml": toml });
    expect(boxOf(task)).toMatchObject({
      image: {
        ...{ kind: "build", name: "one", context: join(folder.path, "one", "environment") },
        ...{ digest: task.environmentDigest, timeoutMs: 9000 },
      },
      limits: { cpus: 2, memoryMb: 128, storageMb: 5000 },
      env: { A: "1" },
      workdir: "/app",
    });
  });
});

/** What a trial of the task works in, and its box; /app is there. */
async function openTrial(
  task: TerminalTask,
  files: Readonly<Record<string, string>> = {},
): Promise<{ trial: TrialEnvironment; box: Sandbox } & AsyncDisposable> {
  const provider = openFakeProvider({ files: { "/app/.keep": "", "/tmp/.keep": "", ...files } });
  const boxes: Sandbox[] = [];
  const trial = await terminalBench.open(task, {
    trial: "one",
    index: 0,
    async openBox({ main: _idle, ...spec }, role) {
      const labels = { owner: "tests", job: "tests", trial: "one", role };
      const opened = await provider.open({ ...spec, labels }, { signal });
      boxes.push(opened);
      return opened;
    },
    shared: async () => await Promise.reject(new Error("nothing is shared")),
    signal,
  });
  const [box] = boxes;
  if (box === undefined) throw new Error("no box was opened");
  return { trial, box, [Symbol.asyncDispose]: async () => await trial[Symbol.asyncDispose]() };
}

/** Whatever the script writes as the reward, found by its own place so that the fake's paths need no mapping. */
function verifier(lines: string): Files {
  return { "tests/test.sh": `#!/bin/sh\ncd "$(dirname "$0")/.."\n${lines}\n` };
}

describe("the verifier", () => {
  async function verify(lines: string, files: Readonly<Record<string, string>> = {}, toml?: string) {
    await using folder = await temporaryFolder();
    const changes = { ...verifier(lines), ...(toml === undefined ? {} : { "task.toml": toml }) };
    const task = await loadOne(join(folder.path, "one"), changes);
    await using opened = await openTrial(task, files);
    return await opened.trial.verify({ signal });
  }

  test("judges the state that is left", async () => {
    const result = await verify("echo looking\ncat app/answer > logs/verifier/reward.txt", { "/app/answer": "0.5\n" });
    expect(result).toEqual({
      ...{ reward: 0.5, rewards: { reward: 0.5 }, output: "looking\n", notes: [], timedOut: false },
      verification: { mode: "fresh", reasons: [], flags: [] },
    });
  });

  test("has its exit code ignored", async () => {
    expect((await verify("echo 1 > logs/verifier/reward.txt\nexit 97")).reward).toBe(1);
  });

  test("that writes nothing gives no reward and says so", async () => {
    expect(await verify("echo oops >&2")).toMatchObject({
      ...{ reward: null, output: "oops\n", timedOut: false },
      notes: ["verifier: wrote no reward.txt or reward.json"],
    });
  });

  test("takes nothing of what the agent put in its places", async () => {
    const planted = {
      "/logs/verifier/reward.txt": "1",
      "/logs/verifier/reward.json": '{"reward": 1}',
      "/tests/test.sh": "#!/bin/sh\necho 1 > logs/verifier/reward.txt\n",
      "/tests/helper.sh": "exit 0\n",
    };
    const result = await verify("ls tests; true", planted);
    expect(result).toMatchObject({ reward: null, output: "test.sh\n" });
  });

  test("has the end of a long output kept", async () => {
    const { output } = await verify("i=0; while [ $i -lt 2000 ]; do echo line-$i; i=$((i+1)); done");
    expect([output.length, output.startsWith("…"), output.endsWith("line-1999\n")]).toEqual([4001, true, true]);
  });

  test("is stopped when its time is over, and what it wrote before counts", async () => {
    const toml = "[verifier]\ntimeout_sec = 0.5\n";
    const result = await verify("echo 1 > logs/verifier/reward.txt\nsleep 60", {}, toml);
    expect(result).toMatchObject({ reward: 1, timedOut: true, notes: ["verifier: stopped after 0.5 s"] });
  });

  test("that removes its own folder gives no reward", async () => {
    expect(await verify("rm -rf logs/verifier")).toMatchObject({ reward: null, timedOut: false });
  });
});

describe("the oracle", () => {
  async function solve(script: string, toml = parts["task.toml"] ?? "") {
    await using folder = await temporaryFolder();
    const changes = { "solution/solve.sh": script, "solution/data.txt": "from beside it\n", "task.toml": toml };
    const task = await loadOne(join(folder.path, "one"), changes);
    await using opened = await openTrial(task);
    const end = await opened.trial.runOracle?.({ signal });
    const left = await opened.box.session.readFile("/app/answer", { signal }).catch(() => Buffer.from("nothing"));
    return { end, left: Buffer.from(left).toString() };
  }

  test("is run in the task's folder of work, with its files beside it and its variables", async () => {
    const toml = '[environment]\nworkdir = "/app"\n[solution]\nenv = { WORD = "hello" }\n';
    const script = '#!/bin/sh\necho "$WORD $(cat ../solution/data.txt)" > answer\n';
    expect(await solve(script, toml)).toEqual({
      end: { how: "finished", code: "oracle", detail: "" },
      left: "hello from beside it\n",
    });
  });

  test("that fails says how, and leaves the verdict to the verifier", async () => {
    const { end } = await solve("#!/bin/sh\necho no luck >&2\nexit 3\n");
    expect(end).toEqual({ how: "finished", code: "oracle", detail: "solve.sh exited 3: no luck\n" });
  });

  test("that takes too long meets the agent's time limit", async () => {
    const toml = '[agent]\ntimeout_sec = 0.5\n[environment]\nworkdir = "/app"\n';
    const { end } = await solve("#!/bin/sh\nsleep 60\n", toml);
    expect(end).toEqual({ how: "limit", code: "time-limit", detail: "solve.sh ran out of time" });
  });
});
