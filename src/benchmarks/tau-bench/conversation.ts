// One conversation between the driver and the agent's box, as the host passes it on: what the driver says in a turn goes
// to the box that asks for it, the box's reply goes back. Nothing else crosses. The first thing that goes wrong decides
// whose fault it is.

import { z } from "zod";
import { CallError } from "../../channel/channel-error.ts";
import { HarnessError, harnessErrorOf } from "../../core/fault.ts";
import type { AgentEnd } from "../../core/trial.ts";
import { patientTimer } from "../../lib/patient-timer.ts";
import { AgentClock } from "./agent-clock.ts";
import { checkReply, type Reply } from "./check-reply.ts";
import type { Opening, TurnMessage } from "./wire.ts";

export interface ConversationOptions {
  /** For one turn of the agent's, and for all of them together. */
  turnMs: number;
  totalMs: number;
  /** For the driver to say anything while the agent has not the turn; a slow user model is no fault. */
  silentMs: number;
  /** For the agent to come to its end once it has been told that the conversation is over. */
  closeGraceMs: number;
  /** Milliseconds so far in which a model's provider was waited for: all but the grace stand meanwhile. */
  waitedMs: () => number;
  onTurn: (turn: { messages: readonly TurnMessage[]; reply: Reply | null; durationMs: number }) => void;
}

/** What the box gets when it asks for a turn. */
export type Turn = { messages: readonly TurnMessage[] } | { closed: string };

interface Due {
  messages: readonly TurnMessage[];
  reply: PromiseWithResolvers<Reply>;
  delivered: boolean;
}

const pullParams = z.object({ reply: z.unknown() });

export class Conversation {
  readonly #options: ConversationOptions;
  readonly #clock: AgentClock;
  readonly #opening = Promise.withResolvers<Opening>();
  readonly #ended = Promise.withResolvers<AgentEnd>();
  #end: AgentEnd | null = null;
  #faulty = false;
  #spoken = false;
  #lost: { error: unknown } | null = null;
  #due: Due | null = null;
  #pull: PromiseWithResolvers<Turn> | null = null;
  #silence: Disposable | undefined;
  #grace: NodeJS.Timeout | undefined;

  constructor(options: ConversationOptions) {
    this.#options = options;
    this.#clock = new AgentClock(options, (which) => this.fail(outOfTime(which, options)));
    this.#opening.promise.catch(() => {});
    this.#ended.promise.catch(() => {});
  }

  /** What the agent is told at the start. Rejects with the infrastructure's fault. */
  get opening(): Promise<Opening> {
    return this.#opening.promise;
  }

  /** The end of the agent's phase, unless the box ends it first. Rejects with the infrastructure's fault. */
  get ended(): Promise<AgentEnd> {
    return this.#ended.promise;
  }

  /** It ended by a fault of the agent's: nothing that comes later makes it anything else. */
  get faulty(): boolean {
    return this.#faulty;
  }

  /** The agent has answered: what comes after may be its doing. */
  get spoken(): boolean {
    return this.#spoken;
  }

  open(opening: Opening): void {
    this.heard();
    this.#opening.resolve(opening);
  }

  /** The driver's turn: settles with the agent's reply. Rejects with CallError "agent-fault", or "over" for the rest. */
  async turn(messages: readonly TurnMessage[], { signal }: { signal: AbortSignal }): Promise<Reply> {
    signal.throwIfAborted();
    if (this.#faulty) throw agentFault(this.#end);
    if (this.#end !== null || this.#lost !== null) throw new CallError("over", "the conversation is over");
    if (this.#due !== null) throw new CallError("bad-call", "the last turn has not been answered yet");
    const due: Due = { messages, reply: Promise.withResolvers<Reply>(), delivered: false };
    this.#due = due;
    this.#silence?.[Symbol.dispose]();
    this.#clock.start();
    this.#deliver();
    const onAbort = (): void => {
      if (this.#due === due) this.#due = null;
      this.#clock.stop();
      due.reply.reject(signal.reason);
    };
    signal.addEventListener("abort", onAbort, { once: true });
    try {
      return await due.reply.promise;
    } finally {
      signal.removeEventListener("abort", onAbort);
    }
  }

  /** The box asks for its turn, with the reply to the last one. */
  async pull(params: unknown, { signal }: { signal: AbortSignal }): Promise<Turn> {
    signal.throwIfAborted();
    if (this.#end !== null) return over;
    try {
      this.#take(params);
    } catch (error) {
      const known = harnessErrorOf(error);
      if (known === undefined) throw error;
      this.fail({ how: "protocol", code: known.code, detail: known.message });
      throw error;
    }
    const pull = Promise.withResolvers<Turn>();
    this.#pull = pull;
    this.#deliver();
    const onAbort = (): void => pull.reject(signal.reason);
    signal.addEventListener("abort", onAbort, { once: true });
    try {
      return await pull.promise;
    } finally {
      signal.removeEventListener("abort", onAbort);
    }
  }

  /** A sign of life of the driver, which may be silent for so long again. */
  heard(): void {
    this.#silence?.[Symbol.dispose]();
    if (this.#due !== null || this.#end !== null || this.#lost !== null) return;
    const { silentMs, waitedMs } = this.#options;
    this.#silence = patientTimer(silentMs, waitedMs, () => this.lose(silent(silentMs)));
  }

  /** The conversation came to an end of its own; the agent is told. */
  finish(end: AgentEnd): void {
    if (this.#end !== null || this.#lost !== null) return;
    this.#end = end;
    this.#silence?.[Symbol.dispose]();
    this.#opening.reject(neverOpened());
    this.#grace = setTimeout(() => this.#ended.resolve(end), this.#options.closeGraceMs);
    this.#pull?.resolve(over);
    this.#pull = null;
  }

  /** The agent has failed. */
  fail(end: AgentEnd): void {
    if (this.#end !== null || this.#lost !== null) return;
    this.#end = end;
    this.#faulty = true;
    this.#silence?.[Symbol.dispose]();
    this.#opening.reject(neverOpened());
    const due = this.#due;
    this.#answer(null);
    due?.reply.reject(agentFault(end));
    this.#ended.resolve(end);
    this.#pull?.reject(new CallError("over", "the conversation is over"));
    this.#pull = null;
  }

  /** tau2 or the user's model has failed; too late where the end is known already. */
  lose(error: unknown): void {
    if (this.#end !== null || this.#lost !== null) return;
    this.#lost = { error };
    this.#silence?.[Symbol.dispose]();
    this.#clock.stop();
    this.#due?.reply.reject(new CallError("over", "the conversation can't go on"));
    this.#opening.reject(error);
    this.#ended.reject(error);
    this.#pull?.reject(error);
    this.#pull = null;
  }

  /** Throws the infrastructure's fault where that came first. */
  throwIfLost(): void {
    if (this.#lost !== null) throw this.#lost.error;
  }

  /** How it ended, given how the box did: an agent that leaves in the middle has failed. */
  settle(boxEnd: AgentEnd): AgentEnd {
    clearTimeout(this.#grace);
    this.fail(boxEnd.how === "finished" ? leftEarly : boxEnd);
    return this.#end ?? boxEnd;
  }

  #take(params: unknown): void {
    const { reply } = pullParams.safeParse(params).data ?? { reply: undefined };
    if (this.#pull !== null) throw outOfTurn("it asked for a turn while it was waiting for one");
    const owed = this.#due?.delivered === true;
    if (reply === null || reply === undefined) {
      if (owed) throw outOfTurn("it asked for the next turn without an answer to the last one");
      return;
    }
    if (!owed) throw outOfTurn("it answered before it was asked");
    const checked = checkReply(reply);
    const due = this.#due;
    this.#spoken = true;
    this.#answer(checked);
    due?.reply.resolve(checked);
    this.heard();
  }

  #answer(reply: Reply | null): void {
    const durationMs = this.#clock.stop();
    if (this.#due !== null) this.#options.onTurn({ messages: this.#due.messages, reply, durationMs });
    this.#due = null;
  }

  #deliver(): void {
    if (this.#due === null || this.#pull === null) return;
    this.#due.delivered = true;
    this.#pull.resolve({ messages: this.#due.messages });
    this.#pull = null;
  }
}

/** The agent isn't told why. */
const over: Turn = { closed: "over" };

const leftEarly: AgentEnd = {
  how: "protocol",
  code: "left-early",
  detail: "the agent's box ended in the middle of the conversation",
};

function outOfTime(which: "turn" | "total", { turnMs, totalMs }: ConversationOptions): AgentEnd {
  if (which === "turn") {
    return { how: "limit", code: "turn-time-limit", detail: `a turn took the agent more than ${turnMs / 1000} s` };
  }
  return { how: "limit", code: "time-limit", detail: `the agent's ${totalMs / 1000} s are over` };
}

function agentFault(end: AgentEnd | null): CallError {
  return new CallError("agent-fault", end?.code ?? "the agent has failed");
}

function outOfTurn(what: string): HarnessError {
  return new HarnessError({ fault: "agent", code: "out-of-turn", message: `the agent's box broke the order: ${what}` });
}

function neverOpened(): HarnessError {
  const message = "tau2's driver ended a conversation that it had not opened";
  return new HarnessError({ fault: "infrastructure", code: "tau-bad-result", message });
}

function silent(silentMs: number): HarnessError {
  return new HarnessError({
    fault: "infrastructure",
    code: "tau-silent",
    message: `tau2 said nothing for ${silentMs / 1000} s, though the agent had answered`,
  });
}
