// One session: an agent on one task. Calls are carried out one after the other, each charged when its turn comes.

import { HarnessError } from "../../../core/fault.ts";
import { type Account, charge, endTurn, type Mode, openAccount, type Rules, rewardOf, settle } from "./accounting.ts";
import type { Grader } from "./grading/grader.ts";
import type { Verdict } from "./grading/verdict.ts";
import { Reference } from "./reference.ts";
import { SerialQueue } from "./serial-queue.ts";
import { SessionRecord } from "./session-record.ts";
import type { Simulator, UserSession } from "./simulator/simulator.ts";
import { ambiguitiesOf, type DatabaseFacts, phaseOf, type TaskRow } from "./task-data.ts";
import type { TaskDatabase } from "./task-database.ts";
import { debugMessage, firstMessage, followUpMessage, refusalText, verdictText } from "./texts.ts";
import type { ToolCall } from "./tool-arguments.ts";

/** What the user's model is asked for. */
export interface SimulatedSession extends UserSession {
  session: string;
}

export interface TaskSessionOptions {
  id: string;
  mode: Mode;
  limits: Rules["limits"];
  patience: number;
  row: TaskRow;
  facts: DatabaseFacts;
  database: TaskDatabase;
  grader: Grader;
  simulator: Simulator<SimulatedSession>;
  userModel: string;
}

export interface ToolAnswer {
  result: string;
  cost: number;
  budgetBefore: number;
  budgetAfter: number;
  refused: string | null;
  ended: boolean;
}

export class TaskSession implements AsyncDisposable {
  readonly #options: TaskSessionOptions;
  readonly #reference: Reference;
  readonly #queue = new SerialQueue();
  readonly #closed = new AbortController();
  readonly #record = new SessionRecord();
  #account: Account;
  #lastVerdict: Verdict | null = null;
  /** What passed phase 1 by changing data. */
  #change: readonly string[] | null = null;

  constructor(options: TaskSessionOptions) {
    const { row, facts, mode, limits, patience } = options;
    this.#options = options;
    this.#reference = new Reference(row, facts);
    const ambiguities = ambiguitiesOf(row);
    const budget = mode === "a-interact" ? 6 + 2 * ambiguities + 2 * patience : ambiguities + patience;
    this.#account = openAccount({ mode, limits, budget, hasFollowUp: phaseOf(row, 2) !== undefined });
    this.#record.say("user", row.amb_user_query);
  }

  get mode(): Mode {
    return this.#options.mode;
  }

  /** All that the agent begins with. */
  start(): { mode: Mode; message: string; state: Record<string, unknown> } {
    const { mode, row } = this.#options;
    const { budget } = this.#account.rules;
    const message = firstMessage(mode, row.selected_database, row.amb_user_query, budget);
    if (mode === "a-interact") return { mode, message, state: {} };
    const state = {
      ...{ db_name: row.selected_database, db_schema: this.#reference.schema },
      ...{ external_kg: this.#reference.allKnowledge(), max_turn: budget },
    };
    return { mode, message, state };
  }

  /** Throws agent faults, infrastructure faults and the signal's reason; what was charged stays charged. */
  async tool(call: ToolCall, options: { signal: AbortSignal }): Promise<ToolAnswer> {
    return await this.#inOrder(options, async (signal) => await this.#carryOut(call, signal));
  }

  /** The agent has said its last word for now. */
  async turn(
    response: string,
    options: { signal: AbortSignal },
  ): Promise<{ message: string } | { done: true; why: string }> {
    return await this.#inOrder(options, async () => {
      this.#record.say("agent", response);
      const { account, next } = endTurn(this.#account);
      this.#account = account;
      if (next === "done") return { done: true, why: account.ended ?? "agent-finished" };
      const followUp = this.#options.row.follow_up?.query ?? "";
      const message = next === "follow-up" ? followUpMessage(followUp) : debugMessage(this.#lastVerdict);
      this.#lastVerdict = null;
      this.#record.say("user", message);
      return { message };
    });
  }

  async score(options: { signal: AbortSignal }): Promise<{ result: Record<string, unknown>; body: Uint8Array }> {
    return await this.#inOrder(options, async () => {
      const { passed, spent, toolCalls, questions, submissions, rules } = this.#account;
      const { row } = this.#options;
      const basis = ([1, 2] as const).flatMap((phase) => {
        const asked = phaseOf(row, phase);
        return asked === undefined ? [] : [asked.testCases.length > 0 ? "test-cases" : "rows"];
      });
      const phase = (number: 1 | 2) => ({ passed: passed[number] !== null, after: passed[number] });
      const result = {
        ...{ reward: rewardOf(this.#account), phase1: phase(1), phase2: phase(2), basis },
        ...{ budgetUsed: spent, toolCalls, questions, submissions, limits: rules.limits },
        notes: this.#record.notes,
      };
      return { result, body: this.#record.encode() };
    });
  }

  /** Submits the ground truth of every phase as an agent would. */
  async oracle({ signal }: { signal: AbortSignal }): Promise<void> {
    for (const number of [1, 2] as const) {
      const phase = phaseOf(this.#options.row, number);
      if (phase === undefined || this.#account.ended !== null) return;
      const sqls = phase.gold;
      await this.#inOrder({ signal }, async (either) => {
        // Its words would be the ground truth on the record.
        await this.#carryOut({ name: "submit_sql", args: { sql: "(the reference solution)" } }, either, sqls);
      });
      if (this.mode === "c-interact") await this.turn("", { signal });
    }
  }

  /** Ends what is under way. Clone and roles go in the background. */
  async [Symbol.asyncDispose](): Promise<void> {
    this.#closed.abort(sessionClosed());
    await this.#queue.idle();
    await this.#options.database[Symbol.asyncDispose]();
  }

  async #inOrder<T>({ signal }: { signal: AbortSignal }, work: (signal: AbortSignal) => Promise<T>): Promise<T> {
    const either = AbortSignal.any([signal, this.#closed.signal]);
    return await this.#queue.run(async () => await work(either), { signal: either });
  }

  async #carryOut(call: ToolCall, signal: AbortSignal, sqls?: readonly string[]): Promise<ToolAnswer> {
    const charged = charge(this.#account, call.name);
    this.#account = charged.account;
    const { cost, before: budgetBefore, after: budgetAfter, refused } = charged;
    const answered = (result: string): ToolAnswer => {
      this.#record.call({ tool: call.name, args: call.args, result, cost, budgetBefore, budgetAfter });
      return { result, cost, budgetBefore, budgetAfter, refused, ended: this.#account.ended !== null };
    };
    if (refused !== null) return answered(refusalText(refused, this.#account));
    return answered(
      call.name === "submit_sql"
        ? await this.#submit(sqls ?? [call.args.sql], signal)
        : await this.#answer(call, signal),
    );
  }

  async #answer(call: Exclude<ToolCall, { name: "submit_sql" }>, signal: AbortSignal): Promise<string> {
    const reference = this.#reference;
    switch (call.name) {
      case "execute_sql":
        return await this.#options.database.explore(call.args.sql, { signal });
      case "get_schema":
        return reference.schema;
      case "get_all_column_meanings":
        return reference.allColumnMeanings();
      case "get_column_meaning":
        return reference.columnMeaning(call.args.table_name, call.args.column_name);
      case "get_all_external_knowledge_names":
        return reference.knowledgeNames();
      case "get_knowledge_definition":
        return reference.knowledge(call.args.knowledge_name);
      case "get_all_knowledge_definitions":
        return reference.allKnowledge();
      case "ask_user":
        return await this.#ask(call.args.question, signal);
    }
  }

  async #ask(question: string, signal: AbortSignal): Promise<string> {
    const { id, simulator, userModel, row } = this.#options;
    this.#record.say("agent", question);
    const known = { session: id, model: userModel, phase: this.#account.phase, schema: this.#reference.schema, row };
    const { answer, notes } = await simulator.ask(known, question, { signal });
    this.#record.say("user", answer);
    for (const note of notes) this.#record.note(note);
    return answer;
  }

  async #submit(sqls: readonly string[], signal: AbortSignal): Promise<string> {
    const { row, database, grader } = this.#options;
    const { phase } = this.#account;
    const verdict = await grader.grade({ row, phase, sqls, database, change: this.#change }, { signal });
    this.#lastVerdict = verdict;
    if (verdict.problem === "task") this.#record.note(`the ground truth of phase ${phase} can't be worked with`);
    const account = settle(this.#account, verdict.passed);
    const goesOn = verdict.passed && phase === 1 && account.rules.hasFollowUp && account.ended === null;
    if (goesOn && phaseOf(row, 1)?.changesData) {
      const again = await database.change(sqls, { signal });
      if (!again) this.#record.note("what passed phase 1 could not be repeated for phase 2");
      this.#change = sqls;
    }
    this.#account = account;
    const followUp = account.phase === 2 && phase === 1 ? (row.follow_up?.query ?? null) : null;
    if (followUp !== null && account.ended === null) this.#record.say("user", followUp);
    return verdictText(verdict, account, followUp);
  }
}

function sessionClosed(): HarnessError {
  const message = "the session was closed while this was under way";
  return new HarnessError({ fault: "infrastructure", code: "session-closed", message });
}
