// What is known of a plan before it runs: its images as prepared, its key, and its record where the journal has one.

import type { BoxSpec, Judging } from "../core/benchmark.ts";
import { imageContent } from "../core/image-content.ts";
import type { ImageSource, SandboxRole } from "../core/sandbox.ts";
import type { TrialKeyParts, TrialRecord } from "../core/trial.ts";
import type { JobOptions } from "./job.ts";
import { judgingOf } from "./judging.ts";
import { putBacksAtMost } from "./provider-watch.ts";
import { keyPartsOf, type TrialContext, type TrialPlan } from "./trial-context.ts";
import { trialKey } from "./trial-key.ts";

export interface PlannedTrial {
  key: string;
  parts: TrialKeyParts;
  judging: Judging;
  /** Already settled in the journal. */
  known: TrialRecord | undefined;
}

type SizedImage = Pick<BoxSpec, "image" | "limits">;
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
    const { watch, benchmark } = this.#context;
    const images = benchmark.images(plan.task);
    const { signal } = this.#options;
    for (let again = 0; ; again += 1) {
      using use = watch?.use();
      try {
        return await this.#references(plan, images);
      } catch (error) {
        signal.throwIfAborted();
        // A key that is made while there is no provider would be another trial's.
        if (again >= putBacksAtMost || (await use?.wasLost(error, { signal })) !== true) {
          return images.map((image) => (image.kind === "build" ? image.digest : image.reference)).join(" ");
        }
        await watch?.ready({ signal });
      }
    }
  }

  async #references(plan: TrialPlan, images: readonly ImageSource[]): Promise<string> {
    const { benchmark, agentBox } = this.#context;
    if (plan.agent.kind === "candidate") await this.#prepare(agentBox, { step: "", role: "agent" });
    const references: string[] = [];
    for (const image of withLimits(images, benchmark.boxes?.(plan.task).boxes ?? [])) {
      references.push(await this.#prepare(image, { step: plan.step, role: "task" }));
    }
    return references.join(" ");
  }

  async #prepare({ image, limits }: SizedImage, { step, role }: { step: string; role: SandboxRole }): Promise<string> {
    const { onEvent, onBuildLog, signal } = this.#options;
    const name = image.kind === "build" ? image.name : image.reference;
    let building = false;
    const onLog = (line: string) => {
      if (!building) onEvent({ type: "image-build", image: name, step });
      building = true;
      onBuildLog(`${name}: ${line}`);
    };
    const { reference, notes } = await this.#context.provider.prepareImage(image, { signal, onLog, role, limits });
    for (const text of notes) onEvent({ type: "image-note", text });
    return reference;
  }
}

/** Each with what the box of it is limited to; one that several boxes are made of stands there once for each. */
function withLimits(images: readonly ImageSource[], boxes: readonly SizedImage[]): SizedImage[] {
  const left = [...boxes];
  return images.map((image) => {
    const at = left.findIndex((box) => imageContent(box.image) === imageContent(image));
    const [box] = at < 0 ? [] : left.splice(at, 1);
    return { image, limits: box?.limits ?? {} };
  });
}
