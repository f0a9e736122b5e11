// The bookkeeping of upstream's agent process, which its orchestrator reads back: budget, phases, reward, what was said
// and called. Its flaws are kept on purpose (docs/bird-serve-agent.md): every submission that passes pays, a spent
// budget ends the task at the next model call only, and the number of questions is told and not held.

import type { Mode } from "../environment/accounting.ts";
import { type ToolName, toolsOf } from "../environment/tool-costs.ts";
import type { UpstreamState } from "./requests.ts";
import type { Submitted } from "./service-answers.ts";

/** Model calls of a session; the next one is answered with an end text. */
const maxModelTurns = 60;
/** Characters of a result on the trajectory. */
const shownResult = 2000;
const noted = { said: "dialogue_history", called: "tool_trajectory" } as const;

export interface Charged {
  /** What the agent is told instead of a result; null where the call is carried out. */
  refused: string | null;
  cost: number;
  before: number;
}

export class UpstreamAccount {
  readonly #mode: Mode;
  readonly #state: UpstreamState;

  /** `state` is what the orchestrator sent; keys that are unknown here stay in it. */
  constructor(mode: Mode, state: UpstreamState) {
    this.#mode = mode;
    this.#state = structuredClone(state);
    for (const key of Object.values(noted)) this.#state[key] ??= [];
  }

  /** Nothing of the task is left to do. */
  get done(): boolean {
    return this.#state.task_done === true;
  }

  get phase(): 1 | 2 {
    return this.#state.phase1_completed === true ? 2 : 1;
  }

  /** The agent is asked nothing more: the task is done, or the coins are gone. */
  get ended(): boolean {
    return this.done || (this.#mode === "a-interact" && (this.#state.budget_remaining ?? 0) < 0);
  }

  get reward(): number {
    return this.#state.total_reward ?? 0;
  }

  beginTurn(): void {
    if (this.#mode === "c-interact") this.#state["_submitted_this_phase"] = false;
  }

  /** Counts a model call. The text that is the answer in the model's place, or null where the model is asked. */
  modelCall(): string | null {
    const turns = (this.#state.model_turns ?? 0) + 1;
    this.#state.model_turns = turns;
    if (turns > maxModelTurns) return "The limit of model calls is reached. The task has ended.";
    if (this.done) return "The task is completed.";
    if (this.ended) return "The budget is spent. The task has ended.";
    return this.#state["_submitted_this_phase"] === true ? "The SQL is submitted." : null;
  }

  /** Takes a call's price before it is made. */
  charge(tool: ToolName): Charged {
    if (this.#mode === "c-interact") return { refused: null, cost: 0, before: 0 };
    const cost = toolsOf("a-interact")[tool] ?? 0;
    const before = this.#state.budget_remaining ?? 0;
    this.#state["_budget_before"] = before;
    const submits = tool === "submit_sql";
    if (before < cost && !submits) {
      const refused = `Error: only ${before} coins are left, which is not enough for this. Submit your SQL with submit_sql now.`;
      return { refused, cost, before };
    }
    const left = before - cost;
    this.#state.budget_remaining = submits && left <= 0 ? -1 : left;
    return { refused: null, cost, before };
  }

  asked(question: string, answer: string): void {
    this.#add("said", { role: "agent", content: question }, { role: "user", content: answer });
  }

  submitted({ passed, message, reward, phase_completed: phase, has_follow_up: goesOn }: Submitted): void {
    const state = this.#state;
    state["_last_submit_raw"] = message;
    if (!passed) return;
    state.total_reward = (state.total_reward ?? 0) + reward;
    if (phase === 1) {
      state.phase1_completed = true;
      state["current_phase"] = 2;
      if (!goesOn) state.task_done = true;
    } else if (phase === 2) {
      state.phase2_completed = true;
      state.task_done = true;
    }
  }

  /** Puts a call on the trajectory. Returns what the agent sees: the result, and what it has left. */
  record(tool: ToolName, args: object, result: string, { cost, before }: Charged): string {
    const entry = { type: "tool", tool, args, result: shortened(result, shownResult) };
    const { budget_remaining: left = 0, initial_budget: initial = 0, max_turn: questions = 0 } = this.#state;
    if (this.#mode === "a-interact") {
      this.#add("called", { ...entry, cost, budget_before: before, budget_after: left });
      return left < 0 ? result : `${result}\n\n[${left} of ${initial} coins left]`;
    }
    this.#add("called", entry);
    if (tool === "submit_sql") this.#state["_submitted_this_phase"] = true;
    if (tool !== "ask_user") return result;
    const used = (this.#state.tool_trajectory ?? []).filter(
      (call) => (call as { tool?: unknown }).tool === tool,
    ).length;
    return `${result}\n\n[${Math.max(0, questions - used)} of ${questions} questions left]`;
  }

  /** A copy, for an answer. */
  snapshot(): UpstreamState {
    return structuredClone(this.#state);
  }

  #add(list: keyof typeof noted, ...entries: object[]): void {
    const key = noted[list];
    this.#state[key] = [...(this.#state[key] ?? []), ...entries];
  }
}

/** Cut as upstream's own records are. */
export function shortened(text: string, limit: number): string {
  return text.length > limit ? `${text.slice(0, limit)}...<truncated>` : text;
}
