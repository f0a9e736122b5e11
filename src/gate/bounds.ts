// Every bound of the default gate, as a table (docs/gate.md says what each is for).

/** Of every comparison of a p-value or a share with its bound. */
const tolerance = 1e-9;

/** A larger share of runs missing leaves a step without an answer. */
export const missingShare = 0.2;

/** Runs of the incumbent on the test split that are kept, the newest ones. */
export const historyKept = 5;

/** Consecutive decisions without an acceptance after which the incumbent is run once more. */
export const decisionsPerRun = 5;

export const suiteBounds = {
  /** Suite tasks that are run. */
  cap: 20,
  /** The share of valid tasks that must pass, over all strikes. */
  threshold: 0.8,
  /** With so many valid runs or more, a suite that failed by more than one half is not run again. */
  hopelessFrom: 4,
} as const;

/** Runs of a suite task that fails: the first and two more. */
export const strikes = 3;

/** p_low at or below it rejects: look 0 (a quarter of the split), look 1 (half). */
export const harmBounds = [0.15, 0.35] as const;

/** Look 2, the whole split once. */
export const splitBounds = { accept: 0.0075, futile: 0.4 } as const;

/** Rounds of fresh runs; round r is followed by look 2 + r. */
export const lastRound = 5;

export const lastLook = 2 + lastRound;

export interface RoundBounds {
  /** p_up at or below it accepts. */
  accept: number;
  /** p_up at or above it rejects; in the last round above. */
  futile: number;
}

/** Of round 1…5; in between two bounds the next round is run, after the last the decision is inconclusive. */
export function roundBounds(round: number): RoundBounds {
  if (round === lastRound) return { accept: 0.035, futile: 0.2 };
  return { accept: 0.015, futile: 0.3 - (round - 1) / 30 };
}

/** Where an accepted edit is to be taken out again (docs/prune.md). */
export const removalBounds = {
  /** p_low at or below it keeps the edit: looks 0, 1, 2, and every round after. */
  harm: [0.15, 0.35, 0.35],
  /** Rounds of fresh runs; the last one without harm takes the edit out. */
  lastRound: 3,
} as const;

/** Before the gate, of what a candidate says it fixes (docs/pre-screen.md). */
export const preScreenBounds = {
  /** Tasks that are run at most. */
  tasks: 5,
  /** Fewer tasks are repeated until there are so many runs: one flaky run stops nobody. */
  runs: 3,
} as const;

export const promotionBounds = {
  /** Newest valid runs of a train task that count, and fewer than which nothing is said. */
  most: 8,
  least: 3,
  promote: 0.8,
  quarantine: 0.65,
} as const;

export function atMost(value: number, bound: number): boolean {
  return value <= bound + tolerance;
}

export function atLeast(value: number, bound: number): boolean {
  return value >= bound - tolerance;
}

export function tooManyMissing(missing: number, runs: number): boolean {
  return !atMost(missing, missingShare * runs);
}
