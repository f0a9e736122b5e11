// A benchmark's program at work on one task: questions out, answers in, rewards at the end. It is its author's, and
// trusted as far as its rewards go; that it hangs or floods is told all the same.

import type { Readable } from "node:stream";
import { followLogs } from "../../channel/follow-logs.ts";
import type { MainProcess } from "../../core/sandbox.ts";
import { abortable } from "../../lib/abortable.ts";
import { linesOf } from "../../lib/lines-of.ts";
import { nestedWithin } from "../../lib/nested-within.ts";
import { patientTimer } from "../../lib/patient-timer.ts";
import { readLine } from "./read-line.ts";
import { type RewardReading, rewardOf } from "./reward-of.ts";

export interface Question {
  input: unknown;
}

/** Of its standard output, in all. */
const maxBytes = 64 * 1024 * 1024;
const maxQuestionChars = 512 * 1024;
const maxDepth = 32;
const logChars = 16 * 1024;

export class Program {
  readonly #id: string;
  readonly #main: MainProcess;
  readonly #rewards: Readonly<Record<string, unknown>>[] = [];
  readonly #problems: string[] = [];
  readonly #questions: Question[] = [];
  readonly #read: Promise<void>;
  #wake = Promise.withResolvers<void>();
  #isAsking = false;
  #asksNoMore = false;
  #exit: { exitCode: number; outOfMemory: boolean } | null = null;
  #log = "";
  /** When the word came to it; null while the agent has it. */
  #since: number | null = performance.now();
  #busyMs = 0;

  constructor(main: MainProcess, { id }: { id: string }) {
    this.#id = id;
    this.#main = main;
    // A program that has ended hears no answer.
    main.stdin.on("error", () => undefined);
    followLogs(main.stderr, { onLine: (line) => this.#note(line), onFlood: () => undefined });
    this.#read = this.#readLines(main.stdout);
    this.ended = Promise.all([main.exited, this.#read]).then(([exit]) => {
      this.#exit = exit;
      this.#pass();
    });
    this.ended.catch(() => undefined);
  }

  /** It has exited, and everything it said is read. Rejects when the engine can't tell any more. */
  readonly ended: Promise<void>;

  /** The next question; null once it asks no more. */
  async next({ signal }: { signal: AbortSignal }): Promise<Question | null> {
    for (;;) {
      const question = this.#questions.shift();
      if (question !== undefined) {
        this.#isAsking = true;
        return question;
      }
      if (this.#asksNoMore) return null;
      await abortable(this.#wake.promise, signal);
    }
  }

  /** A question was taken and has no answer yet. */
  get isAsking(): boolean {
    return this.#isAsking;
  }

  /** To the question that came last. */
  answer(answer: unknown): void {
    this.#isAsking = false;
    if (this.#questions.length === 0) this.#since ??= performance.now();
    this.#main.stdin.write(`${JSON.stringify({ answer })}\n`);
  }

  /** Milliseconds so far in which it had the word. */
  busyMs(): number {
    return this.#busyMs + (this.#since === null ? 0 : performance.now() - this.#since);
  }

  /** Calls back once it has had the word for `ms`, at once where it has. */
  onBusyFor(ms: number, onOver: () => void): Disposable {
    const started = performance.now();
    const idle = () => performance.now() - started - (this.busyMs() - before);
    const before = this.busyMs();
    return patientTimer(Math.max(0, ms - before), idle, onOver);
  }

  reading(): RewardReading {
    const { reward, notes } = rewardOf(this.#id, this.#rewards, this.#exit);
    if (this.#problems.length === 0) return { reward, notes };
    return { reward: null, notes: [...this.#problems.slice(0, 3).map((problem) => `program: ${problem}`), ...notes] };
  }

  /** The end of what it has printed. */
  log(): string {
    return this.#log;
  }

  async #readLines(stdout: Readable): Promise<void> {
    try {
      for await (const line of linesOf(limited(stdout))) this.#take(line);
    } catch (error) {
      this.#problems.push(error instanceof RangeError ? error.message : "its output broke off");
    }
    this.#asksNoMore = true;
    this.#wake.resolve();
  }

  #take(text: string): void {
    const line = readLine(text, this.#id);
    if (line.kind === "ask") {
      const problem = problemOf(line.input, text.length);
      if (problem === null) this.#ask(line.input);
      else this.#problems.push(problem);
      return;
    }
    if (line.kind === "rewards") this.#rewards.push(line.rewards);
    if (line.kind === "broken") this.#problems.push(line.problem);
    this.#note(text);
  }

  #ask(input: unknown): void {
    this.#pass();
    this.#questions.push({ input });
    this.#wake.resolve();
    this.#wake = Promise.withResolvers();
  }

  /** The word goes to the agent, or to nobody. */
  #pass(): void {
    this.#busyMs = this.busyMs();
    this.#since = null;
  }

  #note(line: string): void {
    this.#log = `${this.#log}${line}\n`.slice(-logChars);
  }
}

function problemOf(input: unknown, chars: number): string | null {
  if (chars > maxQuestionChars) return `a question has ${chars} characters, over ${maxQuestionChars}`;
  return nestedWithin(input, maxDepth) ? null : `a question is nested deeper than ${maxDepth}`;
}

async function* limited(stdout: Readable): AsyncGenerator<Uint8Array> {
  let bytes = 0;
  for await (const chunk of stdout as AsyncIterable<Uint8Array>) {
    bytes += chunk.byteLength;
    if (bytes > maxBytes) throw new RangeError(`it printed more than ${maxBytes} bytes`);
    yield chunk;
  }
}
