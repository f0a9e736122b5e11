// What the host knows of tau2's data by heart, against the image, and the host's side of a trial against the real driver.

import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { loadTauTasks } from "../../src/benchmarks/tau-bench/load.ts";
import { tauOptions } from "../../src/benchmarks/tau-bench/options.ts";
import { readDomainIndex } from "../../src/benchmarks/tau-bench/read-domain-index.ts";
import { type Domain, domains, tauIndex } from "../../src/benchmarks/tau-bench/tau-index.ts";
import { openTauService, type TauService } from "../../src/benchmarks/tau-bench/tau-service.ts";
import { TauTrial } from "../../src/benchmarks/tau-bench/tau-trial.ts";
import { readyParams } from "../../src/benchmarks/tau-bench/wire.ts";
import type { AgentPhase, BoxSpec } from "../../src/core/benchmark.ts";
import type { TraceEvent } from "../../src/core/trial.ts";
import { answering, fakeTurnsBox, type TurnPlay, text } from "../helpers/fake-turns-box.ts";
import { openTauDriver, openTauImage, type TauImage } from "../helpers/open-tau-driver.ts";
import { type ScriptedModel, scriptedModel } from "../helpers/scripted-model.ts";

const signal = new AbortController().signal;
let image: TauImage;

beforeAll(async () => {
  image = await openTauImage();
});

afterAll(async () => {
  await image[Symbol.asyncDispose]();
});

it.each(domains)("the index of %s is what the image holds", { timeout: 300_000 }, async (domain) => {
  await using driver = await openTauDriver(image, { domain });
  const ready = readyParams.parse((await driver.first).params);
  expect(await readDomainIndex(driver.peer, ready, { signal })).toEqual(tauIndex.domains[domain]);
});

async function openService(domain: Domain): Promise<TauService> {
  const [task] = await loadTauTasks(tauOptions.parse({ domain }), {
    cacheFolder: join(tmpdir(), "auto-harness-test-images"),
    wanted: () => true,
  });
  if (task === undefined) throw new Error(`${domain} has tasks`);
  const labels = { owner: image.opened.owner.id, job: "tau", trial: "shared", role: "service" } as const;
  const openBox = async (spec: BoxSpec) => await image.opened.provider.open({ ...spec, labels }, { signal });
  return await openTauService({ domain, image: task.image, openBox, signal });
}

async function openTrial(service: TauService, id: string): Promise<TauTrial> {
  const [task] = await loadTauTasks(tauOptions.parse({ domain: "retail" }), {
    cacheFolder: join(tmpdir(), "auto-harness-test-images"),
    wanted: (one) => one === id,
  });
  if (task === undefined) throw new Error(`retail has a task ${id}`);
  return new TauTrial(task, service, 0);
}

async function run(trial: TauTrial, play: TurnPlay, user: ScriptedModel) {
  const box = fakeTurnsBox(play);
  const events: TraceEvent[] = [];
  const phase: AgentPhase = {
    agent: box.main,
    nextAgent: () => Promise.reject(new Error("a conversation has one agent")),
    candidate: "",
    model: { name: "agent-model", reasoningEffort: null, handler: user.handler },
    user: { name: "user-model", handler: user.handler },
    limits: { agentTimeoutMs: 60_000 },
    waitedMs: () => 0,
    onEvent: (event) => events.push(event),
    signal,
  };
  return { end: await trial.run(phase), box, events };
}

/** tau2 reads more of an answer than most. */
function says(...contents: string[]): ScriptedModel {
  const rest = { id: "one", object: "chat.completion", created: 1, model: "scripted" };
  const usage = { prompt_tokens: 1, completion_tokens: 1, total_tokens: 2 };
  return scriptedModel(
    contents.map((content) => {
      const choices = [{ index: 0, finish_reason: "stop", message: { role: "assistant", content } }];
      return { json: { ...rest, choices, usage } };
    }),
  );
}

describe("a trial on the real driver", () => {
  let service: TauService;

  beforeAll(async () => {
    service = await openService("retail");
  });

  afterAll(async () => {
    await service[Symbol.asyncDispose]();
  });

  it("opens with policy and tools, passes turns, tool results and replies, and is judged by tau2", async () => {
    await using trial = await openTrial(service, "10");
    const toolCalls = [{ id: "one", name: "calculate", arguments: { expression: "6 * 7" } }];
    const agent = answering((_messages, count) => (count === 0 ? { content: null, toolCalls } : text("It is 42.")));
    const { end, box } = await run(trial, agent, says("What is 6 times 7?", "Thanks! ###STOP###"));
    expect(end).toEqual({ how: "finished", code: "finished", detail: "" });
    expect(box.received.start).toEqual({
      interface: "turns",
      policy: expect.stringContaining("# Retail agent policy"),
      tools: expect.toSatisfy((tools: unknown[]) => tools.length > 10),
      history: [{ role: "assistant", content: expect.any(String) }],
      seed: 626_729,
      context: { model: "agent-model", reasoningEffort: null },
    });
    expect(box.received.turns).toEqual([
      { messages: [{ role: "user", content: "What is 6 times 7?" }] },
      { messages: [{ role: "tool", toolCallId: "one", content: "42.0", error: false }] },
      { closed: "over" },
    ]);
    const verification = await trial.verify({ signal });
    expect(verification).toMatchObject({ reward: 1, details: { termination: "user_stop", ended_by: "user" } });
    expect(verification.conversation).toHaveLength(6);
  });

  it("of an agent that fails earns 0 even where doing nothing passes", async () => {
    await using trial = await openTrial(service, "10");
    const { end } = await run(
      trial,
      answering(() => text("")),
      says("Hello."),
    );
    expect(end).toMatchObject({ how: "protocol", code: "empty-reply" });
    expect(await trial.verify({ signal })).toMatchObject({ reward: 0, conversation: [{}, { content: "Hello." }] });
  });

  it("is void when the user's model is down", async () => {
    await using trial = await openTrial(service, "10");
    const down = scriptedModel([{ status: 503, json: { error: { message: "down" } } }]);
    await expect(
      run(
        trial,
        answering(() => text("Hello.")),
        down,
      ),
    ).rejects.toMatchObject({
      fault: "infrastructure",
      code: "user-model-failed",
    });
  });

  it("without an agent earns the floor", async () => {
    for (const [id, reward] of [
      ["10", 1],
      ["0", 0],
    ] as const) {
      await using trial = await openTrial(service, id);
      expect(await trial.verify({ signal })).toMatchObject({ reward });
    }
  });

  it("closed in the middle leaves the container to the others", async () => {
    const trial = await openTrial(service, "10");
    const running = run(
      trial,
      answering(async () => await new Promise(() => {})),
      says("Hello."),
    );
    const settled = expect(running).rejects.toThrow("closed");
    await new Promise((resolve) => setTimeout(resolve, 500));
    await trial[Symbol.asyncDispose]();
    await settled;
    await using next = await openTrial(service, "10");
    expect(
      (
        await run(
          next,
          answering(() => text("Hi.")),
          says("Hello.", "###STOP###"),
        )
      ).end.how,
    ).toBe("finished");
    expect(service.lost).toBeNull();
  });
});

it("a container killed in the middle voids the trial and is lost to the next", async () => {
  await using service = await openService("retail");
  await using trial = await openTrial(service, "10");
  const running = run(
    trial,
    answering(async () => await new Promise(() => {})),
    says("Hello."),
  );
  const settled = expect(running).rejects.toMatchObject({ fault: "infrastructure", code: "tau-lost" });
  await new Promise((resolve) => setTimeout(resolve, 500));
  const { docker, owner } = image.opened;
  const filters = { label: [`auto-harness.owner=${owner.id}`, "auto-harness.role=service"] };
  for (const { Id } of await docker.listContainers({ filters })) await docker.getContainer(Id).kill();
  await settled;
  expect(service.lost).toContain("exited with 137");
});
