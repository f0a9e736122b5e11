// The three protocols from a box's loopback endpoint, through the channel and the gateway, to a provider over HTTP.

import { beforeAll, describe, expect, test } from "vitest";
import { runCandidate } from "../../../src/channel/run-candidate.ts";
import { stripCandidate } from "../../../src/channel/strip-candidate.ts";
import type { TraceEvent } from "../../../src/core/trial.ts";
import { anthropic, compatible } from "../../../src/gateway/upstreams/families.ts";
import { boxHome, openLocalBox } from "../../helpers/local-box.ts";
import { openScene, providerKey, type Scene } from "../../helpers/model-provider.ts";
import { chatStream, messageStream } from "../../helpers/provider-answers.ts";

let home = "";

beforeAll(async () => {
  home = await boxHome();
});

async function play({ lease }: Scene, code: string) {
  const events: TraceEvent[] = [];
  await using box = await openLocalBox(home);
  const end = await runCandidate({
    main: box,
    candidate: stripCandidate(`export class HarnessAgent { async run() { ${code} } }`).code,
    interface: "terminal",
    start: { instruction: "", context: { model: "some-model", reasoningEffort: null } },
    methods: {},
    model: lease.handler,
    onEvent: (event) => events.push(event),
    timeoutMs: 20_000,
    signal: new AbortController().signal,
  });
  expect(end).toMatchObject({ how: "finished" });
  const logs = events.flatMap((event) => (event.type === "log" ? [event.text] : []));
  return { logs, calls: events.filter((event) => event.type === "model") };
}

const headers = {
  ...{ "content-type": "application/json", authorization: "Bearer of-the-box", "x-api-key": "of-the-box" },
  ...{ "anthropic-beta": "interleaved-thinking-2025-05-14", "x-own": "of-the-box" },
};

const asks = {
  chat: { path: "/v1/chat/completions", body: { messages: [{ role: "user", content: "hi" }] } },
  responses: { path: "/v1/responses", body: { input: "hi" } },
  messages: { path: "/v1/messages?beta=true", body: { max_tokens: 9, messages: [{ role: "user", content: "hi" }] } },
};

describe.each([
  ["a server of chat completions", compatible, chatStream],
  ["Anthropic", anthropic, messageStream],
] as const)("to %s", (_words, family, stream) => {
  test.each(["chat", "responses", "messages"] as const)("a streamed call in %s", async (protocol) => {
    await using scene = await openScene(family, [
      stream({ text: "one two", calls: [{ id: "t", name: "f", args: { a: 1 } }] }),
    ]);
    const { path, body } = asks[protocol];
    const { logs, calls } = await play(
      scene,
      `const base = process.env.ANTHROPIC_BASE_URL;
       const init = { method: "POST", headers: ${JSON.stringify(headers)}, body: ${JSON.stringify(JSON.stringify({ ...body, model: "some-model", stream: true }))} };
       const answer = await fetch(base + ${JSON.stringify(path)}, init);
       console.log(answer.status, answer.headers.get("content-type"), (await answer.text()).includes("two"));`,
    );
    expect(logs).toEqual(["200 text/event-stream true"]);
    const said = {
      chat: { choices: [{ message: { content: "one two", tool_calls: [{ id: "t" }] } }] },
      responses: {
        status: "completed",
        output: [{ type: "message" }, { type: "function_call", arguments: '{"a":1}' }],
      },
      messages: { content: [{ text: "one two" }, { type: "tool_use", input: { a: 1 } }], stop_reason: "tool_use" },
    };
    expect(calls).toMatchObject([{ status: 200, response: said[protocol] }]);
    const [asked] = scene.provider.asked;
    const key = family === anthropic ? asked?.headers["x-api-key"] : asked?.headers.authorization;
    expect(key).toBe(family === anthropic ? providerKey : `Bearer ${providerKey}`);
    expect(JSON.stringify(asked?.headers)).not.toContain("of-the-box");
    expect(asked?.headers["anthropic-beta"]).toBe(family === anthropic ? headers["anthropic-beta"] : undefined);
  });

  test("a refusal in Anthropic's form stands on the trace as one", async () => {
    await using scene = await openScene(family, []);
    const { calls } = await play(
      scene,
      `await fetch(process.env.ANTHROPIC_BASE_URL + "/v1/messages", { method: "POST", body: '{"model":"claude-haiku-4-5"}' });`,
    );
    const refused = 'model "claude-haiku-4-5" is not allowed; this run is pinned to "some-model"';
    expect(calls).toMatchObject([{ status: 403, refused }]);
  });
});
