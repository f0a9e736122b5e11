import type { Readable } from "node:stream";
import { StringDecoder } from "node:string_decoder";

const keptChars = 4096;

export interface LogTail {
  /** The last 4 KB, for messages. */
  text(): string;
  /** Settles when the stream has ended. */
  readonly ended: Promise<void>;
}

/** Reads a stream to its end, however long that is. */
export function logTail(stream: Readable): LogTail {
  const ended = Promise.withResolvers<void>();
  const decoder = new StringDecoder("utf8");
  let tail = "";
  stream.on("data", (chunk: Buffer) => {
    tail = (tail + decoder.write(chunk)).slice(-keptChars);
  });
  stream
    .once("end", ended.resolve)
    .once("close", ended.resolve)
    .on("error", () => ended.resolve());
  return { text: () => tail.trim(), ended: ended.promise };
}
