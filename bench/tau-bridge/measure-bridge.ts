import { randomBytes } from "node:crypto";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import type { TauTask } from "../../src/benchmarks/tau-bench/load.ts";
import { tauBench } from "../../src/benchmarks/tau-bench/tau-bench.ts";
import type { Benchmark } from "../../src/core/benchmark.ts";
import type { Sandbox } from "../../src/core/sandbox.ts";
import { openGateway } from "../../src/gateway/gateway.ts";
import { openJournal } from "../../src/trials/journal.ts";
import { judgingOf } from "../../src/trials/judging.ts";
import { type Boxes, openBoxes } from "../../src/trials/open-boxes.ts";
import { openLeases } from "../../src/trials/open-leases.ts";
import { runTrial } from "../../src/trials/run-trial.ts";
import { newTrialName } from "../../src/trials/settle-trial.ts";
import { SharedServices } from "../../src/trials/shared-services.ts";
import { keyPartsOf, type TrialContext, type TrialPlan } from "../../src/trials/trial-context.ts";
import { templateAgent } from "../../test/helpers/tau-jobs.ts";
import { tauModels } from "../../test/helpers/tau-models.ts";
import { containerMb, processMb } from "../lib/memory.ts";
import type { Measured, Memory, Request } from "./arms.ts";
import { goldAgent } from "./gold-agent.ts";
import type { Tau } from "./open-tau.ts";
import { type TimedProvider, timedProvider } from "./timed-provider.ts";

const [agentModel, userModel] = ["scripted-agent", "scripted-user"];
const opensAtOnce = 4;
/** Agents' boxes whose memory is read. */
const weighed = 3;

interface Opened {
  plan: TrialPlan;
  boxes: Boxes;
}

/**
 * Every task once as a trial: tau2's container, a box for each agent, all open and ready before the clock. The clock
 * stops at the last reward; that an agent's box is gone before its trial is verified counts. Throws unless every trial
 * earns 1.
 */
export async function measureBridge(
  tau: Tau,
  kind: "bridge" | "template",
  request: Request,
  { folder, signal }: { folder: string; signal: AbortSignal },
): Promise<Measured> {
  await using undo = new AsyncDisposableStack();
  const before = await processMb();
  const provider = await timedProvider(tau.provider);
  const services = undo.use(new SharedServices((error) => console.error(error)));
  const run = join(folder, randomBytes(6).toString("hex"));
  const journal = undo.use(openJournal(`${run}.sqlite`, `${run}.lock`));
  const context: TrialContext = { ...contextOf(tau), provider, services, journal };
  const template = await templateAgent();
  const agentOf = ({ id }: TauTask) => (kind === "template" ? template : goldAgent(tau.gold[id] ?? missing(id)));
  const left = tau.tasks
    .slice(0, request.tasks)
    .map((task): TrialPlan => ({ task, agent: agentOf(task), step: "train", decision: "", index: 0 }));
  const opened: Opened[] = [];
  await atOnce(opensAtOnce, left, async (plan) => {
    const options = {
      job: "bench",
      trial: newTrialName(),
      services,
      alone: false,
      judging: judgingOf(plan, journal),
      signal,
    };
    const boxes = undo.use(await openBoxes(plan, context, options));
    await untilItSpeaks(boxes.agent);
    opened.push({ plan, boxes });
  });
  const ready = await containerMb(tau.docker, provider.service().id);
  const held = await driverMb(provider, "RSS", signal);

  const started = performance.now();
  const running = atOnce(request.atOnce, [...opened], async ({ plan, boxes }) => {
    const leases = openLeases(context, keyPartsOf(plan, context, ""));
    const { outcome, notes } = await runTrial(plan, boxes, leases, context, { signal });
    if (outcome === "ask" || outcome.status !== "scored" || outcome.reward !== 1) {
      throw new Error(`${plan.task.id} did not earn 1: ${JSON.stringify({ outcome, notes })}`);
    }
  });
  const agentBox = await weigh(tau, opened);
  await running;
  const wallMs = performance.now() - started;
  const turns = await driverTurns(provider, signal);
  const grown = (await driverMb(provider, "HWM", signal)) - held;
  const memory: Memory = { agentBox, driver: { ready, grown }, host: { before, after: await processMb() } };
  return { wallMs, bridge: { turns, memory } };
}

function contextOf({ setup, gold, agentBox, owner }: Tau): Omit<TrialContext, "provider" | "services" | "journal"> {
  const models = tauModels({ gold, userLatencyMs: setup.userLatencyMs });
  const price = { input: 0, output: 0 };
  return {
    benchmark: tauBench as unknown as Benchmark,
    gateway: openGateway({
      upstreamFor: (model) => (model === userModel ? models.user : models.agent),
      prices: { [agentModel]: price, [userModel]: price },
      budget: { costUsd: null, deadline: null },
      say: (line) => console.error(line),
    }),
    upstreamDigest: models.agent.digest,
    agentBox,
    model: { model: agentModel },
    user: { model: { model: userModel }, upstreamDigest: models.user.digest },
    owner: owner.id,
    limits: { maxModelCalls: 200, maxOutputTokens: null, maxCostUsd: null, timeoutMultiplier: 1 },
    onTrace: async () => undefined,
  };
}

/** Its runtime's first words wait to be read: it is ready. */
async function untilItSpeaks(box: Sandbox | undefined): Promise<void> {
  const output = box?.main?.stdout;
  while (output !== undefined && output.readableLength === 0) await sleep(20);
}

/** The boxes of the first sessions, while those are under way. */
async function weigh({ docker }: Tau, opened: readonly Opened[]): Promise<number> {
  await sleep(500);
  const ids = opened.slice(0, weighed).map(({ boxes }) => boxes.agent?.id ?? "");
  const read = await Promise.allSettled(ids.map(async (id) => await containerMb(docker, id)));
  // One that is gone already has nothing to tell.
  return Math.max(...read.map((one) => (one.status === "fulfilled" ? one.value : 0)));
}

/** Of all processes in tau2's container together, in MB: "RSS", what they hold now; "HWM", the most each has held. */
async function driverMb(provider: TimedProvider, what: "RSS" | "HWM", signal: AbortSignal): Promise<number> {
  const text = await driverOutput(provider, `grep -h Vm${what} /proc/[0-9]*/status`, signal);
  return [...text.matchAll(/(\d+) kB/g)].reduce((sum, [, size]) => sum + Number(size), 0) / 1024;
}

async function driverTurns(provider: TimedProvider, signal: AbortSignal): Promise<number[]> {
  return (await driverOutput(provider, "cat /tmp/turns", signal)).trim().split("\n").map(Number);
}

async function driverOutput(provider: TimedProvider, command: string, signal: AbortSignal): Promise<string> {
  const { exitCode, stdout, stderr } = await provider.service().session.exec(command, { signal, timeoutMs: 30_000 });
  if (exitCode !== 0) throw new Error(`${command} in tau2's container: ${stderr}`);
  return stdout;
}

async function atOnce<T>(limit: number, items: T[], work: (item: T) => Promise<void>): Promise<void> {
  const workers = Array.from({ length: limit }, async () => {
    for (let item = items.shift(); item !== undefined; item = items.shift()) await work(item);
  });
  await Promise.all(workers);
}

function missing(task: string): never {
  throw new Error(`nothing is known of what ${task} expects`);
}
