import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { HelperLimit } from "../../../src/sandboxes/cloud/helper-limit.ts";

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

const minutes = async (count: number) => await vi.advanceTimersByTimeAsync(count * 60_000);

test("a command of ours that says nothing for five minutes is given up", async () => {
  using limit = new HelperLimit();
  await minutes(4.9);
  await limit.heard(undefined);
  await minutes(4.9);
  expect(limit.signal.aborted).toBe(false);
  await minutes(0.2);
  expect(limit.signal.reason).toMatchObject({ fault: "infrastructure", code: "files-failed" });
});

test("the time in which its reader is waited for is no silence", async () => {
  using limit = new HelperLimit();
  const read = Promise.withResolvers<void>();
  const waiting = limit.heard(read.promise);
  await minutes(30);
  expect(limit.signal.aborted).toBe(false);
  read.resolve();
  await waiting;
  await minutes(5.1);
  expect(limit.signal.aborted).toBe(true);
});

test("one that goes on saying a little is given up after an hour", async () => {
  using limit = new HelperLimit();
  for (let minute = 0; minute < 60; minute += 1) {
    expect(limit.signal.aborted).toBe(false);
    await minutes(1);
    await limit.heard(undefined);
  }
  expect(limit.signal.aborted).toBe(true);
});

test("once it is over, nothing is armed any more", async () => {
  const limit = new HelperLimit();
  limit[Symbol.dispose]();
  await limit.heard(undefined);
  await minutes(90);
  expect([limit.signal.aborted, vi.getTimerCount()]).toEqual([false, 0]);
});
