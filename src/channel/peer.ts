// One end of a channel: asks and answers at once, over a pair of byte streams. Both sides run this code.
// Reading never waits for a method, so cancellation always gets through; what can pile up is limited instead.

import type { Readable, Writable } from "node:stream";
import { ByteStream } from "./byte-stream.ts";
import { CallError, ChannelError } from "./channel-error.ts";
import type { FloodGuard } from "./flood-guard.ts";
import { FrameWriter } from "./frame-writer.ts";
import { FrameDecoder, type FrameLimits } from "./frames.ts";
import { type Header, parseHeader } from "./messages.ts";
import { type Methods, maxBodyBytes, requestLimits } from "./method.ts";
import { RequestSlots } from "./request-slots.ts";
import { ServedRequests } from "./served-requests.ts";

export interface Answer {
  result: unknown;
  /** Read it or leave its loop: leaving cancels the rest. */
  body: AsyncIterable<Uint8Array>;
}

export interface Peer {
  /**
   * Waits for a free slot, asks, and resolves at the answer's head. Rejects with CallError (the other side's answer, or
   * "message-too-large"), with ChannelError once the channel is gone, or with the signal's reason.
   */
  request(method: string, params: unknown, options: { signal: AbortSignal; body?: Uint8Array }): Promise<Answer>;
  /** Settles when nothing more will come: null after a clean end of input or `close`. Never rejects. */
  readonly closed: Promise<ChannelError | null>;
  /** Ends the channel: aborts what is being served, rejects what was asked. The streams are the caller's to end. */
  close(): void;
  /** Settles when every method that was started has come to its end and its answer is written. */
  settled(): Promise<void>;
}

export interface PeerOptions {
  input: Readable;
  output: Writable;
  receive: FrameLimits;
  send: FrameLimits;
  methods: Methods;
  /** Judges what comes in, where the other side is not trusted. */
  guard?: FloodGuard;
}

interface Asked {
  answer: PromiseWithResolvers<Answer>;
  body: ByteStream | undefined;
  bodyBytes: number;
  /** Nobody waits any more; the slot is kept until the other side has said its last word. */
  abandoned: boolean;
  finish: () => void;
}

export function openPeer(options: PeerOptions): Peer {
  return new StreamPeer(options);
}

class StreamPeer implements Peer {
  readonly #input: Readable;
  readonly #writer: FrameWriter;
  readonly #served: ServedRequests;
  readonly #guard: FloodGuard | undefined;
  readonly #decoder: FrameDecoder;
  readonly #slots = new RequestSlots(requestLimits);
  readonly #asked = new Map<number, Asked>();
  readonly #closed = Promise.withResolvers<ChannelError | null>();
  #ended = false;
  #lastId = 0;

  constructor({ input, output, receive, send, methods, guard }: PeerOptions) {
    this.#input = input;
    this.#guard = guard;
    this.#decoder = new FrameDecoder(receive);
    this.#writer = new FrameWriter(output, send);
    this.#served = new ServedRequests(methods, this.#writer);
    input.on("data", this.#onData).once("end", this.#onEnd).once("close", this.#onEnd).on("error", this.#onError);
  }

  get closed(): Promise<ChannelError | null> {
    return this.#closed.promise;
  }

  close(): void {
    this.#end(null);
  }

  async settled(): Promise<void> {
    await this.#served.settled();
  }

  async request(
    method: string,
    params: unknown,
    { signal, body = new Uint8Array(0) }: { signal: AbortSignal; body?: Uint8Array },
  ): Promise<Answer> {
    if (body.byteLength > maxBodyBytes) {
      throw new CallError("message-too-large", `${method}: a body of ${body.byteLength} bytes is over ${maxBodyBytes}`);
    }
    const release = await this.#slots.acquire(body.byteLength, signal);
    if (this.#ended || signal.aborted) {
      release();
      signal.throwIfAborted();
      throw goneError();
    }
    const id = ++this.#lastId;
    const asked: Asked = {
      answer: Promise.withResolvers<Answer>(),
      body: undefined,
      bodyBytes: 0,
      abandoned: false,
      finish: () => {
        signal.removeEventListener("abort", cancel);
        this.#asked.delete(id);
        release();
      },
    };
    const cancel = (): void => {
      this.#abandon(id, asked);
      asked.answer.reject(signal.reason);
      asked.body?.end(signal.reason instanceof Error ? signal.reason : new CallError("cancelled", "cancelled"));
    };
    this.#asked.set(id, asked);
    signal.addEventListener("abort", cancel, { once: true });
    const sending = this.#writer.write(
      (more) => ({ kind: "request", id, method, params, more }),
      body,
      (more) => ({ kind: "chunk", id, of: "request", more }),
      () => asked.abandoned,
    );
    sending.catch((error: unknown) => {
      asked.finish();
      asked.answer.reject(
        error instanceof RangeError ? new CallError("message-too-large", `${method}: ${error.message}`) : error,
      );
    });
    return await asked.answer.promise;
  }

  readonly #onData = (chunk: Uint8Array): void => {
    if (this.#ended) return;
    try {
      this.#guard?.take(0, chunk.byteLength);
      for (const { header, body } of this.#decoder.push(chunk)) {
        this.#guard?.take(1, 0);
        this.#receive(parseHeader(header), body);
      }
    } catch (error) {
      if (!(error instanceof ChannelError)) throw error;
      this.#end(error);
    }
  };

  readonly #onEnd = (): void => {
    // A frame cut short is what a killed process leaves: how it was killed says more than that it was.
    this.#end(null);
  };

  readonly #onError = (cause: Error): void => {
    this.#end(new ChannelError("broken", `the stream failed: ${cause.message}`, { cause }));
  };

  #receive(header: Header, body: Uint8Array): void {
    switch (header.kind) {
      case "request":
        this.#served.start(header, body);
        return;
      case "cancel":
        this.#served.cancel(header.id);
        return;
      case "chunk":
        if (header.of === "request") this.#served.append(header, body);
        else this.#continueAnswer(header, body);
        return;
      case "response":
        this.#startAnswer(header, body);
        return;
      case "error": {
        const asked = this.#answered(header.id);
        asked.finish();
        asked.answer.reject(new CallError(header.error.code, header.error.message));
        return;
      }
    }
  }

  #answered(id: number): Asked {
    const asked = this.#asked.get(id);
    if (asked === undefined || asked.body !== undefined) {
      throw new ChannelError("malformed-frame", `an answer to nothing that was asked (${id})`);
    }
    return asked;
  }

  #startAnswer({ id, result, more }: Header & { kind: "response" }, body: Uint8Array): void {
    const asked = this.#answered(id);
    asked.body = new ByteStream(() => this.#abandon(id, asked));
    asked.answer.resolve({ result, body: asked.body });
    this.#addToAnswer(asked, body, more);
  }

  #continueAnswer({ id, more, error }: Header & { kind: "chunk" }, body: Uint8Array): void {
    const asked = this.#asked.get(id);
    if (asked?.body === undefined) throw new ChannelError("malformed-frame", `a piece of no answer (${id})`);
    if (error !== undefined) asked.body.end(new CallError(error.code, error.message));
    this.#addToAnswer(asked, body, more);
  }

  #addToAnswer(asked: Asked, body: Uint8Array, more: boolean): void {
    asked.bodyBytes += body.byteLength;
    if (asked.bodyBytes > maxBodyBytes)
      throw new ChannelError("overlong-frame", `an answer over ${maxBodyBytes} bytes`);
    if (!asked.abandoned) asked.body?.push(body);
    if (more) return;
    asked.body?.end();
    asked.finish();
  }

  #abandon(id: number, asked: Asked): void {
    if (asked.abandoned || !this.#asked.has(id)) return;
    asked.abandoned = true;
    this.#writer.write(() => ({ kind: "cancel", id })).catch(() => {});
  }

  #end(error: ChannelError | null): void {
    if (this.#ended) return;
    this.#ended = true;
    this.#input.off("data", this.#onData);
    // After a clean end the rest is thrown away, so that it doesn't hold its writer; a flood is left to hold itself.
    if (error === null) this.#input.resume();
    else this.#input.pause();
    this.#served.abortAll();
    this.#writer.close();
    for (const asked of [...this.#asked.values()]) {
      asked.finish();
      asked.answer.reject(error ?? goneError());
      asked.body?.end(error ?? goneError());
    }
    this.#closed.resolve(error);
  }
}

function goneError(): ChannelError {
  return new ChannelError("closed", "the channel has ended");
}
