// Upstream's orchestrator as its contract describes it: one task over three services, in both modes. Written from the
// contract, not from its source.

import type { BirdTask } from "./bird-dataset.ts";
import { post } from "./bird-upstream-http.ts";

export interface UpstreamUrls {
  agent: string;
  database: string;
  user: string;
}

export interface UpstreamResult {
  phase1_passed: boolean;
  phase2_passed: boolean;
  total_reward: number;
  /** What the last answer of the agent's service had. */
  state: AgentState;
  /** By message what was answered. */
  responses: string[];
  adk_events: Array<{ type: string }>;
}

interface AgentState extends Record<string, unknown> {
  tool_trajectory: Array<Record<string, unknown>>;
  dialogue_history: Array<{ role: string; content: string }>;
  adk_events: Array<{ type: string }>;
}

const patience = 3;

/** One task from beginning to end. Rejects with what a service says instead of 200, after cleaning up. */
export async function orchestrate(
  urls: UpstreamUrls,
  task: BirdTask,
  mode: "a-interact" | "c-interact",
): Promise<UpstreamResult> {
  const { instance_id: task_id, amb_user_query: question, selected_database: db_name } = task;
  const data = { task_id, task_data: { ...task, _interact_mode: mode } };
  const database = async (path: string, body: object = {}) => await asked(urls.database + path, { task_id, ...body });
  const ambiguities = task.user_query_ambiguity.critical_ambiguity.length + task.knowledge_ambiguity.length;
  const run = new AgentRun(urls.agent, { task_id, mode });
  await database("/init_task", data);
  await asked(`${urls.user}/init_task`, data);
  try {
    if (mode === "a-interact") {
      const budget = 6 + 2 * ambiguities + 2 * patience;
      await run.init({
        ...{ task_id, db_name, user_query: question, current_phase: 1, total_reward: 0 },
        ...{ budget_remaining: budget, initial_budget: budget, dialogue_history: [], tool_trajectory: [] },
        ...{ adk_events: [], phase1_completed: false, phase2_completed: false, task_done: false },
      });
      await run.say(
        `Database: ${db_name}\nTask ID: ${task_id}\n\nUser Query:\n${question}\n\nBudget: ${budget} coins.`,
      );
      return run.result();
    }
    const { schema } = await database("/schema");
    const { knowledge } = await database("/knowledge");
    const max_turn = ambiguities + patience;
    await run.init({
      ...{ task_id, mode, db_name, db_schema: schema, external_kg: knowledge, max_turn },
      ...{ phase_max_turns: 3 * max_turn, model_turns: 0, tool_trajectory: [], dialogue_history: [] },
    });
    await run.say(`User Query:\n${question}\n\nYou have ${max_turn} questions, then submit.`);
    if (!run.passed(1)) await run.say(run.debugMessage());
    if (run.passed(1) && task.follow_up !== undefined) {
      await asked(`${urls.user}/phase_transition`, { task_id });
      await run.say(`Phase 1 is complete. A follow-up question:\n\n${task.follow_up.query}`);
      if (!run.passed(2)) await run.say(run.debugMessage());
    }
    return run.result();
  } finally {
    await database("/cleanup_task");
  }
}

class AgentRun {
  readonly #url: string;
  readonly #of: { task_id: string; mode: string };
  readonly #responses: string[] = [];
  readonly #events: UpstreamResult["adk_events"] = [];
  #state: AgentState | undefined;

  constructor(url: string, of: { task_id: string; mode: string }) {
    this.#url = url;
    this.#of = of;
  }

  async init(state: object): Promise<void> {
    await asked(`${this.#url}/init_session`, { ...this.#of, state });
  }

  async say(message: string): Promise<void> {
    const answer = await asked(`${this.#url}/run_session`, { ...this.#of, message });
    this.#state = answer["state"] as AgentState;
    this.#responses.push(answer["response"] as string);
    this.#events.push(...this.#state.adk_events);
  }

  passed(phase: 1 | 2): boolean {
    return this.#state?.[`phase${phase}_completed`] === true;
  }

  /** The last submission's own words say whether it could be run. */
  debugMessage(): string {
    const raw = String(this.#state?.["_last_submit_raw"] ?? "");
    const [, problem] = raw.split("[exec_err_flg] ");
    return problem === undefined
      ? "Your SQL is not correct. You have one more chance."
      : `Your SQL is not executable: ${problem}\nYou have one more chance.`;
  }

  result(): UpstreamResult {
    const state = this.#state;
    if (state === undefined) throw new Error("the agent was asked nothing");
    const total_reward = (state["total_reward"] as number | undefined) ?? 0;
    const passed = { phase1_passed: this.passed(1), phase2_passed: this.passed(2) };
    return { ...passed, total_reward, state, responses: this.#responses, adk_events: this.#events };
  }
}

async function asked(url: string, body: object): Promise<Record<string, unknown>> {
  const answer = await post(url, body);
  if (answer.status !== 200) throw new Error(`${answer.status}: ${JSON.stringify(answer.body)}`);
  return answer.body as Record<string, unknown>;
}
