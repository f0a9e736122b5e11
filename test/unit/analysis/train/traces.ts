// Train trials of the three benchmarks as the harness keeps them, short.

import type { AnalysedRun } from "../../../../src/analysis/train/analyse-train.ts";
import type { TrainTrace } from "../../../../src/analysis/train/trial-facts.ts";
import type { TrialRecord } from "../../../../src/core/trial.ts";
import { trialRecord } from "../../../helpers/fake-trials.ts";

export function exec(command: string, exitCode = 0, output = ""): Record<string, unknown> {
  return {
    ...{ type: "exec", atMs: 1, command, exitCode, stdout: "", stderr: output, timedOut: false, durationMs: 1 },
  };
}

export function says(content: string): Record<string, unknown> {
  return { role: "assistant", content };
}

export function trace(events: readonly unknown[] = [], messages: readonly unknown[] = []): TrainTrace {
  return { events, messages };
}

export interface RunOptions extends Partial<Omit<TrialRecord, "key" | "parts">> {
  reward?: number;
  agent?: string;
  trace?: TrainTrace;
}

/** A trial of a task: passed where its reward says so, finished unless told otherwise. */
export function run(task: string, { reward = 0, trace: own = trace(), ...rest }: RunOptions = {}): AnalysedRun {
  const record = trialRecord({ task, outcome: { status: "scored", reward }, verifierOutput: "", ...rest });
  return { record, trace: own, file: `workspace/traces/latest/${task}/trace.json` };
}
