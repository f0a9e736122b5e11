// The judge in its container against a real Postgres: what is equal, what is not, and what can't be got away with.

import { randomUUID } from "node:crypto";
import { text } from "node:stream/consumers";
import { setTimeout as sleep } from "node:timers/promises";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { CallError } from "../../src/channel/channel-error.ts";
import {
  type Connection,
  type JudgeScene,
  type OpenJudge,
  openJudge,
  openJudgeScene,
} from "../helpers/open-bird-judge.ts";

const hidden = "gold-secret-71";
let scene: JudgeScene;
let judge: OpenJudge;
let reader: Connection;

beforeAll(async () => {
  scene = await openJudgeScene((password) => [
    ...["reader", "maker"].map((name) => `CREATE ROLE ${name} LOGIN PASSWORD '${password}'`),
    `CREATE ROLE checker LOGIN PASSWORD '${password}' IN ROLE maker`,
    "CREATE DATABASE pristine OWNER maker",
    "REVOKE ALL ON DATABASE pristine FROM PUBLIC",
    "GRANT CONNECT ON DATABASE pristine TO reader",
  ]);
  await scene.sql(
    "pristine",
    `SET ROLE maker;
     CREATE TABLE item (id int PRIMARY KEY, name text, price numeric(8, 3), weight float8, made timestamp, tags jsonb);
     INSERT INTO item VALUES (1, 'cup', 2.345, 0.125, '2024-03-01 10:00', '{"b": 1.005, "a": [1, 2.345]}'),
       (2, 'pot', 9.5, 1.5, '2024-03-02 23:59', '{}'), (3, 'cup', 2.345, 0.125, NULL, NULL);
     CREATE TABLE secret (word text); INSERT INTO secret VALUES ('${hidden}');
     GRANT SELECT ON item TO reader`,
  );
  await scene.sql("pristine", "REVOKE ALL ON SCHEMA public FROM PUBLIC; GRANT USAGE ON SCHEMA public TO reader");
  await scene.sql("postgres", "CREATE DATABASE shop TEMPLATE pristine OWNER maker");
  await scene.sql("postgres", "REVOKE ALL ON DATABASE shop FROM PUBLIC; GRANT CONNECT ON DATABASE shop TO reader");
  reader = scene.as("reader", "shop");
  judge = await openJudge(scene);
  await judge.ready;
});

afterAll(async () => {
  await judge[Symbol.asyncDispose]();
  await scene[Symbol.asyncDispose]();
});

/** Whatever was run: the data is as it was, and no process of the judge's is left in the server or in its box. */
async function expectNothingLeft(): Promise<void> {
  const state = `SELECT count(*), sum(price), string_agg(name, ',' ORDER BY id),
    (SELECT count(*) FROM pg_stat_activity WHERE usename IN ('reader', 'maker', 'checker')) FROM item`;
  const look = () =>
    Promise.all([scene.sql("shop", state), judge.sandbox.processes?.({ signal: AbortSignal.timeout(20_000) })]);
  // What has been told to end needs a moment.
  await expect
    .poll(look, { timeout: 30_000 })
    .toEqual([["3|14.190|cup,pot,cup|0"], [expect.stringContaining("bird_judge.fork_server")]]);
}

interface Comparison {
  order?: boolean;
  timeoutMs?: number;
  as?: Connection;
  writes?: boolean;
}

async function setGold(sql: string | string[], key: string = randomUUID()): Promise<{ key: string; answer: unknown }> {
  const sqls = typeof sql === "string" ? [sql] : sql;
  const connection = scene.as("maker", "pristine");
  return { key, answer: await judge.ask("gold", { key, connection, sqls, order: false, timeoutMs: 10_000 }) };
}

async function predict(
  key: string,
  sql: string | string[],
  { order = false, timeoutMs = 10_000, as = reader, writes = false }: Comparison = {},
) {
  const sqls = typeof sql === "string" ? [sql] : sql;
  return await judge.ask("compare", { key, connection: as, sqls, order, timeoutMs, writes });
}

async function compare(prediction: string | string[], gold: string | string[], options?: Comparison): Promise<unknown> {
  const { key, answer } = await setGold(gold);
  expect(answer).toMatchObject({ ok: true, error: null });
  return await predict(key, prediction, options);
}

function askGold(other: OpenJudge): Promise<unknown> {
  return other.ask("gold", { key: "k", connection: reader, sqls: ["SELECT 1"], order: false, timeoutMs: 1000 });
}

async function signalForkServer({ sandbox }: OpenJudge, signal: "SIGKILL" | "SIGSTOP"): Promise<void> {
  const send = `import os, signal
for name in filter(str.isdigit, os.listdir("/proc")):
    try:
        command = open(f"/proc/{name}/cmdline", "rb").read()
        if b"fork_server" in command and int(name) != os.getpid():
            os.kill(int(name), signal.${signal})
    except (FileNotFoundError, ProcessLookupError):
        continue`;
  const ended = await sandbox.session.exec(["python3", "-c", send], { signal: AbortSignal.timeout(20_000) });
  expect(ended).toMatchObject({ exitCode: 0 });
}

const ends = (why: string, error: unknown = null) => ({ passed: why === "equal", why, error });
const fails = (text: string) => ends("prediction-error", expect.stringContaining(text));

describe("the process", () => {
  afterEach(expectNothingLeft);

  it("says what it is", async () => {
    expect(await judge.ready).toEqual({
      protocol: 1,
      python: expect.stringMatching(/^3\.\d+\.\d+$/),
      psycopg2: expect.stringMatching(/^2\.9\./),
      versionDigest: expect.stringMatching(/^[0-9a-f]{64}$/),
    });
  });

  it("has no root, no capability, nothing to write to but /tmp, and no way out", async () => {
    const script = `import os, socket
status = open("/proc/self/status").read()
print(os.getuid(), [line.split()[1] for line in status.splitlines() if line.startswith(("CapEff", "CapBnd", "NoNewPrivs"))])
print([path for path in ("/", "/opt/judge", "/tmp") if os.access(path, os.W_OK)])
try: socket.create_connection(("1.1.1.1", 53), 3)
except OSError: print("no way out")`;
    const signal = AbortSignal.timeout(30_000);
    const { stdout } = await judge.sandbox.session.exec(["python3", "-c", script], { signal });
    const none = "0000000000000000";
    expect(stdout.trim().split("\n")).toEqual([`64321 ['${none}', '${none}', '1']`, "['/tmp']", "no way out"]);
  });

  it.each([
    ["gold", { key: "", connection: {}, sqls: ["SELECT 1"], timeoutMs: 1 }],
    ["compare", { key: "k", sqls: ["SELECT 1"], order: false, timeoutMs: 1000, connection: { host: "x" } }],
    ["compare", { key: "k", sqls: ["SELECT 1"], order: false, timeoutMs: 1000, connection: {}, writes: "yes" }],
    ["test", { predictionSqls: [], goldSqls: [], testCases: [], timeoutMs: 1000 }],
  ])("refuses a malformed %s by name", async (method, params) => {
    await expect(judge.ask(method, params)).rejects.toMatchObject({ code: "bad-params" });
  });

  it("refuses a test without cases", async () => {
    const params = { connection: reader, predictionSqls: ["SELECT 1"], goldSqls: ["SELECT 1"], timeoutMs: 1000 };
    await expect(judge.ask("test", { ...params, testCases: [] })).rejects.toMatchObject({ code: "bad-params" });
  });

  it("tells a database it can't reach from a prediction that fails", async () => {
    const { key } = await setGold("SELECT 1");
    const as = { ...reader, database: "nowhere" };
    await expect(predict(key, "SELECT 1", { as })).rejects.toMatchObject({ code: "refused" });
    const unknown = { ...reader, port: 5433 };
    await expect(predict(key, "SELECT 1", { as: unknown })).rejects.toMatchObject({ code: "database" });
    await expect(predict(key, "SELECT 1", { as: { ...reader, password: "x" } })).rejects.toBeInstanceOf(CallError);
  });

  it("runs nothing as a superuser", async () => {
    const { key } = await setGold("SELECT 1");
    await expect(predict(key, "SELECT 1", { as: scene.as("postgres", "shop") })).rejects.toMatchObject({
      code: "superuser",
    });
  });

  it("stops what is cancelled, in the server too", async () => {
    const { key } = await setGold("SELECT 1");
    const stop = new AbortController();
    const connection = reader;
    const params = { key, connection, sqls: ["SELECT pg_sleep(60)"], order: false, timeoutMs: 60_000 };
    const asked = judge.ask("compare", params, stop.signal);
    await sleep(500);
    stop.abort(new Error("enough"));
    await expect(asked).rejects.toThrow("enough");
  });
});

describe("the process's end", () => {
  it("comes when its fork server is gone, and is told by a number", async () => {
    await using other = await openJudge(scene);
    await other.ready;
    await signalForkServer(other, "SIGKILL");
    await expect(askGold(other)).rejects.toMatchObject({ code: "closed" });
    expect(await other.sandbox.main?.exited).toMatchObject({ exitCode: 5 });
    expect(other.stderr()).toContain("the fork server is gone");
  });

  it("comes too when the fork server goes before it has taken a task that was sent", async () => {
    await using other = await openJudge(scene);
    await other.ready;
    await signalForkServer(other, "SIGSTOP");
    // Its box may be gone before the command's own end has been told.
    const killed = sleep(500).then(() => signalForkServer(other, "SIGKILL").catch(() => undefined));
    await Promise.all([expect(askGold(other)).rejects.toMatchObject({ code: "closed" }), killed]);
    expect(await other.sandbox.main?.exited).toMatchObject({ exitCode: 5 });
    expect(other.stderr()).toContain("the fork server is gone");
  });

  it("is said by a check, with a worker that answers", async () => {
    const main = { command: ["python3", "-m", "bird_judge", "--check"], attach: true };
    await using other = await scene.opened.provider.open(
      scene.opened.specOf({ image: scene.image, profile: "agent", user: "64321:64321", main }),
      { signal: AbortSignal.timeout(60_000) },
    );
    if (other.main === undefined) throw new Error("it is an attached main process");
    const { stderr, exited } = other.main;
    expect(await text(stderr)).toBe("protocol 1, a worker answers\n");
    expect(await exited).toMatchObject({ exitCode: 0 });
  });
});

describe("a comparison", () => {
  it.each([
    ["rows in another order", "SELECT id FROM item ORDER BY id DESC", "SELECT id FROM item ORDER BY id"],
    ["repeated rows", "SELECT name FROM item", "SELECT name FROM item GROUP BY name"],
    ["other names of columns", "SELECT id AS a FROM item", "SELECT id AS b FROM item"],
    ["integers, floats, decimals and truth", "SELECT 1.0::float8, 1.00::numeric, true", "SELECT 1, 1, 1"],
    ["decimals, halves up", "SELECT 2.345::numeric, 2.344::numeric, -0.005::numeric", "SELECT 2.35, 2.34, -0.01"],
    ["floats, as Python rounds them", "SELECT 2.675::float8, 1e300::float8", "SELECT 2.67::float8, 1e300::float8"],
    ["times of the same day", "SELECT timestamp '2024-03-01 10:00'", "SELECT date '2024-03-01'"],
    ["a date and its text", "SELECT date '2024-03-01'", "SELECT '2024-03-01'"],
    ["JSON with other order and blanks", `SELECT '{"b":1, "a":[1.001]}'::json`, `SELECT '{"a": [1.0], "b": 1}'::jsonb`],
    ["JSON and its sorted text", `SELECT '{"b":1,"a":2}'::jsonb`, `SELECT '{"a": 2, "b": 1}'::text`],
    ["arrays", "SELECT ARRAY[1, 2]", "SELECT '[1, 2]'::text"],
    ["nothing known", "SELECT NULL, 1", "SELECT NULL, 1"],
    ["binary values", "SELECT '\\x0102'::bytea", "SELECT decode('0102', 'hex')"],
    [
      "ranges and spans of time",
      "SELECT int4range(1, 5), interval '1 day'",
      "SELECT int4range(1, 5), interval '24 hours'",
    ],
    ["ROUND calls", "SELECT round(price, 1), ROUND (weight) FROM item", "SELECT price, weight FROM item"],
    ["rounding of rounding", "SELECT ROUND(AVG(ROUND(price, 1)), 0) FROM item", "SELECT AVG(price) FROM item"],
    ["DISTINCT where it counts", "SELECT count(*) FROM (SELECT DISTINCT name FROM item) x", "SELECT 3"],
    ["comments", "SELECT /* 1, */ id -- , name\nFROM item", "SELECT id FROM item"],
    ["a statement after another", "SET LOCAL search_path = public; SELECT 1", "SELECT 1"],
    ["semicolons in quotes and comments", "SELECT ';', $$;$$, $a$;$$;$a$ /* ; */; -- ;\n", "SELECT ';', ';', ';$$;'"],
    ["a statement with a note behind it", "SELECT 1; -- that's all", "SELECT 1"],
    ["the last statement of several", "SELECT 2; SELECT 1;", "SELECT 1"],
    ["the last of several strings", ["SELECT 2", "  ", "SELECT 1"], "SELECT 1"],
    ["other statements with rows", "(SELECT 1)", "VALUES (1)"],
  ])("takes as equal: %s", async (_what, prediction, gold) => {
    expect(await compare(prediction, gold)).toEqual(ends("equal"));
  });

  it.each([
    ["another value", "SELECT 2", "SELECT 1"],
    ["columns in another order", "SELECT 1, 2", "SELECT 2, 1"],
    ["a number and its text", "SELECT '1'", "SELECT 1"],
    ["case and blanks", "SELECT 'Cup '", "SELECT 'cup'"],
    ["a row too many", "SELECT id FROM item", "SELECT id FROM item WHERE id < 3"],
    ["cents", "SELECT 2.345::numeric", "SELECT 2.34"],
    ["floats and decimals that round apart", "SELECT 0.1::float8", "SELECT 0.1"],
    ["DISTINCT after a parenthesis, which stays", "SELECT count(DISTINCT name) FROM item", "SELECT 3"],
    ["DISTINCT at a line's end, which stays", "SELECT count(*) FROM (SELECT DISTINCT\nname FROM item) x", "SELECT 3"],
    ["nested comments, which cleaning breaks", "SELECT 1 /* ; /* ; */ ; */", "SELECT 1"],
    ["what runs only before it is cleaned", "SELECT '--\n' || 'x'", "SELECT 'y'"],
  ])("takes as different: %s", async (_what, prediction, gold) => {
    expect(await compare(prediction, gold)).toEqual(ends("differs"));
  });

  it("counts order and repetition where the task does", async () => {
    const gold = "SELECT name FROM item ORDER BY id";
    expect(await compare("SELECT name FROM item ORDER BY id", gold, { order: true })).toEqual(ends("equal"));
    expect(await compare("SELECT name FROM item ORDER BY name", gold, { order: true })).toEqual(ends("differs"));
    expect(await compare("SELECT name FROM item ORDER BY name", gold)).toEqual(ends("equal"));
  });

  it("does not pass without rows, even where it changes nothing", async () => {
    expect(await compare("SELECT id FROM item WHERE id > 9", "SELECT 1")).toEqual(ends("empty"));
    expect(await compare("SET LOCAL search_path = public", "SELECT 1")).toEqual(ends("empty"));
    expect(await compare(["SELECT 1", "SET LOCAL search_path = public"], "SELECT 1")).toEqual(ends("empty"));
    expect(await compare(" ", "SELECT 1")).toEqual(ends("empty"));
  });

  it("gives Postgres's words about a prediction that fails, and only those", async () => {
    expect(await compare("SELECT nonsense FROM item", "SELECT 1")).toEqual(fails('column "nonsense" does not exist'));
    expect(await compare("SELECT 1; SET LOCAL search_path = public", "SELECT 1")).toEqual(fails("no results to fetch"));
    expect(await compare("SELECT 1/0", "SELECT 1")).toEqual(fails("division by zero"));
  });

  it("does not pass what it can't compare", async () => {
    const wide = "SELECT 123456789012345678901234567::numeric";
    expect(await compare(wide, "SELECT 1")).toEqual(ends("not-comparable"));
    expect(await compare("SELECT ARRAY[1.5]", "SELECT 1")).toEqual(ends("not-comparable"));
  });

  it("looks at the first 10,000 rows", async () => {
    const rows = (count: number) => `SELECT n FROM generate_series(1, ${count}) n`;
    expect(await compare(rows(10_001), rows(10_000))).toEqual(ends("equal"));
    expect(await compare(rows(9_999), rows(10_000))).toEqual(ends("differs"));
  });

  it("ends at its time limit", async () => {
    expect(await compare("SELECT pg_sleep(20)", "SELECT 1", { timeoutMs: 300 })).toEqual(ends("timeout"));
  });

  it.each([
    ["many rows", "SELECT n, n, n FROM generate_series(1, 10000000) n"],
    ["one value", "SELECT repeat('x', 300000000)"],
    [
      "rows of another statement",
      "VALUES (repeat('x', 1000000)) UNION ALL SELECT repeat('x', 1000000) FROM generate_series(1, 700)",
    ],
  ])("names a result that is too large: %s", async (_what, prediction) => {
    expect(await compare(prediction, "SELECT 1", { timeoutMs: 60_000 })).toEqual(ends("result-too-large"));
    expect(await compare("SELECT 1", "SELECT 1")).toEqual(ends("equal"));
  });

  it("of an owner that writes takes the rows of the change, both times on the same data, and undoes it", async () => {
    const as = scene.as("maker", "pristine");
    const change = "DELETE FROM item WHERE id < 3 RETURNING id, ROUND(price, 3)";
    expect(await compare(change, change, { as, writes: true })).toEqual(ends("equal"));
    expect(await compare("DELETE FROM item RETURNING id, price", change, { as, writes: true })).toEqual(
      ends("differs"),
    );
    expect(await compare("DELETE FROM item", change, { as, writes: true })).toEqual(ends("empty"));
    expect(await compare(change, change, { as })).toEqual(fails("read-only transaction"));
    expect(await scene.sql("pristine", "SELECT count(*) FROM item")).toEqual(["3"]);
  });
});

describe("gold", () => {
  it("says how many rows there are, and leaves the clone as it is", async () => {
    expect((await setGold(["DELETE FROM item WHERE id = 1", "SELECT * FROM item"])).answer).toEqual({
      ok: true,
      error: null,
      rows: 2,
    });
    expect((await setGold("SELECT id FROM item")).answer).toMatchObject({ rows: 3 });
  });

  it.each([
    ["SELECT nonsense", 'column "nonsense" does not exist'],
    ["SELECT id FROM item WHERE id > 9", "no rows"],
    ["SELECT ARRAY[1.5]", "can't be compared"],
    ["SELECT pg_sleep(20)", "timeout", 300],
    ["SELECT repeat('x', 300000000)", "too large"],
    ["SELECT repeat('x', 40000000)", "too large"],
  ])("is none when it fails: %s", async (sql, error, timeoutMs = 60_000) => {
    const key = randomUUID();
    await setGold("SELECT 1", key);
    const params = { key, connection: scene.as("maker", "pristine"), sqls: [sql], order: false, timeoutMs };
    expect(await judge.ask("gold", params)).toEqual({ ok: false, error: expect.stringContaining(error), rows: 0 });
    expect(await predict(key, "SELECT 1")).toEqual(ends("gold-missing"));
  });
});

describe("a prediction can't", () => {
  afterEach(expectNothingLeft);

  it.each([
    ["write", "UPDATE item SET price = 0"],
    ["write in a query", "WITH gone AS (DELETE FROM item RETURNING id) SELECT * FROM gone"],
    ["write behind a query", "SELECT 1; DROP TABLE item"],
    ["write after ending our transaction", "SELECT 1; COMMIT; DELETE FROM item"],
    ["write in a transaction of its own", "COMMIT; BEGIN READ WRITE; DELETE FROM item; COMMIT; SELECT 1"],
    [
      "write after switching the default",
      "SET default_transaction_read_only = off; COMMIT; BEGIN; DELETE FROM item; COMMIT; SELECT 1",
    ],
    ["make ours writable", "SET TRANSACTION READ WRITE; DELETE FROM item; SELECT 1"],
    [
      "write as a session of its own character",
      "COMMIT; SET SESSION CHARACTERISTICS AS TRANSACTION READ WRITE; BEGIN; CREATE TABLE mine (a int); SELECT 1",
    ],
    ["make a table beside", "COMMIT; BEGIN READ WRITE; CREATE TEMP TABLE item AS SELECT 1; SELECT 1"],
    ["run a block that writes", "DO $$ BEGIN DELETE FROM item; END $$; SELECT 1"],
    ["become another role", "SET ROLE maker; DELETE FROM item; SELECT 1"],
    ["explain by doing", "EXPLAIN ANALYZE DELETE FROM item"],
    ["read what it has no right to", "SELECT word FROM secret"],
    ["read files of the server", "SELECT pg_read_file('/etc/passwd')"],
    ["run programs", "COPY (SELECT 1) TO PROGRAM 'touch /tmp/x'"],
    ["stream rows past us", "COPY item TO STDOUT"],
    ["load files", "SELECT lo_import('/etc/passwd')"],
    ["reload the server", "SELECT pg_reload_conf()"],
    ["end the server's process that runs it", "SELECT pg_terminate_backend(pg_backend_pid())"],
  ])("%s", async (_what, prediction) => {
    expect(await compare(prediction, "SELECT 1")).toMatchObject({ passed: false, why: "prediction-error" });
  });

  it.each([
    ["lengthen its time", "SET statement_timeout = 0; SELECT pg_sleep(60)"],
    [
      "do so and stay when we go",
      "SET statement_timeout = 0; SET client_connection_check_interval = 0; SELECT pg_sleep(60)",
    ],
    [
      "survive being cancelled",
      "SET statement_timeout = 0; DO $$ BEGIN LOOP BEGIN PERFORM pg_sleep(60); EXCEPTION WHEN query_canceled THEN END; END LOOP; END $$; SELECT 1",
    ],
  ])("%s", { timeout: 30_000 }, async (_what, prediction) => {
    expect(await compare(prediction, "SELECT 1", { timeoutMs: 200 })).toEqual(ends("timeout"));
  });

  it.each([
    ["COMMIT; SET search_path = nowhere; SELECT 1"],
    ["ALTER ROLE reader SET search_path = nowhere; SELECT 1"],
    ["COMMIT; ALTER ROLE reader SET search_path = nowhere; SELECT 1"],
    ["COMMIT; BEGIN READ WRITE; ALTER ROLE reader SET search_path = nowhere; COMMIT; SELECT 1"],
    ["SET default_transaction_read_only = off; COMMIT; ALTER ROLE reader PASSWORD 'mine'; SELECT 1"],
    ["ROLLBACK AND CHAIN; SET TRANSACTION READ WRITE; ALTER ROLE reader PASSWORD 'mine'; SELECT 1"],
    ["SELECT $a$;$a$, E'\\';'; COMMIT; ALTER ROLE reader PASSWORD 'mine'; SELECT '1"],
    ["SET standard_conforming_strings = off; SELECT '\\';COMMIT;ALTER ROLE reader PASSWORD $$x$$;SELECT '';"],
    ["SELECT 1; COPY (SELECT 1) TO STDOUT"],
  ])("reach the next one with what it sets: %s", async (sql) => {
    const { key } = await setGold("SELECT current_setting('search_path'), count(*) FROM item");
    await predict(key, sql);
    expect(await predict(key, "SELECT current_setting('search_path'), count(*) FROM item")).toEqual(ends("equal"));
  });

  it("cut our memory by text that takes long to clean", async () => {
    const nested = `SELECT ${"ROUND(".repeat(20_000)}1${")".repeat(20_000)}`;
    const started = performance.now();
    expect(await compare(nested, "SELECT 1", { timeoutMs: 500 })).toMatchObject({ passed: false });
    expect(performance.now() - started).toBeLessThan(15_000);
  });
});

describe("a test", () => {
  afterEach(expectNothingLeft);

  let serial = 0;
  let clone = "";

  async function test(testCases: string[], options: Record<string, unknown> = {}): Promise<unknown> {
    clone = `clone_${++serial}`;
    await scene.sql("postgres", `CREATE DATABASE ${clone} TEMPLATE pristine OWNER maker`);
    const params = {
      connection: scene.as("checker", clone),
      owner: scene.as("maker", clone),
      predictionSqls: ["UPDATE item SET price = 1 WHERE name = 'cup'; SELECT id, price FROM item ORDER BY id"],
      goldSqls: ["UPDATE item SET price = 1 WHERE name = 'cup'"],
      testCases,
      timeoutMs: 5_000,
      ...options,
    };
    try {
      return await judge.ask("test", params);
    } finally {
      await scene.sql("postgres", `DROP DATABASE ${clone} WITH (FORCE)`);
    }
  }

  const def = (body: string) =>
    `def test_case(pred_sqls, sol_sqls, db_name, conn):\n${body.replaceAll(/^/gm, "    ")}\n`;
  const passed = { passed: true, failedCase: null, why: "passed", error: null };
  const failed = (why: string, error: unknown = expect.any(String), failedCase: number | null = 0) => ({
    passed: false,
    failedCase,
    why,
    error,
  });

  it("passes when every case returns", async () => {
    const sees = `rows, error, timed_out = execute_queries("SELECT sum(price) FROM item", db_name, conn)
assert rows[0][0] == 11.5 and error is None and timed_out is False, rows`;
    expect(await test([def(sees), def("return 0")])).toEqual(passed);
  });

  it("gives a case what it is promised", async () => {
    const body = `assert db_name.startswith("clone_")
assert pred_sqls[0].startswith("UPDATE") and sol_sqls == ["UPDATE item SET price = 1 WHERE name = 'cup'"]
import decimal
assert pred_query_result == [(1, decimal.Decimal("1.000")), (2, decimal.Decimal("9.500")), (3, decimal.Decimal("1.000"))]
assert execute_queries([], db_name, conn) == (None, None, False)
assert execute_queries(["SELECT 1", "SELECT 2"], db_name, conn) == ([(2,)], None, False)
assert execute_queries("SELECT 3", db_name) == ([(3,)], None, False)
rows, error, timed_out = execute_queries("SELECT nonsense", db_name, conn)
assert rows is None and "nonsense" in error and timed_out is False
assert ex_base(["SELECT 1.001::numeric"], ["SELECT 1"], db_name, conn) == 1
assert ex_base(["SELECT 1 UNION ALL SELECT 2"], ["SELECT 2 UNION ALL SELECT 1"], db_name, conn, {"order": True}) == 0
assert ex_base(["SELECT 1 WHERE false"], ["SELECT 1 WHERE false"], db_name, conn) == 0
assert ex_base([], ["SELECT 1"], db_name, conn) == 0
assert remove_comments(["SELECT 1 -- x\\n, 2 /* y */"]) == ["SELECT 1 \\n, 2"]
assert remove_distinct(["SELECT Distinct a"]) == ["SELECT a"]
assert remove_round(["SELECT ROUND(a(1, 2), 3)"]) == ["SELECT a(1, 2)"]
with conn.cursor() as cursor:
    cursor.execute("SELECT price FROM item WHERE id = %s", (2,))
    assert cursor.fetchone() == (decimal.Decimal("9.500"),)`;
    expect(await test([def(body)])).toEqual(passed);
  });

  it("shows a case what the one before it has changed in the database", async () => {
    const first = def(`execute_queries("CREATE TABLE mark (a int)", db_name, conn)`);
    const second = def(`assert execute_queries("SELECT * FROM mark", db_name, conn)[1] is None`);
    expect(await test([first, second])).toEqual(passed);
  });

  it("fails at the first case that does, by number", async () => {
    expect(await test([def("pass"), def("assert 1 == 2, 'one is not two'"), def("pass")])).toEqual(
      failed("assertion", "AssertionError: one is not two", 1),
    );
  });

  it.each([
    ["an error", def("return 1 / 0"), "ZeroDivisionError"],
    ["an end by exception", def("raise SystemExit(0)"), "SystemExit: 0"],
    ["an end by the system", def("import os\nos._exit(0)"), "exit 0"],
    ["an end by signal", def("import os\nos.kill(os.getpid(), 9)"), "signal 9"],
    ["another program in its place", def("import os\nos.execv('/bin/true', ['true'])"), "exit 0"],
    ["a syntax error", "def test_case(", "SyntaxError"],
    ["an end at its load", "raise SystemExit", "SystemExit"],
    ["too much memory", def("x = bytearray(10**10)"), "MemoryError"],
    ["much memory, slowly", def("x = []\nwhile True: x.append(bytearray(10**6))"), "MemoryError"],
    ["endless recursion", def("f = lambda: f()\nf()"), "RecursionError"],
    ["a helper outside of the function", `import json\n${def("json.dumps(1)")}`, "NameError"],
    [
      "answers of its own making",
      def("import os\nfor d in range(3, 64):\n  try: os.write(d, b'passed')\n  except OSError: pass\nos._exit(0)"),
      "exit 0",
    ],
    ["closed descriptors", def("import os\nos.closerange(0, 64)"), ""],
  ])("fails with %s", async (_what, source, error) => {
    expect(await test([source], { timeoutMs: 30_000 })).toEqual(failed("error", expect.stringContaining(error)));
  });

  it("fails without the function", async () => {
    expect(await test(["test_case = 3"])).toEqual(failed("no-function"));
    expect(await test(["x = 1"])).toEqual(failed("no-function"));
  });

  it.each([
    ["sleeps", "import time\ntime.sleep(60)"],
    ["spins", "while True: pass"],
    ["sleeps in the server", "conn.cursor().execute('SELECT pg_sleep(60)')"],
    ["ignores signals", "import signal, time\nsignal.signal(15, signal.SIG_IGN)\ntime.sleep(60)"],
  ])("ends at its limit when it %s", async (_what, body) => {
    expect(await test([def(body)], { timeoutMs: 500 })).toEqual(failed("timeout", null));
  });

  it.each([
    ["leaves processes", "import os, time\nif os.fork() == 0:\n  time.sleep(60)", passed],
    [
      "leaves processes of their own session",
      "import os, time\nif os.fork() == 0:\n  os.setsid()\n  if os.fork() == 0:\n    time.sleep(60)",
      passed,
    ],
    ["leaves threads", "import threading, time\nthreading.Thread(target=time.sleep, args=(60,)).start()", passed],
    ["prints a lot", "import sys\nfor _ in range(2000): print('x' * 10000)\nsys.stderr.write('y' * 10**6)", passed],
    ["patches psycopg2", "import psycopg2\npsycopg2.connect = None\nconn.close()", passed],
    [
      "forks without end",
      "import os\nwhile True: os.fork()",
      failed("error", expect.stringContaining("BlockingIOError")),
    ],
  ])("is unharmed by a case that %s", async (_what, body, result) => {
    expect(await test([def(body)])).toEqual(result);
    expect(await test([def("assert execute_queries('SELECT 1', db_name)[0] == [(1,)]")])).toEqual(passed);
  });

  it("shows a case no secret but its own connection's, and no other process's memory", async () => {
    const body = `import os
assert sorted(os.environ) == ["LANG", "PATH", "PYTHONDONTWRITEBYTECODE", "PYTHONPATH"], sorted(os.environ)
for number in [name for name in os.listdir("/proc") if name.isdigit() and name != str(os.getpid())]:
    for file in ("mem", "environ"):
        try:
            open(f"/proc/{number}/{file}", "rb").close()
        except (PermissionError, FileNotFoundError):
            continue
        with open(f"/proc/{number}/cmdline") as text:
            assert "init" in text.read(), number`;
    expect(await test([def(body)])).toEqual(passed);
  });

  it.each([
    ["ALTER DATABASE current_name ALLOW_CONNECTIONS false", failed("prediction-error", expect.any(String), null)],
    [
      "ALTER DATABASE current_name CONNECTION LIMIT 0",
      failed("error", expect.stringContaining("too many connections")),
    ],
    [
      "REVOKE ALL ON DATABASE current_name FROM PUBLIC, maker",
      failed("error", expect.stringContaining("permission denied")),
    ],
  ])("fails where the prediction has locked the cases out: %s", async (sql, result) => {
    const predictionSqls = [sql.replace("current_name", `clone_${serial + 1}`)];
    expect(await test([def("pass")], { predictionSqls })).toEqual(result);
  });

  it("fails where the prediction has locked its own role out", async () => {
    const lost = "COMMIT; ALTER ROLE maker PASSWORD 'mine'; COMMIT; SELECT pg_terminate_backend(pg_backend_pid())";
    try {
      expect(await test([def("pass")], { predictionSqls: [lost] })).toEqual(
        failed("prediction-error", expect.any(String), null),
      );
    } finally {
      await scene.sql("postgres", `ALTER ROLE maker PASSWORD '${reader.password}'`);
    }
  });

  it("fails before any case where the prediction does", async () => {
    const cases = [def("pass")];
    expect(await test(cases, { predictionSqls: ["SELECT nonsense"] })).toEqual(
      failed("prediction-error", expect.stringContaining("nonsense"), null),
    );
    expect(await test(cases, { predictionSqls: ["SELECT pg_sleep(60)"], timeoutMs: 300 })).toEqual(
      failed("timeout", null, null),
    );
    const huge = "SELECT repeat('x', 300000000)";
    expect(await test(cases, { predictionSqls: [huge], timeoutMs: 60_000 })).toEqual(
      failed("result-too-large", null, null),
    );
  });

  it("leaves the prediction to others where it is told no owner", async () => {
    const body = `assert pred_query_result is None
assert execute_queries("SELECT sum(price) FROM item", db_name, conn)[0][0][0] > 14`;
    expect(await test([def(body)], { owner: null })).toEqual(passed);
  });
});

describe("several at once", () => {
  it("grades twelve, each by its own gold", async () => {
    const graded = Array.from({ length: 12 }, async (_, index) => {
      const right = await compare(`SELECT ${index}, pg_sleep(0.2)::text`, `SELECT ${index}, ''`);
      const wrong = await compare(`SELECT ${index + 1}, ''`, `SELECT ${index}, ''`);
      return [right, wrong];
    });
    expect(await Promise.all(graded)).toEqual(Array.from({ length: 12 }, () => [ends("equal"), ends("differs")]));
  });

  it("grades others while some are slow", async () => {
    let ended = 0;
    const slow = Array.from({ length: 4 }, async () => {
      const result = await compare("SELECT pg_sleep(60)", "SELECT 1", { timeoutMs: 5_000 });
      ended += 1;
      return result;
    });
    expect(await compare("SELECT 1", "SELECT 1")).toEqual(ends("equal"));
    expect(ended).toBe(0);
    expect(await Promise.all(slow)).toEqual(slow.map(() => ends("timeout")));
  });

  it("leaves nothing behind after all of this, and has said nothing", async () => {
    await expectNothingLeft();
    expect(judge.stderr()).toBe("");
  });
});

describe("a server that goes away", () => {
  it("is not the prediction's fault", async () => {
    await using other = await openJudgeScene((password) => [`CREATE ROLE reader LOGIN PASSWORD '${password}'`]);
    await using asked = await openJudge(other);
    const connection = other.as("reader", "postgres");
    const params = { key: "k", connection, sqls: ["SELECT 1"], order: false, timeoutMs: 60_000 };
    expect(await asked.ask("gold", params)).toMatchObject({ ok: true });
    const slow = asked.ask("compare", { ...params, sqls: ["SELECT pg_sleep(60)"] });
    slow.catch(() => undefined);
    await sleep(700);
    await other.postgres[Symbol.asyncDispose]();
    await expect(slow).rejects.toMatchObject({ code: "database" });
  });
});
