// A trial's trace as a trajectory in Harbor's Agent Trajectory Interchange Format (ATIF 1.8), which refuses keys that it
// does not know.

import type { TraceEvent, TrialRecord } from "../../core/trial.ts";
import { field, textAt } from "../../gateway/json.ts";
import type { Trace } from "../../trials/trace.ts";
import { modelAnswer, type ToolCall, textOfContent } from "../model-answer.ts";
import { agentName, agentVersion, harborTime, isCandidate } from "./names.ts";
import { observed } from "./observed.ts";

export interface Step {
  step_id: number;
  timestamp?: string;
  source: "system" | "user" | "agent";
  message: string;
  reasoning_content?: string;
  tool_calls?: Array<{ tool_call_id: string; function_name: string; arguments: ToolCall["args"] }>;
  observation?: { results: ObservationResult[] };
  metrics?: { prompt_tokens: number; completion_tokens: number; cached_tokens: number };
  llm_call_count?: number;
  extra?: Record<string, unknown>;
}

export interface ObservationResult {
  source_call_id?: string;
  content: string;
  extra: Record<string, unknown>;
}

/** The part of a trace that is looked at: of events read from a file all is unknown. */
export type KeptTrace = Pick<Trace, "messages" | "events">;

/**
 * What was said to the agent, then a step for each model call with what the host saw it do until the next, then how it
 * ended. `startedAt`: of the agent's phase, in milliseconds since the epoch.
 */
export function trajectoryOf(record: TrialRecord, trace: KeptTrace, startedAt: number): Record<string, unknown> {
  const { parts, usage, agentEnd, key } = record;
  const steps = new Steps(startedAt);
  const events = trace.events.toSorted((a, b) => a.atMs - b.atMs);
  const conversation = events.some(({ type }) => type === "turn");
  for (const [source, message] of opening(trace, conversation)) steps.say(source, message, 0);
  for (const event of events) steps.add(event);
  const last = events.at(-1);
  const end = `the agent's end: ${agentEnd.how} (${agentEnd.code})${agentEnd.detail === "" ? "" : `\n${agentEnd.detail}`}`;
  steps.say("system", end, last === undefined ? 0 : last.atMs);
  return {
    schema_version: "ATIF-v1.8",
    session_id: key,
    agent: {
      name: agentName(parts),
      version: agentVersion(parts),
      ...(isCandidate(parts.agent) ? { model_name: parts.model } : {}),
    },
    steps: steps.list,
    final_metrics: {
      total_prompt_tokens: usage.inputTokens,
      total_completion_tokens: usage.outputTokens,
      total_cached_tokens: usage.cachedTokens,
      ...(usage.costUsd === undefined ? {} : { total_cost_usd: usage.costUsd }),
      total_steps: steps.list.length,
    },
  };
}

/** What stood before the agent's first words. What the other side of a conversation said comes with its turns. */
function opening({ messages, events }: KeptTrace, conversation: boolean): Array<["system" | "user", string]> {
  const request = events.find((event) => event.type === "model")?.request;
  const apart = ["system", "instructions"].flatMap((name): Array<["system", string]> => {
    const text = textOfContent(field(request, name));
    return text === "" ? [] : [["system", text]];
  });
  const said: Array<["system" | "user", string]> = [];
  for (const message of messages) {
    const role = textAt(message, "role");
    if (role !== "system" && role !== "developer" && role !== "user") break;
    const source = role === "user" ? "user" : "system";
    if (source === "system" || !conversation) said.push([source, textOfContent(field(message, "content"))]);
  }
  return [...apart, ...said];
}

class Steps {
  readonly list: Step[] = [];
  readonly #startedAt: number;
  /** The agent's step that what is seen belongs to. */
  #open: Step | undefined;

  constructor(startedAt: number) {
    this.#startedAt = startedAt;
  }

  say(source: "system" | "user", message: string, atMs: number): void {
    this.#close();
    this.list.push({ ...this.#head(source, atMs), message });
  }

  add(event: TraceEvent): void {
    if (event.type === "model") this.#think(event);
    else if (event.type === "turn") this.#turn(event);
    else if (event.type !== "end") this.#see(event);
    else this.#close();
  }

  #think(event: Extract<TraceEvent, { type: "model" }>): void {
    this.#close();
    const { text, reasoning, calls, tokens } = modelAnswer(event.response);
    const { status, durationMs, refused } = event;
    this.#open = {
      ...this.#head("agent", event.atMs),
      message: text,
      ...(reasoning === "" ? {} : { reasoning_content: reasoning }),
      ...(calls.length === 0 ? {} : { tool_calls: calls.map(toolCall) }),
      ...(tokens === undefined
        ? {}
        : {
            metrics: {
              ...{ prompt_tokens: tokens.prompt, completion_tokens: tokens.completion, cached_tokens: tokens.cached },
            },
          }),
      llm_call_count: 1,
      extra: {
        ...{ status, duration_ms: Math.round(durationMs) },
        ...(refused === undefined ? {} : { refused }),
        ...(status >= 400 ? { answer: event.response } : {}),
      },
    };
    this.list.push(this.#open);
  }

  #turn({ messages, atMs }: Extract<TraceEvent, { type: "turn" }>): void {
    for (const message of messages) {
      this.say(
        textAt(message, "role") === "system" ? "system" : "user",
        textOfContent(field(message, "content") ?? message),
        atMs,
      );
    }
  }

  /** Before the model was asked for the first time, or without one, what the agent does is a step of its own. */
  #see(event: Exclude<TraceEvent, { type: "model" | "turn" | "end" }>): void {
    if (this.#open === undefined) {
      this.#open = { ...this.#head("agent", event.atMs), message: "", llm_call_count: 0 };
      this.list.push(this.#open);
    }
    this.#open.observation ??= { results: [] };
    this.#open.observation.results.push(observed(event));
  }

  /** Where a step has as many calls as things were seen to be done, they are each other's. */
  #close(): void {
    const { tool_calls: calls = [], observation } = this.#open ?? {};
    const done = observation?.results.filter(({ extra }) => extra["type"] !== "log") ?? [];
    if (done.length === calls.length) {
      for (const [at, result] of done.entries()) {
        const id = calls[at]?.tool_call_id;
        if (id !== undefined) result.source_call_id = id;
      }
    }
    this.#open = undefined;
  }

  #head<S extends Step["source"]>(source: S, atMs: number): { step_id: number; timestamp: string; source: S } {
    return { step_id: this.list.length + 1, timestamp: harborTime(this.#startedAt + atMs), source };
  }
}

/** An agent may have given one id to several calls, or none. */
function toolCall({ id, name, args }: ToolCall, at: number): NonNullable<Step["tool_calls"]>[number] {
  return { tool_call_id: id === "" ? `call-${at + 1}` : id, function_name: name, arguments: args };
}
