import { Readable } from "node:stream";
import { buffer } from "node:stream/consumers";
import { setTimeout as sleep } from "node:timers/promises";
import { expect, test } from "vitest";
import { HarnessError } from "../../../src/core/fault.ts";
import { readArchive } from "../../../src/lib/read-archive.ts";
import { tarOfFile } from "../../../src/lib/tar-file.ts";

/** The head of a file and some of it; the rest never comes. */
async function beginning(): Promise<Readable> {
  const whole = await tarOfFile("a", "x".repeat(100_000));
  const stream = new Readable({ read: () => undefined });
  stream.push(whole.subarray(0, 10_000));
  return stream;
}

test.each([0, 20])("a stream that breaks while an entry is read, heard %i ms later, says what broke it", async (ms) => {
  const stream = await beginning();
  const lost = new HarnessError({ fault: "infrastructure", code: "sandbox-gone", message: "it is gone" });
  const reading = readArchive([stream], async (entry) => {
    stream.destroy(lost);
    await sleep(ms);
    await buffer(entry);
    return undefined;
  });
  await expect(reading).rejects.toBe(lost);
});

test("what a reader throws is the reason, and its stream is let go", async () => {
  const stream = await beginning();
  const full = Object.assign(new Error("no space left"), { code: "ENOSPC" });
  await expect(readArchive([stream], async () => Promise.reject(full))).rejects.toBe(full);
  expect(stream.destroyed).toBe(true);
});

test("an archive that is cut short is no whole one, one that is read enough is let go", async () => {
  const cut = Readable.from([(await tarOfFile("a", "x".repeat(100_000))).subarray(0, 10_000)]);
  await expect(readArchive([cut], async (entry) => void (await buffer(entry)))).rejects.toThrow(/end of data/);
  const stream = await beginning();
  await readArchive([stream], async () => "enough");
  expect(stream.destroyed).toBe(true);
});
