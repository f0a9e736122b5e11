// Trials at a cloud that fails at every tenth call in each of its ways, beside the same trials on Docker, where nothing
// fails: real agents over the channel with the rehearsal model, oracles and nops, through runJob, journal and gateway.

import { readFile } from "node:fs/promises";
import { join } from "node:path";
import type { SandboxProvider } from "../../../src/core/sandbox.ts";
import type { TrialRecord } from "../../../src/core/trial.ts";
import { openRehearsalUpstream } from "../../../src/gateway/rehearsal/upstream.ts";
import { canonicalJson } from "../../../src/lib/digest.ts";
import { runJob } from "../../../src/trials/run-job.ts";
import type { TrialAgent, TrialPlan } from "../../../src/trials/trial-context.ts";
import { openTestDocker } from "../open-test-docker.ts";
import { candidateOf } from "../tau-jobs.ts";
import { temporaryFolder } from "../temporary-folder.ts";
import { openTerminalTrials } from "../terminal-trials.ts";
import type { CloudFault, CloudFaultRates } from "./cloud-faults.ts";
import { type CloudName, openTestCloud } from "./open-test-cloud.ts";
import { writeStormTasks } from "./storm-tasks.ts";

export interface StormOptions {
  cloud: CloudName;
  trials: number;
  tasks: number;
  /** Trials at the same time. */
  concurrency: number;
  seed: string;
  /** Of every kind. */
  rate: number;
  onEnd?: (done: number) => void;
  /** Why a trial is executed again, in words. */
  onRetry?: (reason: string) => void;
}

export interface StormResult {
  /** Trials whose end is another than on Docker, both ends in words. */
  differences: string[];
  /** Rewards and how many trials earned them. */
  rewards: Record<string, number>;
  /** In the journal; each trial stands there once or is a difference. */
  journalled: number;
  /** Why trials were executed again, by code. */
  retries: Record<string, number>;
  faults: Record<CloudFault, number>;
  requests: number;
  builds: number;
  /** What is left at the cloud, and clean-ups that failed. */
  left: string[];
  ms: number;
  said: string[];
}

/** All kinds at the same rate. */
export function stormRates(rate: number): CloudFaultRates {
  const calls = { rateLimited: rate, serverError: rate, cut: rate, dropped: rate, clockSkew: rate };
  return { ...calls, slowBuild: rate, wedgedBuild: rate, lostSandbox: rate };
}

/** The same trials on Docker, where nothing fails. */
export async function playCalm(options: Pick<StormOptions, "trials" | "tasks">): Promise<PlayedTrials> {
  await using docker = await openTestDocker();
  return await playTrials(docker, { ...options, concurrency: calmAtOnce });
}

export async function runStorm(options: StormOptions, calm: PlayedTrials): Promise<StormResult> {
  const { rate, seed } = options;
  await using opened = await openTestCloud(options.cloud, { seed, rates: stormRates(rate), buildTimeoutMs: baseMs });
  const storm = await playTrials(opened, options);
  const { cloud, provider, said } = opened;
  return {
    differences: differencesOf(calm, storm),
    rewards: countBy([...storm.ends.values()].map(({ reward }) => reward)),
    journalled: storm.journalled,
    retries: countBy(storm.retries),
    faults: { ...cloud.faults.count },
    requests: [...cloud.requests.values()].reduce((sum, count) => sum + count, 0),
    builds: cloud.builds(),
    left: [
      ...[...cloud.sandboxes(), ...(await cloud.leftovers())],
      ...(provider.failedCleanups === 0 ? [] : [`${provider.failedCleanups} clean-ups failed`]),
    ],
    ...{ ms: storm.ms, said: [...said] },
  };
}

/** On Docker: enough for two processors. */
const calmAtOnce = 4;

interface Where {
  provider: SandboxProvider;
  owner: { id: string };
}

export interface PlayedTrials {
  /** By task, agent and index. */
  ends: Map<string, { reward: string; told: string }>;
  journalled: number;
  retries: string[];
  ms: number;
}

async function playTrials(
  where: Where,
  {
    tasks: count,
    trials,
    concurrency,
    onEnd = () => undefined,
    onRetry = () => undefined,
  }: Pick<StormOptions, "trials" | "tasks" | "concurrency" | "onEnd" | "onRetry">,
): Promise<PlayedTrials> {
  const started = performance.now();
  await using folder = await temporaryFolder();
  const dataset = join(folder.path, "tasks");
  await writeStormTasks(dataset, count);
  const model = { model: "rehearsal/storm" };
  const upstream = await openRehearsalUpstream({ playbooks: dataset });
  const keys = { dataset };
  await using opened = await openTerminalTrials(where, { folder: folder.path, model, upstream, keys });
  const { tasks, traces } = opened;
  const { agentBox } = opened.context;
  const context = { ...opened.context, agentBox: { ...agentBox, image: { ...agentBox.image, timeoutMs: buildMs } } };
  const template = join(import.meta.dirname, "../../../agent/templates/terminal-bench.ts");
  const candidate = candidateOf(await readFile(template, "utf8"));
  const plans = Array.from({ length: trials }, (_, number): TrialPlan => {
    const task = tasks[number % tasks.length];
    if (task === undefined) throw new Error("there are no tasks");
    const agent: TrialAgent = references[number % 8] ?? candidate;
    const step = agent.kind === "candidate" ? "train" : "check";
    return { task, agent, step, decision: "", index: Math.floor(number / tasks.length) };
  });
  const retries: string[] = [];
  const { records } = await runJob(plans, context, {
    ...{ job: "storm", concurrency, signal: AbortSignal.timeout(3_600_000) },
    onEvent: (event) => {
      if (event.type === "trial-retry") {
        retries.push(event.reason.split(":")[0] ?? "");
        onRetry(event.reason);
      }
      if (event.type === "trial-end") onEnd(event.done);
    },
    ...{ onBuildLog: () => undefined, onLog: () => undefined },
  });
  const ended = records.filter((record) => record !== undefined);
  const ends = new Map(
    ended.map((record) => [nameOf(record), { reward: rewardOf(record), told: toldOf(record, traces.get(record.key)) }]),
  );
  const ms = performance.now() - started;
  // Beside them a nop that showed whose doing it was that boxes broke.
  const kept = context.journal
    .trials()
    .map(nameOf)
    .filter((name) => ends.has(name));
  return { ends, journalled: new Set(kept).size === kept.length ? kept.length : -1, retries, ms };
}

/** After which a build that is wedged is begun anew: of the agent's image, and of what only names another one. */
const buildMs = 60_000;
const baseMs = 40_000;

/** Two of eight. */
const references: ReadonlyArray<TrialAgent | undefined> = [
  ...Array<undefined>(6),
  ...([{ kind: "oracle" }, { kind: "nop" }] as const),
];

function nameOf({ parts: { task, agent, index } }: TrialRecord): string {
  return `${task} ${agent.slice(0, 8)} ${index}`;
}

function rewardOf({ outcome }: TrialRecord): string {
  return outcome.status === "scored" ? String(outcome.reward) : `${outcome.status} (${outcome.reason})`;
}

/** What the agent was told and what it did, without times: each byte of an output, each call of the model. */
function toldOf({ agentEnd, verifierOutput }: TrialRecord, trace: readonly unknown[] = []): string {
  const timeless = (key: string, value: unknown) => (times.has(key) ? undefined : value);
  const events = JSON.parse(JSON.stringify(trace, timeless)) as unknown[];
  return canonicalJson({ end: agentEnd.code, verifierOutput, events });
}

const times: ReadonlySet<string> = new Set(["atMs", "durationMs", "created"]);

function differencesOf(calm: PlayedTrials, storm: PlayedTrials): string[] {
  const names = new Set([...calm.ends.keys(), ...storm.ends.keys()]);
  const differences = [...names].flatMap((name) => {
    const [one, other] = [calm.ends.get(name), storm.ends.get(name)];
    if (one?.reward === other?.reward && one?.told === other?.told) return [];
    const [docker, cloud] =
      one?.reward === other?.reward ? apart(one?.told, other?.told) : [one?.reward, other?.reward];
    return [`${name}: ${docker} on Docker, ${cloud} in the storm`];
  });
  const once = storm.journalled === storm.ends.size;
  return once ? differences : [...differences, `${storm.journalled} in the journal, ${storm.ends.size} ran`];
}

/** From a little before the place where they part. */
function apart(one = "", other = ""): [string, string] {
  let at = 0;
  while (at < one.length && one[at] === other[at]) at += 1;
  const part = (text: string) => JSON.stringify(text.slice(Math.max(0, at - 60), at + 100));
  return [part(one), part(other)];
}

function countBy(words: readonly string[]): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const word of words.toSorted()) counts[word] = (counts[word] ?? 0) + 1;
  return counts;
}
