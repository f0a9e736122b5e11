// One trial of a task: what the agent works in, and its judgement.

import { runCandidate } from "../../channel/run-candidate.ts";
import type { AgentPhase, TrialEnvironment, Verification } from "../../core/benchmark.ts";
import type { Sandbox } from "../../core/sandbox.ts";
import type { AgentEnd } from "../../core/trial.ts";
import { environmentMethods } from "./environment-methods.ts";
import type { TerminalTask } from "./load-task.ts";
import { runOracle } from "./oracle.ts";
import { verifyTask } from "./verify.ts";

export class TerminalTrial implements TrialEnvironment {
  readonly #task: TerminalTask;
  readonly #box: Sandbox;

  constructor(task: TerminalTask, box: Sandbox) {
    this.#task = task;
    this.#box = box;
  }

  get notes(): readonly string[] {
    return this.#box.imageNotes;
  }

  async run({ agent, candidate, model, limits, waitedMs, onEvent, signal }: AgentPhase): Promise<AgentEnd> {
    const started = performance.now();
    return await runCandidate({
      main: agent,
      candidate,
      interface: "terminal",
      start: {
        instruction: this.#task.instruction,
        context: { model: model.name, reasoningEffort: model.reasoningEffort },
      },
      methods: environmentMethods(this.#task, this.#box.session, onEvent, () => performance.now() - started),
      model: model.handler,
      onEvent,
      ...{ timeoutMs: limits.agentTimeoutMs, waitedMs },
      signal,
    });
  }

  async runOracle(options: { signal: AbortSignal }): Promise<AgentEnd> {
    return await runOracle(this.#task, this.#box.session, options);
  }

  async verify(options: { signal: AbortSignal }): Promise<Verification> {
    return await verifyTask(this.#task, this.#box.session, options);
  }

  async processes(options: { signal: AbortSignal }): Promise<string[]> {
    return (await this.#box.processes?.(options)) ?? [];
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.#box[Symbol.asyncDispose]();
  }
}
