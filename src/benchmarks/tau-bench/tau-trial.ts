// One trial: the driver plays the conversation in tau2's container, the agent sits in its own box, and the host passes
// policy, tools, history, seed and turns from the one to the other, and replies back.

import { runCandidate } from "../../channel/run-candidate.ts";
import type { AgentPhase, TrialEnvironment } from "../../core/benchmark.ts";
import { HarnessError } from "../../core/fault.ts";
import type { AgentEnd } from "../../core/trial.ts";
import type { Verification } from "../../core/verification.ts";
import { abortable } from "../../lib/abortable.ts";
import { Conversation } from "./conversation.ts";
import type { DriverSession } from "./driver-methods.ts";
import type { TauTask } from "./load.ts";
import { endOfResult, endOfTermination, faultOfResult, unanswerable } from "./tau-end.ts";
import type { Judged, TauService } from "./tau-service.ts";
import { UserModel } from "./user-model.ts";
import { failedVerification, verificationOf } from "./verification.ts";

export interface TauTrialLimits {
  /** For the driver to say anything while it has the turn; default 15 min. */
  silentMs: number;
  /** For an agent to come to its end when the conversation is over; default 1 s. */
  closeGraceMs: number;
  /** For the record of a conversation that the agent broke; default 60 s. */
  recordGraceMs: number;
}

const defaults: TauTrialLimits = { silentMs: 900_000, closeGraceMs: 1000, recordGraceMs: 60_000 };

interface Played {
  conversation: Conversation;
  judged: Promise<Judged>;
  user: UserModel;
}

export class TauTrial implements TrialEnvironment {
  readonly #task: TauTask;
  readonly #service: TauService;
  readonly #index: number;
  readonly #limits: TauTrialLimits;
  readonly #closed = new AbortController();
  #played: Played | null = null;

  constructor(task: TauTask, service: TauService, index: number, limits: Partial<TauTrialLimits> = {}) {
    this.#task = task;
    this.#service = service;
    this.#index = index;
    this.#limits = { ...defaults, ...limits };
  }

  get notes(): readonly string[] {
    return this.#service.imageNotes;
  }

  /** Returns when the conversation is over, before it is judged. */
  async run(phase: AgentPhase): Promise<AgentEnd> {
    const { agent, candidate, model, onEvent } = phase;
    const started = performance.now();
    const signal = AbortSignal.any([phase.signal, this.#closed.signal]);
    const conversation = new Conversation({
      ...this.#limits,
      turnMs: this.#task.turnTimeoutMs,
      totalMs: phase.limits.agentTimeoutMs,
      waitedMs: phase.waitedMs,
      onTurn: ({ durationMs, ...turn }) => {
        const atMs = Math.max(0, Math.round(performance.now() - started - durationMs));
        onEvent({ type: "turn", atMs, ...turn, durationMs });
      },
    });
    this.#play(conversation, phase, signal);
    try {
      const { policy, tools, history, seed } = await abortable(conversation.opening, signal);
      const context = { model: model.name, reasoningEffort: model.reasoningEffort };
      const end = await runCandidate({
        ...{ main: agent, candidate, interface: "turns", start: { policy, tools, history, seed, context } },
        methods: { turn: async (params, _body, options) => ({ result: await conversation.pull(params, options) }) },
        model: model.handler,
        onEvent,
        ended: conversation.ended,
        settle: (boxEnd) => conversation.settle(boxEnd),
        // The agent's time is what it has the turn; how long a user takes is not its doing.
        timeoutMs: Number.MAX_SAFE_INTEGER,
        signal,
      });
      conversation.throwIfLost();
      return end;
    } catch (error) {
      this.#closed.abort(new DOMException("the trial's agent phase has failed", "AbortError"));
      throw error;
    }
  }

  async verify({ signal }: { signal: AbortSignal }): Promise<Verification> {
    const played = this.#played;
    if (played === null) {
      const idle = this.#service.idle(this.#task.id, { signal: AbortSignal.any([signal, this.#closed.signal]) });
      return verificationOf(await this.#within(idle, this.#task.verifierTimeoutMs, signal));
    }
    const { conversation, judged, user } = played;
    if (conversation.faulty) {
      const record = await this.#within(judged, this.#limits.recordGraceMs, signal).catch(() => null);
      signal.throwIfAborted();
      return failedVerification(record);
    }
    const end = await this.#within(judged, this.#task.verifierTimeoutMs, signal);
    const fault = faultOfResult(end.result, { userFailure: user.failed, spoken: conversation.spoken });
    if (fault !== null) throw fault;
    return verificationOf(end);
  }

  async [Symbol.asyncDispose](): Promise<void> {
    this.#closed.abort(new DOMException("the trial was closed", "AbortError"));
  }

  #play(conversation: Conversation, { user }: AgentPhase, signal: AbortSignal): void {
    if (user === null) throw new Error("tau-bench plays a user, and none was given");
    const { id, seed, maxSteps, maxErrors } = this.#task;
    const userModel = new UserModel(user.handler, signal);
    const session: DriverSession = {
      started: () => conversation.heard(),
      open: (opening) => conversation.open(opening),
      turn: async (messages, options) => await conversation.turn(messages, options),
      close: (termination) => conversation.finish(endOfTermination(termination)),
      async model(path, body, options) {
        conversation.heard();
        try {
          return await userModel.call(path, body, options);
        } finally {
          conversation.heard();
        }
      },
    };
    const judged = this.#service.converse(
      { taskId: id, seed, trial: this.#index, maxSteps, maxErrors, user: { model: user.name, args: {} } },
      session,
      { signal },
    );
    this.#played = { conversation, judged, user: userModel };
    judged.then(
      ({ result }) => {
        const { failed, refused } = userModel;
        const { spoken } = conversation;
        const fault = faultOfResult(result, { userFailure: failed, spoken });
        if (fault !== null && refused && failed !== null && spoken) conversation.fail(unanswerable(failed));
        else if (fault !== null) conversation.lose(fault);
        else if (result.status === "agent-fault") conversation.fail(endOfResult(result));
        else conversation.finish(endOfResult(result));
      },
      (error: unknown) => conversation.lose(error),
    );
  }

  async #within<T>(work: Promise<T>, milliseconds: number, signal: AbortSignal): Promise<T> {
    const limit = AbortSignal.timeout(milliseconds);
    try {
      return await abortable(work, AbortSignal.any([signal, limit]));
    } catch (error) {
      signal.throwIfAborted();
      if (!limit.aborted) throw error;
      const message = `tau2 did not judge the conversation within ${milliseconds / 1000} s`;
      throw new HarnessError({ fault: "infrastructure", code: "tau-silent", message });
    }
  }
}
