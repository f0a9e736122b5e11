import type { Writable } from "node:stream";
import { ChannelError } from "./channel-error.ts";
import { chunkBytes, encodeFrame, type FrameLimits } from "./frames.ts";
import type { Header } from "./messages.ts";

/** Writes whole frames and waits while the other side doesn't read. */
export class FrameWriter {
  readonly #output: Writable;
  readonly #limits: FrameLimits;
  #closed = false;
  #drained: PromiseWithResolvers<void> | undefined;

  constructor(output: Writable, limits: FrameLimits) {
    this.#output = output;
    this.#limits = limits;
    output.on("drain", this.#release);
    // The reading side tells how the process ended; here it only matters that nobody waits.
    output.on("error", () => this.close());
    output.once("close", () => this.close());
  }

  /**
   * Writes `head` with the start of `body` and the rest in chunks, until done or `stopped`. Throws RangeError when the
   * header is over the limit (nothing is written), ChannelError "closed" when the output is gone.
   */
  async write(
    head: (more: boolean) => Header,
    body: Uint8Array = new Uint8Array(0),
    next?: (more: boolean) => Header,
    stopped: () => boolean = () => false,
  ): Promise<void> {
    let header = head;
    let rest = body;
    do {
      const piece = rest.subarray(0, chunkBytes);
      rest = rest.subarray(chunkBytes);
      await this.#send(encodeFrame(header(rest.byteLength > 0), piece, this.#limits));
      if (next !== undefined) header = next;
    } while (rest.byteLength > 0 && !stopped());
  }

  /** Releases everyone who waits; later writes throw. */
  close(): void {
    this.#closed = true;
    this.#release();
  }

  async #send(frame: Uint8Array): Promise<void> {
    if (this.#closed) throw new ChannelError("closed", "the channel has ended");
    if (this.#output.write(frame)) return;
    this.#drained ??= Promise.withResolvers<void>();
    await this.#drained.promise;
  }

  readonly #release = (): void => {
    this.#drained?.resolve();
    this.#drained = undefined;
  };
}
