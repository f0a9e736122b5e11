// The server of upstream's contract over the real runtime of a box as a child process; services are scripted.

import { beforeAll, describe, expect, test, vi } from "vitest";
import { playingAgent, templateAgent } from "../../helpers/bird-jobs.ts";
import { openTestAgent, type TestAgent, type TestAgentOptions } from "../../helpers/bird-upstream-agent.ts";
import { type JsonRoutes, openJsonServer, post, Refusal } from "../../helpers/bird-upstream-http.ts";
import { boxHome, openLocalBox } from "../../helpers/local-box.ts";
import { completion, failure, scriptedUpstream, toolCall } from "../../helpers/scripted-upstream.ts";

interface Scene extends AsyncDisposable {
  agent: TestAgent;
  init(body: object): ReturnType<typeof post>;
  run(body: object, options?: RequestInit): ReturnType<typeof post>;
  /** Boxes that are open now. */
  open(): number;
  /** Paths the services were asked for. */
  asked: string[];
}

interface SceneOptions extends Partial<TestAgentOptions> {
  routes?: JsonRoutes;
}

const [exploring, conversing] = [
  { task_id: "alien_1", mode: "a-interact" },
  { task_id: "alien_1", mode: "c-interact" },
];
const coins = { task_id: "alien_1", budget_remaining: 14, initial_budget: 14, total_reward: 0 };
const talk = { db_name: "alien", db_schema: "s", external_kg: "[]", max_turn: 4 };
const passes = { passed: true, message: "right", reward: 0.7, phase_completed: 1, has_follow_up: true };
const wrong = { passed: false, message: "[exec_err_flg] no such table", reward: 0 };

/** Each test starts processes, on a machine that may be busy. */
vi.setConfig({ testTimeout: 120_000 });
const patient = { timeout: 60_000 };

let home: string;
beforeAll(async () => {
  home = await boxHome("agent-bird");
}, 120_000);

/** Body of a function of `env`, `mode`, `turn`. */
const playing = (play: string) => codeOf(playingAgent(play));

function codeOf(agent: ReturnType<typeof playingAgent>): string {
  return agent.kind === "candidate" ? agent.code : expect.unreachable("it is a candidate");
}

async function openScene({ routes = {}, ...options }: SceneOptions = {}): Promise<Scene> {
  await using undo = new AsyncDisposableStack();
  const services = undo.use(await openJsonServer(routes));
  let open = 0;
  const agent = undo.use(
    await openTestAgent({
      ...{ candidate: playing(""), model: scriptedUpstream(completion("Done.")) },
      services: { database: services.url, user: services.url },
      async openBox() {
        const box = await openLocalBox(home);
        open += 1;
        const close = async () => {
          await box[Symbol.asyncDispose]();
          open -= 1;
        };
        return { main: box, [Symbol.asyncDispose]: close };
      },
      ...options,
    }),
  );
  const owned = undo.move();
  return {
    ...{ agent, asked: services.asked, open: () => open },
    init: async (body) => await post(`${agent.url}/init_session`, body),
    run: async (body, how) => await post(`${agent.url}/run_session`, { message: "Begin.", ...body }, how),
    [Symbol.asyncDispose]: async () => await owned.disposeAsync(),
  };
}

const refusal = (status: number, detail: string | RegExp) => ({
  status,
  body: { detail: typeof detail === "string" ? detail : expect.stringMatching(detail) },
});

/** A route that is answered when the test says so. */
function held(value: unknown): { route: () => Promise<unknown>; reached: Promise<void>; release: () => void } {
  const [reached, released] = [Promise.withResolvers<void>(), Promise.withResolvers<void>()];
  const route = async () => {
    reached.resolve();
    await released.promise;
    return value;
  };
  return { route, reached: reached.promise, release: () => released.resolve() };
}

describe("requests", () => {
  test("what is wrong with one is said in the form of upstream's services", async () => {
    await using scene = await openScene();
    const { url } = scene.agent;
    const at = async (path: string, init?: RequestInit) => {
      const response = await fetch(url + path, init);
      return { status: response.status, body: await response.json() };
    };
    expect(await at("/nowhere")).toEqual(refusal(404, "Not Found"));
    expect(await at("/run_session")).toEqual(refusal(405, "Method Not Allowed"));
    const notJson = { detail: [{ type: "json_invalid", loc: ["body"], msg: "JSON decode error" }] };
    expect(await post(`${url}/init_session`, "{")).toEqual({ status: 422, body: notJson });
    expect(await scene.init({ mode: "a-interact", state: { total_reward: "1" } })).toEqual({
      status: 422,
      body: {
        detail: [
          { type: "invalid_type", loc: ["body", "task_id"], msg: expect.any(String) },
          { type: "invalid_type", loc: ["body", "state", "total_reward"], msg: expect.any(String) },
        ],
      },
    });
    expect(await scene.init({ task_id: "t", mode: "b-interact" })).toMatchObject({ status: 422 });
    expect(await scene.init({ task_id: "t", state: { text: "x".repeat(9 * 1024 * 1024) } })).toEqual(
      refusal(413, /^body-too-large: /),
    );
    const page = { headers: { origin: "http://evil.example" } };
    expect(await at("/health", page)).toEqual(refusal(403, "origin-refused: not for web pages"));
    expect(await scene.run({ task_id: "t" })).toEqual(refusal(404, /^unknown-session: .*a-interact/));
  });

  test("a mode that is not served is refused", async () => {
    await using scene = await openScene({ mode: "c-interact" });
    expect(await scene.init(exploring)).toEqual(refusal(409, /^mode-not-served: /));
    expect(await scene.init(conversing)).toMatchObject({ status: 200 });
  });

  test("a session that is begun anew is another one, unless it is asked to stay", async () => {
    await using scene = await openScene();
    const first = await scene.init(exploring);
    expect(first).toEqual({
      status: 200,
      body: { ...exploring, session_id: expect.any(String), adk_available: true },
    });
    expect(await scene.init({ ...exploring, reset: false })).toEqual(first);
    expect(await scene.init({ ...conversing, reset: false })).not.toEqual(first);
    expect(await scene.init(exploring)).not.toEqual(first);
  });
});

describe("a turn", () => {
  test("carries all nine tools out by upstream's paths, and the state comes back with what it did not know", async () => {
    const bodies: unknown[] = [];
    const kept = (value: object) => (body: unknown) => {
      bodies.push(body);
      return value;
    };
    const routes = {
      "/execute": kept({ success: false, result: "", error: "no" }),
      "/schema": kept({ schema: "tables" }),
      "/all_column_meanings": kept({ column_meanings: "{}" }),
      "/column_meaning": kept({ meaning: "m" }),
      "/knowledge_names": kept({ names: ["n"] }),
      "/knowledge": kept({ knowledge: "k" }),
      "/ask": kept({ answer: "yes" }),
      "/submit": kept({ ...passes, follow_up_query: "And now?" }),
      "/phase_transition": kept({ status: "ok", phase: 2 }),
    };
    const candidate = playing(`
      await env.executeSql("SELECT 1"); await env.getSchema(); await env.getAllColumnMeanings();
      await env.getColumnMeaning("a", "b"); await env.getAllExternalKnowledgeNames();
      await env.getKnowledgeDefinition("n"); await env.getAllKnowledgeDefinitions();
      await env.askUser("really?"); await env.submitSql("SELECT 2");`);
    await using scene = await openScene({ candidate, routes });
    await scene.init({ ...exploring, state: { ...coins, own: { key: 1 } } });
    const { status, body } = await scene.run(exploring);
    const task_id = "alien_1";
    expect(scene.asked.map((path, index) => [path, bodies[index]])).toEqual([
      ["/execute", { task_id, sql: "SELECT 1" }],
      ["/schema", { task_id }],
      ["/all_column_meanings", { task_id }],
      ["/column_meaning", { task_id, table_name: "a", column_name: "b" }],
      ["/knowledge_names", { task_id }],
      ["/knowledge", { task_id, knowledge_name: "n" }],
      ["/knowledge", { task_id }],
      ["/ask", { task_id, question: "really?" }],
      ["/submit", { task_id, sql: "SELECT 2" }],
      ["/phase_transition", { task_id }],
    ]);
    const { state, ...rest } = body as { state: { tool_trajectory: Array<{ result: string }> } };
    const named = { session_id: expect.any(String), response: "", adk_available: true };
    expect({ status, ...rest }).toEqual({ status: 200, ...exploring, ...named });
    expect(state.tool_trajectory.map(({ result }) => result)).toEqual([
      ...["Error: no", "tables", "{}", "m", '["n"]', "k", "k", "yes"],
      "Your SQL is correct. The user has a follow-up question:\nAnd now?",
    ]);
    expect(state).toEqual({
      ...{ ...coins, budget_remaining: 3.5, total_reward: 0.7, own: { key: 1 }, current_phase: 2 },
      ...{ phase1_completed: true, _last_submit_raw: "right", _budget_before: 6.5 },
      dialogue_history: [
        { role: "agent", content: "really?" },
        { role: "user", content: "yes" },
      ],
      ...{ tool_trajectory: expect.any(Array), adk_events: [{ type: "user_message", message: "Begin." }] },
    });
    await expect.poll(scene.open, patient).toBe(0);
    expect(await scene.run(exploring)).toMatchObject({
      ...{ status: 200, body: { response: "The session is over: turn-over.", state: { total_reward: 0.7 } } },
    });
  });

  test("in c-interact a submission ends it without asking the model again, and the next message is the same agent's", async () => {
    const template = await templateAgent((source) => source.replace("tool.actions.skipSummarization = true;", ""));
    const model = scriptedUpstream(toolCall("submit_sql", { sql: "SELECT 1" }));
    await using scene = await openScene({
      ...{ candidate: codeOf(template), model, routes: { "/submit": () => wrong } },
    });
    await scene.init({ ...conversing, state: talk });
    const first = await scene.run(conversing);
    expect(first).toMatchObject({
      status: 200,
      body: { response: "The SQL is submitted.", state: { model_turns: 2 } },
    });
    expect(first).toMatchObject({ body: { state: { _last_submit_raw: "[exec_err_flg] no such table" } } });
    expect([model.asked.length, scene.open()]).toEqual([1, 1]);
    await scene.run({ ...conversing, message: "Once more." });
    const heard = (model.asked[1]?.["messages"] ?? []) as Array<{ role: string }>;
    const roles = heard.map(({ role }) => role);
    expect(roles).toEqual(["system", "user", "assistant", "tool", "assistant", "user"]);
    await expect.poll(scene.open, patient).toBe(0);
    expect(scene.agent.said).toEqual(["alien_1 (c-interact): upstream's reward 0; not-solved"]);
  });

  test("a tool of the other mode and a malformed call go back to the agent, uncharged", async () => {
    const candidate = playing(`const seen = await all([env.getSchema(), env.submitSql("\\0")]); log(seen.join(" | "));
      await env.askUser(seen.join(" | "));`);
    const routes = { "/ask": ({ question }: { question: string }) => ({ answer: question }) };
    await using scene = await openScene({ candidate, routes });
    await scene.init({ ...conversing, state: talk });
    const { body } = await scene.run(conversing);
    const { dialogue_history: said } = (body as { state: { dialogue_history: Array<{ content: string }> } }).state;
    expect(said[0]?.content).toMatch(
      /there is no tool get_schema; there are: ask_user, submit_sql .*the character 0 is not/s,
    );
  });

  test("a second message for a session at work is refused; one that begins the task anew ends it", async () => {
    const schema = held({ schema: "s" });
    const candidate = playing("await env.getSchema();");
    await using scene = await openScene({ candidate, routes: { "/schema": schema.route } });
    await scene.init({ ...exploring, state: coins });
    const first = scene.run(exploring);
    await schema.reached;
    expect(await scene.run(exploring)).toEqual(refusal(409, /^turn-under-way: /));
    await scene.init({ ...exploring, state: coins });
    expect(await first).toEqual(refusal(409, "session-replaced: the task was begun anew"));
    await expect.poll(scene.open, patient).toBe(0);
    schema.release();
    expect(await scene.run(exploring)).toMatchObject({ status: 200 });
  });

  test("the time limit of a message is no error: what was earned is told, and the session is over", async () => {
    const never = held({ schema: "s" });
    const candidate = playing(
      `if (turn === 0) await env.submitSql("SELECT 1"); else await env.askUser("still there?");`,
    );
    const turnTimeoutMs = { "a-interact": 60_000, "c-interact": 60_000 };
    const routes = { "/submit": () => passes, "/ask": never.route, "/phase_transition": () => ({}) };
    await using scene = await openScene({ candidate, routes, context: { turnTimeoutMs } });
    await scene.init({ ...conversing, state: talk });
    await scene.run(conversing);
    turnTimeoutMs["c-interact"] = 50;
    const late = { status: 200, body: { response: "", state: { total_reward: 0.7, phase1_completed: true } } };
    expect(await scene.run(conversing)).toMatchObject(late);
    await expect.poll(scene.open, patient).toBe(0);
    const after = { status: 200, body: { response: "The session is over: turn-limit.", state: { total_reward: 0.7 } } };
    expect(await scene.run(conversing)).toMatchObject(after);
  });

  test("waits for a box in vain with a 503 that says so", async () => {
    const schema = held({ schema: "s" });
    const turnTimeoutMs = { "a-interact": 60_000, "c-interact": 50 };
    const candidate = playing(`if (mode === "a-interact") await env.getSchema();`);
    await using scene = await openScene({
      ...{ candidate, routes: { "/schema": schema.route }, boxes: 1, context: { turnTimeoutMs } },
    });
    await scene.init({ ...exploring, state: coins });
    await scene.init({ ...conversing, state: talk });
    const first = scene.run(exploring);
    await schema.reached;
    expect(await scene.run(conversing)).toEqual(refusal(503, /^no-box-free: .*max_concurrency/));
    schema.release();
    expect(await first).toMatchObject({ status: 200 });
  });

  test("an orchestrator that hangs up leaves no box", async () => {
    const schema = held({ schema: "s" });
    const candidate = playing("await env.getSchema();");
    await using scene = await openScene({ candidate, routes: { "/schema": schema.route } });
    await scene.init({ ...exploring, state: coins });
    const gone = new AbortController();
    const hungUp = scene.run(exploring, { signal: gone.signal });
    await schema.reached;
    gone.abort();
    await expect(hungUp).rejects.toThrow();
    await expect.poll(() => scene.agent.said, patient).toEqual([expect.stringMatching(/caller-gone/)]);
    await expect.poll(scene.open, patient).toBe(0);
  });
});

describe("what fails beside the agent", () => {
  const asking = playing(`await env.getSchema(); await env.submitSql("SELECT 1");`);

  test.each([
    ["is down", null, 502, /^bird-db-env-unreachable: POST http:.*\/schema failed \(ECONNREFUSED\)/],
    [
      "does not know the task",
      () => {
        throw new Refusal(404, "Task alien_1 not initialized");
      },
      ...[502, /^bird-db-env-unknown-task: .*not initialized/],
    ],
    ["answers something else", () => ({ text: "hello" }), 502, /^bird-db-env-protocol: .*hello/],
  ] as const)(
    "a DB environment that %s is a 502, and the session is forgotten",
    async (_title, route, status, detail) => {
      const dead = await openJsonServer({});
      await dead[Symbol.asyncDispose]();
      await using scene = await openScene({
        candidate: asking,
        ...(route === null ? { services: { database: dead.url, user: dead.url } } : { routes: { "/schema": route } }),
      });
      await scene.init({ ...exploring, state: coins });
      expect(await scene.run(exploring)).toEqual(refusal(status, detail));
      await expect.poll(scene.open, patient).toBe(0);
      expect(await scene.run(exploring)).toEqual(refusal(404, /^unknown-session/));
    },
  );

  test("an error status of a service is the call's result: the agent may have brought it about", async () => {
    const routes = {
      "/schema": () => {
        throw new Error("a bug");
      },
      "/submit": () => ({ ...passes, has_follow_up: false }),
    };
    await using scene = await openScene({ candidate: asking, routes });
    await scene.init({ ...exploring, state: coins });
    expect(await scene.run(exploring)).toMatchObject({
      status: 200,
      body: {
        state: {
          total_reward: 0.7,
          tool_trajectory: [
            { result: "Error: the service answered 500: Internal Server Error" },
            { result: "Your SQL is correct. The task is over." },
          ],
        },
      },
    });
  });

  test("a model's provider that fails is a 502; a spent budget is a 503 and stands in /health", async () => {
    const candidate = codeOf(await templateAgent());
    await using failing = await openScene({ candidate, model: scriptedUpstream(failure(500)) });
    await failing.init({ ...exploring, state: coins });
    expect(await failing.run(exploring)).toEqual(refusal(502, /^upstream-failed: /));

    await using poor = await openScene({ candidate, budgetUsd: 0.000_001 });
    const health = async () => await (await fetch(`${poor.agent.url}/health`)).json();
    const well = { status: "healthy", service: "system_agent", model: "scripted-agent" };
    expect(await health()).toEqual({ ...well, adk_available: true, adk_error: "" });
    await poor.init({ ...exploring, state: coins });
    expect(await poor.run(exploring)).toMatchObject({ status: 200, body: { response: "Done." } });
    expect(await health()).toEqual({ ...well, adk_available: false, adk_error: expect.stringMatching(/is spent/) });
    expect(await poor.init(conversing)).toEqual(refusal(503, /^budget-exhausted: /));
  });

  test("a limit of the gateway's ends the session with what was earned", async () => {
    const candidate = codeOf(await templateAgent());
    const model = scriptedUpstream(toolCall("submit_sql", { sql: "SELECT 1" }));
    const routes = { "/submit": () => passes, "/phase_transition": () => ({}) };
    await using scene = await openScene({ candidate, model, routes, maxModelCalls: 1 });
    await scene.init({ ...exploring, state: coins });
    expect(await scene.run(exploring)).toMatchObject({ status: 200, body: { state: { total_reward: 0.7 } } });
    expect(scene.agent.said).toEqual(["alien_1 (a-interact): upstream's reward 0.7; max-model-calls"]);
  });

  test("a session that nobody speaks to is forgotten", async () => {
    await using scene = await openScene({ idleMs: 20 });
    await scene.init(exploring);
    await expect.poll(() => scene.agent.said, patient).toEqual([expect.stringMatching(/session-idle/)]);
    expect(await scene.run(exploring)).toEqual(refusal(404, /^unknown-session/));
  });

  test("stopping the server answers who waits and closes their boxes", async () => {
    const schema = held({ schema: "s" });
    const scene = await openScene({ candidate: asking, routes: { "/schema": schema.route } });
    await scene.init({ ...exploring, state: coins });
    const waiting = scene.run(exploring);
    await schema.reached;
    await scene.agent[Symbol.asyncDispose]();
    expect([await waiting, scene.open()]).toEqual([refusal(503, "stopping: the server stops"), 0]);
    await scene[Symbol.asyncDispose]();
  });
});
