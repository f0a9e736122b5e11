// Tasks of several steps: how their folders are read, what steps earn together, and when a task ends early.

import { mkdir, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { describe, expect, test } from "vitest";
import { defaultSettings } from "../../../src/benchmarks/terminal-bench/format/harbor-options.ts";
import { loadTask } from "../../../src/benchmarks/terminal-bench/format/load-task.ts";
import { networkChanges } from "../../../src/benchmarks/terminal-bench/format/network-policy.ts";
import { combineRewards, stopReason } from "../../../src/benchmarks/terminal-bench/trial/step-rewards.ts";
import { boxOf, imageOf } from "../../../src/benchmarks/terminal-bench/trial/task-box.ts";
import { verifierTasks } from "../../../src/benchmarks/terminal-bench/verification/separate-verifier.ts";
import { trialVerification } from "../../../src/benchmarks/terminal-bench/verification/step-verification.ts";
import type { Verification } from "../../../src/core/verification.ts";
import { temporaryFolder } from "../../helpers/temporary-folder.ts";

type Files = Readonly<Record<string, string | null>>;

const parts: Files = {
  "environment/Dockerfile": "FROM debian:bookworm-slim\n",
  "tests/test.sh": "exit 0\n",
  "steps/one/instruction.md": "First.\n",
  "steps/two/instruction.md": "<!-- canary -->\nSecond.\n",
};
const twoSteps = '[[steps]]\nname = "one"\n[[steps]]\nname = "two"\n';

/** null leaves a file out. */
async function load(folder: string, toml: string, changes: Files = {}, settings = defaultSettings) {
  for (const [path, content] of Object.entries({ "task.toml": toml, ...parts, ...changes })) {
    if (content === null) continue;
    await mkdir(dirname(join(folder, path)), { recursive: true });
    await writeFile(join(folder, path), content);
  }
  return await loadTask(folder, settings);
}

describe("the folder of a task of several steps", () => {
  test("has an instruction, tests and a solution for each, those of the task standing in", async () => {
    await using folder = await temporaryFolder();
    const at = (path: string) => join(folder.path, path);
    const task = await load(folder.path, `${twoSteps}min_reward = 0.5\n`, {
      "steps/one/solution/solve.sh": "one",
      "steps/one/tests/test.sh": "own",
      "steps/one/workdir/data.txt": "1",
      "steps/two/tests/data.txt": "2",
      "solution/solve.sh": "all",
    });
    expect(task).toMatchObject({ instruction: "First.\n\nSecond.", oracle: true });
    expect(task.steps).toMatchObject([
      {
        ...{ name: "one", instruction: "First.", solution: at("steps/one/solution"), minRewards: null },
        ...{ workdirFolder: at("steps/one/workdir"), verifier: { tests: [at("tests"), at("steps/one/tests")] } },
      },
      {
        ...{ name: "two", instruction: "Second.", solution: at("solution"), minRewards: { reward: 0.5 } },
        ...{ workdirFolder: null, verifier: { tests: [at("tests"), at("steps/two/tests")] } },
      },
    ]);
  });

  test("has what a step leaves out from the task", async () => {
    await using folder = await temporaryFolder();
    const toml = `artifacts = ["/a"]
[agent]
timeout_sec = 10
user = "worker"
[verifier]
timeout_sec = 20
user = 5
env = { A = "1", B = "1" }
collect = [{ command = "x" }]
${twoSteps}artifacts = ["/b"]
[steps.agent]
timeout_sec = 30
user = 0
[steps.verifier]
timeout_sec = 40
user = "judge"
env = { B = "2" }
collect = [{ command = "y" }]
`;
    const settings = { ...defaultSettings, verifierTimeoutMultiplier: 2, rewardKey: "best" };
    const task = await load(folder.path, toml, {}, settings);
    expect([task.agentTimeoutMs, task.verifierTimeoutMs]).toEqual([40_000, 120_000]);
    const rewardKey = "best";
    expect(task.steps).toMatchObject([
      {
        ...{ agentTimeoutMs: 10_000, agentUser: "worker", collect: [{ command: "x" }], artifacts: [{ source: "/a" }] },
        verifier: { timeoutMs: 40_000, user: "5", env: { A: "1", B: "1" }, rewardKey },
      },
      {
        ...{ agentTimeoutMs: 30_000, agentUser: "0", collect: [{ command: "x" }, { command: "y" }] },
        ...{ artifacts: [{ source: "/a" }, { source: "/b" }] },
        verifier: { timeoutMs: 80_000, user: "judge", env: { A: "1", B: "2" }, rewardKey },
      },
    ]);
  });

  test.each<[string, Files, string]>([
    ["no instruction", { "steps/two/instruction.md": null }, "steps/two/instruction.md is missing"],
    ["no tests", { "tests/test.sh": null, "steps/one/tests/test.sh": "x" }, "steps/two/tests/test.sh is missing"],
    ["an earlier conversation", { "steps/one/trajectory.json": "{}" }, "steps/one/trajectory.json, a conversation"],
  ])("with %s is refused by name", async (_words, changes, message) => {
    await using folder = await temporaryFolder();
    await expect(load(folder.path, twoSteps, changes)).rejects.toThrow(message);
  });

  test("names no service that no compose file has", async () => {
    await using folder = await temporaryFolder();
    const hook = '[[verifier.collect]]\ncommand = "dump"\nservice = "db"\n';
    await expect(load(folder.path, `${hook}${twoSteps}`)).rejects.toThrow(
      "names the service db, but environment/ has no",
    );
    const artifact = 'artifacts = [{ source = "/x", service = "db" }]\n';
    await expect(load(folder.path, `${artifact}${twoSteps}`)).rejects.toThrow("names the service db");
  });

  test("counts whole in the task's digest", async () => {
    await using folder = await temporaryFolder();
    const before = (await load(folder.path, twoSteps)).digest;
    expect((await load(folder.path, twoSteps)).digest).toBe(before);
    expect((await load(folder.path, twoSteps, { "steps/two/workdir/x": "1" })).digest).not.toBe(before);
  });

  test("gives an hour where no time is given, and says so", async () => {
    await using folder = await temporaryFolder();
    const task = await load(folder.path, twoSteps);
    expect(task.agentTimeoutMs).toBe(7_200_000);
    expect(task.notes).toEqual([
      "task.toml: [agent] has no timeout_sec, which is no limit in Harbor: an hour is given",
    ]);
  });

  test("changes its network where a phase has another one", async () => {
    await using folder = await temporaryFolder();
    const toml = (lines: string) => `[agent]\ntimeout_sec = 1\n${lines}\n[environment]\nnetwork_mode = "no-network"\n`;
    const same = await load(folder.path, toml('network_mode = "no-network"'), { "instruction.md": "Do it." });
    const other = await load(folder.path, toml('network_mode = "allowlist"\nallowed_hosts = ["a.org"]'), {
      "instruction.md": "Do it.",
    });
    expect([networkChanges(same), networkChanges(other)]).toEqual([false, true]);
    expect(other.steps[0]).toMatchObject({ agentNetwork: { allow: ["a.org"] }, verifierNetwork: "none" });
    expect(boxOf(other)).toMatchObject({ network: "none", networkChanges: true });
  });
});

describe("a verifier's own box", () => {
  const single: Files = { "instruction.md": "Do it." };

  test("is an image that it names, which brings its tests", async () => {
    await using folder = await temporaryFolder();
    const toml = '[verifier.environment]\ndocker_image = "judge:1"\ncpus = 2\n';
    const task = await load(folder.path, toml, { ...single, "tests/test.sh": null });
    expect(task.steps[0]?.verifier.tests).toEqual([]);
    expect(verifierTasks(task).map(boxOf)).toMatchObject([
      { image: { kind: "image", reference: "judge:1" }, limits: { cpus: 2 }, network: "open" },
    ]);
  });

  test("is built from tests/ where that has a Dockerfile", async () => {
    await using folder = await temporaryFolder();
    const toml = '[verifier]\nenvironment_mode = "separate"\nnetwork_mode = "no-network"\n';
    const task = await load(folder.path, toml, { ...single, "tests/Dockerfile": "FROM x", "tests/test.sh": null });
    expect(verifierTasks(task).map(boxOf)).toMatchObject([
      { image: { kind: "build", context: join(folder.path, "tests") }, network: "none" },
    ]);
  });

  test("is the agent's environment once more where nothing else is said, and tests are brought to it", async () => {
    await using folder = await temporaryFolder();
    const task = await load(folder.path, '[verifier]\nenvironment_mode = "separate"\n', single);
    expect(task.steps[0]?.verifier.tests).toEqual([join(folder.path, "tests")]);
    const [own] = verifierTasks(task);
    const images = [own === undefined ? undefined : imageOf(own), imageOf(task)] as const;
    expect(images[0]).toMatchObject({ context: join(folder.path, "environment") });
    expect(images[0]).toMatchObject({ digest: "digest" in images[1] ? images[1].digest : "" });
  });

  test("is a step's own before the task's", async () => {
    await using folder = await temporaryFolder();
    const toml = `[verifier.environment]\ndocker_image = "judge:1"\n${twoSteps}[steps.verifier.environment]\ndocker_image = "judge:2"\n`;
    const task = await load(folder.path, toml);
    expect(verifierTasks(task).map(imageOf)).toEqual([
      { kind: "image", reference: "judge:1" },
      { kind: "image", reference: "judge:2" },
    ]);
  });

  test.each(["tests/docker-compose.yaml", "tests/docker-compose.yml"])(
    "of several containers is refused by name (%s)",
    async (name) => {
      await using folder = await temporaryFolder();
      const loading = load(folder.path, '[verifier]\nenvironment_mode = "separate"\n', {
        ...single,
        [name]: "services: {}",
      });
      await expect(loading).rejects.toThrow(`${name} is a verifier of several containers`);
    },
  );
});

describe("what steps earn together", () => {
  test.each([
    ["mean", [{ reward: 1 }, { reward: 0 }], { reward: 0.5 }],
    ["mean", [{ reward: 1 }], { reward: 1 }],
    ["mean", [{ reward: 1, style: 1 }, { reward: 0.5 }], { reward: 0.75, style: 0.5 }],
    ["mean", [{ reward: 1 }, null], { reward: 1 }],
    ["mean", [null, null], null],
    ["mean", [{ toString: 1 }, { reward: 1 }], { toString: 0.5, reward: 0.5 }],
    ["final", [{ reward: 1 }, { reward: 0.25, style: 1 }], { reward: 0.25, style: 1 }],
    ["final", [{ reward: 1 }, null], null],
  ] as const)("is the %s of %j: %j", (strategy, steps, together) => {
    expect(combineRewards(steps, strategy)).toEqual(together);
  });

  test("is nothing, with the reason, where no step gave a reward", async () => {
    await using folder = await temporaryFolder();
    const task = await load(folder.path, twoSteps);
    const verification: Verification = { reward: null, output: "oops", notes: ["verifier: wrote no"], timedOut: true };
    const [step] = task.steps;
    if (step === undefined) throw new Error("no step");
    const judged = trialVerification(task, [{ step, agentEnd: null, verification }]);
    expect(judged).toEqual({
      ...{ reward: null, output: "== one ==\noops", notes: ["step one: verifier: wrote no"], timedOut: true },
      steps: [{ step: "one", rewards: null, agentEnd: null, output: "oops" }],
      details: { steps: { one: null } },
    });
  });
});

test.each([
  [{ reward: 1 }, null, null],
  [{}, null, null],
  [null, null, "it gave no reward"],
  [null, { reward: 0 }, "it gave no reward"],
  [{ reward: 0.5 }, { reward: 0.5 }, null],
  [{ reward: 0.49 }, { reward: 0.5 }, "reward 0.49 is below its min_reward 0.5"],
  [{ a: 1 }, { reward: 0 }, "it gave no reward, which its min_reward asks for"],
  [{ a: 1, b: 0 }, { a: 1, b: 1 }, "b 0 is below its min_reward 1"],
  [{ a: 1 }, { toString: 0 }, "it gave no toString, which its min_reward asks for"],
] as const)("after rewards %j with min_reward %j: %j", (rewards, least, why) => {
  expect(stopReason(rewards, least)).toBe(why);
});
