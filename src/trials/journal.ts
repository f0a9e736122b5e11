// The journal of an experiment (node:sqlite): every trial and every decision as it happens. One writer, locked.

import { existsSync, mkdirSync } from "node:fs";
import { dirname } from "node:path";
import { DatabaseSync, type SQLInputValue } from "node:sqlite";
import { HarnessError } from "../core/fault.ts";
import { noUsage, type Usage } from "../core/model.ts";
import type { TrialRecord, TrialStep } from "../core/trial.ts";

const version = 1;

export interface TrialFilter {
  task?: string;
  step?: TrialStep;
  agent?: string;
  decision?: string;
}

/** Of trials that asked a model, by what bounds them: US dollars, tokens in and out. */
export interface TrialCost {
  trials: number;
  mean: { costUsd: number; tokens: number };
  dearest: { costUsd: number; tokens: number };
}

export interface Journal extends Disposable {
  trial(key: string): TrialRecord | undefined;
  /** In the order in which they ended. */
  trials(filter?: TrialFilter): TrialRecord[];
  /** Notes that a trial is under way; a host that is killed leaves the row. */
  startTrial(key: string, task: string, step: TrialStep): void;
  finishTrial(record: TrialRecord): void;
  /** Trials that were started and never ended. */
  unfinished(): string[];
  /** Mean duration in ms by task, of the scored trials so far. */
  durations(): Map<string, number>;
  /** Of the trials that asked a model; a simulated user's calls included. */
  costs(): TrialCost;
  /** Small JSON values by name: loop state, verdicts, baseline. */
  read(name: string): unknown;
  write(name: string, value: unknown): void;
  /** All values whose names begin so, by name. */
  list(prefix: string): Array<{ name: string; value: unknown }>;
}

/** Opens for writing; throws config "experiment-busy" when another host holds it. */
export function openJournal(file: string, lockFile: string): Journal {
  mkdirSync(dirname(file), { recursive: true, mode: 0o700 });
  const lock = lockOrRefuse(lockFile);
  try {
    const database = new DatabaseSync(file);
    database.exec("PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL; PRAGMA busy_timeout = 5000;");
    prepareSchema(database, file);
    return new SqliteJournal(database, lock);
  } catch (error) {
    lock.close();
    throw error;
  }
}

/** Whether a process holds the experiment now. */
export function isHeld(lockFile: string): boolean {
  if (!existsSync(lockFile)) return false;
  try {
    using lock = new DatabaseSync(lockFile, { readOnly: true });
    lock.prepare("SELECT count(*) FROM holder").get();
    return false;
  } catch (error) {
    if (error instanceof Error && "errcode" in error && error.errcode === sqliteBusy) return true;
    throw error;
  }
}

const sqliteBusy = 5;

/** Opens for reading beside a running host; throws config "no-journal" when there is none. */
export function readJournal(file: string): Journal {
  try {
    const database = new DatabaseSync(file, { readOnly: true });
    database.exec("PRAGMA busy_timeout = 5000;");
    return new SqliteJournal(database, undefined);
  } catch (error) {
    throw new HarnessError({
      fault: "config",
      code: "no-journal",
      message: `${file} can't be opened: nothing has run here yet? Start with \`auto-harness start\``,
      cause: error,
    });
  }
}

/** A lock that the operating system gives back when the process dies: SQLite's own, held for the process's life. */
function lockOrRefuse(file: string): DatabaseSync {
  // Whoever looks whether it is held has it for a moment.
  const lock = new DatabaseSync(file, { timeout: 300 });
  try {
    lock.exec(
      "PRAGMA locking_mode = EXCLUSIVE; BEGIN IMMEDIATE; CREATE TABLE IF NOT EXISTS holder (pid INTEGER); COMMIT;",
    );
    lock.exec(`BEGIN IMMEDIATE; DELETE FROM holder; INSERT INTO holder VALUES (${process.pid}); COMMIT;`);
    return lock;
  } catch (error) {
    lock.close();
    throw new HarnessError({
      fault: "config",
      code: "experiment-busy",
      message: `another auto-harness process works on this experiment (${dirname(file)} is locked); wait for it or stop it`,
      cause: error,
    });
  }
}

/** In SQL: what agent and simulated user used of it. */
function sumOf(name: "calls" | "costUsd" | "inputTokens" | "outputTokens"): string {
  const of = (usage: string) => `coalesce(json_extract(record, '$.${usage}.${name}'), 0)`;
  return `(${of("usage")} + ${of("userUsage")})`;
}

function prepareSchema(database: DatabaseSync, file: string): void {
  database.exec(`
    CREATE TABLE IF NOT EXISTS meta (version INTEGER NOT NULL);
    CREATE TABLE IF NOT EXISTS started (key TEXT PRIMARY KEY, task TEXT NOT NULL, step TEXT NOT NULL, at TEXT NOT NULL);
    CREATE TABLE IF NOT EXISTS trials (
      sequence INTEGER PRIMARY KEY AUTOINCREMENT, key TEXT UNIQUE NOT NULL, task TEXT NOT NULL, step TEXT NOT NULL,
      agent TEXT NOT NULL, decision TEXT NOT NULL, status TEXT NOT NULL, total_ms REAL NOT NULL, record TEXT NOT NULL);
    CREATE INDEX IF NOT EXISTS trials_by_agent ON trials (agent, step);
    CREATE TABLE IF NOT EXISTS state (name TEXT PRIMARY KEY, value TEXT NOT NULL);
  `);
  const row = database.prepare("SELECT version FROM meta").get();
  if (row === undefined) database.prepare("INSERT INTO meta VALUES (?)").run(version);
  else if (row["version"] !== version) {
    throw new HarnessError({
      fault: "config",
      code: "journal-version",
      message: `${file} was written as version ${row["version"]}, this program reads ${version}; choose another experiment name`,
    });
  }
}

class SqliteJournal implements Journal {
  readonly #database: DatabaseSync;
  readonly #lock: DatabaseSync | undefined;
  #open = true;

  constructor(database: DatabaseSync, lock: DatabaseSync | undefined) {
    this.#database = database;
    this.#lock = lock;
  }

  trial(key: string): TrialRecord | undefined {
    const row = this.#database.prepare("SELECT record FROM trials WHERE key = ?").get(key);
    return row === undefined ? undefined : parseRecord(row["record"]);
  }

  trials(filter: TrialFilter = {}): TrialRecord[] {
    const entries = Object.entries(filter).filter(([, value]) => value !== undefined);
    const where = entries.length === 0 ? "" : `WHERE ${entries.map(([column]) => `${column} = ?`).join(" AND ")}`;
    const values = entries.map(([, value]) => value as SQLInputValue);
    const rows = this.#database.prepare(`SELECT record FROM trials ${where} ORDER BY sequence`).all(...values);
    return rows.map((row) => parseRecord(row["record"]));
  }

  startTrial(key: string, task: string, step: TrialStep): void {
    const statement = "INSERT OR REPLACE INTO started VALUES (?, ?, ?, ?)";
    this.#database.prepare(statement).run(key, task, step, new Date().toISOString());
  }

  finishTrial(record: TrialRecord): void {
    const { key, parts, outcome, totalMs } = record;
    this.#database.exec("BEGIN IMMEDIATE");
    try {
      this.#database
        .prepare(
          `INSERT INTO trials (key, task, step, agent, decision, status, total_ms, record) VALUES (?, ?, ?, ?, ?, ?, ?, ?)
           ON CONFLICT (key) DO UPDATE SET status = excluded.status, total_ms = excluded.total_ms, record = excluded.record`,
        )
        .run(key, parts.task, parts.step, parts.agent, parts.decision, outcome.status, totalMs, JSON.stringify(record));
      this.#database.prepare("DELETE FROM started WHERE key = ?").run(key);
      this.#database.exec("COMMIT");
    } catch (error) {
      this.#database.exec("ROLLBACK");
      throw error;
    }
  }

  unfinished(): string[] {
    return this.#database
      .prepare("SELECT key FROM started ORDER BY at")
      .all()
      .map((row) => String(row["key"]));
  }

  durations(): Map<string, number> {
    const rows = this.#database
      .prepare("SELECT task, avg(total_ms) AS mean FROM trials WHERE status = 'scored' GROUP BY task")
      .all();
    return new Map(rows.map((row) => [String(row["task"]), Number(row["mean"])]));
  }

  costs(): TrialCost {
    const dollars = sumOf("costUsd");
    const tokens = `${sumOf("inputTokens")} + ${sumOf("outputTokens")}`;
    const row = this.#database
      .prepare(
        `SELECT count(*) AS trials, avg(${dollars}) AS mean_usd, max(${dollars}) AS most_usd, avg(${tokens}) AS mean_tokens,
         max(${tokens}) AS most_tokens FROM trials WHERE ${sumOf("calls")} > 0`,
      )
      .get();
    const number = (name: string) => Number(row?.[name] ?? 0);
    return {
      trials: number("trials"),
      mean: { costUsd: number("mean_usd"), tokens: number("mean_tokens") },
      dearest: { costUsd: number("most_usd"), tokens: number("most_tokens") },
    };
  }

  read(name: string): unknown {
    const row = this.#database.prepare("SELECT value FROM state WHERE name = ?").get(name);
    return row === undefined ? undefined : JSON.parse(String(row["value"]));
  }

  write(name: string, value: unknown): void {
    const statement = "INSERT INTO state VALUES (?, ?) ON CONFLICT (name) DO UPDATE SET value = excluded.value";
    this.#database.prepare(statement).run(name, JSON.stringify(value));
  }

  list(prefix: string): Array<{ name: string; value: unknown }> {
    const rows = this.#database
      .prepare("SELECT name, value FROM state WHERE substr(name, 1, ?) = ? ORDER BY name")
      .all(prefix.length, prefix);
    return rows.map((row) => ({ name: String(row["name"]), value: JSON.parse(String(row["value"])) }));
  }

  [Symbol.dispose](): void {
    if (!this.#open) return;
    this.#open = false;
    this.#database.close();
    this.#lock?.close();
  }
}

function parseRecord(text: unknown): TrialRecord {
  const record = JSON.parse(String(text)) as TrialRecord;
  const { usage, userUsage } = record;
  const whole = { ...record, usage: wholeUsage(usage) };
  return userUsage === undefined ? whole : { ...whole, userUsage: wholeUsage(userUsage) };
}

/** Journals from before times were counted have none. A price that was not known is no field in JSON, and is not 0. */
function wholeUsage(usage: Usage): Usage {
  return { ...noUsage, ...usage, costUsd: usage.costUsd };
}
