// tau-bench: conversations with a simulated user in retail, airline or telecom, played and judged by tau2 26.3.

import { defineBenchmark } from "../../core/benchmark.ts";
import { loadTauTasks, type TauTask } from "./load.ts";
import { type TauOptions, tauOptions } from "./options.ts";
import { tauScoreFacts } from "./score-facts.ts";
import { tauIndex } from "./tau-index.ts";
import { openTauService } from "./tau-service.ts";
import { TauTrial } from "./tau-trial.ts";

export const tauBench = defineBenchmark<TauOptions, TauTask>({
  name: "tau-bench",
  options: tauOptions,
  agentImage: "agent",
  simulatesUser: true,
  /** tau2's container serves all trials of a job. */
  engineOnly: "tau2 with its user and its judges is a container on an engine",
  ownBox: false,
  load: loadTauTasks,
  images: ({ image }) => [image],
  async open(task, { index, shared }) {
    const { domain, image } = task;
    const key = `${tauIndex.package}-${tauIndex.version}-${domain}`;
    return new TauTrial(task, await shared(key, (context) => openTauService({ domain, image, ...context })), index);
  },
  scoreFacts: tauScoreFacts,
});
