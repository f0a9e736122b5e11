// The stack that a person starts by hand, from the committed compose file, and runs that use it.

import { randomInt } from "node:crypto";
import { createServer } from "node:net";
import pg from "pg";
import { afterAll, beforeAll, expect, test } from "vitest";
import { runCommand } from "../../src/lib/run-command.ts";
import { type BirdStack, openBirdStack, type StackService, untilTrue } from "../helpers/bird-stack.ts";
import type { CliScene } from "../helpers/cli-scene.ts";

const services: readonly StackService[] = ["bird-postgres", "bird-environment", "bird-judge"];
const oracle = ["benchmark", "--agent", "oracle"];
/** A query with a follow-up, a change, another database. */
const three = "task_ids: [seedbank_1, seedbank_M_1, tramway_1]";
const allRight = { exitCode: 0, stderr: "", stdout: expect.stringMatching(/^oracle: 3\/3 /m) };

const undo = new AsyncDisposableStack();
let stack: BirdStack;

/** As the line says that `bird stack` prints. */
async function startByHand(scene: CliScene): Promise<string> {
  const made = await scene.run(["bird", "stack"]);
  expect(made).toMatchObject({ exitCode: 0, stderr: "" });
  const line = made.stdout.split("\n").find((text) => text.includes("docker compose") && text.endsWith("--wait"));
  const started = await runCommand(["sh", "-c", line ?? "false"], { signal: AbortSignal.timeout(300_000) });
  expect(started).toMatchObject({ exitCode: 0 });
  return made.stdout;
}

beforeAll(async () => {
  stack = undo.use(await openBirdStack());
  await using scene = await stack.person([three]);
  await startByHand(scene);
}, 600_000);

afterAll(async () => await undo.disposeAsync(), 120_000);

test("it publishes no port, has no way out, and is hardened as a run's own boxes are", async () => {
  for (const service of services) {
    const { Config, HostConfig, Mounts, NetworkSettings, State } = await stack.facts(service);
    expect(State.Health?.Status).toBe("healthy");
    expect(Object.values(NetworkSettings.Ports).filter((published) => published !== null)).toEqual([]);
    expect(Object.keys(NetworkSettings.Networks)).toEqual([`${stack.project}_bird`]);
    expect(HostConfig).toMatchObject({
      ...{ ReadonlyRootfs: true, CapDrop: ["ALL"], SecurityOpt: ["no-new-privileges:true"], Privileged: false },
      ...{ Binds: null, MemorySwap: HostConfig.Memory },
    });
    expect(Mounts.map(({ Type, Name, RW }) => ({ Type, Name, RW }))).toEqual(
      service === "bird-judge"
        ? []
        : [{ Type: "volume", Name: `${stack.project}_bird-secret`, RW: service === "bird-postgres" }],
    );
    expect(HostConfig.Memory).toBeGreaterThan(0);
    expect(HostConfig.PidsLimit).toBeGreaterThan(0);
    expect(Config.User).toMatch(/^[1-9]\d*:[1-9]\d*$/);
    expect(await stack.exec(service, ["sh", "-c", "touch /opt/written"])).toMatchObject({ exitCode: 1 });
  }
  expect(await stack.docker.getNetwork(`${stack.project}_bird`).inspect()).toMatchObject({ Internal: true });
  const leave = `const socket = require("node:net").connect({ host: "192.0.2.1", port: 80, timeout: 30_000 });
    socket.on("connect", () => console.log("out")).on("timeout", () => socket.destroy(new Error("timeout")))
      .on("error", (error) => console.log("in", error.code ?? error.message));`;
  expect((await stack.exec("bird-environment", ["node", "-e", leave])).text).toMatch(/^in (ENETUNREACH|EHOSTUNREACH)$/);
});

test("the administrator's password is made at the start, and is where Postgres and the environment read it only", async () => {
  const { text: password } = await stack.exec("bird-postgres", ["cat", "/run/bird/postgres-password"]);
  expect(password).toMatch(/^[0-9a-f]{48}$/);
  expect(await stack.exec("bird-environment", ["cat", "/run/bird/postgres-password"])).toMatchObject({
    text: password,
  });
  expect(await stack.exec("bird-environment", ["touch", "/run/bird/other"])).toMatchObject({ exitCode: 1 });
  expect(await stack.exec("bird-judge", ["ls", "/run/bird"])).toMatchObject({ exitCode: 2 });
  for (const service of services) expect(JSON.stringify(await stack.facts(service))).not.toContain(password);
});

test("runs of two hosts, one after the other and at once, earn 1.0 and leave nothing on Postgres", async () => {
  await using first = await stack.person([three]);
  await using second = await stack.person([three]);
  await using third = await stack.person([three]);
  expect(await first.run(oracle)).toMatchObject(allRight);
  expect(await stack.left()).toEqual([]);
  for (const ended of await Promise.all([second.run(oracle), third.run(oracle)])) {
    expect(ended).toMatchObject(allRight);
  }
  expect(await stack.left()).toEqual([]);
  for (const scene of [first, second, third]) expect(await scene.leftovers()).toEqual([]);
  expect(await hostsProcesses()).toEqual([]);
}, 300_000);

test("what a host that was killed had there goes with it", async () => {
  await using scene = await stack.person([three]);
  await using cli = scene.start(oracle);
  await untilTrue("the host has clones", async () => (await stack.left()).some((name) => name.includes("_clone_")));
  cli.kill("SIGKILL");
  await cli.ended;
  await untilTrue("they are gone", async () => (await stack.left()).length === 0);
  await untilTrue("so are its processes", async () => (await hostsProcesses()).length === 0);
}, 300_000);

test("a container whose process is killed comes up again, and the trials of that moment are played again", async () => {
  await using scene = await stack.person([three]);
  // On a busy machine the templates take minutes to load again.
  await using cli = scene.start(oracle, { timeoutMs: 700_000 });
  await untilTrue("the host has clones", async () => (await stack.left()).some((name) => name.includes("_clone_")));
  const before = await stack.facts("bird-postgres");
  await stack.exec("bird-postgres", ["bash", "-c", 'kill -9 "$(head -n 1 "$PGDATA/postmaster.pid")"']);
  expect(await cli.ended).toMatchObject(allRight);
  expect((await stack.facts("bird-postgres")).State.StartedAt).not.toBe(before.State.StartedAt);

  const main = "kill -9 $(grep -lx sleep /proc/[0-9]*/comm | cut -d/ -f3)";
  for (const service of ["bird-environment", "bird-judge"] as const) {
    const { StartedAt } = (await stack.facts(service)).State;
    await stack.exec(service, ["sh", "-c", main]);
    await untilTrue("it has started again", async () => (await stack.facts(service)).State.StartedAt !== StartedAt);
  }
  await using other = await stack.person([three]);
  expect(await other.run(oracle)).toMatchObject({ ...allRight, stdout: expect.stringContaining("oracle: 3/3") });
  expect(await stack.left()).toEqual([]);
}, 900_000);

test("one that is stopped, or was made of another image, is said in one line", async () => {
  await using fewer = await stack.person(["task_ids: [pilotage_1]"]);
  const outdated = await fewer.run(oracle);
  expect(outdated).toMatchObject({
    exitCode: 2,
    stderr: `auto-harness: The stack bird-postgres of ${stack.project} was made of another image than this configuration needs; type: npx auto-harness bird stack (it makes the images and says how to start ${stack.project})\n`,
  });
  await stack.compose(["stop", "bird-judge"]);
  await using scene = await stack.person([three]);
  expect(await scene.run(oracle)).toMatchObject({
    exitCode: 2,
    stderr: `auto-harness: The stack ${stack.project} has no running bird-judge; type: npx auto-harness bird stack (it makes the images and says how to start ${stack.project})\n`,
  });
  expect(await startByHand(scene)).toContain(`${stack.project}: not up; to start it`);
  expect((await scene.run(["bird", "stack"])).stdout).toContain(`${stack.project}: up and healthy`);
}, 300_000);

test("with a port, Postgres is reached from this machine with the password that is printed, and from nowhere else", async () => {
  const port = await freePort();
  await using scene = await stack.person([three, `pg_port: ${port}`]);
  const printed = await startByHand(scene);
  expect((await stack.facts("bird-port")).HostConfig.PortBindings).toEqual({
    "5432/tcp": [{ HostIp: "127.0.0.1", HostPort: String(port) }],
  });
  const how = printed.split("\n").find((line) => line.endsWith("cat /run/bird/postgres-password"));
  const password = (
    await runCommand(["sh", "-c", how ?? "false"], { signal: AbortSignal.timeout(60_000) })
  ).stdout.trim();
  const client = new pg.Client({ host: "127.0.0.1", port, user: "postgres", password, database: "postgres" });
  await client.connect();
  const { rows } = await client.query("SELECT datname FROM pg_database WHERE datname LIKE '%\\_template' ORDER BY 1");
  await client.end();
  expect(rows).toEqual([{ datname: "seedbank_template" }, { datname: "tramway_template" }]);
}, 300_000);

test("down -v leaves nothing", async () => {
  expect((await stack.everything()).length).toBeGreaterThan(4);
  await stack.compose(["--profile", "ports", "down", "-v"]);
  expect(await stack.everything()).toEqual([]);
}, 120_000);

/** Command lines of what hosts have started in the containers; health checks are none of theirs. */
async function hostsProcesses(): Promise<string[]> {
  const list = "for f in /proc/[0-9]*/cmdline; do tr '\\0' ' ' <$f && echo; done";
  const listed = await Promise.all(
    (["bird-environment", "bird-judge"] as const).map(async (service) => await stack.exec(service, ["sh", "-c", list])),
  );
  const lines = listed.flatMap(({ text }) => text.split("\n"));
  return lines.filter((line) => /(main\.js|-m bird_judge) $/.test(line));
}

/** Below those that the kernel gives to whoever asks for any. */
async function freePort(): Promise<number> {
  for (;;) {
    const port = randomInt(15_000, 30_000);
    const server = createServer();
    const isFree = await new Promise((resolve) => {
      server.once("error", () => resolve(false)).listen(port, "127.0.0.1", () => resolve(true));
    });
    if (!isFree) continue;
    await new Promise((resolve) => server.close(resolve));
    return port;
  }
}
