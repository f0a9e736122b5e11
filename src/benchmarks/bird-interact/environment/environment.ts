// What the environment offers to its host (protocol 1). It holds ground truth, sessions and what they have earned.

import { z } from "zod";
import { readAll } from "../../../channel/byte-stream.ts";
import { CallError } from "../../../channel/channel-error.ts";
import type { Method, MethodAnswer, Methods } from "../../../channel/method.ts";
import type { Peer } from "../../../channel/peer.ts";
import { faultOf, harnessErrorOf } from "../../../core/fault.ts";
import { sha256 } from "../../../lib/digest.ts";
import { Grader } from "./grading/grader.ts";
import { Judge } from "./grading/judge.ts";
import { callHostModel } from "./host-model.ts";
import { postgresLostCode } from "./postgres/server.ts";
import { MissingTemplates, ServerDatabases } from "./postgres/server-databases.ts";
import { openParams, type SetUpParams, sessionParams, setUpParams, toolParams, turnParams } from "./requests.ts";
import { openSimulator, type Simulator } from "./simulator/simulator.ts";
import { readStackServer } from "./stack-server.ts";
import { type DatabaseFacts, setUpBody, type TaskRow } from "./task-data.ts";
import { TaskDatabase } from "./task-database.ts";
import { type SimulatedSession, TaskSession } from "./task-session.ts";
import { parseToolCall } from "./tool-arguments.ts";

export const protocol = 1;

interface Ready {
  params: SetUpParams;
  tasks: ReadonlyMap<string, { row: TaskRow; facts: DatabaseFacts }>;
  databases: ServerDatabases;
  grader: Grader;
  simulator: Simulator<SimulatedSession>;
}

export class Environment implements AsyncDisposable {
  readonly methods: Methods;
  /** Settles when Postgres is gone: whoever opened this one has to open another. */
  readonly lost: Promise<void>;
  readonly #host: () => Peer;
  readonly #say: (line: string) => void;
  readonly #sessions = new Map<string, TaskSession>();
  readonly #closing = new Set<Promise<void>>();
  readonly #lost = Promise.withResolvers<void>();
  #ready: Ready | undefined;
  #settingUp = false;

  /** `host` is asked for judgements and for the user's model. */
  constructor({ host, say }: { host: () => Peer; say: (line: string) => void }) {
    this.lost = this.#lost.promise;
    this.#host = host;
    this.#say = say;
    this.methods = {
      setup: offered(async (params, body, options) => await this.#setUp(parsed(setUpParams, params), body, options)),
      open: offered(async (params, _body, options) => await this.#open(parsed(openParams, params), options)),
      tool: offered(async (params, _body, options) => {
        const { session, name, args } = parsed(toolParams, params);
        const found = this.#sessionOf(session);
        return { result: await found.tool(parseToolCall(found.mode, name, args), options) };
      }),
      turn: offered(async (params, _body, options) => {
        const { session, response } = parsed(turnParams, params);
        return { result: await this.#sessionOf(session).turn(response, options) };
      }),
      score: offered(async (params, _body, options) => await this.#of(params).score(options)),
      oracle: offered(async (params, _body, options) => {
        await this.#of(params).oracle(options);
        return { result: null };
      }),
      close: offered(async (params) => {
        this.#close(parsed(sessionParams, params).session);
        return { result: null };
      }),
      stop: offered(async () => {
        await this[Symbol.asyncDispose]();
        return { result: null };
      }),
    };
  }

  /** Leaves nothing on the server. */
  async [Symbol.asyncDispose](): Promise<void> {
    for (const id of [...this.#sessions.keys()]) this.#close(id);
    await Promise.all(this.#closing);
    const ready = this.#ready;
    this.#ready = undefined;
    await ready?.databases[Symbol.asyncDispose]();
  }

  async #setUp(params: SetUpParams, body: Uint8Array, { signal }: { signal: AbortSignal }): Promise<MethodAnswer> {
    if (this.#settingUp || this.#ready !== undefined) throw new CallError("already-set-up", "setup was asked before");
    this.#settingUp = true;
    try {
      const data = parsed(setUpBody, JSON.parse(Buffer.from(body).toString("utf8")));
      const tasks = tasksOf(data);
      const names = [...new Set([...tasks.values()].map(({ row }) => row.selected_database))];
      const { postgres, clonePool, statementTimeoutMs, maxGrowthMb, judgeTimeoutMs, promptVersion: version } = params;
      const say = this.#say;
      const server = postgres === "stack" ? await readStackServer() : postgres;
      const databases = await ServerDatabases.open({
        ...{ server, databases: names, clonePool, statementTimeoutMs, maxGrowthMb, say, signal },
      });
      const judge = new Judge(async (asked, options) => {
        const answer = await this.#host().request("grade", asked, options);
        await readAll(answer.body);
        return answer.result;
      });
      const grader = new Grader({ databases, judge, statementTimeoutMs, judgeTimeoutMs });
      const simulator = openSimulator<SimulatedSession>({
        ...{ pack: data.prompts, version },
        model: async (request, { session, signal: either }) =>
          await callHostModel(this.#host(), request, { session: session.session, signal: either }),
      });
      void databases.lost.then(() => this.#lost.resolve());
      this.#ready = { params, tasks, databases, grader, simulator };
      const pack = `${data.prompts.name} ${version} ${sha256(JSON.stringify(data.prompts.versions)).slice(0, 12)}`;
      const versions = { postgres: databases.version, promptPack: pack, digest: sha256(body) };
      return { result: { tasks: tasks.size, databases: names.length, versions } };
    } finally {
      this.#settingUp = false;
    }
  }

  async #open(
    { session: id, instanceId, mode, user }: z.output<typeof openParams>,
    { signal }: { signal: AbortSignal },
  ): Promise<MethodAnswer> {
    const { params, tasks, databases, grader, simulator } = this.#started();
    const task = tasks.get(instanceId);
    if (task === undefined) throw new CallError("unknown-task", `there is no task ${instanceId}`);
    if (this.#sessions.has(id)) throw new CallError("session-exists", "there is a session of this name");
    const { row, facts } = task;
    const { statementTimeoutMs, limits, patience } = params;
    const options = { databases, of: row.selected_database, statementTimeoutMs };
    const database = await TaskDatabase.open(options, { signal });
    const session = new TaskSession({
      ...{ id, mode, limits, patience, row, facts, database, grader, simulator, userModel: user.model },
    });
    if (signal.aborted || this.#sessions.has(id)) {
      await session[Symbol.asyncDispose]();
      signal.throwIfAborted();
      throw new CallError("session-exists", "there is a session of this name");
    }
    this.#sessions.set(id, session);
    return { result: { database: row.selected_database, start: session.start() } };
  }

  #close(id: string): void {
    const session = this.#sessions.get(id);
    if (session === undefined) return;
    this.#sessions.delete(id);
    const closing: Promise<void> = session[Symbol.asyncDispose]()
      .catch((error: unknown) => this.#say(`could not close a session: ${String(error)}`))
      .finally(() => this.#closing.delete(closing));
    this.#closing.add(closing);
  }

  #of(params: unknown): TaskSession {
    return this.#sessionOf(parsed(sessionParams, params).session);
  }

  #sessionOf(id: string): TaskSession {
    const session = this.#sessions.get(id);
    if (session === undefined) throw new CallError("unknown-session", "there is no such session");
    return session;
  }

  #started(): Ready {
    if (this.#ready === undefined) throw new CallError("not-set-up", "setup was not asked yet");
    return this.#ready;
  }
}

/** Faults travel as codes: infrastructure and postgres-lost void a trial, agent-fault goes back to the agent. */
function offered(method: Method): Method {
  return async (params, body, options) => {
    try {
      return await method(params, body, options);
    } catch (error) {
      if (error instanceof CallError) throw error;
      const message = error instanceof Error ? error.message : String(error);
      if (error instanceof MissingTemplates) throw new CallError("config", message, { cause: error });
      // The administrator's connections are not opened anew: nothing works here any more.
      if (harnessErrorOf(error)?.code === postgresLostCode) {
        throw new CallError(postgresLostCode, message, { cause: error });
      }
      const fault = faultOf(error);
      const code = fault === "agent" ? "agent-fault" : (fault ?? "failed");
      throw new CallError(code, message, { cause: error });
    }
  };
}

function parsed<T>(schema: z.ZodType<T>, value: unknown): T {
  const result = schema.safeParse(value);
  if (!result.success) throw new CallError("bad-params", z.prettifyError(result.error).slice(0, 4000));
  return result.data;
}

/** Throws CallError "bad-params" where ground truth or a database's files are missing. */
function tasksOf({ rows, databases }: z.output<typeof setUpBody>): Ready["tasks"] {
  const tasks = new Map<string, { row: TaskRow; facts: DatabaseFacts }>();
  for (const row of rows) {
    const facts = Object.hasOwn(databases, row.selected_database) ? databases[row.selected_database] : undefined;
    const complain = (what: string) => new CallError("bad-params", `task ${row.instance_id}: ${what}`);
    if (facts === undefined) throw complain(`nothing is given of database ${row.selected_database}`);
    if (tasks.has(row.instance_id)) throw complain("is there twice");
    for (const { sol_sql } of [row, ...(row.follow_up ? [row.follow_up] : [])]) {
      if (sol_sql.every((sql) => sql.trim() === "")) throw complain("has no ground truth");
    }
    tasks.set(row.instance_id, { row, facts });
  }
  return tasks;
}
