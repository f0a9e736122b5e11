// Keeps trials of candidates as cassettes in a folder.

import { type TrialRecord, testSteps } from "../core/trial.ts";
import type { TrialPlan } from "../trials/trial-context.ts";
import type { TrialRecorder, TrialRecording } from "../trials/trial-recorder.ts";
import type { CassetteSplit } from "./cassette.ts";
import { writeCassette } from "./cassette-folder.ts";
import type { ChannelTape } from "./channel-tape.ts";
import { watchMain } from "./watch-main.ts";

export interface RecorderOptions {
  folder: string;
  /** Test trials as well. */
  test: boolean;
  /** Whether the experiment has a split that says which tasks a baseline's trial belongs to. */
  splitBy: "benchmark" | "baseline";
  /** Never written. */
  secrets: readonly string[];
  say: (line: string) => void;
}

export function openRecorder(options: RecorderOptions): TrialRecorder {
  let saidSeveral = false;
  return {
    begin(plan) {
      const { agent, task } = plan;
      if (agent.kind !== "candidate") return null;
      if ((task.agentRuns ?? 1) > 1) {
        if (!saidSeveral)
          options.say("trials of tasks with several steps are not recorded: a cassette holds one channel");
        saidSeveral = true;
        return null;
      }
      const split = cassetteSplit(plan, options);
      return split === "test" && !options.test ? null : new Recording(options, split, agent.code);
    },
  };
}

/** What may be a test task is one: a baseline makes the split, unless the benchmark has its own. */
export function cassetteSplit(
  { task, step }: Pick<TrialPlan, "task" | "step">,
  { splitBy }: Pick<RecorderOptions, "splitBy">,
): CassetteSplit {
  if (testSteps.has(step)) return "test";
  if (splitBy === "benchmark" && task.split !== undefined) return task.split;
  return step === "baseline" ? "test" : "train";
}

class Recording implements TrialRecording {
  readonly #options: RecorderOptions;
  readonly #split: CassetteSplit;
  readonly #code: string;
  #tape: ChannelTape | null = null;

  constructor(options: RecorderOptions, split: CassetteSplit, code: string) {
    this.#options = options;
    this.#split = split;
    this.#code = code;
  }

  watch: TrialRecording["watch"] = (process) => {
    const { main, tape } = watchMain(process);
    this.#tape = tape;
    return main;
  };

  async finish({ parts, outcome, agentEnd, usage, notes }: TrialRecord): Promise<void> {
    const tape = this.#tape?.read() ?? null;
    // What infrastructure broke is no trial to repeat.
    if (outcome.status !== "scored" || tape === null) return;
    const { folder, secrets, say } = this.#options;
    const { calls, refused, inputTokens, cachedTokens, outputTokens, costUsd } = usage;
    const counts = { calls, refused, inputTokens, cachedTokens, outputTokens };
    const cassette = {
      ...{ ...tape, split: this.#split, parts, reward: outcome.reward, agentEnd, notes },
      usage: { ...counts, ...(costUsd === undefined ? {} : { costUsd }) },
    };
    try {
      await writeCassette(folder, { cassette, code: this.#code, secrets });
    } catch (error) {
      say(`the trial's cassette could not be written: ${error instanceof Error ? error.message : error}`);
    }
  }
}
