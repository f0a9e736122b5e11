import { expect, test } from "vitest";
import { unionTimer } from "../../../src/lib/union-timer.ts";

test("time is counted once however many wait in it", () => {
  let now = 0;
  const timer = unionTimer(() => now);
  const first = timer.start();
  now = 10;
  const second = timer.start();
  now = 15;
  first[Symbol.dispose]();
  now = 30;
  expect(timer.elapsedMs()).toBe(30);
  second[Symbol.dispose]();
  now = 100;
  expect(timer.elapsedMs()).toBe(30);
  using _ = timer.start();
  now = 101;
  expect(timer.elapsedMs()).toBe(31);
});
