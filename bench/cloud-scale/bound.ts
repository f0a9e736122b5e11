// The least time and the least requests that such trials can have, whoever runs them: what the cloud and the model take,
// added up along one trial, as if the host took none.

import type { ScaleSettings } from "./settings.ts";

/** Boxes of one trial: the agent's and the task's. */
export const boxesPerTrial = 2;

/**
 * Milliseconds of one trial: the task's box (the agent's is created beside it), the agent's commands and the model's
 * answers in turn, the tests. What ours does besides, such as bringing the tests, is not in it: it counts against us.
 */
export function leastTrialMs({ commands, createMs, execMs, modelMs }: ScaleSettings): number {
  return createMs + (commands + 1) * modelMs + (commands + 1) * execMs;
}

/**
 * Milliseconds of all: as many waves as don't fit at once, or where the cloud limits creations, the time until it lets
 * the last box go, and one trial after it.
 */
export function leastMakespanMs(settings: ScaleSettings): number {
  const { trials, atOnce, startsPerSecond } = settings;
  const one = leastTrialMs(settings);
  if (startsPerSecond === null) return Math.ceil(trials / atOnce) * one;
  const lastStartMs = Math.max(0, ((trials * boxesPerTrial) / startsPerSecond - 1) * 1000);
  return Math.max(Math.ceil(trials / atOnce) * one, lastStartMs + one);
}

export interface RequestKind {
  /** As the stand-in counts them. */
  name: string;
  /** Of one trial, and why none of them can be left out. */
  least: number;
  why: string;
}

/** Of what the API has one request for: commands, and what is written to a process's input. */
export function leastRequests({ commands }: ScaleSettings): RequestKind[] {
  return [
    { name: "POST /v2/sandboxes", least: 2, why: "two boxes" },
    { name: "DELETE /sandboxes/ID", least: 2, why: "two boxes" },
    {
      name: "POST /process.Process/Start",
      least: commands + 2,
      why: "the agent's main process, its commands, the tests",
    },
    {
      name: "POST /process.Process/SendInput",
      least: 2 * commands + 2,
      why: "the agent's start, a result for each command, the model's answers",
    },
  ];
}
