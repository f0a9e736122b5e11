// The events of a streamed response, made of the chunks of a chat completion. One item is open at a time.

import { randomUUID } from "node:crypto";
import type { Json } from "../../json.ts";
import type { Carried } from "../carried.ts";
import { keepExtras } from "../chat-extras.ts";
import { chatReader } from "../chat-parts.ts";
import type { StreamTranslator } from "../translator.ts";
import { responsesUsage } from "../usage.ts";
import { OpenItem } from "./open-item.ts";
import { endOf, type ResponseFacts, responseObject } from "./response.ts";
import { offeredTools } from "./tools.ts";

export function responsesStream(body: Json, carried: Carried): StreamTranslator {
  const reader = chatReader();
  const tools = offeredTools(body["tools"]);
  const output: Json[] = [];
  const fallbackId = randomUUID();
  const createdAt = Math.floor(Date.now() / 1000);
  let began = false;
  let number = 0;
  let open: OpenItem | null = null;

  const numbered = (events: readonly Json[]): Json[] =>
    events.map((event) => ({ ...event, sequence_number: number++ }));

  function response(facts: Pick<ResponseFacts, "status" | "incompleteReason" | "usage">): Json {
    const { id, model } = reader.head();
    return responseObject({ id: `resp_${id || fallbackId}`, model, createdAt, output: [...output], ...facts }, body);
  }

  function begin(): Json[] {
    if (began) return [];
    began = true;
    const beginning = response({ status: "in_progress", incompleteReason: null, usage: null });
    return [
      { type: "response.created", response: beginning },
      { type: "response.in_progress", response: beginning },
    ];
  }

  function close(): Json[] {
    if (open === null) return [];
    const events = open.close();
    output.push(open.item());
    open = null;
    return events;
  }

  function openNext(kind: OpenItem["kind"], call: { id: string; name: string } | null): Json[] {
    const before = close();
    const id = `${reader.head().id || fallbackId}_${output.length}`;
    open = new OpenItem({ kind, id, call, index: output.length, tools });
    return [...before, ...open.begin()];
  }

  return {
    push(chunk) {
      const parts = reader.read(chunk);
      const events = begin();
      for (const part of parts) {
        if (part.kind === "call") {
          events.push(...openNext("call", part));
          continue;
        }
        const kind = part.kind === "arguments" ? "call" : part.kind === "reasoning" ? "reasoning" : "message";
        if (open?.kind !== kind) events.push(...openNext(kind, null));
        events.push(...(open?.add(part) ?? []));
      }
      return numbered(events);
    },
    end() {
      const events = [...begin(), ...close()];
      keepExtras(carried, reader.message());
      const end = endOf(reader.finishReason());
      const whole = response({ ...end, usage: responsesUsage(reader.usage()) });
      return numbered([...events, { type: `response.${end.status}`, response: whole }]);
    },
  };
}
