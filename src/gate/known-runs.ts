import type { DefaultRequest, GateRun } from "./protocol.ts";

type Rewards = Map<string, number | null>;

/** The runs that are there, by what they are runs of; a later one replaces an earlier one. */
export class KnownRuns {
  /** By block and arm, then by task. */
  readonly #blocks = new Map<string, Rewards>();

  constructor(runs: DefaultRequest["runs"]) {
    for (const run of runs) {
      const block = blockKey(run);
      const rewards = this.#blocks.get(block) ?? new Map();
      this.#blocks.set(block, rewards.set(run.task, run.reward));
    }
  }

  /** Null: missing, or absent. */
  reward(run: GateRun): number | null {
    return this.#blocks.get(blockKey(run))?.get(run.task) ?? null;
  }

  /** Of all runs that are there and not missing. */
  rewards(): number[] {
    return [...this.#blocks.values()].flatMap((rewards) => [...rewards.values()].filter((reward) => reward !== null));
  }

  absent<Run extends GateRun>(runs: readonly Run[]): Run[] {
    return runs.filter((run) => this.#blocks.get(blockKey(run))?.has(run.task) !== true);
  }
}

/** What a run is filed under. */
export function runKey(run: GateRun): string {
  return `${blockKey(run)} ${run.task}`;
}

function blockKey(run: GateRun): string {
  switch (run.step) {
    case "suite":
      return `suite ${run.strike}`;
    case "test":
      return "test";
    case "fresh":
      return run.arm === "candidate" ? `candidate ${run.round}` : `incumbent ${run.round}`;
  }
}
