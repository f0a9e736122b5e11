import { PassThrough, Readable } from "node:stream";
import { text } from "node:stream/consumers";
import { setImmediate as turn } from "node:timers/promises";
import { expect, test } from "vitest";
import { demultiplex } from "../../../src/sandboxes/docker/frames.ts";

function frame(stream: 1 | 2, content: string | Buffer): Buffer {
  const payload = Buffer.from(content);
  const header = Buffer.alloc(8);
  header[0] = stream;
  header.writeUInt32BE(payload.length, 4);
  return Buffer.concat([header, payload]);
}

test.each([1, 3, 8, 1000])("frames come apart however they are cut: %i bytes", async (size) => {
  const all = Buffer.concat([frame(1, "one"), frame(2, "žluťoučký"), frame(1, ""), frame(1, "two"), frame(2, "!")]);
  const parts: Buffer[] = [];
  for (let at = 0; at < all.length; at += size) parts.push(all.subarray(at, at + size));
  const { stdout, stderr } = demultiplex(Readable.from(parts));
  expect(await Promise.all([text(stdout), text(stderr)])).toEqual(["onetwo", "žluťoučký!"]);
});

test("a source that breaks ends both streams", async () => {
  const source = new PassThrough();
  const { stdout, stderr } = demultiplex(source);
  source.write(frame(1, "half").subarray(0, 10));
  await turn();
  source.destroy(new Error("reset"));
  expect(await Promise.all([text(stdout), text(stderr)])).toEqual(["ha", ""]);
});

test("nobody reading stops the source; somebody who leaves sets it free", async () => {
  let produced = 0;
  const source = Readable.from(
    (function* () {
      for (; produced < 1000; produced += 1) yield frame(1, Buffer.alloc(10_000));
    })(),
  );
  const { stdout, stderr } = demultiplex(source);
  for (let i = 0; i < 50; i += 1) await turn();
  expect(produced).toBeLessThan(100);
  stdout.destroy();
  await text(stderr);
  expect(produced).toBe(1000);
});
