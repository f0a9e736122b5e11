// One trial: a session of the environment, opened with its clone ahead of time, and the agent in its own box. The host
// passes calls and turns on; what was earned is the environment's to say.

import { randomBytes } from "node:crypto";
import { runCandidate } from "../../channel/run-candidate.ts";
import type { AgentPhase, TrialEnvironment } from "../../core/benchmark.ts";
import { HarnessError } from "../../core/fault.ts";
import type { AgentEnd } from "../../core/trial.ts";
import type { Verification } from "../../core/verification.ts";
import { checkedCall, toolCall, turnCall } from "./agent-calls.ts";
import type { BirdService } from "./bird-service.ts";
import * as wire from "./wire.ts";

export async function openBirdTrial(
  service: BirdService,
  { instanceId, mode }: { instanceId: string; mode: string },
  { signal }: { signal: AbortSignal },
): Promise<BirdTrial> {
  const session = randomBytes(12).toString("hex");
  const { result } = await service.ask("open", { session, instanceId, mode }, { signal });
  return new BirdTrial(service, session, wire.opened.parse(result).start);
}

export class BirdTrial implements TrialEnvironment {
  readonly #service: BirdService;
  readonly #session: string;
  readonly #start: wire.Opened["start"];
  #userFailed: number | null = null;

  constructor(service: BirdService, session: string, start: wire.Opened["start"]) {
    this.#service = service;
    this.#session = session;
    this.#start = start;
  }

  get notes(): readonly string[] {
    return this.#service.imageNotes;
  }

  async run({ agent, candidate, model, user, limits, waitedMs, onEvent, signal }: AgentPhase): Promise<AgentEnd> {
    if (user === null) throw new Error("BIRD-Interact plays a user, and none was given");
    const started = performance.now();
    const now = () => Math.round(performance.now() - started);
    const session = this.#session;
    this.#service.openUser(session, {
      ...{ handler: user.handler, model: user.name },
      onFailure: (status) => {
        this.#userFailed ??= status;
      },
    });
    return await runCandidate({
      ...{ main: agent, candidate, interface: "adk", model: model.handler, onEvent, signal },
      start: { ...this.#start, context: { model: model.name, reasoningEffort: model.reasoningEffort } },
      ...{ timeoutMs: limits.agentTimeoutMs, waitedMs },
      methods: {
        tool: async (params, _body, options) => {
          const { name, args } = checkedCall(toolCall, params);
          const atMs = now();
          const { result } = await this.#service.ask("tool", { session, name, args }, options);
          const answer = wire.toolAnswer.parse(result);
          const { cost, budgetAfter, refused } = answer;
          const told = { cost, budgetAfter, ...(refused === null ? {} : { refused }) };
          onEvent({ type: "tool", atMs, name, args, result: answer.result, ...told, durationMs: now() - atMs });
          return { result: { result: answer.result, ended: answer.ended } };
        },
        turn: async (params, _body, options) => {
          const { response, events = [] } = checkedCall(turnCall, params);
          const atMs = now();
          const { result } = await this.#service.ask("turn", { session, response }, options);
          const answer = wire.turnAnswer.parse(result);
          const next = "message" in answer ? { message: answer.message } : { closed: answer.why };
          onEvent({ type: "turn", atMs, messages: [next], reply: { response, events }, durationMs: now() - atMs });
          return { result: next };
        },
      },
    });
  }

  /** Submits what is expected by the very path that an agent's submissions take. */
  async runOracle({ signal }: { signal: AbortSignal }): Promise<AgentEnd> {
    await this.#service.ask("oracle", { session: this.#session }, { signal });
    return { how: "finished", code: "oracle", detail: "" };
  }

  async verify({ signal }: { signal: AbortSignal }): Promise<Verification> {
    if (this.#userFailed !== null) {
      const message = `the user's model answered ${this.#userFailed}`;
      throw new HarnessError({ fault: "infrastructure", code: "user-model-failed", message });
    }
    const { result, body } = await this.#service.ask("score", { session: this.#session }, { signal });
    const { reward, notes, ...details } = wire.score.parse(result);
    const { dialogue, trajectory } = wire.record.parse(JSON.parse(Buffer.from(body).toString("utf8")));
    const passed = (phase: { passed: boolean }) => (phase.passed ? "passed" : "not passed");
    return {
      ...{ reward, notes, timedOut: false },
      output: `phase 1 ${passed(details.phase1)}, phase 2 ${passed(details.phase2)}`,
      details: { ...details, trajectory },
      conversation: dialogue,
    };
  }

  async [Symbol.asyncDispose](): Promise<void> {
    this.#service.closeUser(this.#session);
    if (this.#service.lost !== null) return;
    const signal = AbortSignal.timeout(10_000);
    await this.#service.ask("close", { session: this.#session }, { signal }).catch(() => undefined);
  }
}
