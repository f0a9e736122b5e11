import type { Boxes } from "./open-boxes.ts";
import type { ProviderWatch } from "./provider-watch.ts";
import type { TrialPlan } from "./trial-context.ts";

/** Boxes opened ahead of the trial that will use them; whatever is not taken is closed. */
export class PrefetchedBoxes implements AsyncDisposable {
  readonly #waiting = new Map<TrialPlan, Prefetched>();
  readonly #watch: Pick<ProviderWatch, "epoch"> | undefined;
  readonly #background: (removal: Promise<void>) => void;

  /** What was opened in another epoch is not given out: its provider was lost meanwhile. */
  constructor(watch: Pick<ProviderWatch, "epoch"> | undefined, background: (removal: Promise<void>) => void) {
    this.#watch = watch;
    this.#background = background;
  }

  /** Starts opening for a plan, once; `open` may find that none are needed. A failure surfaces when they are taken. */
  start(plan: TrialPlan, open: () => Promise<Boxes | undefined>): void {
    if (this.#waiting.has(plan)) return;
    const opening = open();
    opening.catch(() => undefined);
    this.#waiting.set(plan, { opening, epoch: this.#watch?.epoch });
  }

  /** The boxes of a plan, once. */
  take(plan: TrialPlan): Promise<Boxes> | undefined {
    const waiting = this.#waiting.get(plan);
    this.#waiting.delete(plan);
    if (waiting !== undefined && waiting.epoch !== this.#watch?.epoch) {
      this.#background(closed(waiting));
      return undefined;
    }
    return waiting?.opening.then((boxes) => {
      if (boxes === undefined) throw new Error("boxes were asked for after none were found to be needed");
      return boxes;
    });
  }

  async [Symbol.asyncDispose](): Promise<void> {
    const left = [...this.#waiting.values()];
    this.#waiting.clear();
    await Promise.allSettled(left.map(closed));
  }
}

interface Prefetched {
  opening: Promise<Boxes | undefined>;
  epoch: number | undefined;
}

/** One that failed has left nothing. */
async function closed({ opening }: Prefetched): Promise<void> {
  const boxes = await opening.catch(() => undefined);
  await boxes?.[Symbol.asyncDispose]();
}
