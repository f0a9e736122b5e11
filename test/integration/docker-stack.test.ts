// A stack that somebody else has started, as the Docker provider joins it: containers with compose's labels, made here.

import { randomBytes } from "node:crypto";
import { once } from "node:events";
import { text } from "node:stream/consumers";
import { setTimeout as sleep } from "node:timers/promises";
import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest";
import type { StackProcess } from "../../src/core/sandbox-group.ts";
import { joinDockerStack } from "../../src/sandboxes/docker/stack.ts";
import { openTestDocker, type TestDocker } from "../helpers/open-test-docker.ts";

const signal = AbortSignal.timeout(600_000);
const image = { kind: "image", reference: "debian:bookworm-slim" } as const;
const images = { one: image };
const todo = "bring it up";
let opened: TestDocker;
let reference: string;
let project: string;
const started: string[] = [];

beforeAll(async () => {
  opened = await openTestDocker();
  ({ reference } = await opened.provider.prepareImage(image, { signal }));
});

afterEach(async () => {
  for (const id of started.splice(0)) await opened.docker.getContainer(id).remove({ force: true });
});

afterAll(async () => await opened[Symbol.asyncDispose]());

interface Given {
  service?: string;
  oneOff?: boolean;
  /** A shell's test; left out: no health check. */
  healthyIf?: string;
}

async function up({ service = "one", oneOff = false, healthyIf }: Given = {}): Promise<string> {
  project ??= `stack-${randomBytes(4).toString("hex")}`;
  const second = 1_000_000_000;
  const container = await opened.docker.createContainer({
    ...{ Image: reference, Cmd: ["sleep", "infinity"], HostConfig: { Init: true, NetworkMode: "none" } },
    Labels: {
      "com.docker.compose.project": project,
      "com.docker.compose.service": service,
      "com.docker.compose.oneoff": oneOff ? "True" : "False",
    },
    ...(healthyIf === undefined
      ? {}
      : { Healthcheck: { Test: ["CMD-SHELL", healthyIf], Interval: second / 2, Timeout: 30 * second, Retries: 1 } }),
  });
  started.push(container.id);
  await container.start();
  return container.id;
}

async function join(limits: { readyMs?: number; unhealthyMs?: number; said?: string[] } = {}) {
  const { said = [], ...rest } = limits;
  return await joinDockerStack(opened.docker, project, {
    ...{ images, todo, signal, say: (line: string) => void said.push(line), ...rest },
    prepare: async (source, options) => await opened.provider.prepareImage(source, options),
  });
}

async function start(command: readonly string[]): Promise<StackProcess> {
  const member = (await join()).get("one");
  if (member === undefined) throw new Error("the stack has it");
  return await member.start(command, { signal });
}

describe("a stack", () => {
  test("is joined by its services, and goes on when its processes are left", async () => {
    const id = await up();
    await up({ oneOff: true });
    await up({ service: "other" });
    const members = await join();
    expect([...members].map(([service, member]) => [service, member.id])).toEqual([["one", id]]);
    await (await start(["cat"]))[Symbol.asyncDispose]();
    expect((await opened.docker.getContainer(id).inspect()).State.Running).toBe(true);
  });

  test("that is not there, or whose container has ended, is a config fault that says what to type", async () => {
    project = `stack-${randomBytes(4).toString("hex")}`;
    const fault = {
      fault: "config",
      code: "stack-down",
      message: `The stack ${project} has no running one; type: ${todo}`,
    };
    await expect(join()).rejects.toMatchObject(fault);
    const id = await up();
    await opened.docker.getContainer(id).kill();
    await expect(join()).rejects.toMatchObject(fault);
  });

  test("that was made of another image is a config fault, healthy or not", async () => {
    await up({ healthyIf: "false" });
    const other = { kind: "image", reference: "node:24-bookworm-slim" } as const;
    const joined = opened.provider.joinStack?.(project, { images: { one: other }, todo, signal });
    await expect(joined).rejects.toMatchObject({
      ...{ fault: "config", code: "stack-outdated" },
      message: `The stack one of ${project} was made of another image than this configuration needs; type: ${todo}`,
    });
  });

  test("that is not healthy yet is waited for, and that is said once", async () => {
    const id = await up({ healthyIf: "test -e /tmp/good" });
    const said: string[] = [];
    const joining = join({ said });
    await sleep(1500);
    const exec = await opened.docker.getContainer(id).exec({ Cmd: ["touch", "/tmp/good"], AttachStdout: true });
    (await exec.start({})).resume();
    expect([...(await joining).keys()]).toEqual(["one"]);
    expect(said).toEqual([expect.stringMatching(`waiting for the stack ${project}: one is (starting|unhealthy)`)]);
  });

  test("that does not get healthy is the infrastructure's fault, with the last check's words", async () => {
    await up({ healthyIf: "echo no templates; false" });
    await expect(join({ unhealthyMs: 1000 })).rejects.toMatchObject({
      ...{ fault: "infrastructure", code: "stack-not-ready" },
      message: `The stack ${project} did not get ready: one is unhealthy; one said: no templates`,
    });
  });
});

describe("a process in it", () => {
  test("has its streams apart, takes binary input, and its exit code is known", async () => {
    await up();
    await using process = await start(["sh", "-c", "cat; echo out of it >&2; exit 7"]);
    const { main } = process;
    const bytes = randomBytes(300_000);
    main.stdin.end(bytes.toString("base64"));
    const [stdout, stderr] = await Promise.all([text(main.stdout), text(main.stderr)]);
    expect(stdout).toBe(bytes.toString("base64"));
    expect(stderr).toBe("out of it\n");
    expect(await main.exited).toEqual({ exitCode: 7, outOfMemory: false });
  });

  test("sees the end of its input when it is left, and is waited for", async () => {
    const id = await up();
    const process = await start(["sh", "-c", "cat; sleep 1; touch /tmp/cleaned"]);
    await process[Symbol.asyncDispose]();
    await process[Symbol.asyncDispose]();
    expect(await process.main.exited).toEqual({ exitCode: 0, outOfMemory: false });
    const looked = await start(["ls", "/tmp/cleaned"]);
    expect(await text(looked.main.stdout)).toBe("/tmp/cleaned\n");
    await looked[Symbol.asyncDispose]();
    expect((await opened.docker.getContainer(id).top()).Processes).toHaveLength(2);
  });

  test("whose container is killed has ended by a signal", async () => {
    const id = await up();
    await using process = await start(["sh", "-c", "echo up; exec cat"]);
    // A process that the engine is only about to start ends otherwise.
    await once(process.main.stdout, "data");
    await opened.docker.getContainer(id).kill();
    expect(await process.main.exited).toEqual({ exitCode: 137, outOfMemory: false });
  });

  test("that can't be started is the infrastructure's fault, or has ended", async () => {
    await up();
    const starting = start(["no-such-program"]).then(async (process) => {
      const { exitCode } = await process.main.exited;
      await process[Symbol.asyncDispose]();
      return exitCode;
    });
    await expect(starting.catch((error: { fault: string }) => error.fault)).resolves.toSatisfy(
      (end: number | string) => end === "infrastructure" || Number(end) >= 126,
    );
  });
});
