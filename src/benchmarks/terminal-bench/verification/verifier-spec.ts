// What one verification runs, apart from where: a task's, or one step's of a task of several.

export interface VerifierSpec {
  /** Folders whose content becomes /tests, a later one over an earlier one; none: the box's image has brought its own. */
  tests: readonly string[];
  env: Readonly<Record<string, string>>;
  /** Name or number; undefined: the box's own. */
  user: string | undefined;
  timeoutMs: number;
  /** Which of several rewards counts; null: `reward`, else the only one. */
  rewardKey: string | null;
}
