import { randomBytes } from "node:crypto";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { birdInteract } from "../../src/benchmarks/bird-interact/bird-interact.ts";
import type { Benchmark } from "../../src/core/benchmark.ts";
import type { Upstream } from "../../src/core/model.ts";
import type { TrialRecord } from "../../src/core/trial.ts";
import { openGateway } from "../../src/gateway/gateway.ts";
import { saveTrace } from "../../src/loop/kept-traces.ts";
import { openJournal } from "../../src/trials/journal.ts";
import { runJob } from "../../src/trials/run-job.ts";
import type { TrialContext, TrialPlan } from "../../src/trials/trial-context.ts";
import { layout, makeFolders } from "../../src/workspace/layout.ts";
import { templateAgent } from "../../test/helpers/bird-jobs.ts";
import { birdModels } from "../../test/helpers/bird-models.ts";
import { containerMb } from "../lib/memory.ts";
import { median } from "../lib/statistics.ts";
import { type Measured, nothingAhead, type Request, type ServiceName, serviceNames } from "./arms.ts";
import { cpuClock } from "./cpu-clock.ts";
import { goldAgent } from "./gold-agent.ts";
import type { Bird } from "./open-bird.ts";

const [agentModel, userModel] = ["bench/gold", "bench/user"];
const weighMs = 300;

/**
 * Every task once, as a command would run it, with a journal of its own and traces written. Throws unless every trial
 * earns 1 in its first attempt.
 */
export async function measureTrials(
  bird: Bird,
  kind: "gold" | "template",
  { atOnce, weighs }: Request,
  { folder, signal }: { folder: string; signal: AbortSignal },
): Promise<Measured> {
  const paths = layout({ root: join(folder, `run-${randomBytes(6).toString("hex")}`), experiment: "bench" });
  await makeFolders(paths);
  using journal = openJournal(paths.host.journalFile, paths.host.lockFile);
  const say = (line: string) => console.error(line);
  const models = birdModels({ tasks: bird.everyTruth });
  const [agent, user] = [thinking(models.agent, bird.latencyMs), thinking(models.user, bird.latencyMs)];
  const price = { input: 0, output: 0 };
  const context: TrialContext = {
    benchmark: birdInteract as unknown as Benchmark,
    ...{ provider: bird.provider, agentBox: bird.agentBox, owner: bird.owner.id, services: bird.services, journal },
    gateway: openGateway({
      upstreamFor: (model) => (model === userModel ? user : agent),
      prices: { [agentModel]: price, [userModel]: price },
      budget: { costUsd: null, deadline: null },
      say,
    }),
    upstreamDigest: agent.digest,
    model: { model: agentModel },
    user: { model: { model: userModel }, upstreamDigest: user.digest },
    limits: { maxModelCalls: 200, maxOutputTokens: null, maxCostUsd: null, timeoutMultiplier: 1 },
    onTrace: async (_plan, key, trace) => await saveTrace(paths.host, key, trace),
  };
  const template = await templateAgent();
  const plans = bird.tasks.map((task): TrialPlan => {
    const playing = kind === "template" ? template : goldAgent(bird.truth(task));
    return { task, agent: playing, step: "train", decision: "", index: 0 };
  });
  const over = new AbortController();
  const weighing = weighs ? weigh(bird, over.signal) : null;
  const options = { job: "bench", concurrency: Math.max(1, atOnce), signal, onLog: say, onBuildLog: say };
  const play = async (some: readonly TrialPlan[]) =>
    (await runJob(some, context, { ...options, onEvent: () => undefined })).records;
  const clock = await cpuClock(bird);
  const started = performance.now();
  const records: Array<TrialRecord | undefined> = [];
  // A job ends with its last removal, and has nothing to open ahead where it has one trial.
  for (const some of atOnce === nothingAhead ? plans.map((plan) => [plan]) : [plans])
    records.push(...(await play(some)));
  const wallMs = performance.now() - started;
  const cpu = await clock.read();
  over.abort();
  const right = records.map(asExpected);
  const [agentMs, totalMs] = [median(right.map((one) => one.agentMs)), median(right.map((one) => one.totalMs))];
  return { wallMs, agentMs, totalMs, memory: await serviceMemory(bird), agentBoxMb: await weighing, cpu };
}

function thinking(model: Upstream, latencyMs: number): Upstream {
  if (latencyMs === 0) return model;
  return {
    ...model,
    async complete(request, options) {
      await sleep(latencyMs, undefined, { signal: options.signal });
      return await model.complete(request, options);
    },
  };
}

function asExpected(record: TrialRecord | undefined): TrialRecord {
  const { outcome, attempts } = record ?? {};
  if (record !== undefined && outcome?.status === "scored" && outcome.reward === 1 && attempts === 1) return record;
  throw new Error(`a trial did not go as it must: ${JSON.stringify(record)}`);
}

async function serviceMemory({ docker, provider }: Bird): Promise<Record<ServiceName, number>> {
  const read = serviceNames.map(async (name) => [name, await containerMb(docker, provider.service(name))] as const);
  return Object.fromEntries(await Promise.all(read)) as Record<ServiceName, number>;
}

/** The most that an agent's box was seen to hold. */
async function weigh({ docker, provider }: Bird, over: AbortSignal): Promise<number> {
  let most = 0;
  while (!over.aborted) {
    const [box] = provider.agents;
    // One that is gone already has nothing to tell.
    if (box !== undefined) most = Math.max(most, await containerMb(docker, box.id).catch(() => 0));
    await sleep(weighMs);
  }
  return most;
}
