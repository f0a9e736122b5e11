import { setTimeout as sleep } from "node:timers/promises";
import { expect, test } from "vitest";
import { patientTimer } from "../../../src/lib/patient-timer.ts";

test("calls back when its time is over", async () => {
  const over = Promise.withResolvers<void>();
  const started = performance.now();
  using _ = patientTimer(40, () => 0, over.resolve);
  await over.promise;
  expect(performance.now() - started).toBeGreaterThanOrEqual(39);
});

test("stands while what does not count grows, and counts on afterwards", async () => {
  const over = Promise.withResolvers<void>();
  const started = performance.now();
  let stoodMs: number | null = null;
  let fired = false;
  using _ = patientTimer(
    40,
    () => stoodMs ?? performance.now() - started,
    () => {
      fired = true;
      over.resolve();
    },
  );
  await sleep(200);
  expect(fired).toBe(false);
  stoodMs = performance.now() - started;
  await over.promise;
  expect(performance.now() - started).toBeGreaterThanOrEqual(stoodMs + 39);
});

test("what stood before it began is not counted twice", async () => {
  const over = Promise.withResolvers<void>();
  using _ = patientTimer(10, () => 3_600_000, over.resolve);
  await over.promise;
});

test("is called off by its disposal", async () => {
  let fired = false;
  patientTimer(
    10,
    () => 0,
    () => {
      fired = true;
    },
  )[Symbol.dispose]();
  await sleep(60);
  expect(fired).toBe(false);
});
