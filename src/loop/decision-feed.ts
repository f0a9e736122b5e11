// A decision as the feed of one job: after every run the pure gate is asked anew what it needs. Idle workers run what
// would come next; that never changes a verdict, because the gate looks only at the runs it asked for.

import { meanOf, rewardOf, type TrialRecord } from "../core/trial.ts";
import type { JobFeed } from "../trials/job.ts";
import type { TrialPlan } from "../trials/trial-context.ts";

/** What the gate wants next, or what it decided. */
export type GateStep<Run, Final> = { need: readonly Run[]; ahead: readonly Run[] } | { final: Final };

export type Found<Run> = Run & { reward: number | null };

export interface DecisionOptions<Run, Final> {
  /** Asked with all runs so far, once for every new one. */
  decide: (found: ReadonlyArray<Found<Run>>) => GateStep<Run, Final>;
  /** The trials that make a run: their mean is its reward. */
  plansOf: (run: Run) => readonly TrialPlan[];
}

interface OpenRun<Run> {
  run: Run;
  plans: readonly TrialPlan[];
  records: TrialRecord[];
}

export class DecisionFeed<Run extends object, Final> implements JobFeed {
  /** All trials, early ones among them, in the order in which they ended. */
  readonly records: TrialRecord[] = [];
  /** All runs, in the order in which they were whole. */
  readonly found: Array<Found<Run>> = [];
  /** What was decided. */
  final: Final | undefined;
  readonly #options: DecisionOptions<Run, Final>;
  readonly #runs = new Map<string, OpenRun<Run>>();
  readonly #runOf = new Map<TrialPlan, OpenRun<Run>>();
  #step: GateStep<Run, Final> | undefined;

  constructor(options: DecisionOptions<Run, Final>) {
    this.#options = options;
  }

  ask(): ReturnType<JobFeed["ask"]> {
    this.#step ??= this.#options.decide(this.found);
    if ("final" in this.#step) {
      this.final = this.#step.final;
      return null;
    }
    const { need, ahead } = this.#step;
    const plans = (runs: readonly Run[]) => runs.flatMap((run) => this.#open(run).plans);
    return { needed: plans(need), ahead: plans(ahead) };
  }

  settled(plan: TrialPlan, record: TrialRecord): void {
    this.records.push(record);
    const open = this.#runOf.get(plan);
    if (open === undefined) throw new Error("a trial ended that no run asked for");
    open.records.push(record);
    if (open.records.length < open.plans.length) return;
    const rewards = open.records.map(rewardOf).filter((reward) => reward !== null);
    this.found.push({ ...open.run, reward: meanOf(rewards) });
    this.#step = undefined;
  }

  #open(run: Run): OpenRun<Run> {
    const key = JSON.stringify(Object.entries(run).toSorted(([a], [b]) => (a < b ? -1 : 1)));
    const known = this.#runs.get(key);
    if (known !== undefined) return known;
    const open: OpenRun<Run> = { run, plans: this.#options.plansOf(run), records: [] };
    this.#runs.set(key, open);
    for (const plan of open.plans) this.#runOf.set(plan, open);
    return open;
  }
}
