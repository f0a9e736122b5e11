// The host's side of a coding agent's box: puts the tree in, starts programs, answers what they ask for, takes the tree
// back. The box is not trusted: whatever it sends is bounded, and its end is told by the engine.

import { setTimeout as sleep } from "node:timers/promises";
import { HarnessError } from "../core/fault.ts";
import type { ModelHandler } from "../core/model.ts";
import type { MainProcess } from "../core/sandbox.ts";
import type { TraceEvent } from "../core/trial.ts";
import { abortable } from "../lib/abortable.ts";
import type { CommandAnswer } from "./box/coding-commands.ts";
import type { ProgramEnd } from "./box/coding-run.ts";
import { readAll } from "./byte-stream.ts";
import { CallError, ChannelError } from "./channel-error.ts";
import { FloodGuard } from "./flood-guard.ts";
import { followLogs, type Logs } from "./follow-logs.ts";
import { fromBox, toBox } from "./frames.ts";
import { isRecord } from "./messages.ts";
import { type Methods, maxBodyBytes } from "./method.ts";
import { modelMethod } from "./model-method.ts";
import { type Answer, openPeer, type Peer } from "./peer.ts";

export interface CodingBoxOptions {
  main: MainProcess;
  model: ModelHandler;
  /** Each model call, once it is over. */
  onModelCall: (call: Extract<TraceEvent, { type: "model" }>) => void;
  /** Answers a command line of the harness's own; must not throw what the box may not read. */
  onCommand: (argv: readonly string[]) => Promise<CommandAnswer>;
}

export interface RunOptions {
  env?: Readonly<Record<string, string>>;
  /** Standard input. */
  input?: string;
  onOutput: (stream: "stdout" | "stderr", chunk: Uint8Array) => void;
  signal: AbortSignal;
}

/** A program that was started: `end` settles with it, and rejects when the box is lost. */
export interface RunningProgram {
  readonly end: Promise<ProgramEnd>;
  /** Asks its whole group to end, or makes it. */
  stop(signal: "SIGTERM" | "SIGKILL"): Promise<void>;
}

const readyMs = 30_000;
const exitGraceMs = 5000;

export class CodingBox {
  readonly #options: CodingBoxOptions;
  readonly #peer: Peer;
  readonly #logs: Logs;
  readonly #ready = Promise.withResolvers<string>();
  readonly #outputs = new Map<number, RunOptions["onOutput"]>();
  #lastId = 0;

  constructor(options: CodingBoxOptions) {
    const { main } = options;
    this.#options = options;
    // The runtime itself says nothing there; the engine does, where it can't be started.
    this.#logs = followLogs(main.stderr, { onLine: () => undefined, onFlood: () => this.close() });
    this.#peer = openPeer({
      ...{ input: main.stdout, output: main.stdin, receive: fromBox, send: toBox },
      guard: new FloodGuard(),
      methods: this.#methods(),
    });
    this.#peer.closed
      .then(async () => this.#ready.reject(await this.#lost("did not get ready")))
      .catch(() => undefined);
    this.#ready.promise.catch(() => undefined);
  }

  /** The base URL of its model endpoint, ending in /v1. Throws infrastructure "coding-box-not-ready". */
  async untilReady({ signal }: { signal: AbortSignal }): Promise<string> {
    const limit = AbortSignal.timeout(readyMs);
    try {
      return await abortable(this.#ready.promise, AbortSignal.any([signal, limit]));
    } catch (error) {
      signal.throwIfAborted();
      throw limit.aborted ? notReady(`said nothing for ${readyMs / 1000} s`) : error;
    }
  }

  /** Unpacks an archive of packTree's into the tree; `replace` first empties one folder of it. */
  async put(
    archive: Uint8Array,
    { replace, signal }: { replace?: { below: string; keep: readonly string[] }; signal: AbortSignal },
  ): Promise<void> {
    if (archive.byteLength > maxBodyBytes) {
      const message = `The tree is ${archive.byteLength} bytes as an archive, more than the ${maxBodyBytes} that fit into a coding agent's box: remove old traces from workspace/.`;
      throw new HarnessError({ fault: "config", code: "tree-too-large", message });
    }
    await this.#request("put", replace ?? {}, { signal, body: archive });
  }

  /** The tree as an archive of packTree's, which is not to be trusted. Throws agent "tree-too-large". */
  async take({ ignore, signal }: { ignore: readonly string[]; signal: AbortSignal }): Promise<Uint8Array> {
    try {
      const { body } = await this.#request("take", { ignore }, { signal });
      return await readAll(body);
    } catch (error) {
      signal.throwIfAborted();
      if (!(error instanceof CallError)) throw error;
      const message = `The coding agent's tree could not be taken back: ${error.message}.`;
      throw new HarnessError({ fault: "agent", code: error.code, message, cause: error });
    }
  }

  /** Writes small files such as settings, by absolute path. */
  async writeFiles(files: Readonly<Record<string, string>>, { signal }: { signal: AbortSignal }): Promise<void> {
    if (Object.keys(files).length > 0) await this.#request("files", files, { signal });
  }

  /** Starts a program in the tree; its signal only ends the waiting. */
  start(command: readonly string[], { env = {}, input = "", onOutput, signal }: RunOptions): RunningProgram {
    const id = ++this.#lastId;
    this.#outputs.set(id, onOutput);
    const asked = this.#request("run", { id, command, env }, { signal, body: Buffer.from(input) });
    const end = asked.then(({ result }) => endOf(result)).finally(() => this.#outputs.delete(id));
    end.catch(() => undefined);
    return {
      end,
      stop: async (name) => void (await this.#request("stop", { id, signal: name }, { signal })),
    };
  }

  /** Hangs up; the sandbox is its owner's to close. */
  close(): void {
    this.#peer.close();
    this.#logs.stop();
  }

  #methods(): Methods {
    const { model, onModelCall, onCommand } = this.#options;
    const started = performance.now();
    return {
      ready: async (params) => {
        this.#ready.resolve(String(isRecord(params) ? params["baseUrl"] : ""));
        return { result: null };
      },
      model: modelMethod(
        model,
        (event) => event.type === "model" && onModelCall(event),
        () => Math.round(performance.now() - started),
      ),
      output: async (params, body) => {
        const { id, stream } = isRecord(params) ? params : {};
        this.#outputs.get(Number(id))?.(stream === "stderr" ? "stderr" : "stdout", body);
        return { result: null };
      },
      command: async (params) => {
        const { argv } = isRecord(params) ? params : {};
        const words = Array.isArray(argv) ? argv.slice(0, 200).map(String) : [];
        return { result: await onCommand(words) };
      },
    };
  }

  async #request(
    method: string,
    params: unknown,
    options: { signal: AbortSignal; body?: Uint8Array },
  ): Promise<Answer> {
    try {
      return await this.#peer.request(method, params, options);
    } catch (error) {
      options.signal.throwIfAborted();
      throw error instanceof ChannelError ? await this.#lost("was lost", error) : error;
    }
  }

  async #lost(what: string, cause?: Error): Promise<HarnessError> {
    const { exited } = this.#options.main;
    const exit = await Promise.race([exited.catch(() => undefined), sleep(exitGraceMs, undefined, { ref: false })]);
    const broke = await this.#peer.closed;
    const how =
      exit === undefined
        ? (broke?.message ?? cause?.message ?? "its streams ended")
        : `it exited with ${exit.exitCode}${exit.outOfMemory ? " (out of memory)" : ""}`;
    const said = this.#logs.tail().trim();
    const message = `The coding agent's box ${what}: ${how}${said === "" ? "" : `: ${said}`}`;
    return new HarnessError({ fault: "infrastructure", code: "coding-box-lost", message, cause });
  }
}

function endOf(value: unknown): ProgramEnd {
  const { exitCode, signal } = isRecord(value) ? value : {};
  return {
    exitCode: typeof exitCode === "number" ? exitCode : null,
    signal: typeof signal === "string" ? signal.slice(0, 20) : null,
  };
}

function notReady(why: string): HarnessError {
  const message = `The coding agent's box was opened, but did not get ready: it ${why}.`;
  return new HarnessError({ fault: "infrastructure", code: "coding-box-not-ready", message });
}
