// Where agents' boxes are and where tasks' boxes are, by config: starter tasks earn the same wherever they are, and an
// iteration with a coding agent goes its whole way with every box at a cloud.

import { appendFile, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { stripCandidate } from "../../src/channel/strip-candidate.ts";
import type { SandboxProvider } from "../../src/core/sandbox.ts";
import { openRehearsalUpstream } from "../../src/gateway/rehearsal/upstream.ts";
import { sha256 } from "../../src/lib/digest.ts";
import { openE2bProvider } from "../../src/sandboxes/e2b.ts";
import { placedProvider } from "../../src/sandboxes/placed-provider.ts";
import { runJob } from "../../src/trials/run-job.ts";
import { openCliScene } from "../helpers/cli-scene.ts";
import { type E2bStandIn, openE2bStandIn } from "../helpers/cloud/e2b-stand-in.ts";
import { jobLog } from "../helpers/fake-trials.ts";
import { notingProvider } from "../helpers/noting-provider.ts";
import { openTestDocker } from "../helpers/open-test-docker.ts";
import { writePlannedTasks } from "../helpers/planned-tasks.ts";
import { temporaryFolder } from "../helpers/temporary-folder.ts";
import { openTerminalTrials } from "../helpers/terminal-trials.ts";

const root = join(import.meta.dirname, "../..");
const starter = join(root, "datasets/starter");
const template = join(root, "agent/templates/terminal-bench.ts");

let cloud: E2bStandIn;

beforeAll(async () => {
  cloud = await openE2bStandIn();
});

afterAll(async () => {
  const left = cloud?.sandboxes();
  await cloud?.[Symbol.asyncDispose]();
  expect([left, await cloud?.leftovers()]).toEqual([[], []]);
});

test("starter tasks earn the same wherever their agents' boxes and their own are", async () => {
  await using docker = await openTestDocker();
  const at = { apiKey: cloud.apiKey, apiUrl: cloud.url, sandboxUrl: cloud.url };
  const e2b = await openE2bProvider({ owner: docker.owner, say: () => undefined, ...at });
  const upstream = await openRehearsalUpstream({ playbooks: starter });
  const { code } = stripCandidate(await readFile(template, "utf8"));
  // One passes as the agent is, the other one needs a plan.
  const ids = ["git-recover-lost-work", "shared-folder-permissions"];

  const run = async (tasksAt: SandboxProvider, agentsAt: SandboxProvider) => {
    await using folder = await temporaryFolder();
    const opened: string[] = [];
    const [tasks, agents] = [notingProvider(tasksAt, opened), notingProvider(agentsAt, opened)];
    await using trials = await openTerminalTrials(
      { provider: tasksAt === agentsAt ? tasks : placedProvider({ tasks, agents }), owner: docker.owner },
      {
        ...{ folder: folder.path, model: { model: "rehearsal/starter" }, upstream },
        ...{ keys: { dataset: starter }, wanted: (id: string) => ids.includes(id) },
      },
    );
    const agent = { kind: "candidate", code, digest: sha256(code) } as const;
    const plans = trials.tasks.map((task) => ({ task, agent, step: "train", decision: "", index: 0 }) as const);
    const { records } = await runJob(plans, trials.context, jobLog({ concurrency: 2 }).options);
    const ends = records.map((record) => [
      record?.parts.task,
      record?.outcome,
      record?.agentEnd.code,
      record?.attempts,
    ]);
    return { ends, opened: opened.sort() };
  };

  const here = await run(docker.provider, docker.provider);
  expect(here.ends).toEqual([
    ["git-recover-lost-work", { status: "scored", reward: 1 }, "finished", 1],
    ["shared-folder-permissions", { status: "scored", reward: 0 }, "finished", 1],
  ]);
  const both = (agents: string, tasks: string) => [agents, agents, tasks, tasks];
  expect({
    "agents here": await run(e2b, docker.provider),
    "agents there": await run(docker.provider, e2b),
    "all there": await run(e2b, e2b),
  }).toEqual({
    "agents here": { ends: here.ends, opened: both("agent at docker", "task at e2b") },
    "agents there": { ends: here.ends, opened: both("agent at e2b", "task at docker") },
    "all there": { ends: here.ends, opened: both("agent at e2b", "task at e2b") },
  });
  expect([await docker.leftovers(), cloud.sandboxes()]).toEqual([[], []]);
}, 600_000);

const rule = "- Before you act, write a to-do list of every requirement, and work through all of it.";

/** A coding agent that says what its box is like, edits, is judged, and writes its entry. */
const codingAgent = [
  `echo "user $(id -u), home $HOME, capabilities $(sed -n 's/^CapEff:\\t//p' /proc/self/status), network $(ls /sys/class/net)"`,
  `sed -i '/^- When the task is done, answer with a short text/a ${rule}' agent/agent.ts`,
  "sed -i 's/without a tool call\\.`;/without a tool call./; s/all of it\\.$/all of it.`;/' agent/agent.ts",
  'auto-harness gate --hypothesis "it forgets requirements"',
  "printf '\\n## Iteration 1\\n\\n**What changed:** it plans\\n' >> workspace/learnings.md",
  "echo plan before acting",
].join(" && ");

test("an iteration with a coding agent has every box at the cloud, and needs no engine", async () => {
  await using scene = await openCliScene();
  await writePlannedTasks(join(scene.folder, "tasks"));
  const file = join(scene.folder, "experiment_config.yaml");
  const config = [
    ...["benchmark: terminal-bench", "dataset: ./tasks", "agent_model: rehearsal/starter", "max_concurrency: 2"],
    ...["gate: strict-seed", "final_report: false", "pre_screen: false", "coding_agent: command"],
    `coding_agent_command: ${JSON.stringify(codingAgent)}`,
    "env_provider: e2b",
  ];
  await writeFile(file, `${config.join("\n")}\n`);
  // Where an engine would be asked for, there is none.
  const env = {
    ...{ E2B_API_KEY: cloud.apiKey, E2B_API_URL: cloud.url, E2B_SANDBOX_URL: cloud.url },
    DOCKER_HOST: "tcp://127.0.0.1:1",
  };
  const night = await scene.run(["start", "--iterations", "1"], { env, timeoutMs: 600_000 });
  expect(night).toMatchObject({ exitCode: 0, stderr: "" });
  expect(night.stdout).toContain("user 65534, home /home/coding-agent, capabilities 0000000000000000, network lo");
  expect(night.stdout).toContain("on E2B the root of this box can be written: it is a machine of its own");
  expect(night.stdout).toMatch(/iteration 1: ACCEPTED .* — plan before acting/);
  expect(night.stdout).toMatch(/^e2b: \d+ sandboxes, /m);
  expect(await readFile(join(scene.folder, "agent/agent.ts"), "utf8")).toContain(rule);
  expect(await readFile(join(scene.folder, "workspace/learnings.md"), "utf8")).toContain("**What changed:** it plans");
  expect([await scene.leftovers(), cloud.sandboxes()]).toEqual([[], []]);

  // A key that is missing is named with the key of the config that asks for it.
  await appendFile(file, "agent_provider: daytona\n");
  const keyless = await scene.run(["start"], { env: { ...env, DAYTONA_API_KEY: undefined } });
  expect([keyless.exitCode, keyless.stderr]).toEqual([
    2,
    "auto-harness: agent_provider: daytona needs DAYTONA_API_KEY, in the environment or in .env.\n",
  ]);
}, 600_000);
