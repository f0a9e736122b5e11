// The gate in action, by the rules that the experiment goes by.

import type { Experiment } from "./experiment.ts";
import { judgeByDefault } from "./judge-by-default.ts";
import { judgeStrictSeed } from "./judge-strict-seed.ts";
import type { Judgement, JudgeRequest } from "./run-decision.ts";

export async function judge(experiment: Experiment, request: JudgeRequest): Promise<Judgement> {
  return experiment.settings.gate === "strict-seed"
    ? await judgeStrictSeed(experiment, request)
    : await judgeByDefault(experiment, request);
}
