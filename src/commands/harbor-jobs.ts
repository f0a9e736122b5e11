// An experiment's trials as Harbor's jobs, below the host's folder: no agent and no box ever sees them.

import { keptFolder, readTrace } from "../loop/kept-traces.ts";
import { type WrittenJobs, writeHarborJobs } from "../report/harbor/write-jobs.ts";
import type { Journal } from "../trials/journal.ts";
import { tracedSteps } from "../trials/trace.ts";
import type { Layout } from "../workspace/layout.ts";
import { readSplit } from "../workspace/split.ts";

/** What agent and verifier said is there for train tasks alone, and for nothing before there is a split. */
export async function writeJobs({ host }: Pick<Layout, "host">, journal: Journal): Promise<WrittenJobs> {
  const train = new Set((await readSplit(host.splitFile))?.train ?? []);
  return await writeHarborJobs(host.jobs, {
    records: journal.trials(),
    told: ({ parts }) => train.has(parts.task) && tracedSteps.has(parts.step),
    traceOf: async ({ key }) => await readTrace(host, key),
    keptFolder: ({ key }) => keptFolder(host, key),
  });
}
