// What is known of a plan before it runs: its images as prepared, its key, and its record where the journal has one.

import type { Judging } from "../core/benchmark.ts";
import type { ImageSource } from "../core/sandbox.ts";
import type { TrialKeyParts, TrialRecord } from "../core/trial.ts";
import type { JobOptions } from "./job.ts";
import { judgingOf } from "./judging.ts";
import { keyPartsOf, type TrialContext, type TrialPlan } from "./trial-context.ts";
import { trialKey } from "./trial-key.ts";

export interface PlannedTrial {
  key: string;
  parts: TrialKeyParts;
  judging: Judging;
  /** Already settled in the journal. */
  known: TrialRecord | undefined;
}

type PlanningOptions = Pick<JobOptions, "onEvent" | "onBuildLog" | "signal">;

export class PlannedTrials {
  readonly #context: TrialContext;
  readonly #options: PlanningOptions;
  readonly #planned = new Map<TrialPlan, Promise<PlannedTrial>>();

  constructor(context: TrialContext, options: PlanningOptions) {
    this.#context = context;
    this.#options = options;
  }

  get(plan: TrialPlan): Promise<PlannedTrial> {
    const planned = this.#planned.get(plan) ?? this.#plan(plan);
    this.#planned.set(plan, planned);
    return planned;
  }

  async #plan(plan: TrialPlan): Promise<PlannedTrial> {
    const environment = await this.#environmentOf(plan);
    const judging = judgingOf(plan, this.#context.journal);
    const parts = keyPartsOf(plan, this.#context, environment, judging);
    const key = trialKey(parts);
    const known = this.#context.journal.trial(key);
    return { key, parts, judging, known: known?.outcome.status === "void" ? undefined : known };
  }

  /** The prepared images' references; their digests where they can't be prepared, which opening them then reports. */
  async #environmentOf(plan: TrialPlan): Promise<string> {
    if (this.#context.player !== undefined) return "none: replayed";
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
}
