import type { PassThrough } from "node:stream";

/** Resolves once there is room again; undefined where there still is. */
export function feed(stream: PassThrough, chunk: Buffer): Promise<void> | undefined {
  if (stream.destroyed || stream.writableEnded || stream.write(chunk)) return undefined;
  return new Promise((resolve) => {
    const done = () => {
      stream.off("drain", done);
      stream.off("close", done);
      resolve();
    };
    stream.on("drain", done);
    stream.on("close", done);
  });
}
