// What the gate does with a candidate that is better or worse by so much, over many simulated decisions.

import { seededRandom } from "../lib/seeded-random.ts";
import { shiftChances } from "./shift-chances.ts";
import { type SimulationScene, simulateDecision } from "./simulate-decision.ts";
import { type GateScene, openGate } from "./simulated-gate.ts";
import type { TaskNoise } from "./task-noise.ts";

/** A mean over simulated decisions, and the standard error that comes from their number. */
export interface Estimated {
  mean: number;
  error: number;
}

export interface Characteristic {
  /** True mean of the candidate less the incumbent's on the test split, -1..1. */
  difference: number;
  /** Shares of decisions. */
  accepted: Estimated;
  rejected: Estimated;
  inconclusive: Estimated;
  trials: Estimated;
  /** US dollars; null where a price is not known. */
  costUsd: Estimated | null;
  durationMs: Estimated;
}

export interface CharacteristicOptions {
  gate: GateScene;
  scene: SimulationScene;
  /** Of the test tasks, and of train tasks that a decision may run. */
  test: TaskNoise;
  train: TaskNoise;
  /** Of one trial; null where it is not known. */
  costUsd: (task: string) => number | null;
  /** Simulated decisions. */
  decisions: number;
}

/**
 * null where the incumbent is so near the end of the scale that hardly any candidate could differ by so much. The same
 * decision has the same luck at every difference, so that rows can be compared.
 */
export function characteristicOf(difference: number, options: CharacteristicOptions): Characteristic | null {
  const { gate, scene, test, train, costUsd, decisions } = options;
  const found: Array<{ verdict: string; trials: number; cost: number | null; durationMs: number }> = [];
  for (let index = 0; index < decisions; index += 1) {
    const random = seededRandom(`${gate.seed}|plan|${index}`);
    const incumbent = test.draw(random);
    const own = train.draw(random);
    const better = shiftChances(incumbent, difference);
    if (better === null) continue;
    // A worse agent is worse on train tasks too; that a better one is better there is not counted on.
    const ownOfCandidate = difference < 0 ? shiftChances(own, difference) : own;
    const agents = {
      candidate: new Map([...(ownOfCandidate ?? own), ...better]),
      incumbent: new Map([...own, ...incumbent]),
    };
    const decision = simulateDecision(openGate(gate, `plan-${index}`), scene, agents, random);
    let cost: number | null = 0;
    for (const [task, share] of decision.paid) {
      const price: number | null = costUsd(task);
      cost = cost === null || price === null ? null : cost + share * price;
    }
    found.push({ ...decision, cost });
  }
  if (found.length < decisions / 2) return null;
  const costs = found.map(({ cost }) => cost).filter((cost) => cost !== null);
  const share = (verdict: string) => estimatedShare(found.map((one) => one.verdict === verdict));
  return {
    difference,
    ...{ accepted: share("accepted"), rejected: share("rejected"), inconclusive: share("inconclusive") },
    trials: estimated(found.map(({ trials }) => trials)),
    costUsd: costs.length < found.length ? null : estimated(costs),
    durationMs: estimated(found.map(({ durationMs }) => durationMs)),
  };
}

/** Mean and its standard error. */
export function estimated(values: readonly number[]): Estimated {
  const count = values.length;
  const mean = values.reduce((sum, value) => sum + value, 0) / count;
  const squares = values.reduce((sum, value) => sum + (value - mean) ** 2, 0);
  return { mean, error: Math.sqrt(squares / Math.max(1, count - 1) / count) };
}

/** The share of those that are; its error is that of half a case more, so that what was never seen has one too. */
export function estimatedShare(cases: readonly boolean[]): Estimated {
  const count = cases.length;
  const seen = cases.filter((is) => is).length;
  const shrunk = (seen + 0.5) / (count + 1);
  return { mean: seen / count, error: Math.sqrt((shrunk * (1 - shrunk)) / count) };
}
