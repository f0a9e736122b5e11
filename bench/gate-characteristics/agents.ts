// Simulated agents: for every task the chance that one run of it passes.

export type Random = () => number;

/** Chance to pass, by task. */
export type Agent = ReadonlyMap<string, number>;

/** Shares of tasks that nearly always pass, that nearly always fail, and (the rest) that do now the one, now the other. */
export interface Mix {
  name: string;
  sure: number;
  hopeless: number;
}

export const mixes: readonly Mix[] = [
  { name: "10 % flaky", sure: 0.45, hopeless: 0.45 },
  { name: "30 % flaky", sure: 0.35, hopeless: 0.35 },
  { name: "70 % flaky", sure: 0.15, hopeless: 0.15 },
];

export function agentOf(tasks: readonly string[], { sure, hopeless }: Mix, random: Random): Agent {
  return new Map(
    tasks.map((task) => {
      const kind = random();
      if (kind < sure) return [task, 0.96 + 0.04 * random()];
      if (kind < sure + hopeless) return [task, 0.04 * random()];
      return [task, 0.1 + 0.8 * random()];
    }),
  );
}

/** Train tasks that have been promoted: four of five nearly always pass. */
export function suiteAgent(tasks: readonly string[], random: Random): Agent {
  return new Map(tasks.map((task) => [task, random() < 0.8 ? 0.96 + 0.04 * random() : 0.8 + 0.15 * random()]));
}

/**
 * The agent after an edit that moves its true mean by `effect` (-1..1): task after task, in random order, is brought to
 * 0.95 (or down to 0.05), the last one part of the way. An effect that is larger than there is room for is cut.
 */
export function edited(agent: Agent, effect: number, random: Random): Agent {
  const next = new Map(agent);
  let left = Math.abs(effect) * agent.size;
  for (const task of shuffled([...agent.keys()], random)) {
    const before = agent.get(task) ?? 0;
    const room = effect > 0 ? 0.95 - before : before - 0.05;
    const step = Math.min(left, room);
    if (step <= 0) continue;
    next.set(task, before + Math.sign(effect) * step);
    left -= step;
  }
  return next;
}

/** Passes nothing. */
export function broken(agent: Agent): Agent {
  return new Map([...agent.keys()].map((task) => [task, 0]));
}

/** The mean of chances: what a score estimates. */
export function trueMean(agent: Agent): number {
  return [...agent.values()].reduce((sum, chance) => sum + chance, 0) / agent.size;
}

/** Every task's chances moved alike, by the same share of the room that they have. */
export function shifted(agent: Agent, effect: number): Agent {
  const mean = trueMean(agent);
  const share = Math.min(1, effect > 0 ? effect / (1 - mean) : -effect / mean);
  return new Map(
    [...agent].map(([task, chance]) => [task, effect > 0 ? chance + share * (1 - chance) : chance * (1 - share)]),
  );
}

/** What the infrastructure does: each execution of a run fails with a chance, and is repeated so many times at most. */
export interface Faults {
  chance: number;
  retries: number;
}

/** Null: every execution failed. */
export function runOnce(
  agent: Agent,
  task: string,
  { faults, random }: { faults: Faults; random: Random },
): number | null {
  const passes = random() < (agent.get(task) ?? 0);
  for (let execution = 0; execution <= faults.retries; execution++) {
    if (random() >= faults.chance) return passes ? 1 : 0;
  }
  return null;
}

export function named(kind: string, count: number): string[] {
  return Array.from({ length: count }, (_, index) => `${kind}-${index + 1}`);
}

function shuffled<Item>(items: readonly Item[], random: Random): Item[] {
  return items
    .map((item) => ({ item, at: random() }))
    .sort((a, b) => a.at - b.at)
    .map(({ item }) => item);
}
