// tau2 in one container for all trials of a job and domain: the host's end of the driver's channel. Each conversation is
// a session under a random name; what the driver asks goes to the session it names.

import { randomBytes } from "node:crypto";
import { setTimeout as sleep } from "node:timers/promises";
import { z } from "zod";
import { readAll } from "../../channel/byte-stream.ts";
import { CallError, ChannelError } from "../../channel/channel-error.ts";
import { fromBox, toBox } from "../../channel/frames.ts";
import { type Answer, openPeer, type Peer } from "../../channel/peer.ts";
import { RequestSlots } from "../../channel/request-slots.ts";
import type { BoxSpec, OpenContext, SharedService } from "../../core/benchmark.ts";
import { HarnessError } from "../../core/fault.ts";
import type { ImageSource, MainProcess, Sandbox } from "../../core/sandbox.ts";
import { abortable } from "../../lib/abortable.ts";
import { checkReady, refusedByDriver } from "./check-ready.ts";
import { type DriverSession, driverMethods } from "./driver-methods.ts";
import { type LogTail, logTail } from "./log-tail.ts";
import { type Domain, type TauIndex, tauIndex } from "./tau-index.ts";
import { type ConversationMessage, conversation, type Ready, type RunResult, runResult } from "./wire.ts";

export interface RunRequest {
  taskId: string;
  /** tau2 draws the seed of trial number `trial`, from 0, from it. */
  seed: number;
  trial: number;
  maxSteps: number;
  maxErrors: number;
  user: { model: string; args: Readonly<Record<string, unknown>> };
}

export interface Judged {
  result: RunResult;
  conversation: ConversationMessage[];
}

export interface TauServiceOptions extends Pick<OpenContext, "openBox" | "signal"> {
  domain: Domain;
  image: ImageSource;
  /** What the container must hold; default: the pinned data. */
  index?: TauIndex;
  /** For tau2 to be imported and the domain to be read; default 180 s. */
  readyTimeoutMs?: number;
}

/** Conversations of one container at once; further ones wait. The channel takes 64 requests, and the rest is for idle. */
export const conversationsAtMost = 60;

const exitGraceMs = 2000;
const logGraceMs = 200;

export function tauBox(image: ImageSource, domain: Domain): BoxSpec {
  return {
    image,
    network: "none",
    profile: "agent",
    // A thread a conversation, up to 75 MB each in airline.
    limits: { memoryMb: 6144, pids: 512 },
    tmpfs: [{ path: "/tmp", sizeMb: 64 }],
    main: { command: ["python", "-m", "tau_driver", domain], attach: true },
  };
}

/**
 * Throws infrastructure "tau-not-ready", or config "tau2-version", "tau2-data", "tau2-protocol" where the image is not
 * the one that scores here are made with.
 */
export async function openTauService(options: TauServiceOptions): Promise<TauService> {
  const { domain, image, openBox, signal, index = tauIndex, readyTimeoutMs = 180_000 } = options;
  await using undo = new AsyncDisposableStack();
  const box = undo.use(await openBox(tauBox(image, domain), "service"));
  const { main } = box;
  if (main === undefined) throw new Error("tau2's container has no attached main process");
  const service = new TauService(box, main);
  undo.defer(() => service.hangUp());
  const ready = await service.untilReady({ signal, timeoutMs: readyTimeoutMs });
  checkReady(ready, domain, index);
  undo.move();
  return service;
}

export class TauService implements SharedService {
  readonly #box: Sandbox;
  readonly #main: MainProcess;
  readonly #peer: Peer;
  readonly #log: LogTail;
  readonly #ready = Promise.withResolvers<Ready>();
  readonly #sessions = new Map<string, DriverSession>();
  readonly #slots = new RequestSlots({ requests: conversationsAtMost, bytes: Number.MAX_SAFE_INTEGER });
  /** How it was lost. */
  readonly #gone: Promise<string>;
  #lost: string | null = null;

  constructor(box: Sandbox, main: MainProcess) {
    this.#box = box;
    this.#main = main;
    this.#log = logTail(main.stderr);
    this.#ready.promise.catch(() => {});
    this.#peer = openPeer({
      ...{ input: main.stdout, output: main.stdin, receive: fromBox, send: toBox },
      methods: driverMethods({
        onReady: this.#ready.resolve,
        onRefused: (refused) => this.#ready.reject(refusedByDriver(refused)),
        session: (name) => this.#sessions.get(name),
      }),
    });
    this.#gone = this.#watch();
  }

  get lost(): string | null {
    return this.#lost;
  }

  get imageNotes(): readonly string[] {
    return this.#box.imageNotes;
  }

  async untilReady({ signal, timeoutMs }: { signal: AbortSignal; timeoutMs: number }): Promise<Ready> {
    const limit = AbortSignal.timeout(timeoutMs);
    const gone = this.#gone.then((why) => Promise.reject(this.#notReady(why)));
    try {
      return await abortable(Promise.race([this.#ready.promise, gone]), AbortSignal.any([signal, limit]));
    } catch (error) {
      signal.throwIfAborted();
      throw limit.aborted ? this.#notReady(`was not ready after ${timeoutMs / 1000} s`) : error;
    }
  }

  /**
   * Plays one conversation and has it judged; waits where too many are under way. Throws infrastructure "tau-lost",
   * "tau-driver-failed" or "tau-bad-result", or the signal's reason.
   */
  async converse(run: RunRequest, session: DriverSession, { signal }: { signal: AbortSignal }): Promise<Judged> {
    const release = await this.#slots.acquire(0, signal);
    const name = randomBytes(12).toString("hex");
    this.#sessions.set(name, session);
    try {
      session.started();
      return await this.#judged(this.#peer.request("run", { session: name, ...run }, { signal }), signal);
    } finally {
      this.#sessions.delete(name);
      release();
    }
  }

  /** What doing nothing earns. Throws as `converse` does. */
  async idle(taskId: string, { signal }: { signal: AbortSignal }): Promise<Judged> {
    return await this.#judged(this.#peer.request("idle", { taskId }, { signal }), signal);
  }

  hangUp(): void {
    this.#peer.close();
  }

  async [Symbol.asyncDispose](): Promise<void> {
    this.#lost ??= "it was closed";
    this.hangUp();
    await this.#box[Symbol.asyncDispose]();
  }

  async #judged(asked: Promise<Answer>, signal: AbortSignal): Promise<Judged> {
    try {
      const { result, body } = await asked;
      const bytes = await readAll(body);
      return {
        result: runResult.parse(result),
        conversation: conversation.parse(JSON.parse(Buffer.from(bytes).toString("utf8") || "[]")),
      };
    } catch (error) {
      signal.throwIfAborted();
      throw await this.#explained(error);
    }
  }

  async #explained(error: unknown): Promise<unknown> {
    if (error instanceof ChannelError) {
      const message = `tau2's container was lost in the middle of the trial: ${await this.#gone}`;
      return infrastructure("tau-lost", message, error, { log: this.#log.text() });
    }
    if (error instanceof CallError) {
      return infrastructure("tau-driver-failed", `tau2's driver failed: ${error.code}: ${error.message}`, error);
    }
    if (error instanceof z.ZodError || error instanceof SyntaxError) {
      return infrastructure("tau-bad-result", "tau2's driver gave a result that is not one", error);
    }
    return error;
  }

  /** Settles when nothing more can come from the container, with what is known of its end. */
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
    return infrastructure(
      "tau-not-ready",
      `tau2's container was opened, but did not get ready: ${what}${log === "" ? "" : `: ${log}`}`,
    );
  }
}

async function elapsed(milliseconds: number): Promise<undefined> {
  return await sleep(milliseconds, undefined, { ref: false });
}

function infrastructure(code: string, message: string, cause?: unknown, context = {}): HarnessError {
  return new HarnessError({ fault: "infrastructure", code, message, cause, context });
}
