// One session of a coding agent in a box of its own: its program runs headless, speaks to the model and to the harness
// over the box's loopback, and leaves a tree that the host takes back.

import type { CommandAnswer } from "../../channel/box/coding-commands.ts";
import type { ProgramEnd } from "../../channel/box/coding-run.ts";
import { CodingBox, type RunningProgram } from "../../channel/coding-box.ts";
import { codingBox } from "../../channel/coding-image.ts";
import type { CodingAgentHost, ProposeContext } from "../../core/coding-agent.ts";
import { HarnessError } from "../../core/fault.ts";
import { patientTimer } from "../../lib/patient-timer.ts";
import { unionTimer } from "../../lib/union-timer.ts";
import { answerCommand } from "./answer-command.ts";
import { type BoxedProgram, hostOf, promptOf } from "./boxed-program.ts";
import { lineReader } from "./line-reader.ts";
import { openTranscript, type Transcript } from "./transcript.ts";
import { TreeExchange } from "./tree-exchange.ts";

/** Between being asked to end and being made to. */
const politeMs = 10_000;

/** Commands of one session; whatever is asked beyond is refused. */
const maxCommands = 200;
/** Lines of one session that a person sees. */
const maxSaid = 1000;

/**
 * Returns what the coding agent said last. Throws infrastructure "coding-agent-failed" when its program did; the tree is
 * taken back all the same. Limits are not errors: the session ends, and says which.
 */
export async function proposeInBox(program: BoxedProgram, context: ProposeContext): Promise<{ summary: string }> {
  const host = hostOf(context, program.title);
  const { signal } = context;
  await using transcript = await openTranscript(host.transcriptFile, host.redact);
  await using sandbox = await host.openBox({ ...codingBox, image: program.image }, { signal });
  if (sandbox.main === undefined) throw new Error("a coding agent's box has an attached main process");
  await using session = new BoxedSession(program, context, host, transcript);
  const box = new CodingBox({
    main: sandbox.main,
    model: context.model.handler,
    onModelCall: (call) => session.noteModelCall(call),
    onCommand: async (argv) => await session.answer(argv),
  });
  try {
    return await session.run(box);
  } finally {
    box.close();
  }
}

class BoxedSession implements AsyncDisposable {
  readonly #program: BoxedProgram;
  readonly #context: ProposeContext;
  readonly #host: CodingAgentHost;
  readonly #transcript: Transcript;
  readonly #commands = unionTimer(() => performance.now());
  readonly #trouble = Promise.withResolvers<never>();
  readonly #spent = Promise.withResolvers<string>();
  #exchange: TreeExchange | undefined;
  /** Commands are answered one after the other. */
  #last: Promise<unknown> = Promise.resolve();
  #asked = 0;
  #closed = false;
  #said = 0;
  #final = "";
  /** A limit is spent. */
  #over = false;
  #tail = "";

  constructor(program: BoxedProgram, context: ProposeContext, host: CodingAgentHost, transcript: Transcript) {
    this.#program = program;
    this.#context = context;
    this.#host = host;
    this.#transcript = transcript;
    this.#trouble.promise.catch(() => undefined);
  }

  async run(box: CodingBox): Promise<{ summary: string }> {
    const { tree, model, signal, iteration } = this.#context;
    const baseUrl = await box.untilReady({ signal });
    const exchange = new TreeExchange({ box, tree, ignore: this.#program.ignore ?? [] });
    await exchange.bring({ signal });
    this.#exchange = exchange;
    const { name, reasoningEffort } = model;
    const started = this.#program.start({ baseUrl, model: name, reasoningEffort, prompt: promptOf(iteration) });
    await box.writeFiles(started.files ?? {}, { signal });
    this.#transcript.write("note", { command: started.command, env: started.env ?? {}, baseUrl });
    const running = this.#start(box, started);
    const limit = await this.#untilOver(running).catch(async (error: unknown) => {
      // What it has learnt is worth having all the same.
      if (!signal.aborted) await exchange.take({ signal }).catch(() => undefined);
      throw error;
    });
    const end = await running.end;
    this.#transcript.write("note", { end, limit });
    // A judgement that the program did not wait for is part of the session; what its children want now is not.
    this.#closed = true;
    await this.#last;
    await exchange.take({ signal });
    if (limit !== null) return { summary: oneLine(`${this.#final} (${limit})`) };
    if (end.exitCode !== 0) throw this.#failed(end);
    return { summary: oneLine(this.#final) };
  }

  async answer(argv: readonly string[]): Promise<CommandAnswer> {
    this.#asked += 1;
    if (this.#closed || this.#asked > maxCommands) {
      // At once: limits of time would stand for as long as somebody asks.
      const why = this.#closed ? "the session is over" : `a session has ${maxCommands} commands`;
      return { exitCode: 2, stdout: "", stderr: `auto-harness: ${why}\n` };
    }
    const answered = this.#last.then(async () => await this.#answerNow(argv));
    this.#last = answered.catch(() => undefined);
    return await answered;
  }

  noteModelCall({ request, status, refused, durationMs, response }: ModelCall): void {
    const model = fieldOf(request, "model");
    this.#transcript.write("model", { model, status, durationMs, ...(refused === undefined ? {} : { refused }) });
    if (refused !== undefined) this.#context.log(`refused: ${refused}`);
    const error = fieldOf(response, "error");
    // The gateway has waited and retried: it answers so to whatever comes after, which the program need not find out.
    if (status === 503) this.#trouble.reject(this.#modelLost(String(fieldOf(error, "message"))));
    const code = fieldOf(error, "code") ?? fieldOf(fieldOf(error, "details"), "error_code");
    if (status === 403 && code === "limit_reached") {
      this.#over = true;
      this.#spent.resolve(`ended by a limit: ${String(fieldOf(error, "message")).replace(/^.*reached: /, "")}`);
    }
  }

  async [Symbol.asyncDispose](): Promise<void> {
    // Nobody goes on at the tree, or judges it, once the session is over.
    await this.#last;
  }

  #start(box: CodingBox, { command, env, input }: ReturnType<BoxedProgram["start"]>): RunningProgram {
    const readers = {
      stdout: lineReader((line) => this.#hear("stdout", line)),
      stderr: lineReader((line) => this.#hear("stderr", line)),
    };
    const { signal } = this.#context;
    const given = { ...(env === undefined ? {} : { env }), ...(input === undefined ? {} : { input }) };
    const running = box.start(command, { ...given, onOutput: (stream, chunk) => readers[stream].push(chunk), signal });
    const end = running.end.finally(() => {
      for (const reader of Object.values(readers)) reader.end();
    });
    end.catch(() => undefined);
    return { ...running, end };
  }

  #hear(stream: "stdout" | "stderr", line: string): void {
    this.#transcript.write(stream, line);
    this.#tail = `${this.#tail}\n${line}`.slice(-2000);
    if (stream === "stderr") return;
    const { say, final } = this.#program.read(line) ?? {};
    // What it says of a limit is not what it has tried.
    if (final !== undefined && !this.#over) this.#final = final;
    if (say === undefined || ++this.#said > maxSaid) return;
    this.#context.log(this.#said === maxSaid ? "(what it says further is in its transcript)" : oneLine(say, 200));
  }

  /** The limit that ended it; null where it ended by itself. */
  async #untilOver(running: RunningProgram): Promise<string | null> {
    const { waitedMs = () => 0 } = this.#context;
    const { timeoutMs } = this.#host;
    const stands = (): number => this.#commands.elapsedMs() + waitedMs();
    const minutes = `${Math.round(timeoutMs / 60_000)} minutes are over`;
    using _timer = patientTimer(timeoutMs, stands, () => this.#spent.resolve(`ended by its time limit: ${minutes}`));
    const ended = running.end.then(() => null);
    const limit = await Promise.race([ended, this.#spent.promise, this.#trouble.promise]);
    if (limit === null) return null;
    this.#context.log(limit);
    await running.stop("SIGTERM");
    const forced = Promise.withResolvers<void>();
    const timer = setTimeout(() => running.stop("SIGKILL").then(forced.resolve, forced.reject), politeMs);
    await Promise.race([running.end, forced.promise]).finally(() => clearTimeout(timer));
    return limit;
  }

  async #answerNow(argv: readonly string[]): Promise<CommandAnswer> {
    const { commands, signal, log } = this.#context;
    const exchange = this.#exchange;
    if (exchange === undefined) throw new Error("a command before the tree is in the box");
    using _standing = this.#commands.start();
    log(oneLine(argv.join(" "), 200));
    const answer = await answerCommand(argv, {
      commands,
      takeTree: async () => await exchange.take({ signal }),
      putTree: async () => await exchange.renew({ signal }),
      onTrouble: (error) => this.#trouble.reject(error),
    });
    this.#transcript.write("command", { argv, ...answer });
    return answer;
  }

  #modelLost(why: string): HarnessError {
    const message = `${this.#program.title} has lost its model: ${why}`;
    return new HarnessError({ fault: "infrastructure", code: "coding-agent-failed", message });
  }

  #failed({ exitCode, signal }: ProgramEnd): HarnessError {
    const { title } = this.#program;
    const how = exitCode === null ? `was ended by ${signal}` : `ended with exit code ${exitCode}`;
    const last = this.#tail.trim().split("\n").at(-1) ?? "";
    const message = `${title} ${how}: ${oneLine(this.#final || last)}; its transcript is ${this.#host.transcriptFile}`;
    return new HarnessError({ fault: "infrastructure", code: "coding-agent-failed", message });
  }
}

type ModelCall = Parameters<ConstructorParameters<typeof CodingBox>[0]["onModelCall"]>[0];

function fieldOf(value: unknown, name: string): unknown {
  return value !== null && typeof value === "object" ? (value as Record<string, unknown>)[name] : undefined;
}

function oneLine(text: string, chars = 300): string {
  const line = text.replace(/\s+/g, " ").trim();
  return line.length > chars ? `${line.slice(0, chars - 1)}…` : line === "" ? "no summary" : line;
}
