import type { Boxes } from "./open-boxes.ts";
import type { TrialPlan } from "./trial-context.ts";

/** Boxes opened ahead of the trial that will use them; whatever is not taken is closed. */
export class PrefetchedBoxes implements AsyncDisposable {
  readonly #waiting = new Map<TrialPlan, Promise<Boxes | undefined>>();

  /** Starts opening for a plan, once; `open` may find that none are needed. A failure surfaces when they are taken. */
  start(plan: TrialPlan, open: () => Promise<Boxes | undefined>): void {
    if (this.#waiting.has(plan)) return;
    const opening = open();
    opening.catch(() => undefined);
    this.#waiting.set(plan, opening);
  }

  /** The boxes of a plan, once. */
  take(plan: TrialPlan): Promise<Boxes> | undefined {
    const opening = this.#waiting.get(plan);
    this.#waiting.delete(plan);
    return opening?.then((boxes) => {
      if (boxes === undefined) throw new Error("boxes were asked for after none were found to be needed");
      return boxes;
    });
  }

  async [Symbol.asyncDispose](): Promise<void> {
    const left = [...this.#waiting.values()];
    this.#waiting.clear();
    await Promise.allSettled(left.map(async (opening) => await (await opening)?.[Symbol.asyncDispose]()));
  }
}
