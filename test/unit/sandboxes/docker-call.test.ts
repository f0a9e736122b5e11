import { expect, test } from "vitest";
import { engineCall, isContainerGone } from "../../../src/sandboxes/docker/call.ts";

const signal = new AbortController().signal;
const broken = () => Object.assign(new Error("socket hang up"), { code: "ECONNRESET" });
const answer = (statusCode: number, message: string) => Object.assign(new Error(message), { statusCode });

test("a broken connection is tried again only where that does no harm", async () => {
  for (const [idempotent, expected] of [
    [true, 3],
    [false, 1],
  ] as const) {
    let calls = 0;
    const failing = () => {
      calls += 1;
      return Promise.reject(broken());
    };
    const call = engineCall("look", failing, { signal, idempotent });
    await expect(call).rejects.toMatchObject({ fault: "infrastructure", code: "engine-call-failed" });
    expect(calls).toBe(expected);
  }
});

test("what the engine refuses is not tried again, and a container that went is told apart", async () => {
  let calls = 0;
  const gone = () => {
    calls += 1;
    return Promise.reject(answer(404, "(HTTP code 404) no such container - No such container: x "));
  };
  await expect(engineCall("look", gone, { signal, idempotent: true })).rejects.toMatchObject({ code: "sandbox-gone" });
  expect(calls).toBe(1);
  const file = answer(404, "(HTTP code 404) no such container - Could not find the file /x in container y ");
  expect(isContainerGone(file)).toBe(false);
  const stopped = () => Promise.reject(answer(409, "Container x is not running"));
  await expect(engineCall("look", stopped, { signal })).rejects.toMatchObject({ code: "sandbox-stopped" });
});

test("an engine that never answers is an infrastructure fault, an aborted caller gets its own reason", async () => {
  const never = () => new Promise<never>(() => undefined);
  await expect(engineCall("wait", never, { signal, timeoutMs: 10 })).rejects.toMatchObject({ code: "engine-timeout" });
  const controller = new AbortController();
  const reason = new Error("enough");
  const waiting = engineCall("wait", never, { signal: controller.signal });
  controller.abort(reason);
  await expect(waiting).rejects.toBe(reason);
});

test("a signal aborted after the answer leaves the answer's stream alone", async () => {
  const controller = new AbortController();
  let inner: AbortSignal | undefined;
  const keep = async (abortSignal: AbortSignal) => {
    inner = abortSignal;
  };
  await engineCall("start", keep, { signal: controller.signal });
  controller.abort();
  expect(inner?.aborted).toBe(false);
});
