// Where the score of runs with known chances must lie.

export interface Band {
  low: number;
  high: number;
}

/** Mean rewards between which independent passes with these chances lie, but for less than `risk` on either side. */
export function scoreBand(chances: readonly number[], risk: number): Band {
  // The chance of so many passes.
  const mass = chances.reduce<number[]>(
    (before, chance) =>
      Array.from({ length: before.length + 1 }, (_, passes) => {
        const [more = 0, as = 0] = [before[passes - 1], before[passes]];
        return more * chance + as * (1 - chance);
      }),
    [1],
  );
  return {
    low: firstBeyond(mass, risk) / chances.length,
    high: 1 - firstBeyond(mass.toReversed(), risk) / chances.length,
  };
}

/** The first number up to which there is more than this chance. */
function firstBeyond(mass: readonly number[], risk: number): number {
  let sum = 0;
  return mass.findIndex((chance) => {
    sum += chance;
    return sum > risk;
  });
}
