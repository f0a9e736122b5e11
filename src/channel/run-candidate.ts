// The host's side of one agent phase: sends the candidate into a box that is open and waiting, serves its calls, and
// says how it ended. Whatever the box sends becomes an AgentEnd; only the host's own trouble is thrown.

import { HarnessError } from "../core/fault.ts";
import type { ModelHandler } from "../core/model.ts";
import type { MainProcess } from "../core/sandbox.ts";
import type { AgentEnd, TraceEvent } from "../core/trial.ts";
import { patientTimer } from "../lib/patient-timer.ts";
import { endOfError, endOfExit, endOfProtocol } from "./agent-end.ts";
import { CallError, ChannelError } from "./channel-error.ts";
import { FloodGuard } from "./flood-guard.ts";
import { followLogs, type Logs } from "./follow-logs.ts";
import { fromBox, toBox } from "./frames.ts";
import { guarded } from "./guarded-method.ts";
import { modelMethod } from "./model-method.ts";
import { openPeer, type Peer } from "./peer.ts";

export type CandidateMethod = (
  params: unknown,
  body: Uint8Array,
  options: { signal: AbortSignal },
) => Promise<{ result: unknown; body?: Uint8Array }>;

export interface RunCandidateOptions {
  main: MainProcess;
  /** agent.ts with its types stripped. */
  candidate: string;
  /** How the benchmark talks to the agent; a name in box/interfaces.ts. */
  interface: string;
  /** JSON for the interface: what to do, and `context` with model and effort. */
  start: Readonly<Record<string, unknown>>;
  /**
   * What the box may ask for. A thrown HarnessError of fault agent or task goes back to the box as an error with its
   * code; any other error is the host's own and ends the phase.
   */
  methods: Readonly<Record<string, CandidateMethod>>;
  model: ModelHandler;
  onEvent: (event: TraceEvent) => void;
  /** From the moment the candidate is sent; stands while `waitedMs` grows. */
  timeoutMs: number;
  /** Milliseconds that do not count, such as those in which a model's provider was waited for; none when left out. */
  waitedMs?: () => number;
  signal: AbortSignal;
  /** Ends the phase from outside, such as by a turn's time limit; the box may still be at work then. */
  ended?: Promise<AgentEnd>;
  /** What the box's end means, asked as soon as it is known, before the last log lines are waited for. */
  settle?: (boxEnd: AgentEnd) => AgentEnd;
  /** For the runtime to say that it is ready; default 20 s. */
  readyTimeoutMs?: number;
  /** For the engine to tell of an exit once the streams have ended; default 5 s. */
  exitGraceMs?: number;
}

const closeGraceMs = 2000;
/** For the last lines, which travel beside the answer or the exit and not before it. */
const logGraceMs = 50;
/** Of a process that ends by itself, whose streams end with it. */
const lastLogGraceMs = 500;

/**
 * Runs the candidate to its end; the box is left to its owner to close. Throws infrastructure "box-not-ready" and
 * "box-lost", what a method of the host threw or `ended` rejected with, or the signal's reason.
 */
export async function runCandidate(options: RunCandidateOptions): Promise<AgentEnd> {
  options.signal.throwIfAborted();
  const phase = new CandidatePhase(options);
  try {
    return await phase.run();
  } finally {
    await phase.stop();
  }
}

class CandidatePhase {
  readonly #options: RunCandidateOptions;
  readonly #started = performance.now();
  readonly #timers = new AbortController();
  readonly #ready = Promise.withResolvers<void>();
  /** The host's own failures. */
  readonly #failed = Promise.withResolvers<never>();
  readonly #flooded = Promise.withResolvers<AgentEnd>();
  readonly #peer: Peer;
  readonly #logs: Logs;
  #over = false;

  constructor(options: RunCandidateOptions) {
    const { main, methods, model, signal } = options;
    this.#options = options;
    this.#failed.promise.catch(() => {});
    signal.addEventListener("abort", this.#onAbort, { once: true });
    const onEvent = (event: TraceEvent): void => this.#emit(event);
    this.#logs = followLogs(main.stderr, {
      onLine: (text) => onEvent({ type: "log", atMs: this.#now(), text }),
      onFlood: () => this.#flooded.resolve(endOfProtocol(new ChannelError("flood", "the log is over its limit"))),
    });
    const offered = Object.entries({ ...methods, model: modelMethod(model, onEvent, () => this.#now()) });
    this.#peer = openPeer({
      input: main.stdout,
      output: main.stdin,
      receive: fromBox,
      send: toBox,
      guard: new FloodGuard(),
      methods: {
        ...Object.fromEntries(
          offered.map(([name, method]) => [name, guarded(method, (error) => this.#failed.reject(error))]),
        ),
        ready: async () => {
          this.#ready.resolve();
          return { result: null };
        },
      },
    });
  }

  async run(): Promise<AgentEnd> {
    const { ended = new Promise<never>(() => {}), settle = (known: AgentEnd) => known } = this.#options;
    const early = await Promise.race([this.#untilReady(), this.#failed.promise, ended]);
    const boxEnd =
      early ??
      (await Promise.race([
        this.#untilDone(),
        this.#untilGone(),
        this.#flooded.promise,
        this.#untilTimeLimit(),
        this.#failed.promise,
        ended,
      ]));
    const end = settle(boxEnd);
    // What was under way is cut off here and still stands on the trace.
    this.#peer.close();
    await this.#peer.settled();
    const leaves = boxEnd.how === "finished" || boxEnd.how === "crashed";
    await Promise.race([this.#logs.ended, this.#sleep(leaves ? lastLogGraceMs : logGraceMs)]);
    this.#logs.stop();
    this.#emit({ type: "end", atMs: this.#now(), end });
    return end;
  }

  async stop(): Promise<void> {
    this.#over = true;
    this.#options.signal.removeEventListener("abort", this.#onAbort);
    this.#timers.abort();
    this.#logs.stop();
    this.#peer.close();
    await this.#peer.settled();
  }

  async #untilReady(): Promise<void> {
    const { main, readyTimeoutMs = 20_000 } = this.#options;
    const trouble = await Promise.race([
      this.#ready.promise.then(() => undefined),
      this.#sleep(readyTimeoutMs).then(() => `said nothing for ${readyTimeoutMs / 1000} s`),
      this.#peer.closed.then(async (error) => {
        // Its exit code says more than its silence.
        const exit = await Promise.race([main.exited.catch(() => undefined), this.#sleep(closeGraceMs)]);
        return exit === undefined ? (error?.message ?? "closed its streams") : `exited with ${exit.exitCode}`;
      }),
      main.exited.then(
        ({ exitCode, outOfMemory }) => `exited with ${exitCode}${outOfMemory ? " (out of memory)" : ""}`,
        String,
      ),
    ]);
    if (trouble === undefined) return;
    const log = this.#logs.tail().trim();
    throw infrastructure(
      "box-not-ready",
      `the agent's box was opened, but its runtime ${trouble} instead of getting ready${log === "" ? "" : `: ${log}`}`,
    );
  }

  async #untilDone(): Promise<AgentEnd> {
    const { candidate, start, signal, interface: name } = this.#options;
    try {
      await this.#peer.request(
        "start",
        { ...start, interface: name },
        { body: Buffer.from(candidate, "utf8"), signal },
      );
      return { how: "finished", code: "finished", detail: "" };
    } catch (error) {
      if (error instanceof CallError && error.code !== "message-too-large") return endOfError(error);
      // The end of the channel or the signal, which others see and judge.
      if (error instanceof ChannelError || signal.aborted) return await new Promise(() => {});
      throw error;
    }
  }

  /** Settles when the box has gone or has broken the protocol. */
  async #untilGone(): Promise<AgentEnd> {
    const { main, exitGraceMs = 5000 } = this.#options;
    const exited = main.exited.then(
      (exit) => ({ exit }),
      (cause: unknown) => ({ cause }),
    );
    const closed = this.#peer.closed.then((error) => ({ error }));
    const first = await Promise.race([exited, closed]);
    if ("error" in first && first.error !== null && first.error.code !== "broken") return endOfProtocol(first.error);
    // What it still said comes before how it went.
    const other = await Promise.race([
      "error" in first ? exited : closed,
      this.#sleep("error" in first ? exitGraceMs : closeGraceMs),
    ]);
    const known = [first, other];
    const exit = known.find((part) => part !== undefined && "exit" in part)?.exit;
    if (exit !== undefined) {
      await Promise.race([this.#logs.ended, this.#sleep(lastLogGraceMs)]);
      return endOfExit(exit, this.#logs.tail());
    }
    const broken = known.find((part) => part !== undefined && "error" in part)?.error;
    if (broken === null && other === undefined) {
      // The engine still knows the process: it lives and has closed its own streams.
      return endOfProtocol(new ChannelError("closed", "the box closed its streams and went on"));
    }
    throw infrastructure("box-lost", "the connection to the agent's box broke and nothing is known of its end", broken);
  }

  async #untilTimeLimit(): Promise<AgentEnd> {
    const { timeoutMs, waitedMs = () => 0 } = this.#options;
    await new Promise<void>((resolve) => {
      const timer = patientTimer(timeoutMs, waitedMs, resolve);
      this.#timers.signal.addEventListener("abort", () => timer[Symbol.dispose](), { once: true });
    });
    return { how: "limit", code: "time-limit", detail: `the agent's ${timeoutMs / 1000} s are over` };
  }

  readonly #onAbort = (): void => this.#failed.reject(this.#options.signal.reason);

  #emit(event: TraceEvent): void {
    if (!this.#over) this.#options.onEvent(event);
  }

  #now(): number {
    return Math.round(performance.now() - this.#started);
  }

  /** Never settles once the phase is over. */
  async #sleep(milliseconds: number): Promise<undefined> {
    const { signal } = this.#timers;
    return await new Promise((resolve) => {
      const timer = setTimeout(() => resolve(undefined), Math.min(milliseconds, 2 ** 31 - 1));
      signal.addEventListener("abort", () => clearTimeout(timer), { once: true });
    });
  }
}

function infrastructure(code: string, message: string, cause?: unknown): HarnessError {
  return new HarnessError({ fault: "infrastructure", code, message, cause });
}
