// The channel to a service of ours: a container whose attached main process speaks frames. Knows when it is lost, and how.

import { setTimeout as sleep } from "node:timers/promises";
import { type CallError, ChannelError } from "../channel/channel-error.ts";
import { fromBox, toBox } from "../channel/frames.ts";
import type { Methods } from "../channel/method.ts";
import { type Answer, openPeer, type Peer } from "../channel/peer.ts";
import { HarnessError } from "../core/fault.ts";
import type { MainProcess, Sandbox } from "../core/sandbox.ts";
import { abortable } from "../lib/abortable.ts";
import { type LogTail, logTail } from "./log-tail.ts";

export interface AttachedPeerOptions {
  /** For messages, such as "tau2's container". */
  name: string;
  /** Codes begin with it: <prefix>-lost, <prefix>-not-ready, <prefix>-failed. */
  prefix: string;
  methods: Methods;
}

/** A box of our own, or a process in somebody else's. */
export type AttachedBox = Pick<Sandbox, "main" | "imageNotes"> & AsyncDisposable;

const exitGraceMs = 10_000;
const logGraceMs = 200;

export class AttachedPeer implements AsyncDisposable {
  readonly box: AttachedBox;
  readonly #main: MainProcess;
  readonly #options: AttachedPeerOptions;
  readonly #peer: Peer;
  readonly #log: LogTail;
  readonly #gone: Promise<string>;
  #lost: string | null = null;

  /** Owns the box from here on. */
  constructor(box: AttachedBox, options: AttachedPeerOptions) {
    const { main } = box;
    if (main === undefined) throw new Error(`${options.name} has no attached main process`);
    this.box = box;
    this.#main = main;
    this.#options = options;
    this.#log = logTail(main.stderr);
    this.#peer = openPeer({
      ...{ input: main.stdout, output: main.stdin, receive: fromBox, send: toBox },
      methods: options.methods,
    });
    this.#gone = this.#watch();
  }

  /** How it was lost; null while it lives. */
  get lost(): string | null {
    return this.#lost;
  }

  /** Waits for what the service's first words settle. Throws infrastructure "<prefix>-not-ready", or what `ready` does. */
  async untilReady<T>(ready: Promise<T>, options: { signal: AbortSignal; timeoutMs: number }): Promise<T> {
    const { signal, timeoutMs } = options;
    const limit = AbortSignal.timeout(timeoutMs);
    const gone = this.#gone.then((why) => Promise.reject(this.#notReady(why)));
    try {
      return await abortable(Promise.race([ready, gone]), AbortSignal.any([signal, limit]));
    } catch (error) {
      signal.throwIfAborted();
      throw limit.aborted ? this.#notReady(`was not ready after ${timeoutMs / 1000} s`) : error;
    }
  }

  /** Throws a CallError of the service's as it is, infrastructure "<prefix>-lost", or the signal's reason. */
  async request(method: string, params: unknown, options: { signal: AbortSignal; body?: Uint8Array }): Promise<Answer> {
    try {
      return await this.#peer.request(method, params, options);
    } catch (error) {
      options.signal.throwIfAborted();
      throw await this.explained(error);
    }
  }

  /** An error of the channel as an infrastructure fault that says how the service ended; others as they are. */
  async explained(error: unknown): Promise<unknown> {
    if (!(error instanceof ChannelError)) return error;
    const message = `${this.#options.name} was lost in the middle of the trial: ${await this.#gone}`;
    return this.#fault("lost", message, error, { log: this.#log.text() });
  }

  /** What the service itself could not do, as an infrastructure fault. */
  failed(error: CallError): HarnessError {
    return this.#fault("failed", `${this.#options.name} failed: ${error.code}: ${error.message}`, error);
  }

  hangUp(): void {
    this.#peer.close();
  }

  async [Symbol.asyncDispose](): Promise<void> {
    this.#lost ??= "it was closed";
    this.hangUp();
    await this.box[Symbol.asyncDispose]();
  }

  /** Settles when nothing more can come, with what is known of the end. */
  async #watch(): Promise<string> {
    const exited = this.#main.exited.then(
      ({ exitCode, outOfMemory }) => `it exited with ${exitCode}${outOfMemory ? " (out of memory)" : ""}`,
      () => "the engine knows nothing of it any more",
    );
    const closed = this.#peer.closed.then((error) => error?.message ?? "its streams ended");
    const first = await Promise.race([exited, closed]);
    this.#lost ??= first;
    this.#peer.close();
    this.#lost = (await Promise.race([exited, elapsed(exitGraceMs)])) ?? first;
    // The last lines travel beside the end, not before it.
    await Promise.race([this.#log.ended, elapsed(logGraceMs)]);
    return this.#lost;
  }

  #notReady(what: string): HarnessError {
    const log = this.#log.text();
    const said = log === "" ? "" : `: ${log}`;
    return this.#fault("not-ready", `${this.#options.name} was opened, but did not get ready: ${what}${said}`);
  }

  #fault(code: string, message: string, cause?: unknown, context = {}): HarnessError {
    const { prefix } = this.#options;
    return new HarnessError({ fault: "infrastructure", code: `${prefix}-${code}`, message, cause, context });
  }
}

async function elapsed(milliseconds: number): Promise<undefined> {
  return await sleep(milliseconds, undefined, { ref: false });
}
