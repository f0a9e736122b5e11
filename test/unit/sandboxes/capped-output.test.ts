import { expect, test } from "vitest";
import { CappedOutput } from "../../../src/sandboxes/capped-output.ts";

function capped(maxBytes: number, ...chunks: string[]) {
  const output = new CappedOutput(maxBytes);
  for (const chunk of chunks) output.write(Buffer.from(chunk));
  return output.read();
}

test("output within the cap is whole, however it is cut", () => {
  expect(capped(10, "01234", "56", "789")).toEqual({ text: "0123456789", droppedBytes: 0 });
  expect(capped(10)).toEqual({ text: "", droppedBytes: 0 });
  expect(capped(100, "ž".repeat(50))).toEqual({ text: "ž".repeat(50), droppedBytes: 0 });
});

test.each([
  ["all at once", 1000],
  ["in small parts", 7],
  ["byte by byte", 1],
])("beyond it the ends stay: %s", (_name, size) => {
  const all = Array.from({ length: 300 }, (_, i) => String(i % 10)).join("");
  const chunks = all.match(new RegExp(`.{1,${size}}`, "g")) ?? [];
  expect(capped(21, ...chunks)).toEqual({
    text: `${all.slice(0, 11)}\n[279 bytes dropped]\n${all.slice(-10)}`,
    droppedBytes: 279,
  });
});

test("no character is cut in two", () => {
  const text = "a🐎\n[32 bytes dropped]\n🐎";
  expect(capped(10, "a", "🐎".repeat(10))).toEqual({ text, droppedBytes: 32 });
});

test("what was dropped by others, between the ends, is counted with the rest", () => {
  const output = new CappedOutput(4);
  output.write(Buffer.from("abcd"));
  output.skip(90);
  expect(output.read()).toEqual({ text: "ab\n[90 bytes dropped]\ncd", droppedBytes: 90 });
  output.write(Buffer.from("e"));
  expect(output.read()).toEqual({ text: "ab\n[91 bytes dropped]\nde", droppedBytes: 91 });
});

test("a cap of nothing keeps nothing", () => {
  expect(capped(0, "abc")).toEqual({ text: "\n[3 bytes dropped]\n", droppedBytes: 3 });
});
