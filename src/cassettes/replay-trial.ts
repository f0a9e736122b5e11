// A candidate in its box, with a tape for a host: no task's box, no model, nothing outside.

import { CallError } from "../channel/channel-error.ts";
import { type CandidateMethod, runCandidate } from "../channel/run-candidate.ts";
import { HarnessError } from "../core/fault.ts";
import type { ModelHandler, ModelResponse } from "../core/model.ts";
import type { MainProcess } from "../core/sandbox.ts";
import type { AgentEnd } from "../core/trial.ts";
import type { Cassette, RecordedAnswer } from "./cassette.ts";
import type { Divergence } from "./divergence.ts";
import { TapePlayer, type TapePlayerOptions } from "./tape-player.ts";

export interface ReplayOptions extends TapePlayerOptions {
  /** The agent's box, open and waiting. */
  main: MainProcess;
  /** agent.ts with its types stripped. */
  candidate: string;
  /** For the whole phase, in which nothing but the agent's own code takes time; default 60 s. */
  timeoutMs?: number;
  signal: AbortSignal;
}

export interface Replayed {
  /** null: the agent asked for the same and ended the same, so its reward is the recorded one. */
  divergence: Divergence | null;
  /** Recorded calls that were asked. */
  asked: number;
  end: AgentEnd;
}

/** Throws as runCandidate does: infrastructure faults of the box, the signal's reason. */
export async function replayTrial(cassette: Cassette, options: ReplayOptions): Promise<Replayed> {
  const { main, candidate, timeoutMs = 60_000, signal, ...patience } = options;
  const player = new TapePlayer(cassette, patience);
  const { interface: name, ...start } = cassette.start;
  const end = await runCandidate({
    ...{ main, candidate, timeoutMs, signal, start },
    interface: String(name),
    methods: Object.fromEntries(boxMethods.map((method) => [method, playedMethod(player, method)])),
    model: playedModel(player),
    onEvent: () => undefined,
    ended: player.over.then(() => cutOff(cassette)),
  });
  player.close();
  const different = player.divergence === null && !sameEnd(cassette, end);
  const recorded = cassette.boxEnd ?? cassette.agentEnd;
  const divergence: Divergence | null = different
    ? { kind: "end", recorded: { how: recorded.how, code: recorded.code }, of: cassette.calls.length }
    : player.divergence;
  return { divergence, asked: player.asked, end };
}

/** What boxes of any interface may ask for, beside the model: an edited agent may ask for more than the recorded one. */
const boxMethods = ["exec", "upload", "download", "turn", "tool"];

function playedMethod(player: TapePlayer, method: string): CandidateMethod {
  return async (params, body, { signal }) => {
    const { result, body: answered } = toldOf(await player.ask({ method, params, body }, { signal }));
    return answered.byteLength === 0 ? { result } : { result, body: answered };
  };
}

function playedModel(player: TapePlayer): ModelHandler {
  return async ({ body, ...params }, { signal }) => {
    const told = toldOf(await player.ask({ method: "model", params, body }, { signal }));
    const { status, headers } = told.result as Pick<ModelResponse, "status" | "headers">;
    return { status, headers, body: bodyOf(told, signal) };
  };
}

type Told = Extract<RecordedAnswer, { result: unknown }>;

function toldOf(answer: RecordedAnswer): Told {
  if ("error" in answer) throw new CallError(answer.error.code, answer.error.message);
  return answer;
}

async function* bodyOf({ body, end }: Told, signal: AbortSignal): AsyncGenerator<Uint8Array> {
  if (body.byteLength > 0) yield body;
  if (end === "whole") return;
  if (end !== "cut") throw new CallError(end.code, end.message);
  // Nobody waited for more then.
  await new Promise<never>((_, reject) => {
    if (signal.aborted) reject(signal.reason);
    signal.addEventListener("abort", () => reject(signal.reason), { once: true });
  });
}

/** The host's end, not the box's: what the recorded one was, or none after a divergence. */
function cutOff({ boxEnd, agentEnd }: Cassette): AgentEnd {
  return boxEnd === null ? agentEnd : { how: "none", code: "diverged", detail: "" };
}

/** What the host or the engine ended is compared by its kind: limits of the replay are its own. */
function sameEnd({ boxEnd, agentEnd }: Cassette, end: AgentEnd): boolean {
  if (boxEnd !== null) return boxEnd.how === end.how && boxEnd.code === end.code;
  return agentEnd.how === end.how || (agentEnd.how === "limit" && end.how === "crashed");
}

/** Throws config "cassette-invalid" where an answer can't have been one: it may have been edited by hand. */
export function checkAnswers({ calls }: Cassette, file: string): void {
  calls.forEach(({ method, answer }, index) => {
    if (method !== "model" || answer === null || "error" in answer) return;
    const { status, headers } = (answer.result ?? {}) as { status?: unknown; headers?: unknown };
    if (Number.isInteger(status) && headers !== null && typeof headers === "object") return;
    const message = `${file}: call ${index + 1} is a model's, and its answer has no status and headers`;
    throw new HarnessError({ fault: "config", code: "cassette-invalid", message });
  });
}
