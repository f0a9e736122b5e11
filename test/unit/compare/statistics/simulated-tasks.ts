// Agents that are made of chances, for what an interval promises: seeded, so that a test says the same every time.

export interface Population {
  /** Chances of A and B to pass a task that is drawn. */
  draw: (random: () => number) => readonly [number, number];
  /** Mean of B's chances less A's. */
  difference: number;
}

export const populations: Readonly<Record<string, Population>> = {
  "unchanged agent, sure and flaky tasks": {
    difference: 0,
    draw: (random) => {
      const kind = random();
      const chance = kind < 0.4 ? 1 : kind < 0.7 ? 0 : random();
      return [chance, chance];
    },
  },
  "sure tasks, of which a tenth that passed breaks": {
    difference: -0.05,
    draw: (random) => (random() < 0.5 ? [1, random() < 0.1 ? 0 : 1] : [0, 0]),
  },
  "flaky tasks, all a little better": {
    difference: 0.1,
    draw: (random) => {
      const chance = random() * 0.9;
      return [chance, chance + 0.1];
    },
  },
  "better on half, worse on half": {
    difference: 0.05,
    draw: (random) => {
      const chance = 0.2 + random() * 0.5;
      return [chance, chance + (random() < 0.5 ? 0.3 : -0.2)];
    },
  },
};

/** mulberry32. */
export function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

export function trialsOf(chance: number, count: number, random: () => number): number[] {
  return Array.from({ length: count }, () => (random() < chance ? 1 : 0));
}
