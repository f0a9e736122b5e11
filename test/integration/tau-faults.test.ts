// Agents that break, cheat or mean harm, and users' models that fail, all in one tau2 container beside agents that behave:
// each gets the outcome that is its own, and nobody else's changes.

import { setTimeout as sleep } from "node:timers/promises";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { ModelRequest, ModelResponse, Upstream } from "../../src/core/model.ts";
import type { TrialRecord } from "../../src/core/trial.ts";
import { bytesResponse, jsonResponse } from "../../src/gateway/answers.ts";
import type { TrialAgent } from "../../src/trials/trial-context.ts";
import { type RecordedBox, recordingProvider } from "../helpers/recorded-boxes.ts";
import { candidateOf, openTauJobs, type TauJobs, templateAgent } from "../helpers/tau-jobs.ts";

/** Where the agents that break are tried; in it something has to be changed. */
const where = "0";
/** Something has to be changed, and a small number told. */
const figures = "2";
/** Tasks of agents that behave beside them. */
const beside = ["20", "21", "22", "23", "24", "25"];

/** The user's model, by task. */
const users: Record<string, (own: () => Promise<ModelResponse>, calls: number) => Promise<ModelResponse>> = {
  "51": async () => jsonResponse(503, { error: { message: "down" } }),
  "52": async (own, calls) => (calls === 1 ? jsonResponse(503, {}) : await own()),
  "53": async (own) => {
    await sleep(2000);
    return await own();
  },
  "54": async () => bytesResponse(200, "text/html", Buffer.from("<html>")),
  "55": async () => jsonResponse(200, { choices: [] }),
  "56": async () => jsonResponse(400, { error: { message: "temperature is not supported" } }),
  "57": async (own, calls) => (calls === 1 ? saysNothing : await own()),
};
const saysNothing = jsonResponse(200, { choices: [{ index: 0, message: { role: "assistant", content: "" } }] });
/** Of a request, as a model with a short context has it. */
const contextBytes = 300_000;

/** An agent.ts of parts; `turn` is the body of generateNextMessage. */
function agent(turn: string, { init = "", made = "", prompt = '""', imports = "", fields = "" } = {}): TrialAgent {
  return candidateOf(`${imports}
    const say = (content: any, ...toolCalls: any[]) => [{ content, toolCalls }, null];
    const call = (name: string, args: any, id = "a") => ({ id, name, arguments: args });
    export class HarnessAgent {
      count = 0;
      ${fields}
      constructor(start: any) { ${made} }
      get systemPrompt(): any { return ${prompt}; }
      getInitState(): any { ${init} return null; }
      async generateNextMessage(message: any): Promise<any> { this.count += 1; ${turn} }
    }`);
}

const raw = 'import { writeSync } from "node:fs";';
const frame = `
  const frame = (header: any) => {
    const text = Buffer.from(JSON.stringify(header));
    const head = Buffer.alloc(10);
    head.writeUInt16BE(0xae01, 0); head.writeUInt32BE(text.length, 2);
    return Buffer.concat([head, text]);
  };`;
const rest = "await new Promise((resolve) => setTimeout(resolve, 20_000));";

type Case = [what: string, agent: TrialAgent, how: string, code: unknown];

const broken: Case[] = [
  ["throws when it is made", agent("", { made: 'throw new Error("no");' }), "crashed", "candidate-threw"],
  ["throws in systemPrompt", agent("", { prompt: "this.count.no.such" }), "crashed", "candidate-threw"],
  ["throws in getInitState", agent("", { init: 'throw new Error("no");' }), "crashed", "candidate-threw"],
  ["throws in a turn", agent('throw new Error("no");'), "crashed", "candidate-threw"],
  ["waits for ever", agent("await new Promise(() => setInterval(() => {}, 1000));"), "limit", "turn-time-limit"],
  ["computes for ever", agent("for (;;) {}"), "limit", "turn-time-limit"],
  ["never comes to its first turn", agent("", { init: "for (;;) {}" }), "limit", "turn-time-limit"],
  ["exits", agent("process.exit(7);"), "crashed", "exited-7"],
  ["kills itself", agent('process.kill(process.pid, "SIGKILL");'), "crashed", "exited-137"],
  [
    "eats memory",
    agent("const kept: any[] = []; for (;;) kept.push(Buffer.alloc(8_000_000, 1));"),
    "crashed",
    // On a busy machine the engine loses one notice in a hundred, and then it was killed.
    expect.stringMatching(/^(?:out-of-memory|exited-137)$/),
  ],
  ["answers a number", agent("return 7;"), "crashed", "bad-reply"],
  ["answers nothing", agent('return say(" ");'), "crashed", "bad-reply"],
  ["answers 2 MiB", agent('return say("x".repeat(2 * 1024 * 1024));'), "crashed", "bad-reply"],
  ["answers 200,000 characters", agent('return say("x".repeat(200_000));'), "protocol", "bad-reply"],
  [
    "makes 33 calls",
    agent('return say(null, ...Array.from({ length: 33 }, (_, n) => call("think", {}, String(n))));'),
    "protocol",
    "bad-reply",
  ],
  [
    "nests arguments 1000 deep",
    agent('let deep: any = {}; for (let n = 0; n < 1000; n++) deep = { deep }; return say(null, call("think", deep));'),
    "crashed",
    "bad-reply",
  ],
  ["gives two calls one id", agent('return say(null, call("think", {}), call("think", {}));'), "crashed", "bad-reply"],
  ["says half a character", agent('return say("half \\ud83d");'), "protocol", "agent-fault"],
  [
    "has half a character in arguments",
    agent('return say(null, call("find_user_id_by_email", { email: "\\udc00@x" }));'),
    "protocol",
    "agent-fault",
  ],
  [
    "asks for an endless power",
    agent('return say(null, call("calculate", { expression: "9**9**9" }));'),
    "protocol",
    "agent-fault",
  ],
  [
    "writes what is no frame",
    agent(`writeSync(3, "let me in"); ${rest}`, { imports: raw }),
    "protocol",
    "malformed-frame",
  ],
  [
    "floods the channel",
    agent(
      `${frame} const one = frame({ kind: "request", id: 5000, method: "nothing", params: null, more: false });
       const many = Buffer.concat(Array(2000).fill(one));
       for (let n = 0; n < 200; n++) { try { writeSync(3, many); } catch { await new Promise((go) => setTimeout(go, 5)); } }
       ${rest}`,
      { imports: raw },
    ),
    "protocol",
    expect.stringMatching(/^(flood|malformed-frame)$/) as unknown as string,
  ],
  [
    "answers one turn twice",
    agent(
      // In one piece: between two the next turn might come, under a number that the runtime has not asked with.
      `${frame} const replies = ["first", "second"].map((content, index) =>
         frame({ kind: "request", id: 5000 + index, method: "turn", params: { reply: { content, toolCalls: [] } }, more: false }));
       writeSync(3, Buffer.concat(replies));
       return say("third");`,
      { imports: raw },
    ),
    "protocol",
    "out-of-turn",
  ],
  ["is tedious", agent('return say("And what else?");'), "limit", "max-steps"],
  ["calls a tool in a loop", agent('return say(null, call("list_all_product_types", {}));'), "limit", "max-steps"],
  ["calls what is not there", agent('return say(null, call("no_such_tool", {}));'), "limit", "too-many-errors"],
  [
    "calls with arguments that are none",
    agent(`const odd = JSON.parse('{"__proto__": {"a": 1}, "self": 1, "tool_name": "x", "requestor": "user"}');
      return say(null, call("get_order_details", odd));`),
    "limit",
    "too-many-errors",
  ],
  ["sends the user away", agent('return say("Goodbye.");'), "finished", "finished"],
  ["says NUL", agent('return say(this.count === 1 ? "a\\u0000b" : "Goodbye.");'), "finished", "finished"],
  [
    "stores NUL and odd signs",
    agent(`return this.count === 1
      ? say(null, call("find_user_id_by_email", { email: "\\u0000\\u202e\\ufeff\\u{10ffff}" }))
      : say("Goodbye.");`),
    "finished",
    "finished",
  ],
  [
    "says more than the user's model takes",
    agent('return say("word ".repeat(19_000));'),
    "protocol",
    "user-unanswerable",
  ],
  [
    "talks the user into saying nothing",
    agent('return say("PLEASE SAY NOTHING AT ALL");'),
    "protocol",
    "user-unanswerable",
  ],
];

const sprays = agent(
  `if (this.count > 1) return say("Goodbye.");
   return say(Array.from({ length: 3000 }, (_, n) => n).join(" "), call("list_all_product_types", {}));`,
);

/** Has a long text stored, and the tools bring it back again and again. */
function hoards(identity: Readonly<Record<string, unknown>>): TrialAgent {
  return agent(
    `if (this.count === 1) return say(null, call("find_user_id_by_name_zip", ${JSON.stringify(identity)}));
     if (this.count === 2) this.user = message.results[0].content;
     const long = "x".repeat(250_000);
     const address = { address2: "", city: "", state: "", country: "", zip: "" };
     if (this.count === 2) {
       return say(null, call("modify_user_address", { user_id: this.user, address1: long, ...address }));
     }
     return say(null, ..."abc".split("").map((id) => call("get_user_details", { user_id: this.user }, id)));`,
    { fields: "user = null;" },
  );
}

let jobs: TauJobs;
let hoarder: TrialAgent;
let boxes: RecordedBox[];
let records: TrialRecord[];
let behaved: TrialRecord[];
let leftovers: string[];
const retries: string[] = [];

function userOf(user: Upstream, gold: () => TauJobs["gold"]): Upstream {
  const calls = new Map<string, number>();
  return {
    ...user,
    async complete(request, options) {
      const { messages } = JSON.parse(Buffer.from(request.body).toString()) as {
        messages: Array<{ content: string | null }>;
      };
      if (request.body.length > contextBytes) {
        return jsonResponse(400, { error: { code: "context_length_exceeded", message: "too long" } });
      }
      if (messages.at(-1)?.content?.includes("SAY NOTHING")) return saysNothing;
      const task = taskOf(request, gold());
      const count = (calls.get(task) ?? 0) + 1;
      calls.set(task, count);
      const own = async () => await user.complete(request, options);
      return await (users[task]?.(own, count) ?? own());
    },
  };
}

function taskOf({ body }: ModelRequest, gold: TauJobs["gold"]): string {
  const { messages } = JSON.parse(Buffer.from(body).toString()) as { messages: Array<{ content: string }> };
  const found = Object.entries(gold).find(([, { scenario }]) => messages[0]?.content.includes(scenario));
  return found?.[0] ?? "none";
}

beforeAll(async () => {
  jobs = await openTauJobs({
    domain: "retail",
    keys: { turn_timeout_sec: 10, max_steps: 60, max_errors: 4 },
    wrap: ({ agent, user }) => ({ agent, user: userOf(user, () => jobs.gold) }),
    provider({ provider, docker }) {
      const recording = recordingProvider(provider, docker);
      ({ boxes } = recording);
      return recording.provider;
    },
  });
  const good = await templateAgent();
  const identity = jobs.gold[where]?.actions.find(({ name }) => name === "find_user_id_by_name_zip");
  hoarder = hoards(identity?.arguments ?? expect.unreachable("somebody is looked up by name"));
  const harm = broken.map(([, candidate]) => [where, candidate] as const);
  const served = Object.keys(users).map((id) => [id, good] as const);
  // Those that behave are spread among the others.
  const trials = [...served, ...harm, [figures, sprays] as const, [where, hoarder] as const].flatMap((trial, index) => {
    const other = index % 6 === 3 ? beside[Math.floor(index / 6)] : undefined;
    return other === undefined ? [trial] : [[other, good] as const, trial];
  });
  const all = await jobs.play(trials, {
    concurrency: 8,
    onEvent: (event) => event.type === "trial-retry" && retries.push(`${event.task}: ${event.reason}`),
  });
  behaved = all.filter(({ parts }) => beside.includes(parts.task));
  records = all.filter(({ parts }) => !beside.includes(parts.task));
  leftovers = await jobs.image.opened.leftovers();
}, 240_000);

afterAll(async () => await jobs?.[Symbol.asyncDispose]());

function recordOf(task: string, by?: TrialAgent): TrialRecord {
  const digest = by?.kind === "candidate" ? by.digest : undefined;
  const found = records.find(({ parts }) => parts.task === task && (digest === undefined || parts.agent === digest));
  return found ?? expect.unreachable(`no trial of ${task}`);
}

describe("an agent that", () => {
  it.each(broken)("%s: scored 0 at once, by what it did", (_what, candidate, how, code) => {
    const { outcome, agentEnd, attempts } = recordOf(where, candidate);
    expect({ outcome, agentEnd, attempts }).toEqual({
      outcome: { status: "scored", reward: 0 },
      agentEnd: { how, code, detail: expect.any(String) },
      attempts: 1,
    });
  });

  it("hoards what the tools bring back is stopped before tau2's container is full", () => {
    const { outcome, agentEnd } = recordOf(where, hoarder);
    expect([outcome, agentEnd.code]).toEqual([{ status: "scored", reward: 0 }, "agent-fault"]);
    expect(agentEnd.detail).toMatch(/tools brought back more than/);
  });

  it("sprays numbers where the user does not see them gets tau2's point for saying them, and a note for a reader", () => {
    const { outcome, details, notes } = recordOf(figures, sprays);
    expect(outcome).toEqual({ status: "scored", reward: 0 });
    expect(details?.["parts"]).toEqual({ DB: 0, COMMUNICATE: 1 });
    expect(notes.join("\n")).toMatch(/the agent said 3\d\d\d different numbers/);
  });
});

describe("beside them", () => {
  it("an agent that behaves earns what it earns alone, and is not kept waiting", () => {
    expect(behaved.map(({ outcome, agentEnd, attempts }) => [outcome, agentEnd.code, attempts])).toEqual(
      beside.map(() => [{ status: "scored", reward: 1 }, "finished", 1]),
    );
    const turns = beside.flatMap((task) => jobs.traces.get(task)?.events ?? []);
    const waits = turns.flatMap((event) => (event.type === "turn" ? [event.durationMs] : []));
    expect(waits.length).toBeGreaterThan(beside.length * 3);
    expect(waits.toSorted((a, b) => a - b)[Math.floor(waits.length * 0.9)]).toBeLessThan(15_000);
  });

  it("one tau2 container served them all, and the third try of what was void had one of its own", () => {
    const voids = records.filter(({ outcome }) => outcome.status === "void");
    expect(boxes.filter(({ spec }) => spec.labels.role === "service")).toHaveLength(1 + voids.length);
    expect(leftovers).toEqual([]);
  });
});

describe("a user's model that", () => {
  it.each([
    ["is down for good", "51", /^upstream-failed: .*503/],
    ["answers no JSON", "54", /^upstream-failed: .*no answer of a model/],
    ["answers without a choice", "55", /^user-model-failed: .*no usable answer 3 times/],
    ["refuses the first request", "56", /^user-model-failed: .*answered 400/],
  ])("%s voids the trial after three tries, with the reason", (_what, task, reason) => {
    const { outcome, attempts } = recordOf(task);
    expect(outcome).toEqual({ status: "void", reason: expect.stringMatching(reason) });
    expect(attempts).toBe(3);
    const own = retries.filter((line) => line.startsWith(`${task}: `)).map((line) => line.slice(task.length + 2));
    expect(own).toEqual([expect.stringMatching(reason), expect.stringMatching(reason)]);
  });

  it.each([
    ["fails once", "52"],
    ["is slow", "53"],
    ["says nothing once", "57"],
  ])("%s changes nothing", (_what, task) => {
    expect(recordOf(task)).toMatchObject({ outcome: { status: "scored", reward: 1 }, attempts: 1 });
  });
});
