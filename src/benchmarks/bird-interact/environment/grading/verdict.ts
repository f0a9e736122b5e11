/** How a submission was judged, as far as the agent may know. */
export interface Verdict {
  passed: boolean;
  /** wrong: it runs, and is not what was asked for. database-too-large: it writes too much. task: the ground truth itself can't be worked with. */
  problem: "wrong" | "not-executable" | "timeout" | "too-large" | "database-too-large" | "task" | null;
  /** Postgres's words about the submission. */
  error: string | null;
}

export const passed: Verdict = { passed: true, problem: null, error: null };

export function failed(problem: NonNullable<Verdict["problem"]>, error: string | null = null): Verdict {
  return { passed: false, problem, error };
}
