import { HarnessError, harnessErrorOf } from "../core/fault.ts";
import {
  addUsage,
  type LeaseOptions,
  type ModelLease,
  type ModelResponse,
  noUsage,
  type PinnedModel,
  type Protocol,
  type Upstream,
  type Usage,
} from "../core/model.ts";
import type { Clock } from "../lib/clock.ts";
import { jsonOrUndefined } from "../lib/json-or-undefined.ts";
import { unionTimer } from "../lib/union-timer.ts";
import { jsonResponse, readBody } from "./answers.ts";
import { callUpstream } from "./call-upstream.ts";
import { countedTokens } from "./count-tokens.ts";
import { modelsAnswer } from "./models-answer.ts";
import { passStream, type StreamPasser } from "./pass-stream.ts";
import { callPreparer, type PreparedCall } from "./prepare-call.ts";
import { type CallTokens, costUsd, type Price, type PriceTable, priceOf } from "./prices.ts";
import { protocols } from "./protocols/index.ts";
import { type Quirks, quirksOf, unfitPin } from "./quirks.ts";
import type { Refusal } from "./refusal.ts";
import { protocolOf, routeRequest } from "./route-request.ts";
import type { Schedule } from "./schedule/schedule.ts";
import { asItIs, translated, withoutUsage } from "./stream-passers.ts";
import { estimatedTokens } from "./tokens.ts";
import { protocolError, translateAnswer } from "./translate-answer.ts";

/** What all leases of a gateway have in common. */
export interface LeaseShared {
  readonly prices: PriceTable;
  readonly moneyIsLimited: boolean;
  readonly maxRetries: number;
  readonly random: () => number;
  readonly clock: Clock;
  readonly say: (line: string) => void;
  /** Why no call may start any more. */
  over(): HarnessError | null;
  breakAll(error: HarnessError): void;
  count(usage: Usage): void;
}

const mostNotes = 20;

/** Who answers, and where calls wait for that. */
export interface Served {
  upstream: Upstream;
  schedule: Schedule;
}

export function openLease(shared: LeaseShared, { upstream, schedule }: Served, options: LeaseOptions): ModelLease {
  const { pinned, limits } = options;
  const price = knownPrice(shared, options);
  const pins = { ...pinned, upstreamModel: upstream.nameOf?.(pinned.model) ?? pinned.model };
  const calls = callPreparer(upstream, pins, knownQuirks(upstream, pinned, pins.upstreamModel));
  const notes = new Set<string>();
  const waiting = unionTimer(() => shared.clock.now());
  let usage = noUsage;
  let countedMs = 0;
  let limit: string | null = null;
  let fault: HarnessError | null = null;

  function count(part: Partial<Usage>): void {
    usage = addUsage(usage, { ...noUsage, ...part });
    shared.count({ ...noUsage, ...part });
  }

  function countTokens(tokens: CallTokens): void {
    const { inputTokens, cachedTokens, outputTokens } = tokens;
    const cost = price === undefined ? undefined : costUsd(price, tokens);
    count({ inputTokens, cachedTokens, outputTokens, costUsd: cost });
  }

  function note(line: string): void {
    if (notes.size < mostNotes) notes.add(line);
  }

  function fail(error: HarnessError, protocol: Protocol): ModelResponse {
    fault ??= error;
    // What answers nobody would make every further trial void; what fails may yet be asked something else.
    if (error.fault === "config" || error.context["unreachable"] === true) shared.breakAll(error);
    const { code, message } = error;
    return protocolError(protocol, { status: 503, code: code.replaceAll("-", "_"), message });
  }

  function refused({ status, code, message, counts }: Refusal, protocol: Protocol): ModelResponse {
    if (counts) {
      count({ refused: 1 });
      note(`refused: ${message}`);
    }
    return protocolError(protocol, { status, code, message });
  }

  /** Why no call may start now. */
  function refusal(protocol: Protocol): ModelResponse | null {
    if (fault !== null) return fail(fault, protocol);
    const [code, message] = spentLimit(usage, limits) ?? [];
    if (code !== undefined) {
      limit ??= code;
      note(`limit reached: ${message}`);
      const text = `this run's limit is reached: ${message}`;
      return protocolError(protocol, { status: 403, code: "limit_reached", message: text });
    }
    const over = shared.over();
    return over === null ? null : fail(over, protocol);
  }

  /** Until its end the trial's clock stands. */
  function startWait(): Disposable {
    const own = waiting.start();
    const outside = options.onWait?.();
    return {
      [Symbol.dispose]() {
        own[Symbol.dispose]();
        outside?.[Symbol.dispose]();
        const elapsedMs = waiting.elapsedMs();
        count({ throttledMs: elapsedMs - countedMs });
        countedMs = elapsedMs;
      },
    };
  }

  async function callModel(call: PreparedCall, callerSignal: AbortSignal): Promise<ModelResponse> {
    const notNow = refusal(call.box);
    if (notNow !== null) return notNow;
    count({ calls: 1 });
    for (const name of call.leftOut) note(`${name} is left out: ${pinned.model} refuses it`);
    const gone = new AbortController();
    const signal = AbortSignal.any([callerSignal, gone.signal]);
    const { isAnswer } = protocols[call.spoken];
    let response: ModelResponse;
    let sent = false;
    try {
      response = await callUpstream({
        ...{ upstream, schedule, signal, seed: options.seed, isAnswer, request: call.request },
        ...{ maxRetries: shared.maxRetries, clock: shared.clock, random: shared.random, say: shared.say },
        onWait: startWait,
        onSend() {
          sent = true;
        },
        onRetry() {
          sent = false;
          count({ retries: 1 });
        },
        onEnd: (durationMs) => count({ latencyMs: durationMs, longestCallMs: durationMs }),
      });
    } catch (error) {
      // A box that hangs up on a provider that is down has been let down by it.
      if (signal.aborted && schedule.down !== null) fault ??= schedule.down;
      else if (signal.aborted && sent) countEstimate(call, 0, "was cancelled before its answer");
      signal.throwIfAborted();
      const known = harnessErrorOf(error);
      if (known === undefined) throw error;
      return fail(known, call.box);
    }
    if (response.headers["content-type"]?.startsWith("text/event-stream")) {
      return { ...response, body: stream(response, call, { signal, gone }) };
    }
    const bytes = await readBody(response.body);
    const answer = jsonOrUndefined(Buffer.from(bytes).toString());
    if (response.status < 300) {
      const tokens = protocols[call.spoken].tokensOf(answer);
      if (tokens === undefined) countEstimate(call, bytes.length, "did not report its usage");
      else countTokens(tokens);
    }
    return translateAnswer(response, answer, call);
  }

  function stream(
    response: ModelResponse,
    call: PreparedCall,
    { signal, gone }: { signal: AbortSignal; gone: AbortController },
  ): ModelResponse["body"] {
    return passStream(response.body, {
      ...{ meter: protocols[call.spoken].meter(), passer: passerOf(call), box: protocols[call.box], signal },
      onEnd({ tokens, outputChars, broken }) {
        if (tokens === undefined) countEstimate(call, outputChars, "did not report its usage");
        else countTokens(tokens);
        if (broken !== null) {
          const message = `${upstream.name} broke a stream off in the middle`;
          fail(new HarnessError({ fault: "infrastructure", code: "stream-broken", message, cause: broken }), call.box);
        }
        gone.abort();
      },
    });
  }

  function countEstimate({ request }: PreparedCall, outputChars: number, why: string): void {
    note(`usage is partly estimated: a call ${why}`);
    countTokens(estimatedTokens(request.body.length, outputChars));
  }

  return {
    async handler(request, { signal }) {
      signal.throwIfAborted();
      const routed = routeRequest(request, [pinned.model, pins.upstreamModel]);
      if (routed.kind === "refused") return refused(routed, protocolOf(request.path));
      if (routed.kind === "hello") return jsonResponse(200, {});
      if (routed.kind === "models") return jsonResponse(200, modelsAnswer(pinned.model, routed.id));
      if (routed.kind === "count-tokens") return jsonResponse(200, countedTokens(routed.protocol, routed.body));
      const call = calls.prepare(routed.protocol, routed.body, request.headers);
      return call.kind === "refused" ? refused(call, routed.protocol) : callModel(call, signal);
    },
    usage: () => usage,
    notes: () => [...notes],
    limit: () => limit,
    fault: () => fault,
    waitedMs: () => waiting.elapsedMs(),
  };
}

function passerOf({ translator, asked, box, wantsUsage }: PreparedCall): StreamPasser {
  if (translator !== null) return translated(translator.stream(asked), protocols[box]);
  return box === "chat" && !wantsUsage ? withoutUsage : asItIs;
}

/** What is pinned and cannot be said to the model would be every trial's own mistake. */
function knownQuirks(upstream: Upstream, pinned: PinnedModel, upstreamModel: string): Quirks {
  const quirks = quirksOf(upstream.family, upstreamModel);
  const unfit = unfitPin(pinned, quirks);
  if (unfit === null) return quirks;
  throw new HarnessError({ fault: "config", code: "pin-unfit", message: unfit, context: { model: pinned.model } });
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
