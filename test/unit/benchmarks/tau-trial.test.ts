// The host's side of tau-bench between a driver and an agent's box that speak the real protocol.

import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { beforeAll, describe, expect, it } from "vitest";
import { replyLimits } from "../../../src/benchmarks/tau-bench/check-reply.ts";
import { loadTauTasks, type TauTask } from "../../../src/benchmarks/tau-bench/load.ts";
import { tauOptions } from "../../../src/benchmarks/tau-bench/options.ts";
import { openTauService, type TauService } from "../../../src/benchmarks/tau-bench/tau-service.ts";
import { TauTrial, type TauTrialLimits } from "../../../src/benchmarks/tau-bench/tau-trial.ts";
import { stripCandidate } from "../../../src/channel/strip-candidate.ts";
import type { AgentPhase } from "../../../src/core/benchmark.ts";
import type { ModelHandler } from "../../../src/core/model.ts";
import type { AgentEnd, TraceEvent } from "../../../src/core/trial.ts";
import { unionTimer } from "../../../src/lib/union-timer.ts";
import {
  doubleTool,
  type FakeTauDriver,
  type FakeTauOptions,
  fakeTauDriver,
  greeting,
  policy,
} from "../../helpers/fake-tau-driver.ts";
import { answering, call, type FakeTurnsBox, fakeTurnsBox, type TurnPlay, text } from "../../helpers/fake-turns-box.ts";
import { boxHome, openLocalBox } from "../../helpers/local-box.ts";
import { chatAnswer, type ScriptedAnswer, type ScriptedModel, scriptedModel } from "../../helpers/scripted-model.ts";

const never = new AbortController().signal;
let task: TauTask;

beforeAll(async () => {
  const [first] = await loadTauTasks(tauOptions.parse({ domain: "retail" }), {
    cacheFolder: join(tmpdir(), "auto-harness-test-images"),
    wanted: (id) => id === "10",
  });
  if (first === undefined) throw new Error("retail has a task 10");
  task = first;
});

const says = (...contents: string[]): ScriptedModel =>
  scriptedModel(contents.map((content) => chatAnswer({ content })));
const doubling = (): TurnPlay => answering((_messages, count) => (count === 0 ? call(21) : text("It is 42.")));
const userAnswers = (...answers: ScriptedAnswer[]) => scriptedModel(answers);

interface Scene extends AsyncDisposable {
  driver: FakeTauDriver;
  service: TauService;
  trial: TauTrial;
}

interface SceneOptions {
  driver?: FakeTauOptions;
  task?: Partial<TauTask>;
  limits?: Partial<TauTrialLimits>;
  index?: number;
}

async function openScene(options: SceneOptions = {}): Promise<Scene> {
  const driver = fakeTauDriver(options.driver);
  const { domain, image } = task;
  const service = await openTauService({ domain, image, openBox: driver.openBox, signal: never });
  const limits = { silentMs: 20_000, closeGraceMs: 50, recordGraceMs: 2000, ...options.limits };
  const trial = new TauTrial({ ...task, ...options.task }, service, options.index ?? 0, limits);
  return {
    ...{ driver, service, trial },
    async [Symbol.asyncDispose]() {
      await trial[Symbol.asyncDispose]();
      await service[Symbol.asyncDispose]();
    },
  };
}

interface Run {
  end: AgentEnd;
  events: TraceEvent[];
  box: FakeTurnsBox;
}

function phaseOf(box: FakeTurnsBox, user: ModelHandler, events: TraceEvent[], rest: Partial<AgentPhase>): AgentPhase {
  return {
    agent: box.main,
    nextAgent: () => Promise.reject(new Error("a conversation has one agent")),
    candidate: "export class HarnessAgent {}",
    model: { name: "agent-model", reasoningEffort: "low", handler: says("thought").handler },
    user: { name: "user-model", handler: user },
    limits: { agentTimeoutMs: 60_000 },
    waitedMs: () => 0,
    onEvent: (event) => events.push(event),
    signal: never,
    ...rest,
  };
}

async function run(
  { trial }: Pick<Scene, "trial">,
  play: TurnPlay,
  user: ScriptedModel = says("Double 21.", "###STOP###"),
  rest: Partial<AgentPhase> = {},
): Promise<Run> {
  const box = fakeTurnsBox(play);
  const events: TraceEvent[] = [];
  const end = await trial.run(phaseOf(box, user.handler, events, rest));
  return { end, events, box };
}

const turnsOf = ({ events }: Pick<Run, "events">) =>
  events.flatMap((event) => (event.type === "turn" ? [{ messages: event.messages, reply: event.reply }] : []));

describe("a conversation", () => {
  it("reaches the agent's side as policy, tools, history, seed, context and turns, and as nothing else", async () => {
    await using scene = await openScene();
    const { end, box } = await run(scene, doubling());
    expect(end).toEqual({ how: "finished", code: "finished", detail: "" });
    expect(box.received).toEqual({
      start: {
        interface: "turns",
        policy,
        tools: [doubleTool],
        history: [greeting],
        seed: 626_729,
        context: { model: "agent-model", reasoningEffort: "low" },
      },
      turns: [
        { messages: [{ role: "user", content: "Double 21." }] },
        { messages: [{ role: "tool", toolCallId: "call-1", content: "42", error: false }] },
        { closed: "over" },
      ],
    });
  });

  it("is run on the driver with the task's limits, seed and trial number, and judged there", async () => {
    await using scene = await openScene({ task: { maxSteps: 50, maxErrors: 3, seed: 7 }, index: 2 });
    await run(scene, doubling());
    expect(scene.driver.runs).toEqual([
      {
        session: expect.stringMatching(/^[0-9a-f]{24}$/),
        taskId: "10",
        seed: 7,
        trial: 2,
        maxSteps: 50,
        maxErrors: 3,
        user: { model: "user-model", args: {} },
      },
    ]);
    expect(await scene.trial.verify({ signal: never })).toEqual({
      reward: 1,
      output: "reward 1: DB 0, COMMUNICATE 1; user_stop after 6 steps",
      notes: [],
      timedOut: false,
      details: {
        parts: { DB: 0, COMMUNICATE: 1 },
        basis: ["DB", "COMMUNICATE"],
        termination: "user_stop",
        ended_by: "user",
        steps: 6,
        suspicions: [],
      },
      conversation: [
        { ...greeting, turn: 0 },
        { role: "user", content: "Double 21.", turn: 1 },
        {
          role: "assistant",
          content: null,
          toolCalls: [{ id: "call-1", name: "double", arguments: { n: 21 } }],
          turn: 2,
        },
        { role: "tool", toolCallId: "call-1", content: "42", error: false, requestor: "assistant", turn: 3 },
        { role: "assistant", content: "It is 42.", turn: 4 },
        { role: "user", content: "###STOP###", turn: 5 },
      ],
    });
    expect(scene.trial.notes).toEqual(["made by hand"]);
  });

  it("leaves every turn on the trace, and nothing of what the user's model was told", async () => {
    await using scene = await openScene();
    const user = says("Double 21.", "###STOP###");
    const phase = await run(scene, doubling(), user);
    expect(phase.events.map(({ type }) => type)).toEqual(["turn", "turn", "end"]);
    expect(turnsOf(phase)).toEqual([
      { messages: [{ role: "user", content: "Double 21." }], reply: call(21) },
      { messages: [{ role: "tool", toolCallId: "call-1", content: "42", error: false }], reply: text("It is 42.") },
    ]);
    expect(user.requests[0]?.json).toMatchObject({
      model: "user-model",
      messages: [{ content: "scenario of 10" }, {}],
    });
    expect(JSON.stringify([phase.events, phase.box.received])).not.toMatch(/scenario|gold|taskId|split|"10"/);
  });

  it("is held with an agent.ts in the runtime of its box", async () => {
    await using scene = await openScene();
    await using agent = await openLocalBox(await boxHome());
    const { code } = stripCandidate(`export class HarnessAgent {
      systemPrompt: string;
      constructor({ policy }: any) { this.systemPrompt = policy; }
      async getInitState(history: any) { return history.length; }
      async generateNextMessage(message: any, state: number) {
        if (message.role === "user") return [{ toolCalls: [{ id: "a", name: "double", arguments: { n: 21 } }] }, state + 1];
        return [{ content: "It is " + message.results[0].content + ", " + state }, state];
      }
    }`);
    const events: TraceEvent[] = [];
    const user = says("Double 21.", "###STOP###");
    const { handler } = user;
    const end = await scene.trial.run(phaseOf(fakeTurnsBox(doubling()), handler, events, { agent, candidate: code }));
    expect(end).toEqual({ how: "finished", code: "finished", detail: "" });
    expect(turnsOf({ events }).map(({ reply }) => reply)).toEqual([call(21, "a"), text("It is 42, 2")]);
    expect(await scene.trial.verify({ signal: never })).toMatchObject({ reward: 1 });
  });

  it("is over for the agent before it is judged", async () => {
    const evaluated = Promise.withResolvers<void>();
    await using scene = await openScene({ driver: { evaluated: evaluated.promise } });
    await run(scene, doubling());
    evaluated.resolve();
    expect(await scene.trial.verify({ signal: never })).toMatchObject({ reward: 1 });
  });

  it("needs no word from a driver that only tells the result", async () => {
    await using scene = await openScene({ driver: { closes: false } });
    expect((await run(scene, doubling())).end).toMatchObject({ how: "finished" });
  });

  it("ends without the agent, which goes on after it was told", async () => {
    await using scene = await openScene();
    const stubborn: TurnPlay = async (context) => {
      await doubling()(context);
      await new Promise(() => {});
    };
    expect((await run(scene, stubborn)).end).toMatchObject({ how: "finished" });
  });

  it("that has all its steps ends as a limit", async () => {
    await using scene = await openScene({ task: { maxSteps: 8 } });
    const chatty = answering((_messages, count) => text(`And ${count}?`));
    const { end } = await run(scene, chatty, says("Hm."));
    expect(end).toMatchObject({ how: "limit", code: "max-steps" });
    expect(await scene.trial.verify({ signal: never })).toMatchObject({
      reward: 0,
      details: { termination: "max_steps", ended_by: "limit" },
    });
  });

  it("does not mix with another one on the same driver", async () => {
    await using scene = await openScene();
    const other = new TauTrial({ ...task, id: "11" }, scene.service, 0);
    const replier = (name: string): TurnPlay => answering((_messages, count) => text(`${name} ${count}`));
    const scripts = [says("a", "b", "c", "###STOP###"), says("x", "y", "###STOP###")];
    const [one, two] = await Promise.all([
      run(scene, replier("one"), scripts[0]),
      run({ trial: other }, replier("two"), scripts[1]),
    ]);
    const user = (content: string) => ({ messages: [{ role: "user", content }] });
    expect(one.box.received.turns).toEqual([user("a"), user("b"), user("c"), { closed: "over" }]);
    expect(two.box.received.turns).toEqual([user("x"), user("y"), { closed: "over" }]);
    const replies = scene.driver.runs.map(({ session }) => scene.driver.replies.get(session));
    expect(replies).toEqual([
      [text("one 0"), text("one 1"), text("one 2")],
      [text("two 0"), text("two 1")],
    ]);
    await other[Symbol.asyncDispose]();
  });

  it("that never took place is judged as one in which nothing is done", async () => {
    await using scene = await openScene();
    expect(await scene.trial.verify({ signal: never })).toMatchObject({ reward: 1, conversation: [{ role: "user" }] });
    expect(scene.driver.runs).toEqual([]);
  });
});

describe("an agent that", () => {
  const deep = (levels: number): unknown => (levels === 0 ? 1 : { n: deep(levels - 1) });
  const manyCalls = Array.from({ length: replyLimits.calls + 1 }, (_, i) => ({
    id: `c${i}`,
    name: "double",
    arguments: {},
  }));
  const replies: [string, unknown, string][] = [
    ["says nothing", text("  "), "empty-reply"],
    ["says neither this nor that", {}, "empty-reply"],
    ["answers with a word", "hello", "bad-reply"],
    ["says too much", text("x".repeat(replyLimits.contentChars + 1)), "bad-reply"],
    ["calls too much at once", { content: null, toolCalls: manyCalls }, "bad-reply"],
    [
      "calls with arguments that are no object",
      { toolCalls: [{ id: "a", name: "double", arguments: "{}" }] },
      "bad-reply",
    ],
    ["calls with arguments too deep", call(deep(40)), "bad-reply"],
    ["calls with arguments too long", call("x".repeat(replyLimits.argumentsChars)), "bad-reply"],
    ["calls without an id", call(1, ""), "bad-reply"],
    [
      "calls twice by one id",
      { toolCalls: [1, 2].map((n) => ({ id: "a", name: "double", arguments: { n } })) },
      "bad-reply",
    ],
  ];
  it.each(replies)("%s has failed, and earns 0", async (_what, reply, code) => {
    await using scene = await openScene();
    const { end, events } = await run(
      scene,
      answering(() => reply),
    );
    expect(end).toMatchObject({ how: "protocol", code });
    expect(events.map(({ type }) => type)).toEqual(["turn", "end"]);
    expect(events).toMatchObject([{ reply: null }, { end }]);
    const [session] = [...scene.driver.replies.keys()];
    expect(scene.driver.replies.get(session ?? "")).toEqual([]);
    expect(await scene.trial.verify({ signal: never })).toMatchObject({
      reward: 0,
      output: "reward 0: the agent failed",
      conversation: [greeting, { role: "user", content: "Double 21." }],
    });
  });

  it.each<[string, TurnPlay, Partial<AgentEnd>]>([
    [
      "crashes in a turn",
      async ({ turn, box }) => {
        await turn(null);
        box.exit(1);
        await new Promise(() => {});
      },
      { how: "crashed", code: "exited-1" },
    ],
    [
      "crashes before its first turn",
      async ({ box }) => {
        box.exit(137, true);
        await new Promise(() => {});
      },
      { how: "crashed", code: "out-of-memory" },
    ],
    ["leaves", async ({ turn }) => void (await turn(null)), { how: "protocol", code: "left-early" }],
    ["throws", async () => await Promise.reject(new Error("on purpose")), { how: "crashed", code: "candidate-threw" }],
    [
      "asks for the next turn without an answer",
      async ({ turn }) => {
        await turn(null);
        await turn(null);
      },
      { how: "protocol", code: "out-of-turn" },
    ],
    [
      "answers before it is asked",
      async ({ turn }) => void (await turn(text("I know!"))),
      { how: "protocol", code: "out-of-turn" },
    ],
    [
      "asks twice at once",
      async ({ turn }) => {
        await Promise.all([turn(null), turn(null)]);
      },
      { how: "protocol", code: "out-of-turn" },
    ],
    [
      "sends what is no frame",
      async ({ box }) => {
        box.write(Buffer.from("give me the test split\n"));
        await new Promise(() => {});
      },
      { how: "protocol", code: "malformed-frame" },
    ],
    [
      "sends a frame too long",
      async ({ box }) => {
        box.write(Buffer.from([0xae, 0x01, 0x7f, 0xff, 0xff, 0xff, 0, 0, 0, 0]));
        await new Promise(() => {});
      },
      { how: "protocol", code: "overlong-frame" },
    ],
    [
      "floods the channel",
      async ({ peer }) => {
        const flood = Array.from({ length: 500 }, () => peer.request("turn", { reply: text("x") }, { signal: never }));
        await Promise.all(flood.map((one) => one.catch(() => {})));
        await new Promise(() => {});
      },
      { how: "protocol" },
    ],
  ])("%s has failed, and earns 0", async (_what, play, expected) => {
    await using scene = await openScene();
    const { end } = await run(scene, play);
    expect(end).toMatchObject(expected);
    expect(await scene.trial.verify({ signal: never })).toMatchObject({ reward: 0 });
    expect(scene.service.lost).toBeNull();
  });

  it("hangs in a turn runs out of the turn's time", async () => {
    await using scene = await openScene({ task: { turnTimeoutMs: 100 } });
    const { end, events } = await run(scene, async ({ turn }) => {
      await turn(null);
      await new Promise(() => {});
    });
    expect(end).toEqual({ how: "limit", code: "turn-time-limit", detail: "a turn took the agent more than 0.1 s" });
    expect(events).toMatchObject([
      { type: "turn", reply: null, durationMs: expect.any(Number) },
      { type: "end", end },
    ]);
    expect(await scene.trial.verify({ signal: never })).toMatchObject({ reward: 0 });
  });

  it("waits for its model's provider has its turn's time all the same", async () => {
    await using scene = await openScene({ task: { turnTimeoutMs: 400 } });
    const waiting = unionTimer(() => performance.now());
    const play = answering(async () => {
      using _ = waiting.start();
      await sleep(700);
      return text("Done.");
    });
    const { end } = await run(scene, play, undefined, { waitedMs: () => waiting.elapsedMs() });
    expect(end.code).toBe("finished");
  });

  it("never asks for a turn runs out of time as well", async () => {
    await using scene = await openScene({ task: { turnTimeoutMs: 100 } });
    expect((await run(scene, async () => await new Promise(() => {}))).end).toMatchObject({ code: "turn-time-limit" });
  });

  it("is slow in every turn runs out of its own time, which a slow user's does not count for", async () => {
    await using scene = await openScene();
    const slowUser = userAnswers(...["a", "b"].map((content) => ({ ...chatAnswer({ content }), delayMs: 250 })));
    const slow: TurnPlay = async ({ turn }) => {
      for (let next: unknown = null, turns = 1; ; next = text("hm"), turns++) {
        await turn(next);
        await (turns < 3 ? sleep(60) : new Promise(() => {}));
      }
    };
    const { end, events } = await run(scene, slow, slowUser, { limits: { agentTimeoutMs: 400 } });
    expect(end).toMatchObject({ how: "limit", code: "time-limit" });
    expect(events.filter(({ type }) => type === "turn")).toHaveLength(3);
  });

  it.each([true, false])(
    "breaks the judgement, as tau2 finds out, earns 0 (told of the end before: %s)",
    async (closes) => {
      const result = { status: "agent-fault", reward: 0, error: "evaluation: RecursionError in a.py:1" };
      await using scene = await openScene({ driver: { result, closes } });
      const { end } = await run(scene, doubling());
      expect(end).toMatchObject(closes ? { how: "finished" } : { how: "protocol", code: "agent-fault" });
      expect(await scene.trial.verify({ signal: never })).toMatchObject({ reward: 0 });
    },
  );

  it("makes a mistake with a tool goes on", async () => {
    await using scene = await openScene();
    const clumsy = answering((_messages, count) => [call(1, "a", "nothing"), call("x", "b"), text("Sorry.")][count]);
    const { end, box } = await run(scene, clumsy);
    expect(end.how).toBe("finished");
    expect(box.received.turns.slice(1, 3)).toMatchObject([
      { messages: [{ error: true }] },
      { messages: [{ error: true }] },
    ]);
  });
});

describe("trouble that is not the agent's", () => {
  it("voids the trial promptly when the user's model is down", async () => {
    await using scene = await openScene();
    const user = userAnswers(chatAnswer({ content: "Hello" }), { status: 503, json: { error: { message: "down" } } });
    await expect(
      run(
        scene,
        answering(() => text("Hello!")),
        user,
      ),
    ).rejects.toMatchObject({
      fault: "infrastructure",
      code: "user-model-failed",
      message: expect.stringContaining("503"),
    });
    await expect(scene.trial.verify({ signal: never })).rejects.toMatchObject({ fault: "infrastructure" });
    expect(scene.service.lost).toBeNull();
  });

  it.each([
    ["refuses the request", { status: 400, json: { error: { message: "unsupported" } } }],
    ["says nothing", chatAnswer({ content: "" })],
  ])(
    "is a user's model that %s before the agent has spoken; afterwards that is the agent's end",
    async (_what, bad) => {
      const spoken = userAnswers(chatAnswer({ content: "Hello" }), bad, bad, bad);
      await using later = await openScene();
      const { end } = await run(
        later,
        answering(() => text("Hello!")),
        spoken,
      );
      expect(end).toMatchObject({ how: "protocol", code: "user-unanswerable" });
      expect(await later.trial.verify({ signal: never })).toMatchObject({ reward: 0 });

      await using before = await openScene();
      const silent = userAnswers(bad, bad, bad);
      await expect(
        run(
          before,
          answering(() => text("Hello!")),
          silent,
        ),
      ).rejects.toMatchObject({ code: "user-model-failed", context: { beforeAgent: true } });
    },
  );

  it("does not excuse an agent that had failed before", async () => {
    await using scene = await openScene();
    const user = userAnswers(chatAnswer({ content: "Hello" }), { status: 503, json: {}, delayMs: 100 });
    const { end } = await run(
      scene,
      async ({ turn }) => {
        await turn(null);
        void turn(text("Bye")).catch(() => {});
      },
      user,
    );
    expect(end).toMatchObject({ code: "left-early" });
    expect(await scene.trial.verify({ signal: never })).toMatchObject({ reward: 0 });
  });

  it("is none where the user is only slow", async () => {
    await using scene = await openScene({ limits: { silentMs: 400 } });
    const slow = (content: string) => ({ ...chatAnswer({ content }), delayMs: 250 });
    expect((await run(scene, doubling(), userAnswers(slow("Double 21."), slow("###STOP###")))).end.how).toBe(
      "finished",
    );
  });

  it.each([["says nothing any more", 1]])("voids the trial when the driver %s", async (_what, silentAfter) => {
    await using scene = await openScene({ driver: { silentAfter }, limits: { silentMs: 100 } });
    await expect(run(scene, doubling())).rejects.toMatchObject({ fault: "infrastructure", code: "tau-silent" });
    await expect.poll(() => scene.driver.cancelled).toHaveLength(1);
  });

  it("voids every trial under way when the container is lost, with the way it went", async () => {
    await using scene = await openScene();
    const other = new TauTrial(task, scene.service, 1);
    const waiting = answering(async () => await new Promise(() => {}));
    const runs = [run(scene, waiting), run({ trial: other }, waiting)];
    const settled = Promise.allSettled(runs);
    await expect.poll(() => scene.driver.runs).toHaveLength(2);
    scene.driver.exit(137, true);
    for (const result of await settled) {
      expect(result).toMatchObject({
        status: "rejected",
        reason: {
          fault: "infrastructure",
          code: "tau-lost",
          message: expect.stringContaining("exited with 137 (out of memory)"),
        },
      });
    }
    expect(scene.service.lost).toBe("it exited with 137 (out of memory)");
    await other[Symbol.asyncDispose]();
  });

  it("is a driver that ends a conversation without a reward, or with no result at all", async () => {
    for (const result of [{ reward: null }, { reward: 7 }]) {
      await using scene = await openScene({ driver: { result, closes: false } });
      await expect(run(scene, doubling())).rejects.toMatchObject({ fault: "infrastructure", code: "tau-bad-result" });
    }
  });

  it("ends with the job's signal", async () => {
    await using scene = await openScene();
    const controller = new AbortController();
    const running = run(
      scene,
      answering(async () => await new Promise(() => {})),
      undefined,
      { signal: controller.signal },
    );
    const settled = expect(running).rejects.toThrow("enough");
    await expect.poll(() => scene.driver.runs).toHaveLength(1);
    controller.abort(new Error("enough"));
    await settled;
    await expect.poll(() => scene.driver.cancelled).toHaveLength(1);
  });

  it("leaves nothing under way when the trial is closed in the middle", async () => {
    await using scene = await openScene();
    const settled = expect(
      run(
        scene,
        answering(async () => await new Promise(() => {})),
      ),
    ).rejects.toThrow("closed");
    await expect.poll(() => scene.driver.runs).toHaveLength(1);
    await scene.trial[Symbol.asyncDispose]();
    await scene.trial[Symbol.asyncDispose]();
    await settled;
    await expect.poll(() => scene.driver.cancelled).toHaveLength(1);
    expect(scene.service.lost).toBeNull();
  });
});
