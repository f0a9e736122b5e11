/**
 * pass^k for k = 1 … the fewest trials of a task: the chance that k trials of a task all pass, C(passed, k) / C(trials,
 * k), averaged over tasks (tau-bench, arXiv 2406.12045, section 3). One list of passes per task; [] of none.
 */
export function passHatK(passes: ReadonlyArray<readonly boolean[]>): number[] {
  const counted = passes.filter((list) => list.length > 0);
  const most = Math.min(...counted.map((list) => list.length));
  if (!Number.isFinite(most)) return [];
  return Array.from({ length: most }, (_, index) => {
    const chances = counted.map((list) => chanceOfAll(list.filter(Boolean).length, list.length, index + 1));
    return chances.reduce((sum, chance) => sum + chance, 0) / counted.length;
  });
}

/** C(passed, k) / C(trials, k) without large numbers. */
function chanceOfAll(passed: number, trials: number, k: number): number {
  let chance = 1;
  for (let drawn = 0; drawn < k; drawn++) chance *= Math.max(0, passed - drawn) / (trials - drawn);
  return chance;
}
