import type { Chances } from "./task-noise.ts";

/**
 * Chances whose mean is higher (or lower) by `difference`: every chance to fail (to pass) is smaller by the same share,
 * so that sure tasks stay sure. null where there is not so much room.
 */
export function shiftChances(chances: Chances, difference: number): Chances | null {
  const values = [...chances.values()];
  const mean = values.reduce((sum, chance) => sum + chance, 0) / values.length;
  const room = difference > 0 ? 1 - mean : mean;
  const share = difference === 0 ? 0 : Math.abs(difference) / room;
  if (!(share <= 1)) return null;
  return new Map(
    [...chances].map(([task, chance]) => [task, chance + (difference > 0 ? share * (1 - chance) : -share * chance)]),
  );
}
