import type { GateProcess } from "./gate-process.ts";

/** Something simulated: yields what it asks the gate and is told the answer. */
export type Simulated<Result> = Generator<object, Result, Record<string, unknown>>;

/** Decisions that are under way at once: enough that neither side waits for the other's lines. */
const atOnce = 100;

/** Results in the order of what is simulated; many at once, each one request after the other. */
export async function drive<Result>(
  gate: Pick<GateProcess, "ask">,
  simulated: Iterable<Simulated<Result>>,
): Promise<Result[]> {
  const waiting = simulated[Symbol.iterator]();
  const results: Result[] = [];
  let started = 0;
  let active: Array<{ simulation: Simulated<Result>; index: number; request: object }> = [];
  const take = (simulation: Simulated<Result>, index: number, step: IteratorResult<object, Result>) => {
    if (step.done === true) results[index] = step.value;
    else active.push({ simulation, index, request: step.value });
  };
  for (;;) {
    while (active.length < atOnce) {
      const next = waiting.next();
      if (next.done === true) break;
      take(next.value, started, next.value.next());
      started++;
    }
    if (active.length === 0) return results;
    const asked = active;
    active = [];
    const answers = await gate.ask(asked.map(({ request }) => request));
    for (const [place, { simulation, index }] of asked.entries()) {
      take(simulation, index, simulation.next(answers[place] ?? {}));
    }
  }
}
