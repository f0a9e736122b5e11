import { expect, test } from "vitest";
import { boxTroubleOf, troubleOf } from "../../../src/sandboxes/daytona/trouble.ts";

const of = (statusCode: number | undefined, message = "", extra = {}) =>
  troubleOf(Object.assign(new Error(message), { statusCode, ...extra }));

test("an error of Daytona's SDK is told by its status, one of the way there by its name or code", () => {
  expect(of(429, "slow down", { headers: { "Retry-After": "3" } })).toEqual({
    kind: "rate-limited",
    retryAfterMs: 3000,
  });
  const headers = { "retry-after": "Thu, 01 Jan 1998 00:00:04 GMT", date: "Thu, 01 Jan 1998 00:00:00 GMT" };
  expect(of(429, "by its clock", { headers })).toEqual({ kind: "rate-limited", retryAfterMs: 4000 });
  expect(of(403, "Total CPU quota exceeded").kind).toBe("rate-limited");
  expect([of(401), of(403), of(404), of(410), of(500), of(503), of(408), of(400)].map(({ kind }) => kind)).toEqual([
    ...["key", "key", "gone", "gone", "passing", "passing", "passing", "other"],
  ]);
  expect(of(undefined, "socket hang up").kind).toBe("passing");
  expect(of(undefined, "no", { name: "DaytonaConnectionTimeoutError" }).kind).toBe("passing");
  expect([of(undefined, "bad argument"), troubleOf("x")].map(({ kind }) => kind)).toEqual(["other", "other"]);
});

test("what is said of a sandbox that is being made passes, a snapshot that is no more is gone", () => {
  expect(of(400, "Sandbox state change in progress").kind).toBe("passing");
  expect(of(400, "Snapshot auto-harness-1 not found. Did you add it?").kind).toBe("gone");
  expect(of(400, "Snapshot auto-harness-1 is inactive").kind).toBe("gone");
});

test("what a sandbox answers is no word on the key, and none on what the account may have", () => {
  const kinds = [401, 403, 404, 400, 429, 502].map(
    (statusCode) => boxTroubleOf(Object.assign(new Error("no"), { statusCode })).kind,
  );
  expect(kinds).toEqual(["other", "other", "other", "other", "passing", "passing"]);
});
