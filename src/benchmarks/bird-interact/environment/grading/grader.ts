// Submissions: queries are compared with the gold rows, changes are made in a fresh clone and looked at by test cases.
// A change without any is compared by the rows that it returns.

import { sha256 } from "../../../../lib/digest.ts";
import { SharedWork } from "../../../../lib/shared-work.ts";
import type { Phase } from "../accounting.ts";
import type { ConnectionTo } from "../postgres/server.ts";
import type { ServerDatabases } from "../postgres/server-databases.ts";
import { DatabaseTooLarge, withinSize } from "../postgres/size-limit.ts";
import { phaseOf, type TaskPhase, type TaskRow } from "../task-data.ts";
import type { TaskDatabase } from "../task-database.ts";
import { GoldDatabases } from "./gold-databases.ts";
import { type CompareAsked, type Compared, DatabaseUnreached, type GoldAsked, type Judge } from "./judge.ts";
import { Throwaway } from "./throwaway.ts";
import { failed, passed, type Verdict } from "./verdict.ts";

export interface Submission {
  row: TaskRow;
  phase: Phase;
  sqls: readonly string[];
  database: TaskDatabase;
  /** Statements that passed phase 1 by changing data; phase 2 begins after them. */
  change: readonly string[] | null;
}

export interface GraderOptions {
  databases: ServerDatabases;
  judge: Judge;
  statementTimeoutMs: number;
  judgeTimeoutMs: number;
}

export class Grader {
  readonly #options: GraderOptions;
  /** Keys under which the judge has gold rows, as far as is known. */
  readonly #golds = new Set<string>();
  readonly #making = new SharedWork<boolean>();
  readonly #goldDatabases: GoldDatabases;

  constructor(options: GraderOptions) {
    this.#options = options;
    this.#goldDatabases = new GoldDatabases(options.databases);
  }

  /** Throws infrastructure faults and the signal's reason. */
  async grade(submission: Submission, options: { signal: AbortSignal }): Promise<Verdict> {
    const phase = phaseOf(submission.row, submission.phase);
    if (phase === undefined) throw new Error(`${submission.row.instance_id} has no phase ${submission.phase}`);
    const grade = async () => {
      if (!phase.changesData) return await this.#compare(submission, phase, options);
      return await this.#change(submission, phase, options);
    };
    try {
      return await grade();
    } catch (error) {
      if (!(error instanceof DatabaseUnreached)) throw error;
    }
    await this.#options.databases.checkAlive(options);
    try {
      return await grade();
    } catch (error) {
      if (!(error instanceof DatabaseUnreached)) throw error;
      // The server lives and it happened twice: the statements do it.
      return failed("not-executable", "the connection was lost while it ran");
    }
  }

  async #compare(
    submission: Submission,
    phase: TaskPhase,
    options: { signal: AbortSignal },
    again = true,
  ): Promise<Verdict> {
    const key = await this.#goldOf(submission, phase, options);
    if (key === null) return failed("task");
    const connection = await submission.database.renewedReader(options);
    const answer = await this.#options.judge.compare(this.#asked(key, submission, phase, connection), options);
    if (answer.why === "gold-missing" && again) {
      this.#golds.delete(key);
      return await this.#compare(submission, phase, options, false);
    }
    return verdictOf(answer);
  }

  /** The key under which the judge has the gold rows; null where the ground truth does not work. */
  async #goldOf(submission: Submission, phase: TaskPhase, options: { signal: AbortSignal }): Promise<string | null> {
    const key = this.#keyOf(submission, phase);
    const make = async (signal: AbortSignal) => await this.#makeGold(key, submission, phase, { signal });
    return this.#golds.has(key) || (await this.#making.run(key, make, options)) ? key : null;
  }

  /** On data that nobody but the ground truth has changed. False where the ground truth does not work. */
  async #makeGold(
    key: string,
    { row, phase: number, change, database }: Submission,
    phase: TaskPhase,
    options: { signal: AbortSignal },
  ): Promise<boolean> {
    const { databases, judge, statementTimeoutMs: timeoutMs } = this.#options;
    const terms = { key, sqls: phase.gold, ...this.#terms(phase) };
    let ok: boolean;
    const after = number === 2 && change !== null;
    if (after || phase.changesData) {
      await using clone = await Throwaway.open(databases, database.of, options);
      if (after && (await clone.run(row.sol_sql, { timeoutMs, ...options })) !== null) return false;
      ({ ok } = await judge.gold({ ...terms, connection: clone.owner }, options));
    } else {
      const connection = await this.#goldDatabases.connectionTo(database.of, options);
      ({ ok } = await judge.gold({ ...terms, connection }, options));
    }
    if (ok) this.#golds.add(key);
    return ok;
  }

  async #change(submission: Submission, phase: TaskPhase, options: { signal: AbortSignal }): Promise<Verdict> {
    const { databases, statementTimeoutMs: timeoutMs } = this.#options;
    const { database, change } = submission;
    // First, as it may need a clone too.
    const gold = phase.testCases.length > 0 ? undefined : await this.#goldOf(submission, phase, options);
    if (gold === null) return failed("task");
    await using clone = await Throwaway.open(databases, database.of, options);
    const judged = async (): Promise<Verdict> => {
      const problem = change === null ? null : await clone.run(change, { timeoutMs, ...options });
      if (problem !== null) return problem;
      if (gold === undefined) return await this.#test(submission, phase, clone, options);
      const asked = { ...this.#asked(gold, submission, phase, clone.owner), writes: true };
      return verdictOf(await this.#options.judge.compare(asked, options));
    };
    try {
      return await withinSize(databases, clone.database, judged, options);
    } catch (error) {
      if (!(error instanceof DatabaseTooLarge)) throw error;
      return failed("database-too-large");
    }
  }

  async #test(
    { sqls }: Submission,
    phase: TaskPhase,
    clone: Throwaway,
    options: { signal: AbortSignal },
  ): Promise<Verdict> {
    const { judge, judgeTimeoutMs } = this.#options;
    const tester = await clone.openTester(options);
    const asked = {
      ...{ connection: tester, owner: clone.owner, predictionSqls: sqls, goldSqls: phase.gold },
      ...{ testCases: phase.testCases, timeoutMs: judgeTimeoutMs },
    };
    return verdictOf(await judge.test(asked, options));
  }

  #asked(key: string, { sqls }: Submission, phase: TaskPhase, connection: ConnectionTo): CompareAsked {
    return { ...{ key, connection, sqls, writes: false }, ...this.#terms(phase) };
  }

  #terms({ order }: TaskPhase): Pick<GoldAsked, "order" | "timeoutMs"> {
    return { order, timeoutMs: this.#options.statementTimeoutMs };
  }

  #keyOf({ row, phase: number, change }: Submission, { gold }: TaskPhase): string {
    const before = number === 2 && change !== null ? row.sol_sql : [];
    const { names } = this.#options.databases;
    return sha256(JSON.stringify([names.run, row.selected_database, before, gold]));
  }
}

function verdictOf({ passed: good, why, error }: Compared): Verdict {
  if (good) return passed;
  switch (why) {
    case "prediction-error":
      return failed("not-executable", error);
    case "timeout":
      return failed("timeout");
    case "result-too-large":
      return failed("too-large");
    case "gold-missing":
      return failed("task");
    default:
      return failed("wrong");
  }
}
