// What is measured, with its error and with what is required of it (docs/gate.md, Operating characteristics).

import { type Cell, splitSizes, suiteSize } from "./cells.ts";
import type { Played } from "./decision.ts";
import type { Night } from "./nights.ts";

export type SplitSize = (typeof splitSizes)[number];

export interface Figure {
  title: string;
  measure: "accepted" | "inconclusive" | "runs" | "gain";
  tasks: SplitSize;
  /** accepted, inconclusive: 0..1; runs: per test and suite task; gain: of the true mean over the original's rules. */
  value: number;
  /** Standard error. */
  error: number;
  /** What was simulated: decisions, or nights. */
  count: number;
  required: Bound | null;
}

export type Bound = { atMost: number } | { atLeast: number } | { above: number };

/** By title and measure, for 16, 35 and 90 tasks; null: nothing is required there. */
const requirements: Readonly<Record<string, Partial<Record<Figure["measure"], readonly (Bound | null)[]>>>> = {
  "unchanged, history 1": { accepted: everywhere({ atMost: 0.05 }) },
  "unchanged, history 2": { accepted: everywhere({ atMost: 0.05 }) },
  "unchanged, history 5": { accepted: everywhere({ atMost: 0.05 }) },
  "unchanged, graded rewards": { accepted: everywhere({ atMost: 0.05 }) },
  "unchanged, 5 % lost for good": { accepted: everywhere({ atMost: 0.05 }) },
  "−3 points": { accepted: everywhere({ atMost: 0.02 }) },
  "−5 points": { accepted: everywhere({ atMost: 0.015 }) },
  "−10 points": { accepted: everywhere({ atMost: 0.005 }) },
  "+5 points": { accepted: [{ atLeast: 0.2 }, { atLeast: 0.33 }, { atLeast: 0.62 }] },
  "+10 points": { accepted: [{ atLeast: 0.5 }, { atLeast: 0.74 }, { atLeast: 0.92 }] },
  broken: { runs: [{ atMost: 0.55 }, { atMost: 0.5 }, null] },
  "−20 points": { runs: [null, { atMost: 0.55 }, null] },
  "unchanged, 40 % lost for good": { accepted: everywhere({ atMost: 0.02 }), inconclusive: everywhere({ above: 0.5 }) },
  "+10 points, 40 % lost for good": {
    accepted: everywhere({ atMost: 0.02 }),
    inconclusive: everywhere({ above: 0.5 }),
  },
};

const nightTitle = "true score after a night";

function everywhere(bound: Bound): readonly Bound[] {
  return splitSizes.map(() => bound);
}

/** Acceptance always; other measures where something is required of them. */
export function figuresOf(cell: Cell, played: readonly Played[]): Figure[] {
  const { title, tasks } = cell;
  const place = splitSizes.indexOf(tasks);
  const required = requirements[title] ?? {};
  const values: Record<Exclude<Figure["measure"], "gain">, readonly number[]> = {
    accepted: played.map(({ verdict }) => (verdict === "accepted" ? 1 : 0)),
    inconclusive: played.map(({ verdict }) => (verdict === "inconclusive" ? 1 : 0)),
    runs: played.map(({ runs }) => runs / (tasks + suiteSize)),
  };
  return (["accepted", "inconclusive", "runs"] as const)
    .filter((measure) => measure === "accepted" || required[measure] !== undefined)
    .map((measure) => ({
      ...{ title, measure, tasks, ...meanAndError(values[measure]), count: played.length },
      required: required[measure]?.[place] ?? null,
    }));
}

/** What the default gate's incumbent is better by than the original's, night by night. */
export function nightFigure(tasks: SplitSize, nights: readonly Night[]): Figure {
  const gains = nights.map(({ byDefault, strictSeed }) => byDefault.trueMean - strictSeed.trueMean);
  const count = nights.length;
  return { title: nightTitle, measure: "gain", tasks, ...meanAndError(gains), count, required: { above: 0 } };
}

/** A percentage point is allowed, and in a short run what chance may do as well: three standard errors. */
export function isMet({ value, error, required, measure }: Figure, { short }: { short: boolean }): boolean {
  if (required === null) return true;
  const slack = (measure === "gain" ? 0 : 0.01) + (short ? 3 * error : 0);
  if ("atMost" in required) return value <= required.atMost + slack;
  if ("atLeast" in required) return value >= required.atLeast - slack;
  return value > required.above - slack;
}

export function meanAndError(values: readonly number[]): { value: number; error: number } {
  const count = values.length;
  const value = values.reduce((sum, one) => sum + one, 0) / count;
  const squares = values.reduce((sum, one) => sum + (one - value) ** 2, 0);
  return { value, error: Math.sqrt(squares / Math.max(1, count - 1) / count) };
}
