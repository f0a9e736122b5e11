// The object of the responses protocol around what a chat completion said.

import type { Json } from "../../json.ts";

export interface ResponseFacts {
  id: string;
  model: string;
  createdAt: number;
  status: "in_progress" | "completed" | "incomplete";
  incompleteReason: string | null;
  output: readonly Json[];
  usage: Json | null;
}

export function responseObject(facts: ResponseFacts, body: Json): Json {
  return {
    ...{ id: facts.id, object: "response", created_at: facts.createdAt, status: facts.status },
    ...{ error: null, incomplete_details: facts.incompleteReason === null ? null : { reason: facts.incompleteReason } },
    ...{ instructions: body["instructions"] ?? null, max_output_tokens: body["max_output_tokens"] ?? null },
    ...{ model: facts.model, output: facts.output, parallel_tool_calls: body["parallel_tool_calls"] ?? true },
    ...{ previous_response_id: null, reasoning: { effort: null, summary: null }, store: false },
    ...{
      temperature: body["temperature"] ?? null,
      text: body["text"] ?? { format: { type: "text" } },
      tool_choice: body["tool_choice"] ?? "auto",
    },
    ...{ tools: body["tools"] ?? [], top_p: body["top_p"] ?? null, truncation: "disabled", usage: facts.usage },
    ...{ metadata: body["metadata"] ?? {} },
  };
}

export function endOf(finishReason: string): Pick<ResponseFacts, "status" | "incompleteReason"> {
  if (finishReason === "length") return { status: "incomplete", incompleteReason: "max_output_tokens" };
  if (finishReason === "content_filter") return { status: "incomplete", incompleteReason: "content_filter" };
  return { status: "completed", incompleteReason: null };
}

export function messageItem(id: string, text: string, refusal: string): Json {
  const content = [
    ...(text === "" ? [] : [{ type: "output_text", text, annotations: [], logprobs: [] }]),
    ...(refusal === "" ? [] : [{ type: "refusal", refusal }]),
  ];
  return { id, type: "message", status: "completed", role: "assistant", content };
}

export function reasoningItem(id: string, text: string): Json {
  return { id, type: "reasoning", summary: [{ type: "summary_text", text }] };
}
