// What a cloud can't do is said by task before anything is opened; the SDKs are the real ones, and nothing is asked of them.

import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { terminalBench } from "../../../src/benchmarks/terminal-bench/terminal-bench.ts";
import { agentBox, agentImage } from "../../../src/channel/agent-image.ts";
import { configTables } from "../../../src/commands/config-tables.ts";
import { requireFit, unfitTasks } from "../../../src/commands/provider-fit.ts";
import { requireAgentsFit } from "../../../src/commands/require-agents-fit.ts";
import { parseConfig } from "../../../src/config/load.ts";
import type { Benchmark, Task } from "../../../src/core/benchmark.ts";
import type { SandboxProvider, SandboxSpec } from "../../../src/core/sandbox.ts";
import { openDaytonaProvider } from "../../../src/sandboxes/daytona.ts";
import { openE2bProvider } from "../../../src/sandboxes/e2b.ts";
import { openOwner } from "../../../src/sandboxes/owner.ts";
import { placedProvider } from "../../../src/sandboxes/placed-provider.ts";
import { openFakeProvider } from "../../helpers/fake-sandbox.ts";
import { type TemporaryFolder, temporaryFolder } from "../../helpers/temporary-folder.ts";

const plain = "FROM debian:bookworm-slim\n";

/** By id: task.toml's [environment] and its Dockerfile, or a compose file. */
const kinds: Readonly<Record<string, { environment?: string; dockerfile?: string; compose?: string; rest?: string }>> =
  {
    plain: {},
    offline: { environment: 'network_mode = "no-network"' },
    hosts: { environment: 'network_mode = "allowlist"\nallowed_hosts = ["example.org"]' },
    large: { environment: "memory_mb = 65536" },
    entry: { dockerfile: `${plain}ENTRYPOINT ["/bin/serve"]\n` },
    added: { dockerfile: `${plain}ADD data.tar /data\n` },
    phases: { rest: '[verifier]\nnetwork_mode = "no-network"\n' },
    composed: { compose: "services:\n  main:\n    build: .\n  db:\n    image: debian:bookworm-slim\n" },
  };

async function tasksOf(folder: string): Promise<Task[]> {
  for (const [id, { environment = "", dockerfile = plain, compose, rest = "" }] of Object.entries(kinds)) {
    const task = join(folder, id);
    for (const part of ["environment", "tests"]) await mkdir(join(task, part), { recursive: true });
    await writeFile(join(task, "task.toml"), `[environment]\n${environment}\n${rest}`);
    await writeFile(join(task, "instruction.md"), "Do it.");
    await writeFile(join(task, "tests/test.sh"), "echo 1 > /logs/verifier/reward.txt");
    await writeFile(join(task, "environment/Dockerfile"), dockerfile);
    await writeFile(join(task, "environment/data.tar"), "");
    if (compose !== undefined) await writeFile(join(task, "environment/docker-compose.yaml"), compose);
  }
  return await terminalBench.load(terminalBench.options.parse({ dataset: folder }), {
    ...{ root: folder, cacheFolder: folder, say: () => undefined, wanted: () => true },
    signal: new AbortController().signal,
  });
}

const benchmark = terminalBench as unknown as Benchmark;

async function unfitOn(open: (options: { stateFolder: string }) => Promise<SandboxProvider>) {
  await using folder = await temporaryFolder();
  const tasks = await tasksOf(join(folder.path, "tasks"));
  const provider = await open({ stateFolder: join(folder.path, "state") });
  return Object.fromEntries((await unfitTasks(benchmark, provider, tasks)).map(({ task, why }) => [task.id, why]));
}

/** One that refuses nothing and starts projects, as Docker does; none of these tests opens anything. */
const engine = (): SandboxProvider => ({
  ...openFakeProvider(),
  openProject: () => Promise.reject(new Error("opened")),
});

const settings = async ({ stateFolder }: { stateFolder: string }) => {
  return { owner: await openOwner({ stateFolder }), say: () => undefined, apiKey: "e2b_0000" };
};

describe("a task that can't be run", () => {
  test("at E2B is named with its reason, the others are not", async () => {
    expect(await unfitOn(async (options) => await openE2bProvider(await settings(options)))).toEqual({
      hosts: "E2B has no list of allowed hosts that holds.",
      large: expect.stringMatching(/^E2B has no sandbox of \d+ processors and 65536 MiB/),
      entry: expect.stringMatching(/^E2B can't build the image of entry: its Dockerfile uses ENTRYPOINT/),
      added: expect.stringMatching(/^E2B can't build the image of added: its Dockerfile uses ADD data\.tar/),
      phases: "The network of a sandbox there can't be changed while it runs.",
      composed: "it is a compose project, which e2b can't start",
    });
  });

  test("at Daytona is named with its reason, the others are not", async () => {
    expect(await unfitOn(async (options) => await openDaytonaProvider(await settings(options)))).toEqual({
      hosts: expect.stringMatching(/^Daytona has no list of allowed hosts/),
      large: expect.stringMatching(/^Daytona has no sandbox of \d+ processors, 65536 MiB/),
      added: expect.stringMatching(/^Daytona can't build the image of added: "ADD data.tar \/data"/),
      phases: "The network of a sandbox there can't be changed while it runs.",
      composed: "it is a compose project, which daytona can't start",
    });
  });

  test("is none where a provider refuses nothing", async () => {
    expect(await unfitOn(async () => openFakeProvider())).toEqual({});
  });
});

test("an experiment with such tasks does not begin, and says which to exclude", async () => {
  await using folder = await temporaryFolder();
  const tasks = await tasksOf(join(folder.path, "tasks"));
  const provider = await openE2bProvider(await settings({ stateFolder: join(folder.path, "state") }));
  await expect(requireFit(benchmark, provider, tasks)).rejects.toMatchObject({
    ...{ fault: "config", code: "provider-unfit" },
    message: expect.stringMatching(
      /^6 of 8 tasks can't run on e2b; exclude them with exclude_task_ids, or use env_provider: docker:\n {2}added: .*\n {2}composed: /,
    ),
  });
  await requireFit(
    benchmark,
    provider,
    tasks.filter(({ id }) => ["plain", "offline"].includes(id)),
  );
});

describe("a benchmark whose services need an engine", () => {
  const services = { name: "mine", engineOnly: "its database is a container" };

  test("is refused as a whole at a cloud", async () => {
    await using folder = await temporaryFolder();
    const provider = await openE2bProvider(await settings({ stateFolder: folder.path }));
    await expect(requireFit(services, provider, [])).rejects.toThrow(
      "mine can't run on e2b: its database is a container. Use env_provider: docker; agents' boxes alone can be there, with agent_provider: e2b.",
    );
    await expect(requireFit(services, placedProvider({ tasks: provider, agents: engine() }), [])).rejects.toThrow(
      "mine can't run on e2b: its database is a container.",
    );
  });

  test("runs with its services on an engine and its agents at a cloud", async () => {
    await using folder = await temporaryFolder();
    const agents = await openE2bProvider(await settings({ stateFolder: folder.path }));
    await requireFit(services, placedProvider({ tasks: engine(), agents }), []);
  });
});

describe("agents apart from tasks", () => {
  test("change nothing for the tasks, which are judged by their own provider", async () => {
    const placed = async (options: { stateFolder: string }, way: "cloud" | "engine") => {
      const cloud = await openE2bProvider(await settings(options));
      const [tasks, agents] = way === "cloud" ? [cloud, engine()] : [engine(), cloud];
      return placedProvider({ tasks, agents });
    };
    const alone = await unfitOn(async (options) => await openE2bProvider(await settings(options)));
    expect(await unfitOn(async (options) => await placed(options, "cloud"))).toEqual(alone);
    expect(await unfitOn(async (options) => await placed(options, "engine"))).toEqual({});
  });

  test("are refused where the agent runs in its task's box", async () => {
    await using folder = await temporaryFolder();
    const agents = await openE2bProvider(await settings({ stateFolder: folder.path }));
    const [task] = await tasksOf(join(folder.path, "tasks"));
    if (task === undefined) throw new Error("no task");
    const beside = {
      name: "mine",
      boxes: () => ({ boxes: [], project: false, agentInside: "agent_place: program-box" }),
    };
    const placed = placedProvider({ tasks: engine(), agents });
    await expect(requireFit(beside, placed, [task])).rejects.toMatchObject({
      ...{ fault: "config", code: "provider-unfit" },
      message:
        "mine: its agent runs in the task's box, at fake (agent_place: program-box), so agent_provider: e2b can't hold. Leave it out.",
    });
    await requireFit(beside, agents, [task]);
  });
});

describe("the boxes of agents", () => {
  let cache: TemporaryFolder;
  let agent: Omit<SandboxSpec, "labels">;

  beforeAll(async () => {
    cache = await temporaryFolder();
    const image = await agentImage({ cacheFolder: cache.path, signal: new AbortController().signal });
    agent = { ...agentBox, image };
  });

  const config = (line: string) =>
    parseConfig(`benchmark: terminal-bench\nagent_model: m\n${line}\n`, { file: "config", tables: configTables });

  afterAll(async () => await cache[Symbol.asyncDispose]());

  test.each(["coding_agent: claude-code", "coding_agent: codex", "coding_agent: opencode", "coding_agent: built-in"])(
    "with %s fit at both clouds",
    async (line) => {
      await using folder = await temporaryFolder();
      const options = await settings({ stateFolder: folder.path });
      for (const provider of [await openE2bProvider(options), await openDaytonaProvider(options)]) {
        await requireAgentsFit(provider, { agent, config: config(line), cacheFolder: join(folder.path, "cache") });
      }
    },
  );

  test("that can't be opened are refused by name, also where only they are at the cloud", async () => {
    await using folder = await temporaryFolder();
    const cloud = await openE2bProvider(await settings({ stateFolder: folder.path }));
    const given = {
      agent: { ...agent, limits: { memoryMb: 65_536 } },
      config: config("coding_agent: rehearsal"),
      cacheFolder: folder.path,
    };
    const refused =
      /^The box of the agent can't be at e2b: E2B has no sandbox.* at most\. Use agent_provider: docker\.$/;
    await expect(requireAgentsFit(cloud, given)).rejects.toThrow(refused);
    await expect(requireAgentsFit(placedProvider({ tasks: engine(), agents: cloud }), given)).rejects.toThrow(refused);
    await requireAgentsFit(placedProvider({ tasks: cloud, agents: engine() }), given);
  });
});
