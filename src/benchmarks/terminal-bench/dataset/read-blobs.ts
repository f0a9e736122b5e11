import { execa } from "execa";
import { datasetGitEnvironment, gitCommand } from "./dataset-git.ts";
import { BrokenRepository } from "./repository.ts";

export type ReadBlob = (hash: string) => Promise<Buffer>;

/**
 * Lends a reader of files as the repository has them, byte for byte, by one process of git that ends with it. Not for
 * concurrent use. Throws BrokenRepository for a file that is not there, and the signal's reason.
 */
export async function withBlobs<T>(
  gitFolder: string,
  { signal }: { signal: AbortSignal },
  use: (read: ReadBlob) => Promise<T>,
): Promise<T> {
  signal.throwIfAborted();
  const [file = "", ...args] = gitCommand(gitFolder, ["cat-file", "--batch"]);
  const child = execa(file, args, {
    ...{ buffer: false, encoding: "buffer", reject: false, stdin: "pipe", stderr: "ignore", cancelSignal: signal },
    env: { ...datasetGitEnvironment },
  });
  child.stdin.on("error", () => undefined);
  const bytes = new Bytes(child.stdout);
  try {
    return await use(async (hash) => {
      child.stdin.write(`${hash}\n`);
      const header = (await bytes.take((buffered) => buffered.indexOf(10) + 1)).toString();
      const size = /^[0-9a-f]+ blob (\d+)\n$/.exec(header)?.[1];
      signal.throwIfAborted();
      if (size === undefined) throw new BrokenRepository(`${hash}: ${header.trim() || "no answer"}`);
      const content = await bytes.take(() => Number(size) + 1);
      return content.subarray(0, -1);
    });
  } finally {
    child.stdin.end();
    child.kill();
    await child;
  }
}

/** What a stream gives, in pieces of the lengths that the reader asks for. */
class Bytes {
  readonly #chunks: AsyncIterator<Buffer>;
  #buffered: Buffer = Buffer.alloc(0);

  constructor(stream: AsyncIterable<Buffer>) {
    this.#chunks = stream[Symbol.asyncIterator]();
  }

  /** As many bytes as `length` says once it can tell (0: not yet); what there is where the stream ends before. */
  async take(length: (buffered: Buffer) => number): Promise<Buffer> {
    const pieces: Buffer[] = [this.#buffered];
    let have = this.#buffered.byteLength;
    for (;;) {
      const wanted = length(this.#buffered);
      if (wanted > 0 && have >= wanted) {
        const all = pieces.length === 1 ? this.#buffered : Buffer.concat(pieces);
        this.#buffered = all.subarray(wanted);
        return all.subarray(0, wanted);
      }
      const next = await this.#chunks.next();
      if (next.done === true) {
        this.#buffered = Buffer.alloc(0);
        return Buffer.concat(pieces);
      }
      pieces.push(next.value);
      have += next.value.byteLength;
      if (wanted === 0) {
        // A header is short: look at it in one piece.
        this.#buffered = Buffer.concat(pieces);
        pieces.splice(0, pieces.length, this.#buffered);
      }
    }
  }
}
