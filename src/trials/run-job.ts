// Trials launched together: those in the journal are not paid again, the longest expected ones go first, boxes are
// opened ahead, removals happen in the background, and an abort leaves nothing open. What to run is a fixed list, or is
// asked anew after every trial (JobFeed).

import type { TrialRecord } from "../core/trial.ts";
import { abortable } from "../lib/abortable.ts";
import { BudgetRoom } from "./budget-room.ts";
import { holdJob } from "./hold-job.ts";
import type { JobFeed, JobOptions, JobResult } from "./job.ts";
import { longestFirst } from "./longest-first.ts";
import { type Boxes, openBoxes } from "./open-boxes.ts";
import { PlannedTrials } from "./planned-trials.ts";
import { PlayedOrder } from "./played-order.ts";
import { PrefetchedBoxes } from "./prefetched-boxes.ts";
import { attemptsAtMost, newTrialName, settleTrial } from "./settle-trial.ts";
import { SharedServices } from "./shared-services.ts";
import type { TrialContext, TrialPlan } from "./trial-context.ts";
import { verifierWorks } from "./verifier-works.ts";

/** Throws config faults and aborts; everything else is an outcome of a trial. */
export async function runJob(
  plans: readonly TrialPlan[],
  context: TrialContext,
  options: JobOptions,
): Promise<JobResult> {
  const records = new Map<TrialPlan, TrialRecord>();
  const feed: JobFeed = {
    ask: () => (records.size === plans.length ? null : { needed: plans, ahead: [] }),
    settled: (plan, record) => void records.set(plan, record),
  };
  const concurrency = Math.max(1, Math.min(options.concurrency, plans.length));
  const { stopped } = await runFedJob(feed, context, { ...options, concurrency });
  return { records: plans.map((plan) => records.get(plan)), stopped };
}

/** As runJob, for trials that depend on each other's ends. */
export async function runFedJob(
  feed: JobFeed,
  context: TrialContext,
  options: JobOptions,
): Promise<Pick<JobResult, "stopped">> {
  const failure = new AbortController();
  const signal = AbortSignal.any([options.signal, failure.signal]);
  await using job = new Job(feed, context, { ...options, signal });
  options.onEvent({ type: "job-start", job: options.job, trials: job.total });
  const workers = Array.from({ length: options.concurrency }, async () => {
    try {
      await job.work();
    } catch (error) {
      // A provider that serves nobody any more ends trials by itself: those that need it no more are let end well.
      if (error === context.gateway.broken() || error === context.watch?.error) job.wake();
      else failure.abort(error);
      throw error;
    }
  });
  const ended = await Promise.allSettled(workers);
  options.signal.throwIfAborted();
  if (failure.signal.aborted) throw failure.signal.reason;
  for (const worker of ended) if (worker.status === "rejected") throw worker.reason;
  return { stopped: job.stopped };
}

class Job implements AsyncDisposable {
  stopped: string | null = null;
  readonly #feed: JobFeed;
  readonly #context: TrialContext;
  readonly #options: JobOptions;
  readonly #durations: ReadonlyMap<string, number>;
  /** Plans not begun, in the order in which they will be. */
  #queue: TrialPlan[] = [];
  readonly #begun = new Set<TrialPlan>();
  readonly #over = new AbortController();
  #changed = Promise.withResolvers<void>();
  readonly #planned: PlannedTrials;
  readonly #played: PlayedOrder | null;
  readonly #room: BudgetRoom;
  readonly #prefetched: PrefetchedBoxes;
  readonly #services: SharedServices;
  readonly #removals = new Set<Promise<void>>();
  #needed = 0;
  #done = 0;

  constructor(feed: JobFeed, context: TrialContext, options: JobOptions) {
    this.#feed = feed;
    this.#context = context;
    this.#options = options;
    this.#planned = new PlannedTrials(context, options);
    this.#played = context.player === undefined ? null : new PlayedOrder(context.player, context);
    this.#prefetched = new PrefetchedBoxes(context.watch, (removal) => this.#remove(removal));
    this.#services = new SharedServices((error) => this.#logTrouble("closing a service", error));
    this.#durations = context.journal.durations();
    this.#room = new BudgetRoom(context.gateway, context.journal);
    this.#refill();
  }

  /** Trials that are begun or needed so far. */
  get total(): number {
    return this.#begun.size + this.#needed;
  }

  /** One worker: takes plans until the feed ends or the budget is spent. */
  async work(): Promise<void> {
    for (;;) {
      await holdJob(this.#options, { over: this.#over.signal, watch: this.#context.watch });
      this.#options.signal.throwIfAborted();
      if (this.#over.signal.aborted || this.stopped !== null) return;
      const broken = this.#context.gateway.broken();
      if (broken !== null) throw broken;
      const payable = this.#queue.length > 0 ? this.#payable() : "now";
      if (payable === "never") return;
      if (payable === "later") {
        await abortable(this.#changed.promise, this.#options.signal);
        continue;
      }
      const plan = this.#queue.shift();
      if (plan === undefined) {
        if (this.#begun.size === this.#done) throw new Error("the job's feed neither ends nor asks for more");
        await abortable(this.#changed.promise, this.#options.signal);
        continue;
      }
      if (this.#needed > 0) this.#needed -= 1;
      this.#begun.add(plan);
      try {
        await this.#run(plan);
      } catch (error) {
        this.wake();
        if (!this.#over.signal.aborted || this.#options.signal.aborted) throw error;
      }
    }
  }

  /** Whether the budget has room for another trial. "never" has stopped the job. */
  #payable(): "now" | "later" | "never" {
    const { gateway } = this.#context;
    const inFlight = this.#begun.size - this.#done;
    const missing = this.#room.missing(inFlight);
    if (missing !== null && gateway.exhausted() === null) {
      if (inFlight > 0) return "later";
      gateway.close(missing);
    }
    const exhausted = gateway.exhausted();
    if (exhausted === null) return "now";
    this.#options.onEvent({ type: "job-stop", reason: exhausted });
    this.stopped = exhausted;
    this.wake();
    return "never";
  }

  async #run(trial: TrialPlan): Promise<void> {
    const { onEvent } = this.#options;
    const signal = AbortSignal.any([this.#options.signal, this.#over.signal]);
    const { key, parts, known } = await this.#planned.get(trial);
    const { task, step, hidden } = trial;
    const named = { task: task.id, step, ...(hidden === undefined ? {} : { hidden }) };
    let record = known;
    if (record === undefined) {
      onEvent({ type: "trial-start", ...named });
      record = await (this.#played?.play(trial, { key, parts, signal }) ??
        settleTrial(trial, this.#context, {
          key,
          parts,
          signal,
          open: async (attempt) => {
            const boxes = await (this.#prefetched.take(trial) ??
              this.#open(trial, { alone: attempt >= attemptsAtMost }));
            this.#openNextAhead();
            return boxes;
          },
          verifierWorks: async (fresh) =>
            await verifierWorks(trial, this.#context, async (nop) => await this.#runNop(nop), fresh),
          onPutBack: () => onEvent({ type: "trial-put-back", ...named }),
          onRetry: (attempt, reason) => onEvent({ type: "trial-retry", ...named, attempt, reason }),
          background: (removal) => this.#remove(removal),
        }));
    }
    if (known === undefined) this.#room.add(record);
    this.#done += 1;
    this.#feed.settled(trial, record);
    const cached = known !== undefined;
    onEvent({ type: "trial-end", ...named, record, cached, done: this.#done, total: this.total });
    this.#played?.settled(trial);
    this.#refill();
  }

  /** Asks the feed; whoever waits for work looks again. */
  #refill(): void {
    const wanted = this.#feed.ask();
    if (wanted === null) {
      this.#queue = [];
      this.#needed = 0;
      this.#over.abort();
    } else {
      const waiting = (plans: readonly TrialPlan[]) =>
        longestFirst(
          plans.filter((plan) => !this.#begun.has(plan)),
          this.#durations,
        );
      const [needed, ahead] = [waiting(wanted.needed), waiting(wanted.ahead)];
      this.#needed = needed.length;
      this.#queue = this.#played?.sorted(needed, ahead) ?? [...needed, ...ahead];
    }
    this.wake();
  }

  /** Whoever waits looks again. */
  wake(): void {
    this.#changed.resolve();
    this.#changed = Promise.withResolvers<void>();
  }

  /** While a trial works, the boxes of the next one that will be paid for are opened. */
  #openNextAhead(): void {
    const next = this.#queue[0];
    if (next === undefined) return;
    this.#prefetched.start(next, async () => {
      const { known } = await this.#planned.get(next);
      return known === undefined ? await this.#open(next, { alone: false }) : undefined;
    });
  }

  async #open(plan: TrialPlan, { alone }: { alone: boolean }): Promise<Boxes> {
    const { job, signal } = this.#options;
    const services = this.#services;
    const { judging } = await this.#planned.get(plan);
    return await openBoxes(plan, this.#context, { job, trial: newTrialName(), services, judging, alone, signal });
  }

  async #runNop(plan: TrialPlan): Promise<TrialRecord | undefined> {
    const options = { ...this.#options, job: `${this.#options.job}-nop`, onEvent: () => undefined };
    return (await runJob([plan], this.#context, options)).records[0];
  }

  #remove(removal: Promise<void>): void {
    const tracked: Promise<void> = removal
      .catch((error: unknown) => this.#logTrouble("removal", error))
      .finally(() => this.#removals.delete(tracked));
    this.#removals.add(tracked);
  }

  #logTrouble(what: string, error: unknown): void {
    this.#options.onLog(`${what} failed: ${error instanceof Error ? error.message : error}`);
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.#prefetched[Symbol.asyncDispose]();
    await Promise.allSettled(this.#removals);
    await this.#services[Symbol.asyncDispose]();
  }
}
