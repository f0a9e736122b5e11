// A tar archive read entry by entry; where its stream breaks, the reason is what broke it.

import { pipeline } from "node:stream/promises";
import { extract, type Header } from "tar-stream";
import { HarnessError } from "../core/fault.ts";

export type ArchiveEntry = AsyncIterable<unknown> & { header: Header; resume(): unknown };

/**
 * `streams`: where the archive comes from, and what it passes on its way. `read` reads an entry to its end or resumes
 * it; with "enough" the rest of the stream is destroyed. Rejects with what `read` does, or with what broke the stream:
 * who reads an entry may only hear that it was destroyed.
 */
export async function readArchive(
  streams: readonly [NodeJS.ReadableStream, ...NodeJS.ReadWriteStream[]],
  read: (entry: ArchiveEntry) => Promise<"enough" | undefined>,
): Promise<void> {
  const parser = extract();
  const ended = pipeline([...streams, parser]).then(
    () => undefined,
    (error: unknown) => error,
  );
  try {
    for await (const entry of parser) {
      if ((await read(entry)) === "enough") return;
    }
  } catch (error) {
    // Whatever leaves the loop has destroyed the parser, and with it the streams.
    const why = await ended;
    throw error instanceof HarnessError || why === undefined || isOurEnd(why) ? error : why;
  }
  const why = await ended;
  if (why !== undefined) throw why;
}

/** What the streams say where the parser was destroyed because of `read`. */
function isOurEnd(error: unknown): boolean {
  return error instanceof Error && "code" in error && error.code === "ERR_STREAM_PREMATURE_CLOSE";
}
