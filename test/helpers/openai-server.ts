// An OpenAI-compatible server on loopback: one model is the rehearsal model under another name, the other one plays a
// sensible coding agent. What it was sent is kept for the tests to look at.

import { once } from "node:events";
import { createServer, type IncomingMessage } from "node:http";
import type { AddressInfo } from "node:net";
import { join } from "node:path";
import { buffer } from "node:stream/consumers";
import type { Upstream } from "../../src/core/model.ts";
import { openRehearsalUpstream } from "../../src/gateway/rehearsal/upstream.ts";

export interface OpenAiServer extends AsyncDisposable {
  baseUrl: string;
  calls: Array<{ authorization: string; model: string; effort: unknown }>;
}

export interface CodingStep {
  tool: string;
  args: Record<string, unknown>;
}

/** `coder` answers with these tool calls, one after the other, then closes. */
export async function openAiServer(coder: readonly CodingStep[]): Promise<OpenAiServer> {
  const rehearsal = await openRehearsalUpstream({ playbooks: join(import.meta.dirname, "../../datasets/starter") });
  const calls: OpenAiServer["calls"] = [];
  const server = createServer((request, response) => {
    answer(request, rehearsal, coder, calls).then(
      (text) => response.writeHead(200, { "content-type": "application/json" }).end(text),
      (error: unknown) => response.writeHead(500).end(String(error)),
    );
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  return {
    baseUrl: `http://127.0.0.1:${(server.address() as AddressInfo).port}/v1`,
    calls,
    async [Symbol.asyncDispose]() {
      server.closeAllConnections();
      server.close();
      await once(server, "close");
    },
  };
}

async function answer(
  request: IncomingMessage,
  rehearsal: Upstream,
  coder: readonly CodingStep[],
  calls: OpenAiServer["calls"],
): Promise<string> {
  const body = JSON.parse((await buffer(request)).toString()) as {
    model: string;
    messages: Array<{ role: string }>;
    reasoning_effort?: unknown;
  };
  const { authorization = "" } = request.headers;
  calls.push({ authorization, model: body.model, effort: body.reasoning_effort });
  if (body.model === "coder")
    return codingAnswer(body.messages.filter(({ role }) => role === "assistant").length, coder);
  const sent = Buffer.from(JSON.stringify({ ...body, model: "rehearsal/starter" }));
  const options = { signal: AbortSignal.timeout(10_000), seed: "own" };
  const reply = await rehearsal.complete({ method: "POST", path: "/v1/chat/completions", body: sent }, options);
  const chunks: Uint8Array[] = [];
  for await (const chunk of reply.body) chunks.push(chunk);
  return Buffer.concat(chunks).toString();
}

function codingAnswer(turn: number, coder: readonly CodingStep[]): string {
  const step = coder[turn];
  const call = {
    id: `call_${turn}`,
    type: "function",
    function: { name: step?.tool, arguments: JSON.stringify(step?.args) },
  };
  const message =
    step === undefined
      ? { role: "assistant", content: "done" }
      : { role: "assistant", content: null, tool_calls: [call] };
  const usage = { prompt_tokens: 1000, completion_tokens: 100, total_tokens: 1100 };
  return JSON.stringify({
    id: "c",
    object: "chat.completion",
    choices: [{ index: 0, message, finish_reason: "stop" }],
    usage,
  });
}
