// When a box is ready, and when it is given up.

import { expect, test } from "vitest";
import type { Healthcheck } from "../../../src/benchmarks/terminal-bench/format/task-schema-parts.ts";
import { awaitHealthy, unhealthyBox } from "../../../src/benchmarks/terminal-bench/trial/healthcheck.ts";
import type { Sandbox } from "../../../src/core/sandbox.ts";
import { openFakeProvider } from "../../helpers/fake-sandbox.ts";

const signal = new AbortController().signal;
const quick = { interval_sec: 0.01, timeout_sec: 10, start_period_sec: 0, start_interval_sec: 0.01, retries: 3 };

async function openBox(): Promise<Sandbox> {
  return await openFakeProvider().open(
    {
      image: { kind: "image", reference: "any" },
      labels: { owner: "tests", job: "tests", trial: "one", role: "task" },
      ...{ network: "none", profile: "task", limits: {} },
    },
    { signal },
  );
}

/** How often the check was run, and how it ended. */
async function check(command: string, numbers: Partial<Healthcheck> = {}): Promise<{ runs: number; end: string }> {
  await using box = await openBox();
  const counted = { ...quick, ...numbers, command: `echo >> count; ${command}` };
  const end = await awaitHealthy(box.session, counted, { signal }, (why) => new Error(why)).then(
    () => "healthy",
    (error: Error) => error.message,
  );
  const { byteLength } = await box.session.readFile("/count", { signal });
  return { runs: byteLength, end };
}

test("a box is ready with the first check that succeeds", async () => {
  expect(await check("true")).toEqual({ runs: 1, end: "healthy" });
  expect(await check('[ "$(wc -l < count)" = 3 ]')).toEqual({ runs: 3, end: "healthy" });
});

test("failures in a row are counted, and the last one is told", async () => {
  const { runs, end } = await check("echo not yet >&2; exit 7");
  expect(runs).toBe(3);
  expect(end).toBe(
    "its healthcheck failed 3 times, at last it exited 7: echo >> count; echo not yet >&2; exit 7 (not yet)",
  );
});

test("failures of the start period don't count", async () => {
  const { runs, end } = await check('[ "$(wc -l < count)" = 6 ]', { start_period_sec: 60, retries: 1 });
  expect({ runs, end }).toEqual({ runs: 6, end: "healthy" });
});

test("a check that takes too long has failed", async () => {
  const { end } = await check("sleep 60", { timeout_sec: 0.2, retries: 1 });
  expect(end).toContain("at last it took longer than 0.2 s");
});

test("waiting ends when it is called off", async () => {
  await using box = await openBox();
  const patient = { ...quick, command: "false", interval_sec: 600 };
  const stop = AbortSignal.timeout(200);
  const waiting = awaitHealthy(box.session, patient, { signal: stop }, (why) => new Error(why));
  await expect(waiting).rejects.toThrow(/abort/i);
});

test("a box that is not ready is the infrastructure's, before any agent", () => {
  expect(unhealthyBox("some-task", "why")).toMatchObject({
    ...{ fault: "infrastructure", code: "box-unhealthy", context: { beforeAgent: true } },
    message: "the box of some-task did not get ready: why",
  });
});
