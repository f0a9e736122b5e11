// One decision from its first run to its verdict, with made-up luck: the real gate, a clock, and as many slots as the
// config has. Idle slots run what may be needed next; what nobody needs any more is broken off, as in the loop.

import type { AnyRun, FoundRun, Gate } from "./simulated-gate.ts";
import type { Chances } from "./task-noise.ts";

export interface SimulationScene {
  /** Trials of a run: their mean is its reward. */
  trials: number;
  concurrency: number;
  /** Of one trial. */
  durationMs: (task: string) => number;
  /** Share of trials that the infrastructure loses, retries included. */
  lostShare: number;
}

export interface SimulatedAgents {
  /** Of train tasks as well, where the suite or a recheck has any. */
  candidate: Chances;
  incumbent: Chances;
}

export interface SimulatedDecision {
  verdict: "accepted" | "rejected" | "inconclusive";
  reason: string;
  /** Trials that ended. */
  trials: number;
  /** By task, trials that were paid; one that was broken off counts as the share of it that ran. */
  paid: ReadonlyMap<string, number>;
  durationMs: number;
}

interface Slot {
  run: AnyRun;
  key: string;
  startMs: number;
  endMs: number;
}

export function simulateDecision(
  gate: Gate,
  scene: SimulationScene,
  agents: SimulatedAgents,
  random: () => number,
): SimulatedDecision {
  const found: FoundRun[] = [];
  const rewards = new Map<string, number[]>();
  const begun = new Map<string, number>();
  const paid = new Map<string, number>();
  let running: Slot[] = [];
  let now = 0;
  let trials = 0;

  const pay = (task: string, share: number) => void paid.set(task, (paid.get(task) ?? 0) + share);
  /** The longest first, as a job orders them. */
  const queueOf = (runs: readonly AnyRun[]) =>
    runs
      .map((run) => ({ run, key: keyOf(run), lengthMs: scene.durationMs(run.task) }))
      .sort((x, y) => x.lengthMs - y.lengthMs);
  const begin = (queue: ReturnType<typeof queueOf>) => {
    for (let next = queue.at(-1); next !== undefined && running.length < scene.concurrency; next = queue.at(-1)) {
      const { run, key, lengthMs } = next;
      const count = begun.get(key) ?? 0;
      if (count >= scene.trials) {
        queue.pop();
        continue;
      }
      begun.set(key, count + 1);
      running.push({ run, key, startMs: now, endMs: now + lengthMs });
    }
  };

  for (;;) {
    const step = gate(found);
    if ("verdict" in step) {
      for (const { run, startMs, endMs } of running) pay(run.task, (now - startMs) / Math.max(1, endMs - startMs));
      return { verdict: step.verdict, reason: step.reason, trials, paid, durationMs: now };
    }
    const queue = queueOf(step.need);
    const needed = new Set(queue.map(({ key }) => key));
    let ahead: ReturnType<typeof queueOf> | undefined;
    while (needed.size > 0) {
      begin(queue);
      if (running.length < scene.concurrency) {
        ahead ??= queueOf(step.ahead());
        begin(ahead);
      }
      const next = running.reduce((first, slot) => (slot.endMs < first.endMs ? slot : first));
      now = next.endMs;
      running = running.filter((slot) => slot !== next);
      trials += 1;
      pay(next.run.task, 1);
      const own = [...(rewards.get(next.key) ?? []), drawReward(next.run, scene, agents, random)];
      rewards.set(next.key, own);
      if (own.length < scene.trials) continue;
      const valid = own.filter((reward) => !Number.isNaN(reward));
      const reward = valid.length === 0 ? null : valid.reduce((sum, one) => sum + one, 0) / valid.length;
      found.push({ ...next.run, reward });
      needed.delete(next.key);
    }
  }
}

/** 0 or 1; NaN where the infrastructure lost it. */
function drawReward(
  run: AnyRun,
  { lostShare }: SimulationScene,
  { candidate, incumbent }: SimulatedAgents,
  random: () => number,
): number {
  const chances = "arm" in run && run.arm === "incumbent" ? incumbent : candidate;
  const [lost, luck] = [random(), random()];
  return lost < lostShare ? Number.NaN : luck < (chances.get(run.task) ?? 0) ? 1 : 0;
}

function keyOf(run: AnyRun): string {
  const part = "strike" in run ? run.strike : "round" in run ? run.round : 0;
  return `${run.step} ${part} ${"arm" in run ? run.arm : ""} ${run.task}`;
}
