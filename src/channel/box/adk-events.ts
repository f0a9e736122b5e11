// ADK's events as they go to the host with a turn: their shape is kept, and what is too long for a frame is cut.

import { type Event, isFinalResponse } from "@google/adk";
import { isRecord } from "../messages.ts";

type Part = NonNullable<NonNullable<Event["content"]>["parts"]>[number];

/** Of the whole list as JSON; a frame's header may have 1 MiB. */
const maxBytes = 640 * 1024;
/** Of one text: the first of these with which the list fits. */
const textLimits = [8000, 2000, 500, 100];
const maxDepth = 16;
/** A composition of agents may make many; a turn of one agent has about a hundred. */
const maxEvents = 1000;
const maxResponse = 50_000;

/** At most 1000 events, 640 KiB of JSON, nested at most 20 deep. Where cutting texts does not do, events from the middle are left out. */
export function boundEvents(events: readonly Event[]): unknown[] {
  let shown: unknown[] = [];
  for (const limit of textLimits) {
    shown = events.map((event) => toShown(event, limit));
    if (shown.length <= maxEvents && bytesOf(shown) <= maxBytes) return shown;
  }
  for (let kept = Math.floor(Math.min(shown.length, maxEvents) / 2); kept > 0; kept = Math.floor(kept / 2)) {
    const omitted = shown.length - 2 * kept;
    const some = [...shown.slice(0, kept), { omitted }, ...shown.slice(-kept)];
    if (omitted > 0 && bytesOf(some) <= maxBytes) return some;
  }
  return [{ omitted: events.length }];
}

/** What the agent said last, as the answer to its message; empty when it ended on a tool. */
export function finalText(events: readonly Event[]): string {
  const last = events.findLast((event) => event.content !== undefined && isFinalResponse(event));
  const parts = last?.content?.parts ?? [];
  const text = parts.map((part) => (part.thought === true ? "" : (part.text ?? ""))).join("");
  return cut(text, maxResponse);
}

function toShown(event: Event, limit: number): unknown {
  const { author, branch, content, errorCode, errorMessage, finishReason, usageMetadata } = event;
  const shown = {
    ...{ author, branch, final: isFinalResponse(event), errorCode, errorMessage, finishReason },
    ...(usageMetadata === undefined ? {} : { usage: usageMetadata }),
    ...(content === undefined ? {} : { content: { role: content.role, parts: (content.parts ?? []).map(toPart) } }),
  };
  return bound(shown, limit, maxDepth);
}

function toPart(part: Part): unknown {
  const { text, thought, functionCall, functionResponse } = part;
  if (functionCall !== undefined) {
    const { id, name, args } = functionCall;
    return { functionCall: { id, name, args } };
  }
  if (functionResponse !== undefined) {
    const { id, name, response } = functionResponse;
    return { functionResponse: { id, name, response } };
  }
  if (text !== undefined) return thought === true ? { thought: text } : { text };
  return { other: Object.keys(part).join(", ") };
}

/** As JSON would have it, with long texts, long lists and deep places cut. */
function bound(value: unknown, limit: number, depth: number): unknown {
  if (typeof value === "string") return cut(value, limit);
  if (value === null || typeof value !== "object") return typeof value === "bigint" ? String(value) : value;
  if (depth === 0) return "[…]";
  if (Array.isArray(value)) return value.slice(0, limit).map((item) => bound(item, limit, depth - 1));
  const entries = isRecord(value) ? Object.entries(value).slice(0, limit) : [];
  return Object.fromEntries(
    entries
      .filter(([, inner]) => inner !== undefined && typeof inner !== "function")
      .map(([key, inner]) => [cut(key, limit), bound(inner, limit, depth - 1)]),
  );
}

function cut(text: string, limit: number): string {
  if (text.length <= limit) return text;
  const half = Math.floor(limit / 2);
  return `${text.slice(0, half)}[… ${text.length - 2 * half} characters …]${text.slice(-half)}`;
}

function bytesOf(value: unknown): number {
  return Buffer.byteLength(JSON.stringify(value));
}
