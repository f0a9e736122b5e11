import { describe, expect, test } from "vitest";
import { HarnessError } from "../../../src/core/fault.ts";
import { type CloudTrouble, cloudRetry, retryAfterMs } from "../../../src/sandboxes/cloud/retry.ts";
import { troubleOf } from "../../../src/sandboxes/e2b/trouble.ts";

const { signal } = new AbortController();

function failing(times: number, error: Error): { run: () => Promise<string>; calls: () => number } {
  let calls = 0;
  const run = async () => {
    calls += 1;
    if (calls <= times) throw error;
    return "done";
  };
  return { run, calls: () => calls };
}

function retrying(run: () => Promise<string>, trouble: CloudTrouble, attempts = 3): Promise<string> {
  return cloudRetry(run, { what: "do it", service: "The cloud", signal, troubleOf: () => trouble, attempts });
}

describe("a call to a cloud", () => {
  test("what passes is tried again, and what does not is thrown at once", async () => {
    const passing = failing(2, new Error("reset"));
    expect(await retrying(passing.run, { kind: "passing" })).toBe("done");
    const error = new Error("no such thing");
    for (const kind of ["gone", "other"] as const) {
      const other = failing(1, error);
      await expect(retrying(other.run, { kind })).rejects.toBe(error);
      expect(other.calls()).toBe(1);
    }
  });

  test("what never passes is an infrastructure fault, a key that is refused a config fault", async () => {
    const fault = { fault: "infrastructure", code: "cloud-call-failed" };
    await expect(retrying(failing(9, new Error("x")).run, { kind: "passing" })).rejects.toMatchObject(fault);
    await expect(retrying(failing(9, new Error("x")).run, { kind: "rate-limited" })).rejects.toMatchObject({
      ...{ fault: "infrastructure", code: "cloud-rate-limited" },
    });
    const key = { fault: "config", code: "cloud-key-refused" };
    await expect(retrying(failing(9, new Error("x")).run, { kind: "key" })).rejects.toMatchObject(key);
  });

  test("a refusal is not asked again before the time that it names", async () => {
    const started = performance.now();
    await retrying(failing(1, new Error("slow down")).run, { kind: "rate-limited", retryAfterMs: 900 });
    expect(performance.now() - started).toBeGreaterThan(890);
  });

  test("an abort ends the waiting with its reason, and a fault of ours is not tried again", async () => {
    const reason = new Error("enough");
    const controller = new AbortController();
    const { run, calls } = failing(9, new Error("x"));
    setTimeout(() => controller.abort(reason), 50);
    const options = { what: "do it", service: "The cloud", troubleOf: () => ({ kind: "passing" }) as const };
    await expect(cloudRetry(run, { ...options, signal: controller.signal })).rejects.toBe(reason);
    expect(calls()).toBe(1);
    const fault = new HarnessError({ fault: "task", code: "file-not-found", message: "none" });
    const own = failing(9, fault);
    await expect(cloudRetry(own.run, { ...options, signal })).rejects.toBe(fault);
    expect(own.calls()).toBe(1);
  });

  test("what a service asks us to wait goes by its own clock, and is bounded whatever that says", () => {
    const wait = (value: string | null) => retryAfterMs(value, "Thu, 01 Jan 2026 00:00:00 GMT");
    expect(["2", "1e9", "-5", "Thu, 01 Jan 2026 00:00:03 GMT", "Thu, 01 Jan 2026 05:00:00 GMT"].map(wait)).toEqual([
      ...[2_000, 60_000, 0, 3_000, 60_000],
    ]);
    expect([null, "", "soon"].map(wait)).toEqual([undefined, undefined, undefined]);
    // It doesn't say what its clock shows.
    expect(retryAfterMs(new Date(Date.now() + 30_000).toUTCString())).toBeGreaterThan(20_000);
  });
});

describe("what an error of E2B's SDK means", () => {
  const named = (name: string, extra: object = {}) => Object.assign(new Error("x"), { name, ...extra });
  test.each([
    ["rate-limited", named("RateLimitError")],
    ["rate-limited", named("ConnectError", { code: 8 })],
    ["passing", named("ServiceBusyError")],
    ["passing", named("SandboxError", { statusCode: 500 })],
    ["passing", named("BuildError", { message: "502: bad gateway" })],
    ["passing", named("TimeoutError")],
    ["passing", named("ConnectError", { code: 14 })],
    ["passing", Object.assign(new TypeError("fetch failed"), { cause: named("Error", { code: "ECONNRESET" }) })],
    ["passing", new TypeError("terminated")],
    ["gone", named("SandboxNotFoundError")],
    ["gone", named("TemplateError", { statusCode: 404 })],
    ["gone", named("ConnectError", { code: 5 })],
    ["key", named("AuthenticationError")],
    ["key", named("SandboxError", { statusCode: 403 })],
    ["other", named("InvalidArgumentError")],
    ["other", named("SandboxError", { statusCode: 400 })],
    ["other", "no error"],
  ])("%s: %s", (kind, error) => {
    expect(troubleOf(error).kind).toBe(kind);
  });

  test("a refusal of a sandbox says how long to wait", () => {
    const metadata = new Headers({ "Retry-After": "3" });
    expect(troubleOf(named("ConnectError", { code: 8, metadata }))).toEqual({
      kind: "rate-limited",
      retryAfterMs: 3_000,
    });
  });
});
