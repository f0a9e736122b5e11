// The requests that the other side has made. Its own runtime keeps within `requestLimits`; twice that is tolerated,
// because an answer may be written and not yet read.

import { CallError, ChannelError } from "./channel-error.ts";
import type { FrameWriter } from "./frame-writer.ts";
import type { Header, WireError } from "./messages.ts";
import { type MethodAnswer, type Methods, maxBodyBytes, requestLimits } from "./method.ts";

interface Served {
  method: string;
  params: unknown;
  chunks: Uint8Array[];
  bytes: number;
  running: boolean;
  controller: AbortController;
}

export class ServedRequests {
  readonly #methods: Methods;
  readonly #writer: FrameWriter;
  readonly #requests = new Map<number, Served>();
  readonly #tasks = new Set<Promise<void>>();
  #bytes = 0;

  constructor(methods: Methods, writer: FrameWriter) {
    this.#methods = methods;
    this.#writer = writer;
  }

  /** Throws ChannelError "flood" or "malformed-frame". */
  start({ id, method, params, more }: Header & { kind: "request" }, body: Uint8Array): void {
    if (this.#requests.has(id)) throw new ChannelError("malformed-frame", `request ${id} is already under way`);
    if (this.#requests.size >= 2 * requestLimits.requests) {
      throw new ChannelError("flood", `more than ${requestLimits.requests} requests at once`);
    }
    const served = { method, params, chunks: [], bytes: 0, running: false, controller: new AbortController() };
    this.#requests.set(id, served);
    this.#add(id, served, body, more);
  }

  append({ id, more }: Header & { kind: "chunk" }, body: Uint8Array): void {
    const served = this.#requests.get(id);
    if (served === undefined || served.running)
      throw new ChannelError("malformed-frame", `a piece of no request (${id})`);
    this.#add(id, served, body, more);
  }

  cancel(id: number): void {
    const served = this.#requests.get(id);
    // It may have been answered in the meantime.
    if (served === undefined) return;
    served.controller.abort(new CallError("cancelled", "the other side cancelled the request"));
    if (served.running) return;
    served.running = true;
    this.#track(this.#refuse(id, served, { code: "cancelled", message: "cancelled" }));
  }

  abortAll(): void {
    for (const { controller } of this.#requests.values())
      controller.abort(new CallError("cancelled", "the channel ended"));
  }

  async settled(): Promise<void> {
    while (this.#tasks.size > 0) await Promise.all(this.#tasks);
  }

  #add(id: number, served: Served, body: Uint8Array, more: boolean): void {
    served.chunks.push(body);
    served.bytes += body.byteLength;
    this.#bytes += body.byteLength;
    if (served.bytes > maxBodyBytes) throw new ChannelError("overlong-frame", `a request over ${maxBodyBytes} bytes`);
    if (this.#bytes > 2 * requestLimits.bytes)
      throw new ChannelError("flood", `more than ${requestLimits.bytes} bytes at once`);
    if (more) return;
    served.running = true;
    this.#track(this.#run(id, served));
  }

  #track(task: Promise<void>): void {
    // What fails here is the writing of an answer, to a side that is gone.
    const tracked = task.catch(() => {}).finally(() => this.#tasks.delete(tracked));
    this.#tasks.add(tracked);
  }

  async #run(id: number, served: Served): Promise<void> {
    const { signal } = served.controller;
    const body =
      served.chunks.length === 1 && served.chunks[0] !== undefined ? served.chunks[0] : Buffer.concat(served.chunks);
    let answer: MethodAnswer;
    try {
      const method = Object.hasOwn(this.#methods, served.method) ? this.#methods[served.method] : undefined;
      if (method === undefined)
        throw new CallError("unknown-method", `there is no method ${served.method.slice(0, 100)}`);
      answer = await method(served.params, body, { signal });
    } catch (error) {
      await this.#refuse(id, served, wireError(error));
      return;
    }
    await this.#respond(id, served, answer);
  }

  async #respond(id: number, served: Served, { result, body }: MethodAnswer): Promise<void> {
    const more = (rest: boolean): Header => ({ kind: "chunk", id, of: "response", more: rest });
    const streamed = body !== undefined && !(body instanceof Uint8Array) ? body : undefined;
    try {
      await this.#writer.write(
        (rest) => ({ kind: "response", id, result: result ?? null, more: rest || streamed !== undefined }),
        body instanceof Uint8Array ? body : undefined,
        more,
      );
    } catch (error) {
      if (!(error instanceof RangeError)) throw error;
      await this.#refuse(id, served, { code: "result-too-large", message: error.message });
      return;
    }
    if (streamed === undefined) {
      this.#forget(id, served);
      return;
    }
    let failure: WireError | undefined;
    try {
      for await (const chunk of streamed) {
        served.controller.signal.throwIfAborted();
        await this.#writer.write(
          () => more(true),
          chunk,
          () => more(true),
        );
      }
    } catch (error) {
      failure = wireError(error);
    }
    const error = failure === undefined ? {} : { error: failure };
    await this.#writer.write(() => ({ kind: "chunk", id, of: "response", more: false, ...error }));
    this.#forget(id, served);
  }

  async #refuse(id: number, served: Served, error: WireError): Promise<void> {
    await this.#writer.write(() => ({ kind: "error", id, error }));
    this.#forget(id, served);
  }

  #forget(id: number, served: Served): void {
    this.#requests.delete(id);
    this.#bytes -= served.bytes;
    served.bytes = 0;
  }
}

function wireError(error: unknown): WireError {
  const message = (error instanceof Error ? error.message : String(error)).slice(0, 16_384);
  return { code: error instanceof CallError ? error.code : "failed", message };
}
