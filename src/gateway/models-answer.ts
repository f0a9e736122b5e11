import type { Json } from "./json.ts";

/** The list with the one model there is, or that model, in a form that the SDKs of OpenAI and Anthropic both read. */
export function modelsAnswer(model: string, id: string | null): Json {
  const entry = {
    ...{ id: model, object: "model", created: 0, owned_by: "auto-harness" },
    ...{ type: "model", display_name: model, created_at: "1970-01-01T00:00:00Z" },
  };
  if (id !== null) return entry;
  return { object: "list", data: [entry], has_more: false, first_id: model, last_id: model };
}
