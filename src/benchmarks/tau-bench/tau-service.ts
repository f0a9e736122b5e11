// tau2 in one container for all trials of a job and domain: the host's end of the driver's channel. Each conversation is
// a session under a random name; what the driver asks goes to the session it names.

import { randomBytes } from "node:crypto";
import { z } from "zod";
import { readAll } from "../../channel/byte-stream.ts";
import { CallError } from "../../channel/channel-error.ts";
import type { Answer } from "../../channel/peer.ts";
import { RequestSlots } from "../../channel/request-slots.ts";
import type { BoxSpec, OpenContext, SharedService } from "../../core/benchmark.ts";
import { HarnessError } from "../../core/fault.ts";
import type { ImageSource, Sandbox } from "../../core/sandbox.ts";
import { AttachedPeer } from "../../services/attached-peer.ts";
import { checkReady, refusedByDriver } from "./check-ready.ts";
import { type DriverSession, driverMethods } from "./driver-methods.ts";
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
  const service = undo.use(new TauService(await openBox(tauBox(image, domain), "service")));
  const ready = await service.untilReady({ signal, timeoutMs: readyTimeoutMs });
  checkReady(ready, domain, index);
  undo.move();
  return service;
}

export class TauService implements SharedService {
  readonly #driver: AttachedPeer;
  readonly #ready = Promise.withResolvers<Ready>();
  readonly #sessions = new Map<string, DriverSession>();
  readonly #slots = new RequestSlots({ requests: conversationsAtMost, bytes: Number.MAX_SAFE_INTEGER });

  constructor(box: Sandbox) {
    this.#ready.promise.catch(() => {});
    this.#driver = new AttachedPeer(box, {
      ...{ name: "tau2's container", prefix: "tau" },
      methods: driverMethods({
        onReady: this.#ready.resolve,
        onRefused: (refused) => this.#ready.reject(refusedByDriver(refused)),
        session: (name) => this.#sessions.get(name),
      }),
    });
  }

  get lost(): string | null {
    return this.#driver.lost;
  }

  get imageNotes(): readonly string[] {
    return this.#driver.box.imageNotes;
  }

  async untilReady(options: { signal: AbortSignal; timeoutMs: number }): Promise<Ready> {
    return await this.#driver.untilReady(this.#ready.promise, options);
  }

  /**
   * Plays one conversation and has it judged; waits where too many are under way. Throws infrastructure "tau-lost",
   * "tau-failed" or "tau-bad-result", or the signal's reason.
   */
  async converse(run: RunRequest, session: DriverSession, { signal }: { signal: AbortSignal }): Promise<Judged> {
    const release = await this.#slots.acquire(0, signal);
    const name = randomBytes(12).toString("hex");
    this.#sessions.set(name, session);
    try {
      session.started();
      return await this.#judged(this.#driver.request("run", { session: name, ...run }, { signal }), signal);
    } finally {
      this.#sessions.delete(name);
      release();
    }
  }

  /** What doing nothing earns. Throws as `converse` does. */
  async idle(taskId: string, { signal }: { signal: AbortSignal }): Promise<Judged> {
    return await this.#judged(this.#driver.request("idle", { taskId }, { signal }), signal);
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.#driver[Symbol.asyncDispose]();
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
      if (error instanceof CallError) throw this.#driver.failed(error);
      if (error instanceof z.ZodError || error instanceof SyntaxError) {
        const message = "tau2's driver gave a result that is not one";
        throw new HarnessError({ fault: "infrastructure", code: "tau-bad-result", message, cause: error });
      }
      throw await this.#driver.explained(error);
    }
  }
}
