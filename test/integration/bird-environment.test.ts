// The environment in its container beside a real Postgres and the real judge: what it pays, what it refuses.

import { setTimeout as sleep } from "node:timers/promises";
import { isDeepStrictEqual } from "node:util";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type BirdTask, readBirdTasks } from "../helpers/bird-dataset.ts";
import {
  type BirdScene,
  type OpenedEnvironment,
  type OpenedSession,
  openBirdScene,
  type SetUpData,
} from "../helpers/open-bird-environment.ts";

const tasks = await readBirdTasks();
const modes = ["a-interact", "c-interact"] as const;
let scene: BirdScene;
let environment: OpenedEnvironment;

beforeAll(async () => {
  scene = await openBirdScene();
  environment = await scene.openEnvironment({ clonePool: 1, statementTimeoutMs: 3000, judgeTimeoutMs: 10_000 });
});

afterAll(async () => {
  await environment?.[Symbol.asyncDispose]();
  await scene?.[Symbol.asyncDispose]();
});

function taskOf(instanceId: string): BirdTask {
  const task = tasks.find(({ instance_id }) => instance_id === instanceId);
  if (task === undefined) throw new Error(`no task ${instanceId}`);
  return task;
}

/** One string, as an agent submits. */
function goldOf(instanceId: string, phase: 1 | 2 = 1): string {
  const { truth } = taskOf(instanceId);
  return (phase === 1 ? truth.sol_sql : (truth.follow_up?.sol_sql ?? [])).join(";\n");
}

async function submit(session: OpenedSession, sql: string): Promise<string> {
  return (await session.tool("submit_sql", { sql })).result;
}

async function rewardOf(session: OpenedSession): Promise<number> {
  return (await session.score()).reward;
}

describe.each(modes)("the reference solution in %s", (mode) => {
  test.each(tasks.map(({ instance_id }) => instance_id))("earns everything on %s", async (instanceId) => {
    const session = await environment.open(instanceId, mode);
    await session.oracle();
    const { reward, notes, record } = await session.score();
    expect({ reward, notes }).toEqual({ reward: 1, notes: [] });
    const text = JSON.stringify(record);
    for (const sql of taskOf(instanceId).truth.sol_sql) expect(text).not.toContain(JSON.stringify(sql).slice(1, 80));
    await session.close();
  });
});

describe.each(modes)("a wrong solution in %s", (mode) => {
  test.each(["seedbank_1", "tramway_4", "pilotage_M_1", "seedbank_M_3"])("earns nothing on %s", async (instanceId) => {
    const session = await environment.open(instanceId, mode);
    for (const { sql } of taskOf(instanceId).misreadings) {
      await submit(session, sql.join(";\n"));
      await session.turn();
    }
    await submit(session, "SELECT 1");
    expect(await rewardOf(session)).toBe(0);
    await session.close();
  });
});

describe("a session", () => {
  test("begins with the question and the budget only", async () => {
    const session = await environment.open("seedbank_2", "a-interact");
    const { amb_user_query: question } = taskOf("seedbank_2");
    const message = `Database: seedbank\nBudget: 18 coins\n\nThe user asks:\n${question}`;
    expect(session.start).toEqual({ mode: "a-interact", message, state: {} });
    await session.close();
  });

  test("in c-interact begins with schema and the knowledge that is left", async () => {
    const session = await environment.open("seedbank_2", "c-interact");
    const { message, state } = session.start;
    expect(message).toBe(taskOf("seedbank_2").amb_user_query);
    expect(Object.keys(state)).toEqual(["db_name", "db_schema", "external_kg", "max_turn"]);
    expect(state["max_turn"]).toBe(6);
    const ids = (JSON.parse(String(state["external_kg"])) as Array<{ id: number }>).map(({ id }) => id);
    expect(ids).not.toContain(3);
    await session.close();
  });

  test("earns 0.7 by two debug turns in c-interact", async () => {
    const session = await environment.open("seedbank_1", "c-interact");
    expect(await submit(session, "SELEC 1")).toContain('syntax error at or near "SELEC"');
    expect((await session.turn()).message).toMatch(/syntax error.*last chance/s);
    expect(await submit(session, goldOf("seedbank_1"))).toBe("Your SQL is correct. End your turn now.");
    expect((await session.turn()).message).toContain(taskOf("seedbank_1").follow_up?.query);
    await submit(session, "SELECT 1");
    await session.turn();
    await submit(session, goldOf("seedbank_1", 2));
    expect(await session.turn()).toEqual({ done: true, why: "solved" });
    expect(await session.score()).toMatchObject({
      reward: 0.7,
      ...{ phase1: { passed: true, after: "debug" }, phase2: { passed: true, after: "debug" } },
    });
    await session.close();
  });

  test("goes on after a change in what the change has left, also for whoever looks", async () => {
    const session = await environment.open("seedbank_M_1", "a-interact");
    expect(await session.sql("SELECT count(*) FROM regeneration_queue")).toMatch(/does not exist/);
    await submit(session, goldOf("seedbank_M_1"));
    expect(await session.sql("SELECT count(*) > 0 FROM regeneration_queue")).toMatch(/\nt$/);
    expect(await session.sql("DELETE FROM regeneration_queue")).toMatch(/read-only transaction|permission denied/);
    await submit(session, goldOf("seedbank_M_1", 2));
    expect(await session.score()).toMatchObject({ reward: 1, basis: ["test-cases", "test-cases"] });
    await session.close();
  });

  test("charges every call, refuses what is too dear, lets the agent submit once more, and is over", async () => {
    const session = await environment.open("seedbank_4", "a-interact");
    for (let at = 0; at < 7; at += 1) await session.tool("ask_user", { question: "May I?" });
    expect(await session.tool("submit_sql", { sql: "SELECT 1" })).toMatchObject({
      cost: 0,
      budgetBefore: 2,
      ended: true,
    });
    expect(await session.tool("get_schema")).toMatchObject({ refused: "ended", cost: 0 });
    expect(await submit(session, goldOf("seedbank_4"))).toMatch(/over/);
    const { reward, questions, budgetUsed, record } = await session.score();
    expect({ reward, questions, budgetUsed }).toEqual({ reward: 0, questions: 7, budgetUsed: 14 });
    expect(record.dialogue.slice(1, 3)).toEqual([
      { role: "agent", content: "May I?" },
      { role: "user", content: "Yes, please." },
    ]);
    await session.close();
  });

  test("is open once, and unknown before and after", async () => {
    const session = await environment.open("seedbank_1", "a-interact");
    const again = { session: session.id, instanceId: "seedbank_1", mode: "a-interact" };
    await expect(environment.ask("open", again)).rejects.toMatchObject({ code: "session-exists" });
    await session.close();
    await expect(session.score()).rejects.toMatchObject({ code: "unknown-session" });
    await expect(environment.open("no_such_1", "a-interact")).rejects.toMatchObject({ code: "unknown-task" });
  });
});

describe("forged rewards", () => {
  test.each(modes)("several submissions at once pay once in %s", async (mode) => {
    const session = await environment.open("seedbank_1", mode);
    const gold = goldOf("seedbank_1");
    const replies = await Promise.all(Array.from({ length: 4 }, () => session.tool("submit_sql", { sql: gold })));
    if (mode === "c-interact") {
      expect(replies.map(({ refused }) => refused)).toEqual([null, "turn-over", "turn-over", "turn-over"]);
    }
    expect(await rewardOf(session)).toBe(0.7);
    await session.close();
  });

  test("parallel calls are charged one after the other", async () => {
    const session = await environment.open("seedbank_1", "a-interact");
    const replies = await Promise.all(Array.from({ length: 40 }, () => session.tool("get_schema")));
    expect(replies.filter(({ refused }) => refused === null)).toHaveLength(16);
    expect(new Set(replies.map(({ budgetAfter }) => budgetAfter)).size).toBe(16);
    expect(await session.score()).toMatchObject({ budgetUsed: 16, toolCalls: 16 });
    await session.close();
  });

  test("questions have a limit in c-interact, and none under upstream's rules", async () => {
    await using lax = await scene.openEnvironment({ limits: "upstream" });
    for (const [given, answered] of [
      [environment, 5],
      [lax, 12],
    ] as const) {
      const session = await given.open("seedbank_1", "c-interact");
      const ask = () => session.tool("ask_user", { question: "Why?" });
      const replies = await Promise.all(Array.from({ length: 12 }, ask));
      expect(replies.filter(({ refused }) => refused === null)).toHaveLength(answered);
      await session.close();
    }
  });

  test("data rewritten and constants selected are refused", async () => {
    const session = await environment.open("seedbank_1", "a-interact");
    expect(await submit(session, "UPDATE taxa SET family = 'X'; SELECT 'X', 1, 10")).toMatch(/read-only transaction/);
    const escaping = "COMMIT; SET default_transaction_read_only = off; COMMIT; UPDATE taxa SET family = 'X'; SELECT 1";
    expect(await submit(session, escaping)).toMatch(/read-only|permission denied/);
    expect(await session.sql("SELECT count(*) FROM taxa WHERE family = 'X'")).toMatch(/\n0$/);
    expect(await rewardOf(session)).toBe(0);
    await session.close();
  });

  test("a change that rewrites what the follow-up asks for does not move its gold", async () => {
    const session = await environment.open("seedbank_M_2", "a-interact");
    const rewriting = `${goldOf("seedbank_M_2")}; ALTER TABLE accessions RENAME TO kept;
      CREATE VIEW accessions AS SELECT * FROM kept LIMIT 1`;
    expect(await submit(session, rewriting)).toMatch(/follow-up/);
    await submit(session, goldOf("seedbank_M_2", 2));
    expect(await rewardOf(session)).toBe(0.7);
    await session.close();
  });

  test("numbers that an agent makes up are no part of a call", async () => {
    const session = await environment.open("seedbank_1", "a-interact");
    const reply = await session.tool("get_schema", { cost: -100, budget: 1e9, reward: 1 });
    expect(reply).toMatchObject({ cost: 1, budgetBefore: 16, budgetAfter: 15 });
    const tooLarge = session.tool("execute_sql", { sql: "x".repeat(200_000) });
    await expect(tooLarge).rejects.toMatchObject({ code: "agent-fault" });
    await expect(session.tool("reward", {})).rejects.toMatchObject({ code: "agent-fault" });
    expect(await rewardOf(session)).toBe(0);
    await session.close();
  });
});

/** Through the exploring tool. What comes back is an error of Postgres's, and the data are as they were. */
const attacks: Array<[name: string, sql: string, answer: RegExp]> = [
  ["a program", "COPY (SELECT 1) TO PROGRAM 'id'", /permission denied|must be superuser/],
  ["a program as a source", "COPY taxa FROM PROGRAM 'id'", /permission denied|read-only|must be superuser/],
  ["a file of the server's", "SELECT pg_read_file('/etc/passwd')", /permission denied/],
  ["a folder of the server's", "SELECT pg_ls_dir('/')", /permission denied/],
  ["a large object of a file", "SELECT lo_import('/etc/passwd')", /permission denied/],
  ["a large object", "SELECT lo_from_bytea(0, 'x')", /permission denied/],
  ["a table", "CREATE TABLE mine (id int)", /read-only|permission denied/],
  ["a temporary table", "CREATE TEMP TABLE mine (id int)", /read-only|permission denied/],
  [
    "a DELETE in a WITH",
    "WITH gone AS (DELETE FROM taxa RETURNING 1) SELECT * FROM gone",
    /read-only|permission denied/,
  ],
  ["EXPLAIN ANALYZE of a DELETE", "EXPLAIN ANALYZE DELETE FROM taxa", /read-only|permission denied/],
  ["a DO block", "DO $$ BEGIN DELETE FROM taxa; END $$", /read-only|permission denied/],
  ["a writable transaction", "SET TRANSACTION READ WRITE", /must be set before any query/],
  ["a superuser's role", "SET ROLE postgres", /permission denied/],
  ["the owner of templates", "SET ROLE bird_owner", /permission denied/],
  ["another session user", "SET SESSION AUTHORIZATION postgres", /permission denied/],
  ["a password of its own", "ALTER ROLE CURRENT_USER PASSWORD 'x'", /read-only/],
  ["settings of its own", "ALTER ROLE CURRENT_USER SET statement_timeout = 0", /read-only/],
  ["the template", "ALTER DATABASE seedbank_template ALLOW_CONNECTIONS true", /read-only|permission denied|owner/],
  ["the server's settings", "ALTER SYSTEM SET fsync = on", /transaction block|permission denied|read-only/],
  ["a new database", "CREATE DATABASE mine", /read-only|permission denied/],
  ["an extension", "CREATE EXTENSION dblink", /read-only|permission denied/],
  ["passwords", "SELECT rolpassword FROM pg_authid", /permission denied/],
  ["two statements", "SELECT 1; DELETE FROM taxa", /multiple commands/],
  ["two statements after a commit", "COMMIT; DELETE FROM taxa", /multiple commands/],
  ["a lock", "SELECT pg_advisory_lock(1)", /permission denied/],
  ["a table lock", "LOCK TABLE taxa IN ACCESS EXCLUSIVE MODE", /permission denied|read-only/],
  ["a message to others", "SELECT pg_notify('a', 'b')", /permission denied/],
  ["another database", "SELECT * FROM seedbank_template.public.taxa", /cross-database references/],
  ["dblink", "SELECT * FROM dblink('dbname=postgres', 'SELECT 1') AS t(a int)", /does not exist|permission denied/],
  [
    "endless recursion",
    "WITH RECURSIVE r(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM r) SELECT max(n) FROM r",
    /took longer than 3 s/,
  ],
  ["sleep", "SELECT pg_sleep(1000)", /took longer than 3 s/],
  [
    "sleep without a limit",
    "DO $$ BEGIN SET statement_timeout = 0; PERFORM pg_sleep(1000); END $$",
    /took longer than 3 s/,
  ],
  ["a huge value", "SELECT repeat('x', 12000000)", /too large/],
  ["its own end", "SELECT pg_terminate_backend(pg_backend_pid())", /terminat|ended/],
];

describe("through the exploring tool", () => {
  let session: OpenedSession;
  let before = "";
  const state = async () =>
    (
      await scene.sql(
        "postgres",
        `SELECT string_agg(datname || datallowconn || datistemplate, ',' ORDER BY datname) FROM pg_database
         WHERE datname NOT LIKE 'bird%'`,
      )
    ).join();

  beforeAll(async () => {
    before = await state();
  });

  test.each(attacks)("%s: refused", async (_name, sql, answer) => {
    session = await environment.open("seedbank_1", "a-interact");
    expect(await session.sql(sql)).toMatch(answer);
    expect(await session.sql("SELECT count(*) FROM taxa")).toMatch(/\n[1-9]\d*$/);
    expect(await state()).toBe(before);
    await submit(session, goldOf("seedbank_1"));
    expect(await rewardOf(session)).toBe(0.7);
    await session.close();
  });

  test("a setting that is switched off is on again for the next statement, and rights are lacking anyway", async () => {
    session = await environment.open("seedbank_1", "a-interact");
    await session.sql("SET default_transaction_read_only = off");
    await session.sql("COMMIT");
    await session.sql("SET SESSION CHARACTERISTICS AS TRANSACTION READ WRITE");
    expect(await session.sql("SHOW transaction_read_only")).toMatch(/\non$/);
    expect(await session.sql("DELETE FROM taxa")).toMatch(/read-only transaction/);
    await session.close();
  });

  test("it has no right to write anything, whatever the transaction is", async () => {
    session = await environment.open("seedbank_1", "a-interact");
    const rights = `SELECT relname FROM pg_class c WHERE has_table_privilege(c.oid, 'INSERT, UPDATE, DELETE, TRUNCATE')
      OR has_schema_privilege(relnamespace, 'CREATE')`;
    // Writing to this view is what SET does.
    expect((await session.sql(rights)).split("\n").slice(2)).toEqual(["pg_settings"]);
    await session.close();
  });

  test("ten million rows are a hundred", async () => {
    session = await environment.open("seedbank_1", "a-interact");
    const lines = (await session.sql("SELECT generate_series(1, 10000000)")).split("\n");
    expect(lines.slice(-2)).toEqual(["100", "(only the first 100 rows are shown)"]);
    await session.close();
  });

  test("no database lets it in but its own clone", async () => {
    session = await environment.open("seedbank_1", "a-interact");
    const other = await environment.open("seedbank_1", "a-interact");
    const own = (await session.sql("SELECT current_database()")).split("\n")[2];
    const rows = await session.sql(
      "SELECT datname FROM pg_database WHERE has_database_privilege(datname, 'CONNECT, CREATE, TEMPORARY')",
    );
    expect(rows.split("\n").slice(2)).toEqual([own]);
    expect((await other.sql("SELECT current_database()")).split("\n")[2]).not.toBe(own);
    await Promise.all([session.close(), other.close()]);
  });
});

describe("a submission that changes data", () => {
  /** The first is the right one. */
  const right = goldOf("pilotage_M_1");
  test.each([
    ["a program", "COPY (SELECT 1) TO PROGRAM 'id'", /permission denied|must be superuser/],
    ["a superuser", "ALTER ROLE CURRENT_USER SUPERUSER", /must be superuser|permission denied/],
    ["a role", "CREATE ROLE friend SUPERUSER", /must be superuser|permission denied/],
    ["the template", "DROP DATABASE pilotage_template", /transaction block|owner|permission denied/],
    ["the server's settings", "ALTER SYSTEM SET fsync = on", /transaction block|superuser|permission denied/],
    ["a file", "SELECT pg_read_file('/etc/passwd')", /permission denied/],
    [
      "a function of the server's memory",
      "CREATE FUNCTION f() RETURNS int LANGUAGE c AS '/bin/true'",
      /permission denied/,
    ],
    [
      "its own database's settings",
      "DO $$ BEGIN EXECUTE format('ALTER DATABASE %I SET search_path = x', current_database()); END $$",
      /owner/,
    ],
    [
      "a trigger on everything",
      "CREATE EVENT TRIGGER t ON ddl_command_end EXECUTE FUNCTION now()",
      /permission denied|superuser|must return/,
    ],
  ])("with %s is refused as a whole", async (_name, sql, answer) => {
    const session = await environment.open("pilotage_M_1", "a-interact");
    expect(await submit(session, `${right}; ${sql}`)).toMatch(answer);
    expect(await rewardOf(session)).toBe(0);
    await session.close();
  });

  test.each([
    ["its password", "ALTER ROLE CURRENT_USER PASSWORD 'mine'"],
    ["its way in", "DROP OWNED BY CURRENT_USER"],
    [
      "the tester's way in",
      "DO $$ BEGIN EXECUTE format('REVOKE %I FROM %I', current_user, 'x'); EXCEPTION WHEN OTHERS THEN END $$",
    ],
  ])("that changes %s and then fails is the agent's own failure", async (_name, sql) => {
    const session = await environment.open("pilotage_M_1", "a-interact");
    expect(await submit(session, `${sql}; COMMIT; SELECT 1 / 0`)).toMatch(/not correct/);
    expect(await submit(session, right)).toMatch(/is correct/);
    expect(await rewardOf(session)).toBe(0.7);
    await session.close();
  });

  test("a reader that has locked itself out is let in again: no infrastructure fault can be bought", async () => {
    const session = await environment.open("seedbank_1", "a-interact");
    const own = async (what: string) => (await session.sql(`SELECT ${what}`)).split("\n")[2] ?? "";
    const [role, clone] = [await own("current_user"), await own("current_database()")];
    const itself = `SET SESSION AUTHORIZATION ${role}; SET default_transaction_read_only = off; COMMIT;
      DROP OWNED BY CURRENT_USER; ALTER ROLE CURRENT_USER PASSWORD 'x'; ALTER ROLE CURRENT_USER SET search_path = nowhere`;
    await scene.sql(clone, itself);
    expect(await submit(session, goldOf("seedbank_1"))).toMatch(/is correct/);
    await session.close();
  });

  test.each([
    ["at once", "CREATE TABLE much AS SELECT repeat(md5(i::text), 30) FROM generate_series(1, 30000) i"],
    [
      "without an end",
      `CREATE TABLE much (a text);
       DO $$ BEGIN LOOP INSERT INTO much SELECT repeat(md5(i::text), 30) FROM generate_series(1, 500) i; END LOOP; END $$`,
    ],
  ])("that writes too much %s is refused, and the next one is not", async (_name, sql) => {
    await using narrow = await scene.openEnvironment({ maxGrowthMb: 8 });
    const session = await narrow.open("pilotage_M_1", "a-interact");
    expect(await submit(session, `${right}; ${sql}`)).toBe("Your SQL is not correct. It writes too much.");
    expect(await submit(session, right)).toMatch(/is correct/);
    await session.close();
  });

  test("that runs forever is ended", async () => {
    const session = await environment.open("pilotage_M_1", "a-interact");
    expect(await submit(session, "SET statement_timeout = 0; SELECT pg_sleep(1000)")).toMatch(/not correct/);
    await session.close();
  });
});

describe("a change without test cases", () => {
  const change = "UPDATE taxa SET family = upper(family) RETURNING family";
  const look = "SELECT family FROM taxa";
  const data = (body: SetUpData): SetUpData => {
    const [row] = body.rows.filter(({ instance_id }) => instance_id === "seedbank_1");
    if (row === undefined) throw new Error("no task seedbank_1");
    const followUp = { ...(row["follow_up"] as object), category: "Query", sol_sql: [look], test_cases: [] };
    const made = { ...row, category: "Management", sol_sql: [change], test_cases: [], follow_up: followUp };
    return { ...body, rows: [made] };
  };

  test("is judged by the rows that it returns, and the follow-up begins after it", async () => {
    await using given = await scene.openEnvironment({ data });
    const session = await given.open("seedbank_1", "a-interact");
    expect(await submit(session, look)).toBe("Your SQL is not correct.");
    expect(await session.sql(look)).not.toMatch(/ACEAE/);
    expect(await submit(session, change)).toMatch(/is correct.*follow-up/);
    expect(await session.sql(look)).toMatch(/ACEAE/);
    expect(await submit(session, look)).toMatch(/is correct/);
    expect(await session.score()).toMatchObject({ reward: 1, basis: ["rows", "rows"], notes: [] });
    await session.close();
  });

  test("is earned by the oracle, and not by rewriting what the ground truth returns", async () => {
    await using given = await scene.openEnvironment({ data });
    const session = await given.open("seedbank_1", "c-interact");
    expect(await submit(session, "UPDATE taxa SET family = 'X'; COMMIT; SELECT 'X'")).toMatch(/not correct/);
    await session.close();
    const oracle = await given.open("seedbank_1", "c-interact");
    await oracle.oracle();
    expect(await rewardOf(oracle)).toBe(1);
    await oracle.close();
  });
});

describe("ground truth", () => {
  test("leaves no trace where the session looks, and has a role that is let in nowhere else", async () => {
    await using given = await scene.openEnvironment();
    const session = await given.open("seedbank_1", "a-interact");
    await submit(session, "SELECT 1");
    expect(given.gradings).toEqual(["gold", "compare"]);
    const looked = "SELECT coalesce(sum(seq_scan), 0) + coalesce(sum(idx_scan), 0) FROM pg_stat_user_tables";
    expect(await session.sql(looked)).toMatch(/\n0$/);
    const clone = (await session.sql("SELECT current_database()")).split("\n")[2] ?? "";
    const gold = `${clone.replace(/_clone_\d+$/, "")}_gold_`;
    const letIn = await scene.sql(
      "postgres",
      `SELECT datname = '${clone}' FROM pg_roles, pg_database
       WHERE rolname LIKE '${gold}%' AND has_database_privilege(rolname, datname, 'CONNECT')`,
    );
    expect(letIn).toEqual(["f"]);
    await session.close();
  });
});

describe("on the server", () => {
  /** Databases and roles by the run of the environment that made them. */
  const byRun = async () => {
    const databases = "SELECT datname FROM pg_database WHERE datname ~ '^bird_[0-9a-f]{12}_'";
    const roles = "SELECT rolname FROM pg_roles WHERE rolname ~ '^bird_[0-9a-f]{12}_'";
    const names = await scene.sql("postgres", `${databases} UNION ALL ${roles}`);
    return Map.groupBy(names, (name) => name.slice(0, "bird_".length + 12));
  };
  const runOf = async (session: OpenedSession) =>
    ((await session.sql("SELECT current_database()")).split("\n")[2] ?? "").slice(0, "bird_".length + 12);

  /** What other tests' sessions have left goes in the background. */
  const untilStill = async <T>(look: () => Promise<T>): Promise<T> => {
    for (let seen = await look(); ; ) {
      await sleep(1000);
      const again = await look();
      if (isDeepStrictEqual(again, seen)) return again;
      seen = again;
    }
  };

  test("sessions at the same time do not meet, and nothing is left after stop", async () => {
    const stopped = await scene.openEnvironment({ clonePool: 1 });
    const first = await stopped.open("seedbank_1", "a-interact");
    const run = await runOf(first);
    const ids = tasks.map(({ instance_id }) => instance_id).filter((id) => /_M_1$|_[12]$/.test(id));
    const sessions = await Promise.all(ids.map((id) => stopped.open(id, "a-interact")));
    await Promise.all(sessions.map(async (session) => await session.oracle()));
    expect(await Promise.all(sessions.map(rewardOf))).toEqual(sessions.map(() => 1));
    expect((await byRun()).has(run)).toBe(true);
    await stopped.ask("stop", {});
    expect((await byRun()).get(run)).toBeUndefined();
    await stopped[Symbol.asyncDispose]();
  });

  test("what a killed environment left goes with the next one's start; a living one's stays", async () => {
    const killed = await scene.openEnvironment();
    const run = await runOf(await killed.open("seedbank_1", "a-interact"));
    await killed.kill();
    await killed[Symbol.asyncDispose]();
    expect((await byRun()).get(run)).not.toBeUndefined();
    await using next = await scene.openEnvironment();
    expect(next.stderr()).toMatch(/removed \d+ databases and roles that a dead environment left/);
    expect((await byRun()).get(run)).toBeUndefined();
    const session = await environment.open("seedbank_1", "a-interact");
    expect((await byRun()).has(await runOf(session))).toBe(true);
    await session.oracle();
    expect(await rewardOf(session)).toBe(1);
    await session.close();
  });

  test("no more is left of a closed session than what was there before", async () => {
    const others = await environment.open("seedbank_2", "a-interact");
    const run = await runOf(others);
    const roles = async () => ((await byRun()).get(run) ?? []).filter((name) => !name.includes("_clone_")).sort();
    const clones = async () => ((await byRun()).get(run) ?? []).filter((name) => name.includes("_clone_")).length;
    const before = await untilStill(async () => [await roles(), await clones()]);
    const session = await environment.open("seedbank_M_1", "a-interact");
    await session.oracle();
    await session.close();
    await expect.poll(async () => [await roles(), await clones()], { timeout: 20_000 }).toEqual(before);
    await others.close();
  });
});

describe("faults", () => {
  test("the user's model failing is nobody's answer", async () => {
    const model = async () => ({ result: { status: 503, headers: {} }, body: Buffer.from("down") });
    await using poor = await scene.openEnvironment({ methods: { model } });
    const session = await poor.open("seedbank_1", "a-interact");
    await expect(session.tool("ask_user", { question: "Why?" })).rejects.toMatchObject({ code: "infrastructure" });
  });

  test("without Postgres what is under way is an infrastructure fault, and the process ends", async () => {
    await using poor = await scene.openEnvironment({ statementTimeoutMs: 60_000 });
    const session = await poor.open("seedbank_1", "a-interact");
    const run = (await session.sql("SELECT current_database()")).match(/bird_[0-9a-f]{12}/)?.[0];
    const sleeping = session.sql("SELECT pg_sleep(50)");
    sleeping.catch(() => {});
    await scene.sql(
      "postgres",
      `SELECT count(pg_terminate_backend(a.pid)) FROM pg_stat_activity a WHERE usename LIKE '${run}%' OR pid IN
        (SELECT l.pid FROM pg_locks l WHERE locktype = 'advisory'
          AND (l.classid::bigint << 32) + l.objid::bigint = ('x0000' || '${run?.slice(5)}')::bit(64)::bigint)`,
    );
    await expect(sleeping).rejects.toMatchObject({ code: expect.stringMatching(/postgres-lost|closed/) });
    expect(await poor.sandbox.main?.exited).toMatchObject({ exitCode: 5 });
    expect(poor.stderr()).toContain("the connection to Postgres is gone");
  });

  test("the judge failing is nobody's failure", async () => {
    const grade = async () => {
      throw new Error("gone");
    };
    await using poor = await scene.openEnvironment({ methods: { grade } });
    const session = await poor.open("seedbank_1", "a-interact");
    await expect(submit(session, "SELECT 1")).rejects.toMatchObject({ code: "infrastructure" });
    expect(await rewardOf(session)).toBe(0);
  });

  test("a ground truth that does not run is on the record", async () => {
    await using poor = await scene.openEnvironment({
      data: (body) => ({ ...body, rows: body.rows.map((row) => ({ ...row, sol_sql: ["SELECT no_such_column"] })) }),
    });
    const session = await poor.open("seedbank_1", "a-interact");
    await session.oracle();
    expect(await session.score()).toMatchObject({
      reward: 0,
      notes: [expect.stringMatching(/ground truth of phase 1/)],
    });
  });

  test.each([
    [
      "missing ground truth",
      (rows: object[]) => rows.map((row) => ({ ...row, sol_sql: [] })),
      "bad-params",
      /no ground truth/,
    ],
    [
      "a missing template",
      (rows: object[]) => rows.map((row) => ({ ...row, selected_database: "nowhere" })),
      "config",
      /nowhere/,
    ],
  ])("%s is refused at the start", async (_name, change, code, message) => {
    const opening = scene.openEnvironment({
      data: (body) => ({
        ...body,
        rows: change(body.rows) as unknown as typeof body.rows,
        databases: { ...body.databases, nowhere: { schema: "", columnMeanings: {}, knowledge: [] } },
      }),
    });
    await expect(opening).rejects.toMatchObject({ code, message: expect.stringMatching(message) });
  });
});
