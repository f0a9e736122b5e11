import { partBytesOf, partPath, type SpooledCommand } from "../cloud/spool.ts";

type Stream = "stdout" | "stderr";

/** Removes the parts of a spool that its listener has taken, one request at a time, so that its command may go on. */
export class SpoolRoom {
  readonly #id: string;
  readonly #partBytes: number;
  readonly #remove: (command: readonly string[]) => Promise<void>;
  readonly #failed = new AbortController();
  readonly #taken = { stdout: 0, stderr: 0 };
  readonly #removed = { stdout: 0, stderr: 0 };
  #removing = false;

  constructor(command: SpooledCommand, remove: (command: readonly string[]) => Promise<void>) {
    this.#id = command.id;
    this.#partBytes = partBytesOf(command);
    this.#remove = remove;
  }

  /** Aborted when a part could not be removed: its command might wait for ever. */
  get failed(): AbortSignal {
    return this.#failed.signal;
  }

  taken(stream: Stream, bytes: number): void {
    this.#taken[stream] += bytes;
    if (!this.#removing) void this.#removeTaken();
  }

  /** Never rejects. */
  async #removeTaken(): Promise<void> {
    this.#removing = true;
    try {
      for (let paths = this.#takenParts(); paths.length > 0; paths = this.#takenParts()) {
        await this.#remove(["/bin/sh", "-c", 'rm -f "$@"', "sh", ...paths]);
      }
    } catch (error) {
      this.#failed.abort(error);
    } finally {
      this.#removing = false;
    }
  }

  /** Each is named once. */
  #takenParts(): string[] {
    return (["stdout", "stderr"] as const).flatMap((stream) => {
      const from = this.#removed[stream];
      const until = Math.floor(this.#taken[stream] / this.#partBytes);
      this.#removed[stream] = until;
      const name = stream === "stdout" ? "out" : "err";
      return Array.from({ length: until - from }, (_, at) => partPath(this.#id, name, from + at));
    });
  }
}
