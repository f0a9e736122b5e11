// One trial: the program asks in the task's box, the agent answers in its own, and the host carries questions and
// answers. The agent's code never gets where it is scored, and the program's files never get where the agent is.

import { isRecord } from "../../channel/messages.ts";
import { type CandidateMethod, runCandidate } from "../../channel/run-candidate.ts";
import type { AgentPhase, TrialEnvironment } from "../../core/benchmark.ts";
import { HarnessError } from "../../core/fault.ts";
import type { Sandbox } from "../../core/sandbox.ts";
import type { AgentEnd } from "../../core/trial.ts";
import type { Verification } from "../../core/verification.ts";
import { abortable } from "../../lib/abortable.ts";
import { nestedWithin } from "../../lib/nested-within.ts";
import type { CommandTask } from "./load.ts";
import { readOracle } from "./oracle.ts";
import { Program } from "./program.ts";
import { verificationOf } from "./verification.ts";

/** What a program hears where nobody answers any more. */
const noAnswer = "";
const maxDepth = 32;

export class AskTrial implements TrialEnvironment {
  readonly #task: CommandTask;
  readonly #box: Sandbox;
  readonly #program: Program;

  constructor(task: CommandTask, box: Sandbox) {
    if (box.main === undefined) throw new Error("the program's box has no attached main process");
    this.#task = task;
    this.#box = box;
    this.#program = new Program(box.main, { id: task.id });
  }

  get notes(): readonly string[] {
    return this.#box.imageNotes;
  }

  async run({ agent, candidate, model, limits, waitedMs, onEvent, signal }: AgentPhase): Promise<AgentEnd> {
    const program = this.#program;
    const started = performance.now();
    let asked: { input: unknown; atMs: number } | null = null;
    const ask: CandidateMethod = async (params, _body, options) => {
      if (asked !== null) {
        const answer = answerOf(params);
        const { input, atMs } = asked;
        const durationMs = performance.now() - started - atMs;
        const messages = [{ role: "user", content: textOf(input) }];
        onEvent({ type: "turn", atMs, messages, reply: { content: textOf(answer), toolCalls: [] }, durationMs });
        asked = null;
        program.answer(answer);
      }
      const question = await program.next(options);
      if (question === null) return { result: { closed: "the program asks no more" } };
      asked = { input: question.input, atMs: performance.now() - started };
      return { result: { input: question.input } };
    };
    const ended = Promise.withResolvers<AgentEnd>();
    using _timer = program.onBusyFor(this.#task.verifierTimeoutMs, () => ended.resolve(programTimeout));
    return await runCandidate({
      ...{ main: agent, candidate, interface: "answers" },
      start: { context: { model: model.name, reasoningEffort: model.reasoningEffort } },
      methods: { ask },
      model: model.handler,
      onEvent,
      timeoutMs: limits.agentTimeoutMs,
      // How long the program takes is not the agent's doing.
      waitedMs: () => waitedMs() + program.busyMs(),
      ended: ended.promise,
      signal,
    });
  }

  async runOracle({ signal }: { signal: AbortSignal }): Promise<AgentEnd> {
    const { answers, problem } = await readOracle(this.#task, this.#box.session, { signal });
    const program = this.#program;
    const answerAll = async () => {
      for (let count = 0; (await program.next({ signal })) !== null; count++) {
        program.answer(answers[count] ?? noAnswer);
      }
    };
    await this.#withinTime(answerAll(), signal);
    return { how: "finished", code: "oracle", detail: problem };
  }

  async verify({ signal }: { signal: AbortSignal }): Promise<Verification> {
    const program = this.#program;
    const finish = async () => {
      if (program.isAsking) program.answer(noAnswer);
      while ((await program.next({ signal })) !== null) program.answer(noAnswer);
      await program.ended;
    };
    const timedOut = !(await this.#withinTime(finish(), signal));
    return verificationOf(this.#task, program, { timedOut });
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.#box[Symbol.asyncDispose]();
  }

  /** Waits for work of the program's; false when its time is over before. */
  async #withinTime(work: Promise<void>, signal: AbortSignal): Promise<boolean> {
    const over = Promise.withResolvers<boolean>();
    using _timer = this.#program.onBusyFor(this.#task.verifierTimeoutMs, () => over.resolve(false));
    return await abortable(Promise.race([work.then(() => true), over.promise]), signal);
  }
}

const programTimeout: AgentEnd = {
  how: "finished",
  code: "program-timeout",
  detail: "the program's time was over before the agent's",
};

/** The answer that the agent's box has sent. Throws agent "bad-reply". */
function answerOf(params: unknown): unknown {
  const answer = isRecord(params) ? params["answer"] : undefined;
  if (answer !== undefined && nestedWithin(answer, maxDepth)) return answer;
  const why = answer === undefined ? "is missing" : `is nested deeper than ${maxDepth}`;
  throw new HarnessError({ fault: "agent", code: "bad-reply", message: `the answer ${why}` });
}

function textOf(value: unknown): string {
  return typeof value === "string" ? value : JSON.stringify(value);
}
