// Gives a night's trials their recorded ends, each after its agent has asked for the same as then.

import { join } from "node:path";
import { noUsage } from "../../core/model.ts";
import type { MainProcess } from "../../core/sandbox.ts";
import type { TrialPlan } from "../../trials/trial-context.ts";
import type { PlayedTrial, TrialPlayer } from "../../trials/trial-player.ts";
import type { Cassette } from "../cassette.ts";
import { type CassetteName, cassetteFile, readCassette } from "../cassette-folder.ts";
import { describeDivergence } from "../describe-divergence.ts";
import { cassetteSplit } from "../open-recorder.ts";
import { type Replayed, replayTrial } from "../replay-trial.ts";
import { trialTitle } from "../trial-title.ts";
import { diverged } from "./diverged.ts";
import type { Night, OtherTrial } from "./night.ts";

export interface NightPlayerOptions {
  folder: string;
  night: Night;
  /** An agent's box whose runtime waits for a candidate. */
  openBox: () => Promise<{ main: MainProcess } & AsyncDisposable>;
  /** Hears of what ended a trial: a divergence, a missing cassette, a broken box. */
  onFailure: (error: unknown) => void;
}

export class NightPlayer implements TrialPlayer {
  /** Trials that were given their end, and of these the ones without a cassette, taken as recorded. */
  readonly counts = { trials: 0, without: 0 };
  readonly #options: NightPlayerOptions;
  readonly #others: ReadonlyMap<string, OtherTrial>;
  readonly #order: ReadonlyMap<string, number>;
  readonly #standIns = new Map<string, string>();

  constructor(options: NightPlayerOptions) {
    const { trials } = options.night;
    this.#options = options;
    const nameOf = (trial: string | OtherTrial) => (typeof trial === "string" ? trial : otherName(trial));
    this.#order = new Map(trials.map((trial, at) => [nameOf(trial), at] as const));
    const others = trials.filter((trial) => typeof trial !== "string");
    this.#others = new Map(others.map((other) => [otherName(other), other] as const));
  }

  /** From now on the agent of digest `now` plays the trials of `recorded`. */
  standIn(now: string, recorded: string): void {
    if (now !== recorded) this.#standIns.set(now, recorded);
  }

  orderOf(plan: TrialPlan): number | null {
    return this.#order.get(this.#fileOf(plan)) ?? this.#order.get(otherName(this.#partsOf(plan))) ?? null;
  }

  async play(plan: TrialPlan, { signal }: { signal: AbortSignal }): Promise<PlayedTrial> {
    try {
      const played = await this.#play(plan, signal);
      this.counts.trials += 1;
      return played;
    } catch (error) {
      if (!signal.aborted) this.#options.onFailure(error);
      throw error;
    }
  }

  async #play(plan: TrialPlan, signal: AbortSignal): Promise<PlayedTrial> {
    const { agent } = plan;
    const file = this.#fileOf(plan);
    if (agent.kind === "candidate" && this.#order.has(file)) return await this.#playTape(file, agent.code, signal);
    const parts = this.#partsOf(plan);
    const other = this.#others.get(otherName(parts));
    if (other === undefined) {
      const what = `${trialTitle(parts)}: the recorded night did not run this trial with this agent`;
      throw diverged(what, ["what came before it came out otherwise, or agent.ts is another one"]);
    }
    this.counts.without += 1;
    return { outcome: other.outcome, agentEnd: other.agentEnd, usage: noUsage, notes: [] };
  }

  async #playTape(name: string, code: string, signal: AbortSignal): Promise<PlayedTrial> {
    const file = `${name}.json`;
    const cassette = await readCassette(join(this.#options.folder, file));
    const { divergence, end } = await this.#replay(cassette, code, signal);
    if (divergence !== null) {
      const [first = "", ...shown] = describeDivergence(divergence, end);
      throw diverged(`${trialTitle(cassette.parts)}: ${first}`, [...shown, `(${file})`]);
    }
    const { reward, agentEnd, usage, notes } = cassette;
    const used = { ...noUsage, ...usage, costUsd: usage.costUsd };
    return { outcome: { status: "scored", reward }, agentEnd, usage: used, notes };
  }

  #fileOf(plan: TrialPlan): string {
    const split = cassetteSplit(plan, this.#options.night.conditions.settings);
    return cassetteFile(this.#partsOf(plan), split).replace(/\.json$/, "");
  }

  #partsOf({ task, agent, step, decision, index }: TrialPlan): CassetteName {
    const digest = agent.kind === "candidate" ? (this.#standIns.get(agent.digest) ?? agent.digest) : agent.kind;
    return { task: task.id, step, decision, index, agent: digest };
  }

  async #replay(cassette: Cassette, candidate: string, signal: AbortSignal): Promise<Replayed> {
    await using box = await this.#options.openBox();
    return await replayTrial(cassette, { main: box.main, candidate, signal });
  }
}

function otherName({ task, step, decision, index, agent }: CassetteName): string {
  return [task, step, decision, index, agent].join("\0");
}
