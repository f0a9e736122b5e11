// A train trial's trace as it is published: the conversation as the model saw it, and every step as the host saw it.

import type { TrialAgentKind } from "../core/benchmark.ts";
import type { TraceEvent, TrialRecord, TrialStep } from "../core/trial.ts";
import type { Artifacts, Verification } from "../core/verification.ts";

export interface Trace {
  task: string;
  messages: unknown[];
  events: readonly TraceEvent[];
  /** What the task publishes, by the step that did; "" for a task that has none. */
  artifacts?: ReadonlyMap<string, Artifacts>;
}

/** Traces of suite and test steps are never written: their trials stay out of the coding agent's reach. */
export function isTraced({ step, agent }: { step: TrialStep; agent: { kind: TrialAgentKind } }): boolean {
  return tracedSteps.has(step) && agent.kind === "candidate";
}

export const tracedSteps: ReadonlySet<TrialStep> = new Set<TrialStep>(["baseline", "train"]);

/** The benchmark's own record of the conversation, else the last model call's messages and its answer. */
export function buildTrace(
  task: string,
  execution: { events: readonly TraceEvent[] } & Pick<Verification, "conversation" | "artifacts" | "steps">,
): Trace {
  const { events, conversation, artifacts, steps = [] } = execution;
  const published = [{ step: "", artifacts }, ...steps].flatMap(({ step, artifacts: own }) =>
    own === undefined ? [] : [[step, own] as const],
  );
  const last = events.filter((event) => event.type === "model").at(-1);
  return {
    task,
    messages: conversation === undefined ? [...asked(last?.request), ...answered(last?.response)] : [...conversation],
    events: events.map(withoutConversation),
    ...(published.length === 0 ? {} : { artifacts: new Map(published) }),
  };
}

/** In chat completions and Anthropic's messages they are messages, in the responses protocol items of the input. */
const conversations = ["messages", "input"];

function asked(request: unknown): unknown[] {
  const [messages, input] = conversations.map((name) => field(request, name));
  if (Array.isArray(messages)) return messages;
  if (typeof input === "string") return [{ role: "user", content: input }];
  return Array.isArray(input) ? input : [];
}

function answered(response: unknown): unknown[] {
  const [choices, output, content] = ["choices", "output", "content"].map((name) => field(response, name));
  if (Array.isArray(output)) return output;
  if (Array.isArray(content)) return [{ role: "assistant", content }];
  const message = field(first(choices), "message");
  return message === undefined ? [] : [message];
}

/** What stands in traces/latest/<task>/result.json. */
export function buildResult(record: TrialRecord): Record<string, unknown> {
  const { parts, outcome, agentEnd, usage, userUsage, notes } = record;
  return {
    task: parts.task,
    reward: outcome.status === "scored" ? outcome.reward : null,
    outcome: outcome.status,
    ...(outcome.status === "scored" ? {} : { reason: outcome.reason }),
    agent_end: agentEnd,
    ...(record.details === undefined ? {} : { details: record.details }),
    verifier_output: record.verifierOutput,
    duration_sec: Math.round(record.totalMs) / 1000,
    model_calls: usage.calls,
    input_tokens: usage.inputTokens,
    output_tokens: usage.outputTokens,
    cost_usd: usage.costUsd ?? null,
    ...(userUsage === undefined ? {} : { user_model_calls: userUsage.calls, user_cost_usd: userUsage.costUsd ?? null }),
    notes,
    config: {
      model: parts.model,
      reasoning_effort: parts.reasoningEffort,
      ...(parts.user === undefined ? {} : { user_model: parts.user.model }),
      limits: parts.limits,
    },
  };
}

/** Every call repeats the conversation so far; a trace keeps it once. */
function withoutConversation(event: TraceEvent): TraceEvent {
  if (event.type !== "model" || event.request === null || typeof event.request !== "object") return event;
  const entries = Object.entries(event.request).map(([name, value]: [string, unknown]) =>
    conversations.includes(name) && Array.isArray(value) ? [name, `${value.length} messages`] : [name, value],
  );
  return { ...event, request: Object.fromEntries(entries) };
}

function field(value: unknown, name: string): unknown {
  return value !== null && typeof value === "object" ? (value as Record<string, unknown>)[name] : undefined;
}

function first(value: unknown): unknown {
  return Array.isArray(value) ? value[0] : undefined;
}
