// Postgres, the environment and the judge of BIRD-Interact, as the host sees them. It passes on: an agent's calls to the
// environment, the environment's gradings to the judge, the simulated user's model calls to the session's trial.

import { setTimeout as sleep } from "node:timers/promises";
import { z } from "zod";
import { readAll } from "../../channel/byte-stream.ts";
import { CallError } from "../../channel/channel-error.ts";
import type { Methods } from "../../channel/method.ts";
import type { Answer } from "../../channel/peer.ts";
import type { SharedService } from "../../core/benchmark.ts";
import { HarnessError } from "../../core/fault.ts";
import type { ModelHandler } from "../../core/model.ts";
import type { ImageSource, Sandbox } from "../../core/sandbox.ts";
import { type AttachedBox, AttachedPeer } from "../../services/attached-peer.ts";
import { logTail } from "../../services/log-tail.ts";
import * as wire from "./wire.ts";

export interface BirdImages {
  postgres: ImageSource;
  environment: ImageSource;
  judge: ImageSource;
}

/** Of `setup`, beside Postgres's address and time limits. */
export interface BirdSettings {
  patience: number;
  limits: "enforced" | "upstream";
  promptVersion: "v1" | "v2";
  /** Databases made ready ahead, per template. */
  clonePool: number;
}

const readyMs = 180_000;
const setUpMs = 600_000;
const databaseReadyMs = 600_000;

export class BirdService implements SharedService {
  readonly #undo = new AsyncDisposableStack();
  readonly #users = new Map<string, { handler: ModelHandler; model: string; onFailure: (status: number) => void }>();
  #postgres: Sandbox | undefined;
  #environment: AttachedPeer | undefined;
  #judge: AttachedPeer | undefined;
  #postgresLost: string | null = null;
  #notes: readonly string[] = [];

  get lost(): string | null {
    return this.#postgresLost ?? this.#environment?.lost ?? this.#judge?.lost ?? null;
  }

  get imageNotes(): readonly string[] {
    return this.#notes;
  }

  get postgresHost(): string {
    const host = this.#postgres?.hostname;
    if (host === undefined) throw new Error("Postgres is on no network of its siblings");
    return host;
  }

  async startPostgres(box: Sandbox, signal: AbortSignal): Promise<void> {
    this.#undo.use(box);
    this.#postgres = box;
    this.#notes = [...this.#notes, ...box.imageNotes];
    const { main } = box;
    if (main === undefined) throw new Error("Postgres has no attached main process");
    const logs = [main.stdout, main.stderr].map(logTail);
    main.stdin.on("error", () => {});
    void main.exited.then(
      ({ exitCode }) => {
        this.#postgresLost ??= `Postgres exited with ${exitCode}`;
      },
      () => {
        this.#postgresLost ??= "the engine knows nothing of Postgres any more";
      },
    );
    const deadline = performance.now() + databaseReadyMs;
    for (;;) {
      if (this.#postgresLost !== null || performance.now() > deadline) {
        const why = this.#postgresLost ?? `it was not ready after ${databaseReadyMs / 1000} s`;
        const said = logs.map((log) => log.text()).join("\n");
        throw infrastructure("bird-postgres-not-ready", `Postgres did not get ready: ${why}: ${said}`);
      }
      const probe = ["pg_isready", "-q", "-h", "127.0.0.1", "-U", "postgres"];
      const { exitCode } = await box.session.exec(probe, { signal, timeoutMs: 10_000 });
      if (exitCode === 0) return;
      await sleep(250, undefined, { signal });
    }
  }

  async startJudge(box: AttachedBox, signal: AbortSignal): Promise<void> {
    const ready = Promise.withResolvers<void>();
    this.#judge = this.#attach(box, "bird-judge", "the judge's container", { ready: readyMethod(ready) });
    await this.#judge.untilReady(ready.promise, { signal, timeoutMs: readyMs });
  }

  async startEnvironment(box: AttachedBox, signal: AbortSignal): Promise<void> {
    const ready = Promise.withResolvers<void>();
    this.#environment = this.#attach(box, "bird-environment", "the environment's container", {
      ready: readyMethod(ready),
      grade: async (params, _body, options) => await this.#grade(params, options),
      model: async (params, body, options) => await this.#model(params, body, options),
    });
    await this.#environment.untilReady(ready.promise, { signal, timeoutMs: readyMs });
  }

  async setUp(params: object, body: Uint8Array, signal: AbortSignal): Promise<void> {
    const limit = AbortSignal.any([signal, AbortSignal.timeout(setUpMs)]);
    wire.setUp.parse((await this.ask("setup", params, { signal: limit, body })).result);
  }

  /** The session's user, who is asked by the environment. */
  openUser(session: string, user: { handler: ModelHandler; model: string; onFailure: (status: number) => void }): void {
    this.#users.set(session, user);
  }

  closeUser(session: string): void {
    this.#users.delete(session);
  }

  /**
   * Asks the environment. Throws agent faults for what the agent asked wrongly, infrastructure "bird-environment-lost",
   * "bird-environment-failed", or the signal's reason.
   */
  async ask(
    method: string,
    params: object,
    options: { signal: AbortSignal; body?: Uint8Array },
  ): Promise<{ result: unknown; body: Uint8Array }> {
    const environment = started(this.#environment);
    try {
      const { result, body } = await environment.request(method, params, options);
      return { result, body: await readAll(body) };
    } catch (error) {
      options.signal.throwIfAborted();
      if (!(error instanceof CallError)) throw await environment.explained(error);
      if (error.code === "postgres-lost") this.#postgresLost ??= error.message;
      if (error.code !== "agent-fault") throw environment.failed(error);
      throw new HarnessError({ fault: "agent", code: "bad-call", message: error.message, cause: error });
    }
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.#undo.disposeAsync();
  }

  #attach(box: AttachedBox, prefix: string, name: string, methods: Methods): AttachedPeer {
    this.#notes = [...this.#notes, ...box.imageNotes];
    return this.#undo.use(new AttachedPeer(box, { name, prefix, methods }));
  }

  async #grade(params: unknown, { signal }: { signal: AbortSignal }): Promise<{ result: unknown }> {
    const { method, params: asked } = gradeCall.parse(params);
    const answer: Answer = await started(this.#judge).request(method, asked, { signal });
    await readAll(answer.body);
    return { result: answer.result };
  }

  async #model(params: unknown, body: Uint8Array, { signal }: { signal: AbortSignal }) {
    const { session, path } = modelCall.parse(params);
    const user = this.#users.get(session);
    if (user === undefined) throw new CallError("unknown-session", "no such session");
    const asked: unknown = JSON.parse(Buffer.from(body).toString("utf8"));
    const named = Buffer.from(JSON.stringify({ ...(asked as object), model: user.model }));
    const response = await user.handler({ method: "POST", path, body: named }, { signal });
    if (response.status >= 400) user.onFailure(response.status);
    return { result: { status: response.status, headers: response.headers }, body: response.body };
  }
}

const gradeCall = z.object({ method: z.enum(["gold", "compare", "test"]), params: z.record(z.string(), z.unknown()) });
const modelCall = z.object({ session: z.string(), path: z.string() });

function readyMethod(ready: PromiseWithResolvers<void>): Methods[string] {
  ready.promise.catch(() => {});
  return async (params) => {
    const checked = wire.ready.safeParse(params);
    if (checked.success) ready.resolve();
    else ready.reject(infrastructure("bird-protocol", "a container speaks another protocol: rebuild the images"));
    return { result: null };
  };
}

function started(peer: AttachedPeer | undefined): AttachedPeer {
  if (peer === undefined) throw new Error("asked before it was started");
  return peer;
}

function infrastructure(code: string, message: string): HarnessError {
  return new HarnessError({ fault: "infrastructure", code, message });
}
