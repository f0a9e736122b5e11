// Postgres of images/bird-postgres with the synthetic dataset's templates, on a network that leads nowhere.

import { randomBytes } from "node:crypto";
import { copyFile, cp, mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import type { ImageSource, Sandbox } from "../../src/core/sandbox.ts";
import { digestFolder } from "../../src/lib/digest-folder.ts";
import { syntheticFolder } from "./bird-dataset.ts";
import { openTestDocker, type TestDocker } from "./open-test-docker.ts";
import { openResidentShell } from "./resident-shell.ts";

const imageFolder = fileURLToPath(new URL("../../images/bird-postgres", import.meta.url));

export interface BirdPostgres extends AsyncDisposable {
  sandbox: Sandbox;
  /** Rows as text, one line each with columns apart by "|"; throws what the server says. */
  sql(database: string, statements: readonly string[], options?: { user?: string }): Promise<string[]>;
  /** Digest of a database's definitions and rows. */
  stateOf(database: string): Promise<string>;
}

/** A build context in a folder of its own; `dumps` by database, as the text of a dump or as a file's path. */
export async function birdPostgresContext(dumps: Readonly<Record<string, { file: string } | { text: string }>>) {
  const context = await mkdtemp(join(tmpdir(), "auto-harness-bird-"));
  await cp(imageFolder, context, { recursive: true });
  await mkdir(join(context, "dumps"));
  for (const [db, dump] of Object.entries(dumps)) {
    const target = join(context, "dumps", `${db}.sql`);
    await ("file" in dump ? copyFile(dump.file, target) : writeFile(target, dump.text));
  }
  const image: ImageSource = { kind: "build", name: "bird-postgres", context, digest: await digestFolder(context) };
  return { image, [Symbol.asyncDispose]: () => rm(context, { recursive: true, force: true }) };
}

export function dumpsOf(databases: readonly string[]): Record<string, { file: string }> {
  return Object.fromEntries(databases.map((db) => [db, { file: join(syntheticFolder, db, "dump.sql") }]));
}

export async function openBirdPostgres(databases: readonly string[], signal: AbortSignal): Promise<BirdPostgres> {
  await using undo = new AsyncDisposableStack();
  const docker = undo.use(await openTestDocker());
  const { image } = undo.use(await birdPostgresContext(dumpsOf(databases)));
  const password = randomBytes(24).toString("hex");
  const sandbox = undo.use(await docker.provider.open(postgresSpec(docker, image, password), { signal }));
  await untilReady(sandbox, signal);
  const container = docker.docker.getContainer(sandbox.id);
  const shell = undo.use(await openResidentShell(container, { PGPASSWORD: password, PGHOST: "127.0.0.1" }));
  const run = async (command: readonly string[], name: string) => {
    const { exitCode, stdout, stderr } = await shell.run(command);
    if (exitCode !== 0) throw new Error(`${name}: ${stderr}`);
    return stdout;
  };
  const owned = undo.move();
  return {
    sandbox,
    async sql(database, statements, { user = "postgres" } = {}) {
      const options = ["-U", user, "-d", database, "-XqAt", "-v", "ON_ERROR_STOP=1", "-F", "|"];
      const stdout = await run(["psql", ...options, ...statements.flatMap((text) => ["-c", text])], database);
      return stdout.split("\n").filter((line) => line !== "");
    },
    async stateOf(database) {
      // From version 15.14 on a dump has a token of its own in two lines.
      const dump = `pg_dump -U postgres "$1" | grep -v '^.\\(un\\)\\?restrict ' | sha256sum`;
      return await run(["bash", "-o", "pipefail", "-ec", dump, "bash", database], `dump of ${database}`);
    },
    [Symbol.asyncDispose]: () => owned.disposeAsync(),
  };
}

export function postgresSpec(docker: TestDocker, image: ImageSource, password: string, attach = false) {
  const main = { command: ["bird-postgres"], attach };
  return docker.specOf({ image, network: "internal", env: { POSTGRES_PASSWORD: password }, main });
}

async function untilReady(sandbox: Sandbox, signal: AbortSignal): Promise<void> {
  for (;;) {
    const command = ["pg_isready", "-q", "-h", "127.0.0.1"];
    const { exitCode } = await sandbox.session.exec(command, { signal, timeoutMs: 10_000 });
    if (exitCode === 0) return;
    await sleep(250, undefined, { signal });
  }
}
