// One session: one agent in a box of its own, opened at its first message and closed when no further one can come. The
// host answers a message once the agent asks for the next one.

import { randomUUID } from "node:crypto";
import type { RequestSlots } from "../../../channel/request-slots.ts";
import { runCandidate } from "../../../channel/run-candidate.ts";
import { HarnessError } from "../../../core/fault.ts";
import type { ModelLease } from "../../../core/model.ts";
import type { Sandbox } from "../../../core/sandbox.ts";
import type { AgentEnd } from "../../../core/trial.ts";
import { abortable } from "../../../lib/abortable.ts";
import { checkedCall, toolCall, turnCall } from "../agent-calls.ts";
import type { Mode } from "../environment/accounting.ts";
import { SerialQueue } from "../environment/serial-queue.ts";
import { parseToolCall } from "../environment/tool-arguments.ts";
import type { InitSession, UpstreamState } from "./requests.ts";
import { ServeError } from "./serve-error.ts";
import { stoppableModel } from "./stoppable-model.ts";
import { TurnCount } from "./turn-count.ts";
import { shortened, UpstreamAccount } from "./upstream-account.ts";
import { upstreamEvents } from "./upstream-events.ts";
import { carryOut, type UpstreamServices } from "./upstream-tools.ts";

/** What all sessions have in common. */
export interface SessionContext {
  services: UpstreamServices;
  /** agent.ts with its types stripped. */
  candidate: string;
  model: { name: string; reasoningEffort: string | null };
  openLease: (seed: string) => ModelLease;
  openBox: (options: { signal: AbortSignal }) => Promise<Pick<Sandbox, "main"> & AsyncDisposable>;
  /** Boxes at the same time. */
  slots: RequestSlots;
  /** All turns of a session together. */
  agentTimeoutMs: number;
  /** One turn, waiting for a box included: a little less than upstream's orchestrator waits. */
  turnTimeoutMs: Readonly<Record<Mode, number>>;
}

/** The reply to a message, in upstream's words. */
export interface TurnReply {
  response: string;
  state: UpstreamState & { adk_events: object[] };
}

type Said = { response: string; events?: unknown[] | undefined };

export class AgentSession {
  readonly id: string = randomUUID();
  readonly #of: Pick<InitSession, "task_id" | "mode">;
  readonly #start: Record<string, unknown>;
  readonly #context: SessionContext;
  readonly #account: UpstreamAccount;
  readonly #turns: TurnCount;
  readonly #calls = new SerialQueue();
  readonly #closed = new AbortController();
  readonly #limited = Promise.withResolvers<AgentEnd>();
  #lease: ModelLease | undefined;
  #phase: Promise<AgentEnd> | undefined;
  #said = Promise.withResolvers<Said>();
  #next = Promise.withResolvers<string>();
  #atWork = false;
  #over: string | null = null;

  constructor({ task_id, mode, state }: Omit<InitSession, "reset">, context: SessionContext) {
    this.#of = { task_id, mode };
    this.#context = context;
    this.#account = new UpstreamAccount(mode, state);
    this.#turns = new TurnCount(mode);
    this.#start = mode === "a-interact" ? {} : instructionState(state);
  }

  /** Why no further message reaches the agent; null while one can. */
  get over(): string | null {
    return this.#over;
  }

  get reward(): number {
    return this.#account.reward;
  }

  /**
   * Gives the agent a message and waits for the end of its turn. A limit is no error: what was earned is told. Throws
   * ServeError and infrastructure faults, after which the session is good for nothing; the signal's reason.
   */
  async turn(message: string, { signal }: { signal: AbortSignal }): Promise<TurnReply> {
    if (this.#atWork) throw new ServeError(409, "turn-under-way", "the session is at work on another message");
    if (this.#over !== null) return this.#reply(message, { response: `The session is over: ${this.#over}.` });
    const limit = new AbortController();
    const timer = setTimeout(() => limit.abort(), this.#context.turnTimeoutMs[this.#of.mode]);
    limit.signal.addEventListener("abort", () => this.#limited.resolve(turnLimit));
    this.#atWork = true;
    try {
      const phase = this.#account.phase;
      this.#account.beginTurn();
      this.#said = Promise.withResolvers();
      if (this.#phase === undefined) {
        this.#phase = this.#play(message, limit.signal);
        this.#phase.catch(() => {});
      } else {
        this.#next.resolve(message);
      }
      const said = this.#said.promise.then((value) => ({ said: value }));
      const ended = this.#phase.then((end) => ({ end }));
      const outcome = await abortable(Promise.race([said, ended]), signal);
      const fault = this.#lease?.fault() ?? null;
      if (fault !== null) throw fault;
      if ("said" in outcome) {
        this.#over = this.#turns.afterTurn(phase, this.#account);
        return this.#reply(message, outcome.said);
      }
      this.#over = limitOf(outcome.end, this.#lease?.limit() ?? null);
      return this.#reply(message, { response: "" });
    } finally {
      clearTimeout(timer);
      this.#atWork = false;
      // Nobody waits for what it might still do.
      if (this.#over !== null) this.#closed.abort(new ServeError(409, "session-over", this.#over));
    }
  }

  /** Ends what is under way, which rejects with `why`, and waits until the box is gone. */
  async close(why: ServeError): Promise<void> {
    this.#closed.abort(why);
    await this.#phase?.catch(() => undefined);
    await this.#calls.idle();
  }

  async #play(message: string, waiting: AbortSignal): Promise<AgentEnd> {
    const { slots, openBox, openLease, candidate, model, agentTimeoutMs } = this.#context;
    const { task_id: taskId, mode } = this.#of;
    const closed = this.#closed.signal;
    const release = await slots.acquire(0, AbortSignal.any([closed, waiting])).catch((error: unknown) => {
      closed.throwIfAborted();
      throw new ServeError(503, "no-box-free", "no box became free in time: raise max_concurrency", { cause: error });
    });
    try {
      const lease = openLease(`${mode} ${taskId}`);
      this.#lease = lease;
      await using box = await openBox({ signal: closed });
      if (box.main === undefined) throw new Error("the agent's box has no attached main process");
      return await runCandidate({
        ...{ main: box.main, candidate, interface: "adk", signal: closed, onEvent: () => undefined },
        start: {
          ...{ mode, message, state: this.#start },
          context: { model: model.name, reasoningEffort: model.reasoningEffort },
        },
        model: stoppableModel({
          ...{ handler: lease.handler, model: model.name },
          stop: () => this.#account.modelCall(),
        }),
        ...{ timeoutMs: agentTimeoutMs, waitedMs: lease.waitedMs },
        ended: this.#limited.promise,
        methods: {
          tool: async (params, _body, options) => ({ result: await this.#tool(params, options) }),
          turn: async (params, _body, options) => ({ result: await this.#turn(params, options) }),
        },
      });
    } finally {
      release();
    }
  }

  async #tool(params: unknown, { signal }: { signal: AbortSignal }): Promise<{ result: string; ended: boolean }> {
    const { name, args } = checkedCall(toolCall, params);
    const { task_id: taskId, mode } = this.#of;
    const call = parseToolCall(mode, name, args);
    const account = this.#account;
    return await this.#calls.run(
      async () => {
        if (!this.#atWork) throw betweenTurns();
        const charged = account.charge(call.name);
        const options = { services: this.#context.services, account, taskId, mode };
        const text = charged.refused ?? shortened(await carryOut(call, options, { signal }), longestResult);
        return { result: account.record(call.name, call.args, text, charged), ended: account.ended };
      },
      { signal },
    );
  }

  /** The agent has ended its turn: its message is answered, and the next one is what it waits for here. */
  async #turn(params: unknown, { signal }: { signal: AbortSignal }): Promise<{ message: string }> {
    const said = checkedCall(turnCall, params);
    if (!this.#atWork) throw betweenTurns();
    this.#next = Promise.withResolvers();
    this.#said.resolve(said);
    return { message: await abortable(this.#next.promise, signal) };
  }

  #reply(message: string, { response, events = [] }: Said): TurnReply {
    const shown = upstreamEvents(message, events, randomUUID());
    return {
      response: response === "" ? shown.lastText : response,
      state: { ...this.#account.snapshot(), adk_events: shown.events },
    };
  }
}

/** Characters that a call gives the agent. */
const longestResult = 300_000;

const turnLimit: AgentEnd = { how: "limit", code: "turn-limit", detail: "the time for one message is over" };

/** What an instruction's {placeholders} may stand for in a trial as well; nothing else of the state goes to the box. */
function instructionState(state: UpstreamState): Record<string, unknown> {
  const known = ["db_name", "db_schema", "external_kg", "max_turn"];
  return Object.fromEntries(known.filter((key) => Object.hasOwn(state, key)).map((key) => [key, state[key]]));
}

/** The limit that ended the agent. Throws ServeError where none did: upstream's service answers 500 then as well. */
function limitOf({ how, code, detail }: AgentEnd, leaseLimit: string | null): string {
  if (leaseLimit !== null) return leaseLimit;
  if (how === "limit" || how === "finished") return code;
  throw new ServeError(500, code, `the agent ${how === "crashed" ? "crashed" : "broke the channel"}: ${detail}`);
}

function betweenTurns(): HarnessError {
  return new HarnessError({ fault: "agent", code: "no-turn", message: "no message is being answered" });
}
