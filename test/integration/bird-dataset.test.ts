// The synthetic BIRD dataset on a real Postgres: what its files say is what its databases hold and do.

import { readFile } from "node:fs/promises";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type BirdTask, readBirdDatabase, readBirdTasks } from "../helpers/bird-dataset.ts";
import {
  type BirdPostgres,
  birdPostgresContext,
  dumpsOf,
  openBirdPostgres,
  postgresSpec,
} from "../helpers/open-bird-postgres.ts";
import { openTestDocker } from "../helpers/open-test-docker.ts";

const tasks = await readBirdTasks();
const databases = [...new Set(tasks.map(({ selected_database }) => selected_database))];
const signal = AbortSignal.timeout(900_000);
const user = "session_owner";
let postgres: BirdPostgres;

beforeAll(async () => {
  postgres = await openBirdPostgres(databases, signal);
  await postgres.sql("postgres", [`CREATE ROLE ${user} LOGIN`]);
});
afterAll(async () => {
  await postgres?.[Symbol.asyncDispose]();
});

/** A clone that an unprivileged role owns with all that is in it, as a session's does. */
async function openClone(db: string, name: string): Promise<string> {
  await postgres.sql("postgres", [
    `DROP DATABASE IF EXISTS ${name} WITH (FORCE)`,
    `CREATE DATABASE ${name} TEMPLATE ${db}_template OWNER ${user}`,
  ]);
  await postgres.sql(name, [`REASSIGN OWNED BY bird_owner TO ${user}`]);
  return name;
}

const unchanged = new Map<string, Promise<{ clone: string; state: string }>>();

/** One clone of each database for all that leaves it as it is, and its state. */
async function sharedClone(db: string): Promise<{ clone: string; state: string }> {
  const opened = unchanged.get(db) ?? openClone(db, `shared_${db}`).then(withState);
  unchanged.set(db, opened);
  return await opened;
}

async function withState(clone: string): Promise<{ clone: string; state: string }> {
  return { clone, state: await postgres.stateOf(clone) };
}

const changed = new Map<readonly string[], string>();

/** What the statements make of the task's database; asked for again it is remembered. */
async function stateAfter({ selected_database: db }: BirdTask, statements: readonly string[]): Promise<string> {
  const known = changed.get(statements);
  if (known !== undefined) return known;
  const clone = await openClone(db, "changed");
  await run(clone, statements, false);
  const state = await postgres.stateOf(clone);
  changed.set(statements, state);
  return state;
}

/** As the clone's owner, rows in the order that the task compares. */
async function run(clone: string, statements: readonly string[], order: boolean): Promise<string[]> {
  const rows = await postgres.sql(clone, [`SET SESSION AUTHORIZATION ${user}`, ...statements]);
  return order ? rows : rows.sort();
}

describe("the templates", () => {
  test("are all there, closed, and owned by a role that is nobody", async () => {
    const rows = await postgres.sql("postgres", [
      `SELECT datname, datistemplate, datallowconn, rolsuper, rolcanlogin, has_database_privilege('${user}', d.oid, 'CONNECT')
       FROM pg_database d JOIN pg_roles r ON r.oid = datdba WHERE datname LIKE '%\\_template' ORDER BY datname`,
    ]);
    expect(rows).toEqual([...databases].sort().map((db) => `${db}_template|t|f|f|f|f`));
  });

  test("hold objects of one owner, who has no right on them as databases", async () => {
    const clone = await openClone("seedbank", "owned");
    const owners =
      "SELECT DISTINCT r.rolname FROM pg_class c JOIN pg_roles r ON r.oid = c.relowner WHERE c.oid > 16383";
    expect(await postgres.sql(clone, [owners])).toEqual([user]);
    const still =
      "SELECT r.rolname FROM pg_database d JOIN pg_roles r ON r.oid = datdba WHERE datname = 'seedbank_template'";
    expect(await postgres.sql(clone, [still])).toEqual(["bird_templates"]);
  });

  test("a server answers over TCP with a password only", async () => {
    const rows = await postgres.sql("postgres", ["SELECT DISTINCT auth_method FROM pg_hba_file_rules"]);
    expect(rows).toEqual(["scram-sha-256"]);
    const settings =
      "SELECT setting FROM pg_settings WHERE name IN ('fsync', 'listen_addresses', 'max_connections') ORDER BY name";
    expect(await postgres.sql("postgres", [settings])).toEqual(["off", "*", "300"]);
  });

  test.each([
    ["was cut off", (dump: string) => dump.slice(0, Math.floor(dump.length / 2)), "its end is missing"],
    ["has a broken row", (dump: string) => dump.replace("1\tAstragalus", "one\tAstragalus"), "loading failed"],
  ])("a dump that %s ends the start", async (_name, spoil, words) => {
    const { seedbank } = dumpsOf(["seedbank"]);
    const text = spoil(await readFile(seedbank?.file ?? "", "utf8"));
    await using docker = await openTestDocker();
    await using context = await birdPostgresContext({ ...dumpsOf(["tramway"]), seedbank: { text } });
    await using sandbox = await docker.provider.open(postgresSpec(docker, context.image, "secret", true), { signal });
    const said: string[] = [];
    sandbox.main?.stdout.resume();
    sandbox.main?.stderr.on("data", (chunk: Buffer) => said.push(chunk.toString("utf8")));
    expect(await sandbox.main?.exited).toMatchObject({ exitCode: 1, outOfMemory: false });
    expect(said.join("")).toContain(`bird-postgres: /opt/bird/dumps/seedbank.sql: ${words}`);
    await docker.docker
      .getImage((await docker.provider.prepareImage(context.image, { signal })).reference)
      .remove({ force: true });
  });
});

describe.each(databases)("the files of %s", (db) => {
  test("name exactly the tables and columns that are there", async () => {
    const { clone } = await sharedClone(db);
    const columns = await postgres.sql(clone, [
      "SELECT table_name || '|' || column_name FROM information_schema.columns WHERE table_schema = 'public' ORDER BY 1",
    ]);
    const { schemaText, meanings } = await readBirdDatabase(db);
    expect(Object.keys(meanings).sort()).toEqual(columns.map((column) => `${db}|${column}`).sort());
    expect(columnsOfSchemaText(schemaText).sort()).toEqual([...columns].sort());
  });
});

describe.each(tasks.map((task) => [task.instance_id, task] as const))("gold of %s", (_id, task) => {
  test(task.category === "Query" ? "returns rows" : "changes the state", async () => {
    const { selected_database: db, category, follow_up: followUp, truth } = task;
    const shared = await sharedClone(db);
    const looksOnly = [category, followUp?.category ?? category].every((one) => one === "Query");
    const clone = looksOnly ? shared.clone : await openClone(db, "gold");
    const state = await expectEffect(clone, shared.state, { category, sql: truth.sol_sql });
    if (category === "Management") changed.set(truth.sol_sql, state);
    if (followUp === undefined) return;
    await expectEffect(clone, state, { category: followUp.category, sql: truth.follow_up?.sol_sql ?? [] });
  });
});

describe("misreadings of the ambiguous question", () => {
  const queries = tasks.filter(({ category }) => category === "Query");
  test.each(queries.map((task) => [task.instance_id, task] as const))("%s: another result", async (_id, task) => {
    const { clone } = await sharedClone(task.selected_database);
    const gold = await run(clone, task.truth.sol_sql, task.conditions.order);
    for (const { sql } of task.misreadings) {
      const misread = await run(clone, sql, task.conditions.order);
      expect(misread).not.toEqual([]);
      expect(misread).not.toEqual(gold);
    }
  });

  const changes = tasks.filter(({ category }) => category === "Management");
  test.each(changes.map((task) => [task.instance_id, task] as const))("%s: another state", async (_id, task) => {
    const states = [];
    for (const statements of [task.truth.sol_sql, ...task.misreadings.map(({ sql }) => sql)]) {
      states.push(await stateAfter(task, statements));
    }
    expect(new Set(states).size).toBe(states.length);
  });
});

/** The state after it. */
async function expectEffect(
  clone: string,
  before: string,
  { category, sql }: { category: BirdTask["category"]; sql: readonly string[] },
): Promise<string> {
  const rows = await run(clone, sql, true);
  const after = await postgres.stateOf(clone);
  if (category === "Query") expect(rows.length).toBeGreaterThan(0);
  expect(after === before).toBe(category === "Query");
  return after;
}

/** table|column of each CREATE TABLE; its three sample rows below have the same columns. */
function columnsOfSchemaText(text: string): string[] {
  return text.split(/(?=CREATE TABLE)/).flatMap((part) => {
    const [, table = "", body = "", header = ""] =
      /^CREATE TABLE "(\w+)" \(\n([\s\S]*?)\n\);\n\nFirst 3 rows:\n(.*)\n/.exec(part) ?? [];
    const columns = body.split("\n").map((line) => line.trim().split(" ")[0] ?? "");
    expect(header.trim().split(/\s+/)).toEqual(columns);
    return columns.map((column) => `${table}|${column}`);
  });
}
