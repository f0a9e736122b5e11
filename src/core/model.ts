// Model calls as they travel from a box to the host, and what an upstream must offer.

import type { HarnessError } from "./fault.ts";

/** OpenAI's chat completions and responses, Anthropic's messages. */
export type Protocol = "chat" | "responses" | "messages";

export interface ModelRequest {
  method: string;
  /** With the leading slash, such as /v1/chat/completions. */
  path: string;
  /** Lower-case names. Of a box's headers only `anthropic-beta` means anything; the others are not even passed on. */
  headers?: Readonly<Record<string, string>>;
  body: Uint8Array;
}

export interface ModelResponse {
  status: number;
  headers: Readonly<Record<string, string>>;
  body: AsyncIterable<Uint8Array>;
}

/** Answers a model call of one box. Refusals and upstream failures are responses; it throws only when aborted. */
export type ModelHandler = (request: ModelRequest, options: { signal: AbortSignal }) => Promise<ModelResponse>;

/** What is pinned for a role: a box that asks for another model, effort or seed is refused. */
export interface PinnedModel {
  /** Such as gpt-5.2, anthropic/claude-sonnet-5 or rehearsal/starter. */
  model: string;
  reasoningEffort?: string;
  /** Left out: the box's own, where its protocol has one. Not every provider takes one. */
  seed?: number;
}

export interface Usage {
  calls: number;
  /** Calls that asked for what is not allowed (another model, another path). */
  refused: number;
  retries: number;
  inputTokens: number;
  cachedTokens: number;
  outputTokens: number;
  /** US dollars; undefined when a price is unknown. */
  costUsd: number | undefined;
  /** Milliseconds in which calls waited for their provider (rate limits, retries, outages); added up over leases. */
  throttledMs: number;
  /** Milliseconds that answered calls took, added up, and those of the longest. */
  latencyMs: number;
  longestCallMs: number;
}

export const noUsage: Usage = {
  calls: 0,
  refused: 0,
  retries: 0,
  inputTokens: 0,
  cachedTokens: 0,
  outputTokens: 0,
  costUsd: 0,
  throttledMs: 0,
  latencyMs: 0,
  longestCallMs: 0,
};

export function addUsage(a: Usage, b: Usage): Usage {
  return {
    calls: a.calls + b.calls,
    refused: a.refused + b.refused,
    retries: a.retries + b.retries,
    inputTokens: a.inputTokens + b.inputTokens,
    cachedTokens: a.cachedTokens + b.cachedTokens,
    outputTokens: a.outputTokens + b.outputTokens,
    costUsd: a.costUsd === undefined || b.costUsd === undefined ? undefined : a.costUsd + b.costUsd,
    throttledMs: a.throttledMs + b.throttledMs,
    latencyMs: a.latencyMs + b.latencyMs,
    longestCallMs: Math.max(a.longestCallMs, b.longestCallMs),
  };
}

/** A model provider, or a program that stands for one. One request, no retries, no accounting: the gateway does that. */
export interface Upstream {
  readonly name: string;
  /** Changes whenever the same request may be answered otherwise; part of every trial's key. */
  readonly digest: string;
  /** What it speaks itself, best first; another protocol of a box's is translated. Left out: chat completions. */
  readonly protocols?: readonly Protocol[];
  /** Whose models it serves, for what these want said otherwise (gateway/quirks.ts). Left out: nobody's in particular. */
  readonly family?: string;
  /** What it calls a model of the config. Left out: the same. */
  nameOf?(model: string): string;
  /** `seed` is the trial's luck; live upstreams ignore it. Throws infrastructure faults when it can't be reached. */
  complete(request: ModelRequest, options: { signal: AbortSignal; seed: string }): Promise<ModelResponse>;
}

export interface LeaseOptions {
  pinned: PinnedModel;
  /** The trial's luck; only the rehearsal model looks at it. */
  seed: string;
  limits: { maxModelCalls: number; maxOutputTokens: number | null; maxCostUsd: number | null };
  /** A call of this lease begins to wait for its provider. Disposed at the wait's end. */
  onWait?: () => Disposable;
}

/** The gateway as one box sees it, and what the host asks afterwards. */
export interface ModelLease {
  readonly handler: ModelHandler;
  usage(): Usage;
  /** Flags for the trial's record, such as a refused model. */
  notes(): readonly string[];
  /** The trial's own limit that was hit, such as "max-model-calls". */
  limit(): string | null;
  /** Evidence from outside the box that a failure was not the agent's. */
  fault(): HarnessError | null;
  /** Milliseconds in which at least one call waited for the upstream to accept it, a wait under way included. */
  waitedMs(): number;
}

export interface ModelGateway {
  lease(options: LeaseOptions): ModelLease;
  total(): Usage;
  /** Why no new trial may start, such as a spent budget. */
  exhausted(): string | null;
  /** What is left of the budgets: US dollars, tokens in and out. Null where there is no such budget. */
  remaining(): { costUsd: number | null; tokens: number | null };
  /** From now on the budget counts as spent, for this reason: what is left pays for nothing that is to be done. */
  close(reason: string): void;
  /** A fault that ends the job: a refused key. */
  broken(): HarnessError | null;
}
