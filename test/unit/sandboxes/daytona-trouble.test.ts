import { expect, test } from "vitest";
import { troubleOf } from "../../../src/sandboxes/daytona/trouble.ts";

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
