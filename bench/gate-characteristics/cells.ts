// Single decisions: what is simulated, and what is required of it (docs/gate.md, Operating characteristics).

import { seededRandom } from "../../src/lib/seeded-random.ts";
import {
  type Agent,
  agentOf,
  broken,
  edited,
  type Faults,
  mixes,
  named,
  type Random,
  runOnce,
  shifted,
  suiteAgent,
} from "./agents.ts";
import { type Played, playDecision } from "./decision.ts";
import type { Simulated } from "./drive.ts";

export const splitSizes = [16, 35, 90] as const;

/** Suite tasks, of every split: what has been promoted after a few acceptances. */
export const suiteSize = 10;

export interface Cell {
  title: string;
  /** Test tasks. */
  tasks: (typeof splitSizes)[number];
  /** Of the true mean, -1..1; "broken" passes nothing. */
  effect: number | "broken";
  /** Whether some tasks are mended or broken for good, or all are moved a little. */
  style: "some" | "all";
  /** Runs of the incumbent before the decision; decisions take turns among them. */
  histories: readonly number[];
  faults: Faults;
  /** Failures may earn something. */
  graded: boolean;
  /** Decisions, in thousandths of what a bench is asked for. */
  weight: number;
}

/** A fault in twenty, each repeated twice, as the product does it. */
export const usualFaults: Faults = { chance: 0.05, retries: 2 };

const usual = { style: "some", histories: [1, 2, 5], faults: usualFaults, graded: false, weight: 1000 } as const;
const lost = (chance: number): Faults => ({ chance, retries: 0 });

function cellsOf(tasks: Cell["tasks"]): Cell[] {
  const points = (effect: number) => `${effect > 0 ? "+" : "−"}${Math.abs(effect) * 100} points`;
  const nulls = { ...usual, tasks, effect: 0, weight: 2500 };
  return [
    ...[1, 2, 5].map((runs) => ({ ...nulls, title: `unchanged, history ${runs}`, histories: [runs] })),
    { ...nulls, title: "unchanged, graded rewards", graded: true, weight: 1000 },
    { ...nulls, title: "unchanged, 5 % lost for good", faults: lost(0.05), weight: 1000 },
    ...[-0.03, -0.05, -0.1, 0.05, 0.1].map((effect) => ({ ...usual, tasks, effect, title: points(effect) })),
    { ...usual, tasks, effect: "broken", title: "broken", weight: 300 },
    { ...usual, tasks, effect: -0.2, title: points(-0.2), weight: 500 },
    ...[0.05, 0.1].map((effect) => ({
      ...usual,
      tasks,
      effect,
      title: `${points(effect)}, every task a little`,
      style: "all" as const,
      weight: 500,
    })),
    ...[0.05, 0.1].map((effect) => ({
      ...usual,
      tasks,
      effect,
      title: `${points(effect)}, 5 % lost for good`,
      faults: lost(0.05),
      weight: 500,
    })),
    { ...usual, tasks, effect: 0, title: "unchanged, 40 % lost for good", faults: lost(0.4), weight: 500 },
    { ...usual, tasks, effect: 0.1, title: "+10 points, 40 % lost for good", faults: lost(0.4), weight: 500 },
  ];
}

export const cells: readonly Cell[] = splitSizes.flatMap(cellsOf);

/** Decision `index` of a cell; mixes of tasks and histories take turns. */
export function simulate(cell: Cell, index: number): Simulated<Played> {
  const random = seededRandom(`${cell.tasks} ${cell.title} ${index}`);
  const { tasks, histories, faults } = cell;
  const test = named("test", tasks);
  const suite = named("suite", suiteSize);
  const mix = mixes[index % mixes.length];
  const runs = histories[Math.floor(index / mixes.length) % histories.length];
  if (mix === undefined || runs === undefined) throw new Error(`${cell.title}: nothing to take turns among`);
  const [testAgent, suiteTasks] = [agentOf(test, mix, random), suiteAgent(suite, random)];
  const incumbent = new Map([...testAgent, ...suiteTasks]);
  const candidate = new Map([...changed(testAgent, cell, random), ...changed(suiteTasks, cell, random)]);
  const reward = (agent: Agent, task: string) => {
    const plain = runOnce(agent, task, { faults, random });
    return cell.graded && plain === 0 ? Math.round(random() * 8) / 10 : plain;
  };
  return playDecision({
    ...{ seed: "42", decision: `it-${index}`, suite, test },
    history: Object.fromEntries(
      test.map((task) => [task, Array.from({ length: runs }, () => reward(incumbent, task))]),
    ),
    rewardOf: (run) => reward(run.arm === "candidate" ? candidate : incumbent, run.task),
  });
}

function changed(agent: Agent, { effect, style }: Cell, random: Random): Agent {
  if (effect === "broken") return broken(agent);
  if (effect === 0) return agent;
  return style === "all" ? shifted(agent, effect) : edited(agent, effect, random);
}
