// The engine's multiplexed stream: header (1 byte stream, 3 unused, 4 length big-endian), payload.

import { PassThrough, type Readable } from "node:stream";
import { feed } from "../../lib/feed.ts";

export type FrameSink = (stream: "stdout" | "stderr", chunk: Buffer) => Promise<void> | undefined;

/**
 * Hands on payloads as they come, part by part; waits for the sink, so that a slow one stops the producer. A source
 * that ends within a frame was cut off: that is thrown as a broken connection.
 */
export async function readFrames(source: Readable, sink: FrameSink): Promise<void> {
  const header = Buffer.alloc(8);
  let headerLength = 0;
  let remaining = 0;
  for await (const chunk of source as AsyncIterable<Buffer>) {
    let at = 0;
    while (at < chunk.length) {
      if (remaining === 0) {
        const copied = chunk.copy(header, headerLength, at, at + 8 - headerLength);
        headerLength += copied;
        at += copied;
        if (headerLength < 8) break;
        headerLength = 0;
        remaining = header.readUInt32BE(4);
        continue;
      }
      const payload = chunk.subarray(at, at + remaining);
      at += payload.length;
      remaining -= payload.length;
      const wait = sink(header[0] === 2 ? "stderr" : "stdout", payload);
      if (wait !== undefined) await wait;
    }
  }
  if (remaining > 0 || headerLength > 0) {
    throw Object.assign(new Error("the engine's stream ended within a frame"), { code: "ECONNRESET" });
  }
}

/**
 * Both streams travel one connection, so a consumer that reads neither stops the producer, and one that reads only
 * one of them is stopped when the other is full. Both end with the source, also when it breaks.
 */
export function demultiplex(source: Readable): { stdout: PassThrough; stderr: PassThrough } {
  const streams = { stdout: new PassThrough(), stderr: new PassThrough() };
  const finish = () => {
    streams.stdout.end();
    streams.stderr.end();
  };
  readFrames(source, (name, chunk) => feed(streams[name], chunk)).then(finish, finish);
  return streams;
}
