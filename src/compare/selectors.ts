import { badSelection, listed } from "./source.ts";

export const taskChoices = ["test", "train", "holdout", "all"] as const;

export type TaskChoice = (typeof taskChoices)[number];

/** What of a source is meant: `PATH#agent=4f3a,step=test`. */
export interface Selectors {
  /** Journal: incumbent, baseline, or the beginning of a digest. Harbor: the agent's name. */
  agent?: string;
  model?: string;
  /** Journal: exactly these steps, all their trials. */
  steps?: readonly string[];
  /** Journal: such as it-3 or hand-1. */
  decision?: string;
  /** Journal: test (the default where there is a split), train, holdout or all. */
  tasks?: TaskChoice;
  /** Harbor: which of several rewards. */
  reward?: string;
}

/** The text behind `#`; each key once, `step` as often as wanted. Throws config "compare-selection". */
export function parseSelectors(text: string, name: string): Selectors {
  const selectors: Selectors = {};
  const steps: string[] = [];
  for (const part of text.split(",")) {
    const [key = "", ...rest] = part.split("=");
    const value = rest.join("=").trim();
    if (value === "") throw badSelection(name, `#${text}: expected ${keys.map((known) => `${known}=…`).join(", ")}`);
    if (key === "step") {
      steps.push(value);
      continue;
    }
    if (Object.hasOwn(selectors, key)) throw badSelection(name, `#${text}: ${key} is there twice`);
    if (key === "tasks") selectors.tasks = splitName(value, name);
    else if (key === "agent" || key === "model" || key === "decision" || key === "reward") selectors[key] = value;
    else throw badSelection(name, `#${text}: there is no ${key}; known are ${listed(keys)}`);
  }
  return steps.length === 0 ? selectors : { ...selectors, steps };
}

/** Refuses what the source's format can't be asked for. */
export function onlySelectors(selectors: Selectors, allowed: readonly (keyof Selectors)[], name: string): void {
  const odd = Object.keys(selectors).filter((key) => !(allowed as readonly string[]).includes(key));
  if (odd.length === 0) return;
  const word = odd.map((key) => (key === "steps" ? "step" : key));
  throw badSelection(name, `can't be asked for ${listed(word)}: it does not know`);
}

const keys = ["agent", "model", "step", "decision", "tasks", "reward"];

function splitName(value: string, name: string): TaskChoice {
  const known = taskChoices.find((choice) => choice === value);
  if (known !== undefined) return known;
  throw badSelection(name, `tasks=${value}: expected ${taskChoices.join(", ")}`);
}
