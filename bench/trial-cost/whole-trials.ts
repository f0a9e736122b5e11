import { randomBytes } from "node:crypto";
import { join } from "node:path";
import type { Upstream } from "../../src/core/model.ts";
import { openGateway } from "../../src/gateway/gateway.ts";
import { saveTrace } from "../../src/loop/kept-traces.ts";
import { openJournal } from "../../src/trials/journal.ts";
import { runJob } from "../../src/trials/run-job.ts";
import { SharedServices } from "../../src/trials/shared-services.ts";
import type { TrialContext, TrialPlan } from "../../src/trials/trial-context.ts";
import { layout, makeFolders } from "../../src/workspace/layout.ts";
import type { Parts } from "./open-parts.ts";
import { zeroLatencyModel } from "./zero-latency-model.ts";

const model = "bench/zero-latency";

/**
 * Every task once, as a command would run it, with a journal of its own; returns milliseconds from the job's start to
 * its last removal. Throws unless every trial earns 1 in its first attempt.
 */
export async function measureWholeTrials(
  parts: Pick<Parts, "benchmark" | "provider" | "agentBox" | "owner" | "tasks" | "candidate">,
  kind: "oracle" | "agent",
  {
    folder,
    concurrency,
    signal,
    upstream = zeroLatencyModel,
  }: { folder: string; concurrency: number; signal: AbortSignal; upstream?: Upstream },
): Promise<number> {
  const paths = layout({ root: join(folder, `run-${randomBytes(6).toString("hex")}`), experiment: "bench" });
  await makeFolders(paths);
  using journal = openJournal(paths.host.journalFile, paths.host.lockFile);
  const say = (line: string) => console.error(line);
  const context: TrialContext = {
    ...{ benchmark: parts.benchmark, provider: parts.provider, agentBox: parts.agentBox, owner: parts.owner.id },
    gateway: openGateway({
      upstreamFor: () => upstream,
      prices: { [model]: { input: 0, output: 0 } },
      budget: { costUsd: null, deadline: null },
      say,
    }),
    upstreamDigest: upstream.digest,
    model: { model },
    user: null,
    limits: { maxModelCalls: 100, maxOutputTokens: null, maxCostUsd: null, timeoutMultiplier: 1 },
    journal,
    services: new SharedServices(() => undefined),
    onTrace: async (_plan, key, trace) => await saveTrace(paths.host, key, trace),
  };
  const plans = parts.tasks.map((task): TrialPlan => {
    const who = kind === "oracle" ? ({ kind: "oracle" } as const) : parts.candidate;
    return { task, agent: who, step: kind === "oracle" ? "check" : "train", decision: "", index: 0 };
  });
  const started = performance.now();
  const { records } = await runJob(plans, context, {
    ...{ job: "bench", concurrency, signal, onLog: say, onBuildLog: say },
    onEvent: () => undefined,
  });
  const wallMs = performance.now() - started;
  for (const record of records) {
    const right = record?.outcome.status === "scored" && record.outcome.reward === 1 && record.attempts === 1;
    if (!right) throw new Error(`a trial did not go as it must: ${JSON.stringify(record)}`);
  }
  return wallMs;
}
