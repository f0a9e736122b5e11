// One trial of a task: its steps one after the other in one box, each with its agent and its judgement. The last one is
// judged when the trial asks for it, the others as soon as their agent has ended.

import type { AgentPhase, OpenContext, TrialEnvironment } from "../../../core/benchmark.ts";
import { HarnessError } from "../../../core/fault.ts";
import type { MainProcess } from "../../../core/sandbox.ts";
import type { AgentEnd } from "../../../core/trial.ts";
import type { Verification } from "../../../core/verification.ts";
import type { TerminalTask } from "../format/load-task.ts";
import { networkChanges, networkOf, sameNetwork, type TaskNetwork } from "../format/network-policy.ts";
import type { TaskStep } from "../format/task-step.ts";
import { judgeStep } from "../verification/judge-step.ts";
import { type JudgedStep, trialVerification, unjudged } from "../verification/step-verification.ts";
import { runAgent } from "./agent-run.ts";
import { runForger } from "./forger.ts";
import { unhealthyBox } from "./healthcheck.ts";
import { runOracle } from "./oracle.ts";
import { prepareBox, prepareStep } from "./prepare-box.ts";
import { stopReason } from "./step-rewards.ts";
import { openTaskBox, type TaskBox } from "./task-box.ts";

type Wait = { signal: AbortSignal };

/** Does a step's work. */
type Act = (step: TaskStep) => Promise<AgentEnd>;

/** Throws infrastructure and task faults, and undoes everything then. */
export async function openTerminalTrial(task: TerminalTask, context: OpenContext): Promise<TerminalTrial> {
  await using undo = new AsyncDisposableStack();
  const box = undo.use(await openTaskBox(task, context));
  if (networkChanges(task) && box.main.setNetwork === undefined) throw networkFixed(task);
  await prepareBox(task, box.main, context);
  undo.move();
  return new TerminalTrial(task, box, context);
}

function networkFixed({ id }: TerminalTask): HarnessError {
  const message = `${id} gives its agent and its verifier different networks, which this provider can't do in one box; exclude it with exclude_task_ids`;
  return new HarnessError({ fault: "config", code: "network-unsupported", message });
}

export class TerminalTrial implements TrialEnvironment {
  readonly #task: TerminalTask;
  readonly #box: TaskBox;
  readonly #context: OpenContext;
  #network: TaskNetwork;
  readonly #judged: JudgedStep[] = [];
  /** The task's last step once somebody has worked on it: it is judged when the trial asks. */
  #open: { step: TaskStep; agentEnd: AgentEnd | null } | null = null;

  constructor(task: TerminalTask, box: TaskBox, context: OpenContext) {
    this.#task = task;
    this.#box = box;
    this.#context = context;
    this.#network = networkOf(task.toml.environment);
  }

  get notes(): readonly string[] {
    return this.#box.notes;
  }

  async run(phase: AgentPhase): Promise<AgentEnd> {
    const { signal } = phase;
    const startedAt = performance.now();
    let main: MainProcess = phase.agent;
    const act: Act = async (step) => {
      const { session } = this.#box.main;
      return await runAgent({ task: this.#task, step, session, main, startedAt }, phase);
    };
    // An agent is gone before its step is judged; the next one's box is opened meanwhile.
    const between = async () => {
      main = await phase.nextAgent();
    };
    return await this.#play(act, { signal, between });
  }

  async runOracle(options: Wait): Promise<AgentEnd> {
    const { session } = this.#box.main;
    return await this.#play(async (step) => await runOracle(this.#task, step, session, options), options);
  }

  async runForger(options: Wait): Promise<AgentEnd> {
    const { session } = this.#box.main;
    const { workdir } = this.#task.toml.environment;
    return await this.#play(async () => await runForger(session, { workdir, ...options }), options);
  }

  async verify({ signal }: Wait): Promise<Verification> {
    // Nobody worked: the steps come all the same.
    if (this.#judged.length === 0 && this.#open === null) await this.#play(null, { signal });
    const refused = await refusals(this.#box, { signal });
    if (this.#open !== null) {
      const { step, agentEnd } = this.#open;
      this.#open = null;
      this.#judged.push({ step, agentEnd, verification: await this.#judge(step, { signal, goesOn: false }) });
    }
    const verification = trialVerification(this.#task, this.#judged);
    return { ...verification, notes: [...refused, ...verification.notes] };
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.#box[Symbol.asyncDispose]();
  }

  /** The end of the last step that was worked on; where that is the task's last one, it is left to be judged. */
  async #play(act: Act | null, { signal, between }: Wait & { between?: () => Promise<void> }): Promise<AgentEnd> {
    const { steps, id } = this.#task;
    let end: AgentEnd = { how: "none", code: "nop", detail: "" };
    for (const [index, step] of steps.entries()) {
      await this.#setNetwork(networkOf(this.#task.toml.environment), { signal });
      const trouble = await prepareStep(this.#task, step, this.#box.main.session, { signal });
      if (trouble !== null) {
        // Before an agent was there it is not an agent's doing.
        if (index === 0) throw unhealthyBox(id, trouble);
        this.#judged.push({ step, agentEnd: null, verification: unjudged(trouble) });
        return end;
      }
      await this.#setNetwork(step.agentNetwork, { signal });
      if (act !== null) end = await act(step);
      const agentEnd = act === null ? null : end;
      if (index === steps.length - 1) {
        this.#open = { step, agentEnd };
        return end;
      }
      const [judged, opened] = await Promise.allSettled([this.#judge(step, { signal, goesOn: true }), between?.()]);
      if (judged.status === "rejected") throw judged.reason;
      if (opened.status === "rejected") throw opened.reason;
      const verification = judged.value;
      const stop = stopReason(verification.rewards ?? null, step.minRewards);
      const notes = [...verification.notes, ...(stop === null ? [] : [`the task ends after it: ${stop}`])];
      this.#judged.push({ step, agentEnd, verification: { ...verification, notes } });
      if (stop !== null) return end;
    }
    return end;
  }

  async #judge(step: TaskStep, { signal, goesOn }: Wait & { goesOn: boolean }): Promise<Verification> {
    return await judgeStep(this.#task, step, this.#box, this.#context, {
      ...{ signal, goesOn },
      beforeVerifier: async () => {
        if (step.verifierBox === null) await this.#setNetwork(step.verifierNetwork, { signal });
      },
    });
  }

  async #setNetwork(network: TaskNetwork, { signal }: Wait): Promise<void> {
    if (sameNetwork(network, this.#network)) return;
    await this.#box.main.setNetwork?.(network, { signal });
    this.#network = network;
  }
}

/** Lines about what was asked for and refused on allowed hosts. */
async function refusals({ main }: TaskBox, { signal }: Wait): Promise<string[]> {
  const used = (await main.networkUse?.({ signal })) ?? [];
  return used
    .filter(({ refused }) => refused !== null)
    .slice(0, 20)
    .map(
      ({ host, port, refused, count }) =>
        `network: ${host}${port === null ? "" : `:${port}`} refused ${count} times: ${refused}`,
    );
}
