// A model that answers from a list: a fake that keeps the contract of ModelHandler.

import { setTimeout as sleep } from "node:timers/promises";
import type { ModelHandler, ModelRequest } from "../../src/core/model.ts";

export interface ScriptedAnswer {
  status?: number;
  /** JSON of a whole answer. */
  json?: unknown;
  /** JSON of the pieces of a streamed answer, `delayMs` apart. */
  stream?: readonly unknown[];
  delayMs?: number;
  /** Awaited after each piece. */
  afterPiece?: () => Promise<void>;
  /** Breaks the stream off instead of ending it. */
  breakOff?: boolean;
}

export interface ScriptedModel {
  handler: ModelHandler;
  /** `json` is {} where the body is none. */
  requests: Array<ModelRequest & { json: Record<string, unknown> }>;
  /** Calls that were aborted while they were under way. */
  aborted: () => number;
}

/** The last answer is given again when the script is over. */
export function scriptedModel(answers: readonly ScriptedAnswer[]): ScriptedModel {
  const requests: ScriptedModel["requests"] = [];
  let aborted = 0;
  const handler: ModelHandler = async (request, { signal }) => {
    signal.addEventListener("abort", () => aborted++, { once: true });
    const json = parsed(request.body);
    requests.push({ ...request, json });
    const {
      status = 200,
      json: whole,
      stream,
      delayMs = 0,
      afterPiece = async () => undefined,
      breakOff = false,
    } = answers[Math.min(requests.length, answers.length) - 1] ?? {};
    if (stream === undefined) {
      await sleep(delayMs, undefined, { signal });
      return { status, headers: { "content-type": "application/json" }, body: pieces([JSON.stringify(whole)]) };
    }
    async function* events(parts: readonly unknown[]): AsyncGenerator<Uint8Array> {
      for (const part of parts) {
        yield Buffer.from(`data: ${JSON.stringify(part)}\n\n`);
        await sleep(delayMs, undefined, { signal });
        await afterPiece();
      }
      if (breakOff) throw new Error("the upstream broke off");
      yield Buffer.from("data: [DONE]\n\n");
    }
    return { status, headers: { "content-type": "text/event-stream" }, body: events(stream) };
  };
  return { handler, requests, aborted: () => aborted };
}

function parsed(body: Uint8Array): Record<string, unknown> {
  try {
    return JSON.parse(Buffer.from(body).toString("utf8"));
  } catch {
    return {};
  }
}

export function chatAnswer(message: Record<string, unknown>): ScriptedAnswer {
  return {
    json: { id: "c", object: "chat.completion", choices: [{ index: 0, message: { role: "assistant", ...message } }] },
  };
}

export function toolCallAnswer(name: string, args: unknown, id = "call-1"): ScriptedAnswer {
  const text = typeof args === "string" ? args : JSON.stringify(args);
  return chatAnswer({ content: null, tool_calls: [{ id, type: "function", function: { name, arguments: text } }] });
}

async function* pieces(texts: readonly string[]): AsyncGenerator<Uint8Array> {
  for (const text of texts) yield Buffer.from(text);
}
