// Trials launched together: those in the journal are not paid again, the longest expected ones go first, boxes are
// opened ahead, removals happen in the background, and an abort leaves nothing open.

import type { ImageSource } from "../core/sandbox.ts";
import type { TrialKeyParts, TrialRecord } from "../core/trial.ts";
import { type Boxes, openBoxes } from "./open-boxes.ts";
import { PrefetchedBoxes } from "./prefetched-boxes.ts";
import { attemptsAtMost, newTrialName, settleTrial } from "./settle-trial.ts";
import { SharedServices } from "./shared-services.ts";
import { keyPartsOf, type TrialContext, type TrialPlan } from "./trial-context.ts";
import { trialKey } from "./trial-key.ts";
import { verifierWorks } from "./verifier-works.ts";

export type JobEvent =
  | { type: "job-start"; job: string; trials: number }
  | { type: "image-build"; image: string; step: string }
  | { type: "image-note"; text: string }
  | ({ type: "trial-start" } & TrialNamed)
  | ({ type: "trial-retry"; attempt: number; reason: string } & TrialNamed)
  | ({ type: "trial-end"; record: TrialRecord; cached: boolean; done: number; total: number } & TrialNamed)
  | { type: "job-stop"; reason: string };

interface TrialNamed {
  task: string;
  step: string;
  /** Not to be named where a coding agent may read. */
  hidden?: boolean;
}

export interface JobOptions {
  job: string;
  concurrency: number;
  onEvent: (event: JobEvent) => void;
  /** Whole lines of image builds. */
  onBuildLog: (line: string) => void;
  /** A clean-up that failed. */
  onLog: (line: string) => void;
  signal: AbortSignal;
}

export interface JobResult {
  /** One per plan, in the plans' order; undefined where the job stopped before it. */
  records: Array<TrialRecord | undefined>;
  /** Why not everything ran, such as a spent budget. */
  stopped: string | null;
}

interface PlannedTrial {
  plan: TrialPlan;
  key: string;
  parts: TrialKeyParts;
  /** Already settled in the journal. */
  known: TrialRecord | undefined;
}

/** Throws config faults and aborts; everything else is an outcome of a trial. */
export async function runJob(
  plans: readonly TrialPlan[],
  context: TrialContext,
  options: JobOptions,
): Promise<JobResult> {
  const failure = new AbortController();
  const signal = AbortSignal.any([options.signal, failure.signal]);
  await using job = new Job(plans, context, { ...options, signal });
  options.onEvent({ type: "job-start", job: options.job, trials: plans.length });
  const workers = Array.from({ length: Math.max(1, Math.min(options.concurrency, plans.length)) }, async () => {
    try {
      await job.work();
    } catch (error) {
      failure.abort(error);
      throw error;
    }
  });
  await Promise.allSettled(workers);
  options.signal.throwIfAborted();
  if (failure.signal.aborted) throw failure.signal.reason;
  return { records: job.records, stopped: job.stopped };
}

class Job implements AsyncDisposable {
  readonly records: Array<TrialRecord | undefined>;
  stopped: string | null = null;
  readonly #plans: readonly TrialPlan[];
  readonly #context: TrialContext;
  readonly #options: JobOptions;
  /** Indices of plans not begun, in the order in which they will be. */
  readonly #order: number[];
  readonly #planned = new Map<number, Promise<PlannedTrial>>();
  readonly #prefetched = new PrefetchedBoxes();
  readonly #services: SharedServices;
  readonly #removals = new Set<Promise<void>>();
  #done = 0;

  constructor(plans: readonly TrialPlan[], context: TrialContext, options: JobOptions) {
    this.#plans = plans;
    this.#context = context;
    this.#options = options;
    this.records = plans.map(() => undefined);
    this.#services = new SharedServices((error) => this.#logTrouble("closing a service", error));
    const durations = context.journal.durations();
    const expected = (index: number) => durations.get(plans[index]?.task.id ?? "") ?? Number.MAX_VALUE;
    this.#order = plans.map((_, index) => index).sort((a, b) => expected(b) - expected(a) || a - b);
  }

  /** One worker: takes plans until none is left or the budget is spent. */
  async work(): Promise<void> {
    for (;;) {
      this.#options.signal.throwIfAborted();
      const exhausted = this.#context.gateway.exhausted();
      if (exhausted !== null && this.#order.length > 0) {
        if (this.stopped === null) this.#options.onEvent({ type: "job-stop", reason: exhausted });
        this.stopped = exhausted;
        return;
      }
      const index = this.#order.shift();
      if (index === undefined) return;
      await this.#run(index);
    }
  }

  async #run(index: number): Promise<void> {
    const { onEvent, signal } = this.#options;
    const { plan, key, parts, known } = await this.#plan(index);
    const { task, step, hidden } = plan;
    const named = { task: task.id, step, ...(hidden === undefined ? {} : { hidden }) };
    let record = known;
    if (record === undefined) {
      onEvent({ type: "trial-start", ...named });
      record = await settleTrial(plan, this.#context, {
        key,
        parts,
        signal,
        open: async (attempt) => {
          const boxes = await (this.#prefetched.take(index) ?? this.#open(plan, { alone: attempt === attemptsAtMost }));
          this.#openNextAhead();
          return boxes;
        },
        verifierWorks: async (fresh) =>
          await verifierWorks(plan, this.#context, async (nop) => await this.#runNop(nop), fresh),
        onRetry: (attempt, reason) => onEvent({ type: "trial-retry", ...named, attempt, reason }),
        background: (removal) => this.#remove(removal),
      });
    }
    this.records[index] = record;
    this.#done += 1;
    const cached = known !== undefined;
    onEvent({ type: "trial-end", ...named, record, cached, done: this.#done, total: this.#plans.length });
  }

  #plan(index: number): Promise<PlannedTrial> {
    const planned = this.#planned.get(index) ?? this.#makePlan(index);
    this.#planned.set(index, planned);
    return planned;
  }

  async #makePlan(index: number): Promise<PlannedTrial> {
    const plan = this.#plans[index];
    if (plan === undefined) throw new RangeError(`no plan ${index}`);
    const parts = keyPartsOf(plan, this.#context, await this.#environmentOf(plan));
    const key = trialKey(parts);
    const known = this.#context.journal.trial(key);
    return { plan, key, parts, known: known?.outcome.status === "void" ? undefined : known };
  }

  /** The prepared images' references; their digests where they can't be prepared, which opening them then reports. */
  async #environmentOf(plan: TrialPlan): Promise<string> {
    const images = this.#context.benchmark.images(plan.task);
    const { signal } = this.#options;
    try {
      if (plan.agent.kind === "candidate") await this.#prepare(this.#context.agentBox.image, "");
      const references: string[] = [];
      for (const image of images) references.push(await this.#prepare(image, plan.step));
      return references.join(" ");
    } catch {
      signal.throwIfAborted();
      return images.map((image) => (image.kind === "build" ? image.digest : image.reference)).join(" ");
    }
  }

  async #prepare(image: ImageSource, step: string): Promise<string> {
    const { onEvent, onBuildLog, signal } = this.#options;
    const name = image.kind === "build" ? image.name : image.reference;
    let building = false;
    const onLog = (line: string) => {
      if (!building) onEvent({ type: "image-build", image: name, step });
      building = true;
      onBuildLog(`${name}: ${line}`);
    };
    const { reference, notes } = await this.#context.provider.prepareImage(image, { signal, onLog });
    for (const text of notes) onEvent({ type: "image-note", text });
    return reference;
  }

  /** While a trial works, the boxes of the next one that will be paid for are opened. */
  #openNextAhead(): void {
    const next = this.#order[0];
    if (next === undefined) return;
    this.#prefetched.start(next, async () => {
      const { plan, known } = await this.#plan(next);
      return known === undefined ? await this.#open(plan, { alone: false }) : undefined;
    });
  }

  async #open(plan: TrialPlan, { alone }: { alone: boolean }): Promise<Boxes> {
    const { job, signal } = this.#options;
    const services = this.#services;
    return await openBoxes(plan, this.#context, { job, trial: newTrialName(), services, alone, signal });
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
