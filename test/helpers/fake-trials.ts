// Everything a job of trials needs, without an engine or a model: real journal, real gateway, scripted upstream, real
// processes for boxes.

import { join } from "node:path";
import type { Benchmark } from "../../src/core/benchmark.ts";
import type { ModelGateway, Upstream } from "../../src/core/model.ts";
import type { SandboxProvider } from "../../src/core/sandbox.ts";
import type { TrialRecord, TrialStep } from "../../src/core/trial.ts";
import { openGateway } from "../../src/gateway/gateway.ts";
import { sha256 } from "../../src/lib/digest.ts";
import type { JobEvent, JobOptions } from "../../src/trials/job.ts";
import { type Journal, openJournal } from "../../src/trials/journal.ts";
import { SharedServices } from "../../src/trials/shared-services.ts";
import type { Trace } from "../../src/trials/trace.ts";
import type { TrialContext, TrialPlan } from "../../src/trials/trial-context.ts";
import { agentSource, type Deed, type FakeBenchmarkHooks, type FakeTask, fakeBenchmark } from "./fake-benchmark.ts";
import { fakeClock } from "./fake-clock.ts";
import { type FakeProvider, openFakeProvider } from "./fake-sandbox.ts";
import { completion, scriptedUpstream } from "./scripted-upstream.ts";
import { temporaryFolder } from "./temporary-folder.ts";

export const testModel = "test-model";
export const testUserModel = "test-user-model";

/** One scripted call costs one US dollar: 100 tokens in, 10 out. */
const prices = { [testModel]: { input: 10_000, output: 0 }, [testUserModel]: { input: 10_000, output: 0 } };

export interface FakeTrialsOptions extends FakeBenchmarkHooks {
  budgetUsd?: number;
  budgetTokens?: number;
  upstream?: Upstream;
  /** Stands before the fake provider. */
  wrap?: (provider: SandboxProvider) => SandboxProvider;
  maxModelCalls?: number;
}

export interface FakeTrials extends AsyncDisposable {
  folder: string;
  provider: FakeProvider;
  gateway: ModelGateway;
  journal: Journal;
  context: TrialContext;
  traces: Array<{ plan: TrialPlan; key: string; trace: Trace }>;
}

export async function openFakeTrials(options: FakeTrialsOptions = {}): Promise<FakeTrials> {
  const folder = await temporaryFolder();
  const provider = openFakeProvider();
  const journal = openJournal(join(folder.path, "journal.sqlite"), join(folder.path, "lock.sqlite"));
  const gateway = openFakeGateway(options);
  const traces: FakeTrials["traces"] = [];
  const context = fakeContext({ provider: options.wrap?.(provider) ?? provider, gateway, journal, ...options });
  context.onTrace = async (plan, key, trace) => void traces.push({ plan, key, trace });
  return {
    ...{ folder: folder.path, provider, gateway, journal, context, traces },
    async [Symbol.asyncDispose]() {
      journal[Symbol.dispose]();
      for (const sandbox of provider.live) await sandbox[Symbol.asyncDispose]();
      await folder[Symbol.asyncDispose]();
    },
  };
}

export function openFakeGateway({
  budgetUsd,
  budgetTokens,
  upstream,
}: Pick<FakeTrialsOptions, "budgetUsd" | "budgetTokens" | "upstream"> = {}) {
  const model = upstream ?? scriptedUpstream(completion("done"));
  return openGateway({
    upstreamFor: () => model,
    prices,
    budget: { costUsd: budgetUsd ?? null, tokens: budgetTokens ?? null, deadline: null },
    maxRetries: 1,
    clock: fakeClock(),
    random: () => 0,
    say: () => undefined,
  });
}

export function fakeContext(
  parts: Pick<TrialContext, "provider" | "gateway" | "journal"> & FakeBenchmarkHooks & { maxModelCalls?: number },
): TrialContext {
  return {
    benchmark: fakeBenchmark(parts) as unknown as Benchmark,
    provider: parts.provider,
    gateway: parts.gateway,
    upstreamDigest: "scripted",
    agentBox: {
      image: { kind: "build", name: "agent", context: "nowhere", digest: sha256("agent image") },
      network: "none",
      profile: "agent",
      limits: {},
      main: { command: ["cat"], attach: true },
    },
    model: { model: testModel },
    user: parts.simulatesUser === true ? { model: { model: testUserModel }, upstreamDigest: "scripted user" } : null,
    owner: "tests",
    limits: {
      maxModelCalls: parts.maxModelCalls ?? 50,
      maxOutputTokens: null,
      maxCostUsd: null,
      timeoutMultiplier: 1,
    },
    journal: parts.journal,
    services: new SharedServices(() => undefined),
    onTrace: async () => undefined,
  };
}

export interface PlanOptions {
  deeds?: Readonly<Record<string, Deed>>;
  step?: TrialStep;
  decision?: string;
  index?: number;
}

/** Plans of a candidate that earns 1 on every task, unless `deeds` says otherwise. */
export function plansOf(tasks: readonly FakeTask[], options: PlanOptions = {}): TrialPlan[] {
  const { step = "train", decision = "", index = 0 } = options;
  const deeds = { ...Object.fromEntries(tasks.map(({ id }) => [id, 1] as const)), ...options.deeds };
  const code = agentSource(deeds);
  return tasks.map((task) => ({
    ...{ task, step, decision, index },
    agent: { kind: "candidate", code, digest: sha256(code) } as const,
  }));
}

export interface JobLog {
  events: JobEvent[];
  lines: string[];
  options: JobOptions;
}

export function jobLog(options: Partial<JobOptions> = {}): JobLog {
  const events: JobEvent[] = [];
  const lines: string[] = [];
  return {
    ...{ events, lines },
    options: {
      job: "tests",
      concurrency: 1,
      onEvent: (event) => events.push(event),
      onBuildLog: () => undefined,
      onLog: (line) => lines.push(line),
      signal: new AbortController().signal,
      ...options,
    },
  };
}

/** A record as a finished trial leaves it. */
export function trialRecord(
  options: { task?: string; step?: TrialStep; key?: string; agent?: string; decision?: string } & Partial<
    Omit<TrialRecord, "key" | "parts">
  > = {},
): TrialRecord {
  const { task = "alpha", step = "train", agent = "some-agent", decision = "", ...rest } = options;
  return {
    key: `${step}/${task}/${agent}/${decision}`,
    parts: {
      ...{ benchmark: "fake", task, taskDigest: sha256(task), agent, agentImage: "image", environment: `fake/${task}` },
      ...{ model: testModel, reasoningEffort: null, upstream: "scripted", verification: "shared", step, decision },
      limits: {
        agentTimeoutMs: 60_000,
        verifierTimeoutMs: 30_000,
        maxModelCalls: 50,
        maxOutputTokens: null,
        maxCostUsd: null,
      },
      index: 0,
    },
    outcome: { status: "scored", reward: 1 },
    agentEnd: { how: "finished", code: "finished", detail: "" },
    usage: {
      ...{ calls: 1, refused: 0, retries: 0, inputTokens: 100, cachedTokens: 0, outputTokens: 10, costUsd: 1 },
      ...{ throttledMs: 0, latencyMs: 0, longestCallMs: 0 },
    },
    notes: [],
    attempts: 1,
    startedAt: "2026-01-01T00:00:00.000Z",
    agentMs: 700,
    verifyMs: 200,
    totalMs: 1000,
    verifierOutput: "ok",
    ...rest,
  };
}
