import { expect, test } from "vitest";
import { redact } from "../../../src/lib/redact.ts";

test("secrets disappear in both their forms; short and missing ones change nothing", () => {
  const text = "Bearer sk-a/b+c and sk-a%2Fb%2Bc in abc";
  expect(redact(text, ["sk-a/b+c", null, undefined, "abc", ""])).toBe("Bearer [redacted] and [redacted] in abc");
});
