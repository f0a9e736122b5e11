import { expect, test } from "vitest";
import { nearestCall } from "../../../src/cassettes/divergence.ts";
import { firstDifference } from "../../../src/cassettes/first-difference.ts";
import { requestLines } from "../../../src/cassettes/request-lines.ts";

function call(params: unknown, method = "tool", body = "") {
  return { method, params, body: Buffer.from(body), answer: null };
}

function difference(recorded: unknown, asked: unknown): string[] {
  return firstDifference(requestLines(call(recorded)), requestLines(call(asked)));
}

test("the same request has no difference, whatever the order of its keys", () => {
  expect(difference({ a: 1, b: [{ c: "x", d: null }] }, { b: [{ d: null, c: "x" }], a: 1 })).toEqual([]);
  const body = (text: string) => requestLines(call({ method: "POST", path: "/v1" }, "model", text));
  expect(firstDifference(body('{"a":1,"b":2}'), body('{ "b": 2, "a": 1 }'))).toEqual([]);
  // A file is its bytes.
  const file = (text: string) => requestLines(call({ path: "/f" }, "upload", text));
  expect(firstDifference(file('{"a":1}'), file('{ "a": 1 }'))).toEqual([
    ...["line 4", "  params:", '    path: "/f"', '- text: "{\\"a\\":1}"', '+ text: "{ \\"a\\": 1 }"'],
  ]);
});

test.each([
  ["1", 1],
  ["", null],
  [[], {}],
  [["a", "b"], "a\nb"],
  ["a\nb: 1", { a: 1, b: 1 }],
  [{ "a b": 1 }, { a: { b: 1 } }],
  ["a", "a\n"],
])("%j and %j differ", (recorded, asked) => {
  expect(difference({ x: recorded }, { x: asked })).not.toEqual([]);
});

test("a line that was added or taken away is shown alone, with the place it stands in", () => {
  const text = ["one", "two", "three", "four"];
  const withText = (lines: readonly string[]) => ({ messages: [{ role: "user", content: lines.join("\n") }] });
  expect(difference(withText(text), withText(text.toSpliced(2, 0, "new")))).toEqual([
    ...["line 8 in params › messages › [0] › content", "  one", "  two", "+ new"],
  ]);
  expect(difference(withText(text), withText(text.toSpliced(1, 1)))).toEqual([
    ...["line 7 in params › messages › [0] › content", "  content: |", "    one", "-   two"],
  ]);
});

test("long lines are cut around the first character that differs, and long changes after four lines", () => {
  const line = (mark: string) => `${"a".repeat(500)}${mark}${"z".repeat(500)}`;
  const [was = "", is = ""] = difference({ x: line("1") }, { x: line("2") }).slice(-2);
  expect([was.length, is.length]).toEqual([164, 164]);
  expect([was.includes("a1z"), is.includes("a2z")]).toEqual([true, true]);
  const lines = (name: string) => Array.from({ length: 9 }, (_, at) => `${name} ${at}`).join("\n");
  expect(difference({ x: lines("old") }, { x: lines("new") }).slice(-2)).toEqual(["+     new 3", "+ … 5 more lines"]);
});

test("the nearest request is of the same method, has most in common, and is due soonest", () => {
  const due = [
    call({ command: "a", cwd: "/x" }, "exec"),
    call({ command: "b", cwd: "/y" }, "exec"),
    call({ command: "c", cwd: "/y" }, "exec"),
    call({ command: "d", cwd: "/y" }, "tool"),
  ].map((recorded, at) => ({ index: at + 5, call: recorded }));
  expect(nearestCall(call({ command: "d", cwd: "/y" }, "exec"), due)?.index).toBe(6);
  expect(nearestCall(call({ command: "d", cwd: "/y" }, "turn"), due.slice(0, 1))?.index).toBe(5);
  expect(nearestCall(call({}), [])).toBeNull();
});
