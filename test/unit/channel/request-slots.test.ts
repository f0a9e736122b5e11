import { expect, it } from "vitest";
import { RequestSlots } from "../../../src/channel/request-slots.ts";

const signal = new AbortController().signal;

it("lets callers in up to both limits, then in order as slots come back", async () => {
  const slots = new RequestSlots({ requests: 2, bytes: 10 });
  const entered: string[] = [];
  const enter = async (name: string, bytes: number) => {
    const release = await slots.acquire(bytes, signal);
    entered.push(name);
    return release;
  };
  const first = await enter("a", 6);
  const second = enter("b", 6);
  const third = enter("c", 1);
  await Promise.resolve();
  expect(entered).toEqual(["a"]);
  first();
  first();
  await Promise.all([second, third]);
  expect(entered).toEqual(["a", "b", "c"]);
});

it("lets one that is over the limit in when it is alone", async () => {
  const slots = new RequestSlots({ requests: 2, bytes: 10 });
  const release = await slots.acquire(100, signal);
  release();
  await slots.acquire(100, signal);
});

it("forgets a waiting caller that gives up, and lets those behind it in", async () => {
  const slots = new RequestSlots({ requests: 5, bytes: 10 });
  await slots.acquire(6, signal);
  const leaving = new AbortController();
  const large = slots.acquire(8, leaving.signal);
  const small = slots.acquire(2, signal);
  leaving.abort(new Error("gave up"));
  await expect(large).rejects.toThrow("gave up");
  await small;
  await expect(slots.acquire(1, leaving.signal)).rejects.toThrow("gave up");
});
