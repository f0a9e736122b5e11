import { PassThrough } from "node:stream";
import { expect, it } from "vitest";
import { followLogs } from "../../../src/channel/follow-logs.ts";

const limits = { lineChars: 10, totalChars: 40, floodBytes: 100 };

it("gives whole lines, characters that were cut in two included, and the last one without an end", async () => {
  const { stderr, lines, logs } = open();
  for (const byte of Buffer.from("one\nzwö\nlast")) stderr.write(Buffer.from([byte]));
  stderr.end();
  await logs.ended;
  logs.stop();
  expect(lines).toEqual(["one", "zwö", "last"]);
});

it("cuts long lines, and says once that the rest is left out", async () => {
  const { stderr, lines, logs } = open();
  stderr.end(`${"x".repeat(30)}\n${"y\n".repeat(20)}`);
  await logs.ended;
  expect(lines[0]).toBe(`${"x".repeat(10)}…`);
  expect(lines.filter((line) => line.startsWith("(the rest"))).toHaveLength(1);
  expect(lines.at(-1)).toBe("(the rest of the log is left out)");
});

it("tells of a flood once and reads no more", async () => {
  const flood = Promise.withResolvers<void>();
  const { stderr } = open(() => flood.resolve());
  stderr.write(Buffer.alloc(101));
  await flood.promise;
  expect(stderr.isPaused()).toBe(true);
});

function open(onFlood: () => void = () => {}) {
  const stderr = new PassThrough();
  const lines: string[] = [];
  return { stderr, lines, logs: followLogs(stderr, { onLine: (line) => lines.push(line), onFlood, limits }) };
}
