import type { ModelRequest, ModelResponse, Upstream } from "../../src/core/model.ts";
import { jsonResponse } from "../../src/gateway/answers.ts";
import { sseData } from "../../src/gateway/sse.ts";

export type ScriptedAnswer = (
  body: Record<string, unknown>,
  options: { signal: AbortSignal; seed: string },
) => ModelResponse | Promise<ModelResponse>;

/** Answers one after the other, the last one again and again; keeps what it was asked. */
export function scriptedUpstream(...answers: ScriptedAnswer[]): Upstream & { asked: Record<string, unknown>[] } {
  const asked: Record<string, unknown>[] = [];
  return {
    name: "scripted",
    digest: "scripted",
    asked,
    async complete(request, options) {
      options.signal.throwIfAborted();
      const body = JSON.parse(Buffer.from(request.body).toString()) as Record<string, unknown>;
      asked.push(body);
      const answer = answers[Math.min(asked.length, answers.length) - 1];
      if (answer === undefined) throw new Error("the script is empty");
      return answer(body, options);
    },
  };
}

export interface ScriptedUsage {
  input: number;
  cached?: number;
  output: number;
}

export function completion(content: string, usage: ScriptedUsage | null = { input: 100, output: 10 }): ScriptedAnswer {
  const message = { role: "assistant", content };
  const choices = [{ index: 0, message, finish_reason: "stop" }];
  return () => jsonResponse(200, { id: "c", object: "chat.completion", choices, ...usageField(usage) });
}

export function toolCall(name: string, args: unknown, id = "call_x"): ScriptedAnswer {
  const call = { id, type: "function", function: { name, arguments: JSON.stringify(args) } };
  const message = { role: "assistant", content: null, tool_calls: [call] };
  const choices = [{ index: 0, message, finish_reason: "tool_calls" }];
  return () => jsonResponse(200, { id: "c", choices, ...usageField({ input: 100, output: 10 }) });
}

export function failure(status: number, headers: Record<string, string> = {}, code?: string): ScriptedAnswer {
  return () => {
    const response = jsonResponse(status, { error: { message: `status ${status}`, code: code ?? null } });
    return { ...response, headers: { ...response.headers, ...headers } };
  };
}

/** Chunks of text, then the usage chunk if it was asked for; `breakAfter` chunks the connection is lost. */
export function streamed(texts: string[], usage: ScriptedUsage, breakAfter = Number.POSITIVE_INFINITY): ScriptedAnswer {
  return (body) => {
    const delta = (content: string, finish: string | null = null) =>
      sseData({ id: "c", choices: [{ index: 0, delta: { content }, finish_reason: finish }] });
    const wantsUsage = (body["stream_options"] as { include_usage?: boolean } | undefined)?.include_usage === true;
    const chunks = [
      ...texts.map((text) => delta(text)),
      delta("", "stop"),
      ...(wantsUsage ? [sseData({ id: "c", choices: [], ...usageField(usage) })] : []),
      sseData("[DONE]"),
    ];
    return { status: 200, headers: { "content-type": "text/event-stream" }, body: cut(chunks, breakAfter) };
  };
}

export function chatRequest(body: Record<string, unknown>): ModelRequest {
  const bytes = Buffer.from(JSON.stringify({ messages: [{ role: "user", content: "hello" }], ...body }));
  return { method: "POST", path: "/v1/chat/completions", body: bytes };
}

export async function textOfBody({ body }: ModelResponse): Promise<string> {
  let text = "";
  for await (const chunk of body) text += Buffer.from(chunk).toString();
  return text;
}

function usageField(usage: ScriptedUsage | null): object {
  if (usage === null) return {};
  const { input, output, cached } = usage;
  const details = cached === undefined ? {} : { prompt_tokens_details: { cached_tokens: cached } };
  return { usage: { prompt_tokens: input, completion_tokens: output, total_tokens: input + output, ...details } };
}

async function* cut(chunks: readonly Uint8Array[], breakAfter: number): AsyncGenerator<Uint8Array> {
  for (const [index, chunk] of chunks.entries()) {
    if (index >= breakAfter) throw new Error("connection lost");
    yield chunk;
  }
}
