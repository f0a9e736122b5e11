// Stand-ins for upstream's DB environment and user simulator, from the contract: HTTP outside; inside our environment,
// so that SQL runs on real Postgres, submissions are judged, and the user is the simulated one.

import { Reference } from "../../src/benchmarks/bird-interact/environment/reference.ts";
import { readAll } from "../../src/channel/byte-stream.ts";
import type { Method } from "../../src/channel/method.ts";
import type { Upstream } from "../../src/core/model.ts";
import { type BirdTask, readBirdDatabase } from "./bird-dataset.ts";
import { type JsonServer, openJsonServer, Refusal } from "./bird-upstream-http.ts";
import { type BirdScene, type OpenedSession, openBirdScene } from "./open-bird-environment.ts";

export interface UpstreamServers extends AsyncDisposable {
  tasks: BirdScene["tasks"];
  database: JsonServer;
  user: JsonServer;
}

interface Asked {
  task_id: string;
}

/** `user` plays whom `/ask` asks. */
export async function openUpstreamServers({ user }: { user: Upstream }): Promise<UpstreamServers> {
  await using undo = new AsyncDisposableStack();
  const scene = undo.use(await openBirdScene());
  const environment = undo.use(await scene.openEnvironment({ methods: { model: answeredBy(user) } }));
  const states = new Map<string, TaskState>();
  const stateOf = ({ task_id }: Asked): TaskState => {
    const state = states.get(task_id);
    if (state === undefined) throw new Refusal(404, `Task ${task_id} not initialized`);
    return state;
  };
  const database = await openJsonServer({
    "/init_task": async ({ task_id, task_data }: Asked & { task_data: { _interact_mode: string } }) => {
      const task = scene.tasks.find(({ instance_id }) => instance_id === task_id);
      if (task === undefined) throw new Refusal(500, "no such task");
      const session = await environment.open(task_id, "a-interact");
      states.set(task_id, await TaskState.open(task, session, task_data._interact_mode));
      return { status: "ok", task_id };
    },
    "/execute": async ({ sql, ...of }: Asked & { sql: string }) => {
      const result = await stateOf(of).session.sql(sql);
      const failed = result.startsWith("Error: ");
      return { result: failed ? "" : result, success: !failed, error: failed ? result.slice(7) : null };
    },
    "/schema": (of: Asked) => ({ schema: stateOf(of).reference.schema }),
    "/all_column_meanings": (of: Asked) => ({ column_meanings: stateOf(of).reference.allColumnMeanings() }),
    "/column_meaning": ({ table_name, column_name, ...of }: Asked & { table_name: string; column_name: string }) => ({
      meaning: stateOf(of).reference.columnMeaning(table_name, column_name),
    }),
    "/knowledge_names": (of: Asked) => ({ names: JSON.parse(stateOf(of).reference.knowledgeNames()) }),
    "/knowledge": ({ knowledge_name, ...of }: Asked & { knowledge_name?: string }) => {
      const { reference } = stateOf(of);
      return {
        knowledge: knowledge_name === undefined ? reference.allKnowledge() : reference.knowledge(knowledge_name),
      };
    },
    "/submit": async ({ sql, ...of }: Asked & { sql: string }) => await stateOf(of).submit(sql),
    "/cleanup_task": async ({ task_id }: Asked) => {
      await states.get(task_id)?.session.close();
      states.delete(task_id);
      return { status: "ok", task_id };
    },
  });
  undo.use(database);
  const simulator = await openJsonServer({
    "/init_task": ({ task_id }: Asked) => ({ status: "ok", task_id }),
    "/ask": async ({ question, ...of }: Asked & { question: string }) => ({
      answer: (await stateOf(of).session.tool("ask_user", { question })).result,
    }),
    "/phase_transition": (of: Asked) => ({ status: "ok", phase: stateOf(of).phase }),
  });
  undo.use(simulator);
  const owned = undo.move();
  return {
    ...{ tasks: scene.tasks, database, user: simulator },
    [Symbol.asyncDispose]: async () => await owned.disposeAsync(),
  };
}

/** A task as the DB environment has it; rewards are the contract's. */
class TaskState {
  readonly session: OpenedSession;
  readonly reference: Reference;
  readonly #task: BirdTask;
  readonly #mode: string;
  readonly #tries = { 1: 0, 2: 0 };
  phase: 1 | 2 = 1;

  static async open(task: BirdTask, session: OpenedSession, mode: string): Promise<TaskState> {
    const { schemaText: schema, meanings, knowledge } = await readBirdDatabase(task.selected_database);
    const facts = { schema, columnMeanings: meanings, knowledge, digest: "" };
    return new TaskState(task, session, mode, facts);
  }

  constructor(task: BirdTask, session: OpenedSession, mode: string, facts: ConstructorParameters<typeof Reference>[1]) {
    this.#task = task;
    this.session = session;
    this.#mode = mode;
    this.reference = new Reference(task as unknown as ConstructorParameters<typeof Reference>[0], facts);
  }

  async submit(sql: string): Promise<object> {
    const phase = this.phase;
    this.#tries[phase] += 1;
    const { result: said } = await this.session.tool("submit_sql", { sql });
    const score = (await this.session.score()) as unknown as Record<`phase${1 | 2}`, { passed: boolean }>;
    if (!score[`phase${phase}`].passed) {
      const problem = /It can't be executed: (.*)/s.exec(said)?.[1];
      const why = problem === undefined ? "Your SQL is not correct." : `[exec_err_flg] Error executing: ${problem}`;
      return { passed: false, message: `SQL failed Phase ${phase}. ${why}`, reward: 0 };
    }
    const first = this.#mode === "a-interact" || this.#tries[phase] === 1;
    const reward = phase === 1 ? (first ? 0.7 : 0.5) : first ? 0.3 : 0.2;
    const query = phase === 1 ? this.#task.follow_up?.query : undefined;
    if (query !== undefined) this.phase = 2;
    const message = `Phase ${phase} correct! (Reward: ${reward}).`;
    const goesOn = { has_follow_up: query !== undefined, follow_up_query: query ?? null };
    return { passed: true, message, reward, phase_completed: phase, ...goesOn };
  }
}

function answeredBy(user: Upstream): Method {
  return async (_params, body, { signal }) => {
    const asked = { method: "POST", path: "/v1/chat/completions", body };
    const { status, headers, body: answer } = await user.complete(asked, { signal, seed: "user" });
    return { result: { status, headers }, body: await readAll(answer) };
  };
}
