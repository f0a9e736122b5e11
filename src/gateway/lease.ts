import { HarnessError, harnessErrorOf } from "../core/fault.ts";
import {
  addUsage,
  type LeaseOptions,
  type ModelLease,
  type ModelRequest,
  type ModelResponse,
  noUsage,
  type Upstream,
  type Usage,
} from "../core/model.ts";
import { jsonOrUndefined } from "../lib/json-or-undefined.ts";
import { errorResponse, jsonResponse, readBody } from "./answers.ts";
import { callUpstream } from "./call-upstream.ts";
import { type CheckedRequest, checkRequest } from "./check-request.ts";
import type { Clock } from "./clock.ts";
import { passStream } from "./pass-stream.ts";
import { type CallTokens, costUsd, type Price, type PriceTable, priceOf } from "./prices.ts";
import { estimatedTokens, reportedTokens } from "./tokens.ts";
import { unionTimer } from "./union-timer.ts";

/** What all leases of a gateway have in common. */
export interface LeaseShared {
  readonly prices: PriceTable;
  readonly moneyIsLimited: boolean;
  readonly maxRetries: number;
  readonly random: () => number;
  readonly clock: Clock;
  readonly say: (line: string) => void;
  exhausted(): string | null;
  broken(): HarnessError | null;
  breakAll(error: HarnessError): void;
  count(usage: Usage): void;
}

type Chat = Extract<CheckedRequest, { kind: "chat" }>;

const mostNotes = 20;

export function openLease(shared: LeaseShared, upstream: Upstream, options: LeaseOptions): ModelLease {
  const { pinned, limits } = options;
  const price = knownPrice(shared, options);
  const notes = new Set<string>();
  const waiting = unionTimer(() => shared.clock.now());
  let usage = noUsage;
  let limit: string | null = null;
  let fault: HarnessError | null = null;

  function count(part: Partial<Usage>): void {
    usage = addUsage(usage, { ...noUsage, ...part });
    shared.count({ ...noUsage, ...part });
  }

  function countTokens(tokens: CallTokens): void {
    count({ ...tokens, costUsd: price === undefined ? undefined : costUsd(price, tokens) });
  }

  function note(line: string): void {
    if (notes.size < mostNotes) notes.add(line);
  }

  function fail(error: HarnessError): ModelResponse {
    fault ??= error;
    if (error.fault === "config") shared.breakAll(error);
    return errorResponse(503, error.code.replaceAll("-", "_"), error.message);
  }

  /** Why no call may start now. */
  function refusal(): ModelResponse | null {
    const error = fault ?? shared.broken();
    if (error !== null) return fail(error);
    const [code, message] = spentLimit(usage, limits) ?? [];
    if (code !== undefined) {
      limit ??= code;
      note(`limit reached: ${message}`);
      return errorResponse(403, "limit_reached", `this run's limit is reached: ${message}`);
    }
    const spent = shared.exhausted();
    if (spent === null) return null;
    return fail(new HarnessError({ fault: "infrastructure", code: "budget-exhausted", message: spent }));
  }

  async function chat(checked: Chat, request: ModelRequest, callerSignal: AbortSignal): Promise<ModelResponse> {
    const refused = refusal();
    if (refused !== null) return refused;
    count({ calls: 1 });
    const gone = new AbortController();
    const signal = AbortSignal.any([callerSignal, gone.signal]);
    const body = Buffer.from(JSON.stringify(checked.body));
    let response: ModelResponse;
    try {
      response = await callUpstream({
        ...{ upstream, signal, seed: options.seed, maxRetries: shared.maxRetries, random: shared.random },
        now: () => shared.clock.now(),
        request: { method: "POST", path: "/v1/chat/completions", body },
        async wait(ms, reason) {
          count({ retries: 1 });
          shared.say(`${reason}, in ${(ms / 1000).toFixed(1)} s`);
          using _ = waiting.start();
          await shared.clock.sleep(ms, { signal });
        },
      });
    } catch (error) {
      if (signal.aborted) countEstimate(request, 0, "was cancelled before its answer");
      signal.throwIfAborted();
      const known = harnessErrorOf(error);
      if (known === undefined) throw error;
      return fail(known);
    }
    if (response.headers["content-type"]?.startsWith("text/event-stream")) {
      return { ...response, body: stream(response, checked, request, { signal, gone }) };
    }
    await countAnswer(response, request);
    return response;
  }

  function stream(
    response: ModelResponse,
    { wantsUsage }: Chat,
    request: ModelRequest,
    { signal, gone }: { signal: AbortSignal; gone: AbortController },
  ): ModelResponse["body"] {
    return passStream(response.body, {
      wantsUsage,
      signal,
      onEnd({ tokens, outputChars, broken }) {
        if (tokens === undefined) countEstimate(request, outputChars, "did not report its usage");
        else countTokens(tokens);
        if (broken !== null) {
          const message = `${upstream.name} broke a stream off in the middle`;
          fail(new HarnessError({ fault: "infrastructure", code: "stream-broken", message, cause: broken }));
        }
        gone.abort();
      },
    });
  }

  async function countAnswer(response: ModelResponse, request: ModelRequest): Promise<void> {
    if (response.status >= 300) return;
    const bytes = await readBody(response.body);
    const tokens = reportedTokens(jsonOrUndefined(Buffer.from(bytes).toString()));
    if (tokens === undefined) countEstimate(request, bytes.length, "did not report its usage");
    else countTokens(tokens);
  }

  function countEstimate(request: ModelRequest, outputChars: number, why: string): void {
    note(`usage is partly estimated: a call ${why}`);
    countTokens(estimatedTokens(request.body.length, outputChars));
  }

  return {
    async handler(request, { signal }) {
      signal.throwIfAborted();
      const checked = checkRequest(request, pinned);
      if (checked.kind === "models") return modelsAnswer(pinned.model, checked.id);
      if (checked.kind === "chat") return chat(checked, request, signal);
      if (checked.counts) {
        count({ refused: 1 });
        note(`refused: ${checked.message}`);
      }
      return errorResponse(checked.status, checked.code, checked.message);
    },
    usage: () => usage,
    notes: () => [...notes],
    limit: () => limit,
    fault: () => fault,
    waitedMs: () => waiting.elapsedMs(),
  };
}

function knownPrice(shared: LeaseShared, { pinned, limits }: LeaseOptions): Price | undefined {
  const price = priceOf(pinned.model, shared.prices);
  if (price === undefined && (shared.moneyIsLimited || limits.maxCostUsd !== null)) {
    const message = `no price is known for ${pinned.model}, so a limit in money cannot be held: add it to \`prices\` in the config`;
    throw new HarnessError({ fault: "config", code: "price-unknown", message, context: { model: pinned.model } });
  }
  return price;
}

function spentLimit(usage: Usage, limits: LeaseOptions["limits"]): [code: string, message: string] | null {
  const { maxModelCalls, maxOutputTokens, maxCostUsd } = limits;
  if (usage.calls >= maxModelCalls) return ["max-model-calls", `${maxModelCalls} model calls`];
  if (maxOutputTokens !== null && usage.outputTokens >= maxOutputTokens) {
    return ["max-output-tokens", `${maxOutputTokens} output tokens`];
  }
  if (maxCostUsd !== null && (usage.costUsd ?? 0) >= maxCostUsd) return ["max-cost", `${maxCostUsd} US dollars`];
  return null;
}

function modelsAnswer(model: string, id: string | null): ModelResponse {
  const entry = { id: model, object: "model", created: 0, owned_by: "auto-harness" };
  return jsonResponse(200, id === null ? { object: "list", data: [entry] } : entry);
}
