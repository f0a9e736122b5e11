// A replayed job goes by the recorded order: of the trials that are wanted, the one that ended first begins first and
// ends first. So the same is known at every decision, and what was broken off unrecorded is not asked for again.

import type { TrialRecord } from "../core/trial.ts";
import { abortable } from "../lib/abortable.ts";
import { type PlayOptions, playTrial } from "./play-trial.ts";
import type { TrialContext, TrialPlan } from "./trial-context.ts";
import type { TrialPlayer } from "./trial-player.ts";

export class PlayedOrder {
  readonly #player: TrialPlayer;
  readonly #context: Pick<TrialContext, "journal">;
  readonly #begun = new Set<TrialPlan>();
  #waiting: readonly TrialPlan[] = [];
  #moved = Promise.withResolvers<void>();

  constructor(player: TrialPlayer, context: Pick<TrialContext, "journal">) {
    this.#player = player;
    this.#context = context;
  }

  /** Those on the tape, in its order. Where there is nothing else to go on with, what is not on it: that diverges. */
  sorted(needed: readonly TrialPlan[], ahead: readonly TrialPlan[]): TrialPlan[] {
    const taped = [...needed, ...ahead]
      .flatMap((plan) => {
        const order = this.#player.orderOf(plan);
        return order === null ? [] : [{ plan, order }];
      })
      .toSorted((a, b) => a.order - b.order)
      .map(({ plan }) => plan);
    this.#waiting = taped;
    this.#moved.resolve();
    this.#moved = Promise.withResolvers();
    return taped.length > 0 || this.#begun.size > 0 ? [...taped] : [...needed];
  }

  /** The record, in the journal, when its turn has come. */
  async play(plan: TrialPlan, options: Omit<PlayOptions, "player" | "turn">): Promise<TrialRecord> {
    this.#begun.add(plan);
    const turn = async () => {
      while (!this.#isFirst(plan)) await abortable(this.#moved.promise, options.signal);
    };
    return await playTrial(plan, this.#context, { ...options, player: this.#player, turn });
  }

  /** The job knows of its end. Whose turn is next shows when `sorted` is asked again. */
  settled(plan: TrialPlan): void {
    this.#begun.delete(plan);
  }

  #isFirst(plan: TrialPlan): boolean {
    const order = this.#player.orderOf(plan) ?? 0;
    return [...this.#begun, ...this.#waiting].every((other) => (this.#player.orderOf(other) ?? 0) >= order);
  }
}
