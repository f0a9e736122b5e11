import { readFile, stat } from "node:fs/promises";
import { join } from "node:path";
import { expect, test } from "vitest";
import { lineReader } from "../../../src/coding-agents/boxed/line-reader.ts";
import { openTranscript } from "../../../src/coding-agents/boxed/transcript.ts";
import { redact } from "../../../src/lib/redact.ts";
import { temporaryFolder } from "../../helpers/temporary-folder.ts";

test("a transcript keeps what was said in order, for its owner alone and without secrets", async () => {
  await using folder = await temporaryFolder();
  const file = join(folder.path, "sessions", "it-1.jsonl");
  const secret = "sk-0123456789";
  {
    await using transcript = await openTranscript(file, (text) => redact(text, [secret, null]));
    transcript.write("stdout", `the key is ${secret}`);
    transcript.write("command", { argv: ["auto-harness", "gate"], exitCode: 1 });
    transcript.write("stdout", "x".repeat(100_000));
  }
  const lines = (await readFile(file, "utf8")).trim().split("\n");
  const [said, command, long] = lines.map((line) => JSON.parse(line) as { kind: string; value: string });
  expect(said).toMatchObject({ kind: "stdout", value: "the key is [redacted]" });
  expect(command).toMatchObject({ kind: "command", value: { argv: ["auto-harness", "gate"], exitCode: 1 } });
  expect(long?.value).toMatch(/^x{32768}… \(100000 characters\)$/);
  expect((await stat(file)).mode & 0o777).toBe(0o600);
});

test("a transcript has an end, and says so", async () => {
  await using folder = await temporaryFolder();
  const file = join(folder.path, "it-1.jsonl");
  {
    await using transcript = await openTranscript(file, (text) => text);
    for (let index = 0; index < 700; index++) transcript.write("stdout", "x".repeat(30_000));
  }
  const text = await readFile(file, "utf8");
  expect(text.length).toBeLessThan(17 * 1024 * 1024);
  expect(text.trim().split("\n").at(-1)).toBe('{"kind":"note","value":"the rest is left out"}');
});

test("a line reader gives whole lines, whatever the pieces, and what stands at the end", () => {
  const lines: string[] = [];
  const reader = lineReader((line) => lines.push(line));
  const bytes = Buffer.from("one\n\n  \ntwö\nthree");
  for (const byte of bytes) reader.push(Buffer.from([byte]));
  expect(lines).toEqual(["one", "twö"]);
  reader.end();
  reader.end();
  expect(lines).toEqual(["one", "twö", "three"]);
});
