// One trial where the agent's file lies beside the program, which runs it itself: both are in the task's box, with the
// model's endpoint on its loopback. Whatever the program says there the agent may have said: each record is flagged.

import { PassThrough, Writable } from "node:stream";
import { CodingBox, type RunningProgram } from "../../channel/coding-box.ts";
import type { AgentPhase, TrialEnvironment } from "../../core/benchmark.ts";
import { harnessErrorOf } from "../../core/fault.ts";
import type { ModelHandler } from "../../core/model.ts";
import type { MainProcess, Sandbox } from "../../core/sandbox.ts";
import type { AgentEnd, TraceEvent } from "../../core/trial.ts";
import type { Verification } from "../../core/verification.ts";
import { patientTimer } from "../../lib/patient-timer.ts";
import { agentSide } from "./agent-side.ts";
import type { CommandTask } from "./load.ts";
import { Program } from "./program.ts";
import { verificationOf } from "./verification.ts";
import { withId } from "./with-id.ts";

const flag = "beside: the agent ran beside the program that scores it, and could have forged its reward";
/** Plays where nobody else does. */
const idleAgent = 'export class HarnessAgent { async run() { return ""; } }\n';

interface Playing {
  candidate: string;
  model: { name: string; reasoningEffort: string | null; handler: ModelHandler };
  timeoutMs: number;
  waitedMs: () => number;
  onEvent: (event: TraceEvent) => void;
  signal: AbortSignal;
}

export class BesideTrial implements TrialEnvironment {
  readonly #task: CommandTask;
  readonly #box: Sandbox;
  readonly #main: MainProcess;
  #played: { program: Program; end: AgentEnd } | null = null;

  constructor(task: CommandTask, box: Sandbox) {
    if (box.main === undefined) throw new Error("the program's box has no attached main process");
    this.#task = task;
    this.#box = box;
    this.#main = box.main;
  }

  get notes(): readonly string[] {
    return [flag, ...this.#box.imageNotes];
  }

  async run({ candidate, model, limits, waitedMs, onEvent, signal }: AgentPhase): Promise<AgentEnd> {
    const timeoutMs = limits.agentTimeoutMs + this.#task.verifierTimeoutMs;
    return (await this.#play({ candidate, model, timeoutMs, waitedMs, onEvent, signal })).end;
  }

  async verify({ signal }: { signal: AbortSignal }): Promise<Verification> {
    const timeoutMs = this.#task.verifierTimeoutMs;
    const idle = { candidate: idleAgent, model: noModel, timeoutMs, waitedMs: () => 0, onEvent: () => undefined };
    const { program, end } = this.#played ?? (await this.#play({ ...idle, signal }));
    return verificationOf(this.#task, program, { timedOut: end.how === "limit" });
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.#box[Symbol.asyncDispose]();
  }

  async #play(playing: Playing): Promise<{ program: Program; end: AgentEnd }> {
    const { model, candidate, onEvent, signal } = playing;
    const box = new CodingBox({
      ...{ main: this.#main, model: model.handler, onModelCall: onEvent },
      onCommand: async () => ({ exitCode: 2, stdout: "", stderr: "there are no commands in this box\n" }),
    });
    try {
      const baseUrl = await box.untilReady({ signal });
      await box.writeFiles({ [agentSide.agentFile]: candidate }, { signal });
      const streams = { stdout: new PassThrough(), stderr: new PassThrough() };
      const running = box.start(withId(this.#task.runCommand, this.#task.id), {
        env: { ...environmentOf(baseUrl, model), AGENT_FILE: agentSide.agentFile, AGENT_NODE: agentSide.node },
        onOutput: (stream, chunk) => void streams[stream].write(chunk),
        signal,
      });
      const exited = exitOf(running, streams);
      const program = new Program({ ...streams, stdin: nobody(), exited }, { id: this.#task.id });
      const end = await this.#untilEnd(program, running, playing);
      onEvent({ type: "log", atMs: Math.round(program.busyMs()), text: program.log() });
      this.#played = { program, end };
      return this.#played;
    } finally {
      box.close();
    }
  }

  async #untilEnd(program: Program, running: RunningProgram, { timeoutMs, waitedMs, signal }: Playing) {
    const over = Promise.withResolvers<AgentEnd>();
    const detail = `agent and program together have ${timeoutMs / 1000} s`;
    using _timer = patientTimer(timeoutMs, waitedMs, () => over.resolve({ how: "limit", code: "time-limit", detail }));
    try {
      const ended = program.ended.then((): AgentEnd => ({ how: "finished", code: "finished", detail: "" }));
      const end = await Promise.race([ended, over.promise]);
      if (end.how === "limit") await running.stop("SIGKILL");
      return end;
    } catch (error) {
      signal.throwIfAborted();
      const known = harnessErrorOf(error);
      if (known?.code !== "coding-box-lost") throw error;
      // The candidate is in there: what takes the box down is its doing, or the program's, which nop tells.
      return { how: "crashed", code: "box-lost", detail: known.message } satisfies AgentEnd;
    }
  }
}

const noModel = {
  ...{ name: "none", reasoningEffort: null },
  handler: (() => Promise.reject(new Error("no agent plays, so no model is asked"))) as ModelHandler,
};

/** Its standard input is empty from the start: questions are answered in a box of the agent's own only. */
function nobody(): Writable {
  return new Writable({ write: (_chunk, _encoding, done) => done() });
}

async function exitOf(
  running: RunningProgram,
  streams: Readonly<Record<"stdout" | "stderr", PassThrough>>,
): Promise<{ exitCode: number; outOfMemory: boolean }> {
  try {
    const { exitCode } = await running.end;
    return { exitCode: exitCode ?? 137, outOfMemory: false };
  } finally {
    streams.stdout.end();
    streams.stderr.end();
  }
}

function environmentOf(
  baseUrl: string,
  { name, reasoningEffort }: { name: string; reasoningEffort: string | null },
): Record<string, string> {
  return {
    OPENAI_BASE_URL: baseUrl,
    OPENAI_API_KEY: "in-a-box",
    ANTHROPIC_BASE_URL: baseUrl.replace(/\/v1$/, ""),
    ANTHROPIC_API_KEY: "in-a-box",
    AGENT_MODEL: name,
    ...(reasoningEffort === null ? {} : { AGENT_REASONING_EFFORT: reasoningEffort }),
  };
}
