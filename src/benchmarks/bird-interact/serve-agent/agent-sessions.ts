// The sessions of a server, by mode and task as upstream has them.

import { HarnessError } from "../../../core/fault.ts";
import type { ModelGateway } from "../../../core/model.ts";
import { AgentSession, type SessionContext, type TurnReply } from "./agent-session.ts";
import type { InitSession, RunSession } from "./requests.ts";
import { ServeError, serveErrorOf } from "./serve-error.ts";

export interface AgentSessionsOptions {
  context: SessionContext;
  gateway: Pick<ModelGateway, "exhausted" | "broken">;
  /** A session that nobody has spoken to for so long is closed and forgotten. */
  idleMs: number;
  /** One line for each session that ends. */
  say: (line: string) => void;
}

interface Kept {
  session: AgentSession;
  name: string;
  timer: NodeJS.Timeout | undefined;
}

/** Known at the same time, those that wait or are over included. */
const mostSessions = 1000;

export class AgentSessions implements AsyncDisposable {
  readonly #options: AgentSessionsOptions;
  readonly #sessions = new Map<string, Kept>();
  readonly #closing = new Set<Promise<void>>();
  #stopping = false;

  constructor(options: AgentSessionsOptions) {
    this.#options = options;
  }

  /** Why no agent can run any more: a spent budget, a refused key; null while one can. */
  get unavailable(): HarnessError | null {
    const { gateway } = this.#options;
    const spent = gateway.exhausted();
    if (spent === null) return gateway.broken();
    return new HarnessError({ fault: "infrastructure", code: "budget-exhausted", message: spent });
  }

  /** A session of the same task and mode is closed and replaced, unless `reset` is false: then it is kept. */
  init({ reset, ...asked }: InitSession): { session_id: string } {
    this.#requireOpen();
    if (this.unavailable !== null) throw serveErrorOf(this.unavailable);
    const key = keyOf(asked);
    const known = this.#sessions.get(key);
    if (known !== undefined && !reset) return { session_id: known.session.id };
    if (known !== undefined) {
      this.#forget(key, known, new ServeError(409, "session-replaced", "the task was begun anew"));
    }
    if (this.#sessions.size >= mostSessions) {
      throw new ServeError(503, "too-many-sessions", `${mostSessions} sessions are open already`);
    }
    const session = new AgentSession(asked, this.#options.context);
    const kept: Kept = { session, name: `${asked.task_id} (${asked.mode})`, timer: undefined };
    this.#sessions.set(key, kept);
    this.#watch(key, kept);
    return { session_id: session.id };
  }

  /** Throws ServeErrors; a session whose turn failed is closed and forgotten. */
  async run(
    { message, ...asked }: RunSession,
    { signal }: { signal: AbortSignal },
  ): Promise<TurnReply & { session_id: string }> {
    this.#requireOpen();
    const key = keyOf(asked);
    const kept = this.#sessions.get(key);
    if (kept === undefined) {
      const what = `there is no session of ${asked.task_id} in ${asked.mode}: POST /init_session first`;
      throw new ServeError(404, "unknown-session", what);
    }
    const { session } = kept;
    if (session.over === null && this.unavailable !== null) throw serveErrorOf(this.unavailable);
    clearTimeout(kept.timer);
    const wasOver = session.over;
    try {
      const reply = await session.turn(message, { signal });
      if (session.over !== null && wasOver === null) this.#say(kept, session.over);
      return { session_id: session.id, ...reply };
    } catch (error) {
      if (error instanceof ServeError && error.code === "turn-under-way") throw error;
      const why = serveErrorOf(error);
      if (this.#sessions.get(key) === kept) this.#forget(key, kept, why);
      throw error;
    } finally {
      if (this.#sessions.get(key) === kept) this.#watch(key, kept);
    }
  }

  /** Closes every session's box. */
  async [Symbol.asyncDispose](): Promise<void> {
    this.#stopping = true;
    for (const [key, kept] of this.#sessions) this.#forget(key, kept, stopping());
    await Promise.all(this.#closing);
  }

  #requireOpen(): void {
    if (this.#stopping) throw stopping();
  }

  #watch(key: string, kept: Kept): void {
    const { idleMs } = this.#options;
    clearTimeout(kept.timer);
    const idle = new ServeError(404, "session-idle", `nothing was asked for ${idleMs / 1000} s`);
    kept.timer = setTimeout(() => this.#forget(key, kept, idle), idleMs);
  }

  #forget(key: string, kept: Kept, why: ServeError): void {
    clearTimeout(kept.timer);
    this.#sessions.delete(key);
    // What ended by itself was said then.
    if (kept.session.over === null) this.#say(kept, `${why.code}: ${why.message}`);
    const closing: Promise<void> = kept.session
      .close(why)
      .catch((error: unknown) => this.#options.say(`could not close the box of ${kept.name}: ${String(error)}`))
      .finally(() => this.#closing.delete(closing));
    this.#closing.add(closing);
  }

  #say({ name, session }: Kept, why: string): void {
    this.#options.say(`${name}: upstream's reward ${session.reward}; ${why}`);
  }
}

function keyOf({ task_id, mode }: Pick<RunSession, "task_id" | "mode">): string {
  return `${mode} ${task_id}`;
}

function stopping(): ServeError {
  return new ServeError(503, "stopping", "the server stops");
}
