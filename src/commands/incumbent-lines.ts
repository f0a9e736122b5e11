// The incumbent's score with its error and its noise band: what a bare number would hide.

import { incumbentScore } from "../plan/incumbent-score.ts";
import { incumbentLines } from "../plan/plan-lines.ts";
import { taskNoise } from "../plan/task-noise.ts";
import type { OpenExperiment } from "./open-experiment.ts";
import { planScene, readPlanInputs } from "./plan-inputs.ts";

export async function shownIncumbent(experiment: OpenExperiment, signal: AbortSignal): Promise<string[]> {
  const { config, rehearsal, layout, context } = experiment;
  const scene = await planScene({ config, rehearsal, layout, journal: context.journal }, { root: layout.root, signal });
  const inputs = await readPlanInputs(scene, { decisions: 0 });
  return incumbentLines({ incumbent: incumbentScore(inputs, taskNoise(inputs.testTrials)), label: inputs.label });
}
