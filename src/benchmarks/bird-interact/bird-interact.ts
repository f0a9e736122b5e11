// BIRD-Interact: interactive text-to-SQL on a real Postgres, with a simulated user who answers questions. The
// environment is ours; upstream is data (docs/bird-interact.md).

import { defineBenchmark } from "../../core/benchmark.ts";
import { openBirdTrial } from "./bird-trial.ts";
import { type BirdTask, loadBirdTasks } from "./load.ts";
import { openBirdService } from "./open-bird-service.ts";
import { type BirdOptions, birdOptions } from "./options.ts";
import { birdScoreFacts } from "./score-facts.ts";
import { birdTaskTexts } from "./task-texts.ts";

export const birdInteract = defineBenchmark<BirdOptions, BirdTask>({
  name: "bird-interact",
  options: birdOptions,
  agentImage: "agent-bird",
  simulatesUser: true,
  /** Postgres, environment and judge serve all trials of the experiment. */
  engineOnly: "Postgres, the environment and the judge are containers on a network of an engine",
  ownBox: false,
  /** Databases are loaded from files, and ground truth comes by mail. */
  selfCheck: true,
  load: loadBirdTasks,
  images: ({ setting: { images } }) => [images.postgres, images.environment, images.judge],
  async open(task, { shared, signal }) {
    const { setting } = task;
    const service = await shared(
      `bird-${setting.digest.slice(0, 16)}`,
      async (context) => await openBirdService({ ...setting, ...context }),
      { lives: "experiment" },
    );
    return await openBirdTrial(service, { instanceId: task.id, mode: task.mode }, { signal });
  },
  texts: async (task) => birdTaskTexts(task),
  scoreFacts: birdScoreFacts,
});
