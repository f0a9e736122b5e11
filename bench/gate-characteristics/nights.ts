// Whole nights: what thirty decisions by the original's rules come to, and what the default gate makes of as many runs.

import { dueRuns } from "../../src/gate/history.ts";
import { dueRechecks } from "../../src/gate/promotion-step.ts";
import type { StrictSeedAnswer } from "../../src/gate/protocol.ts";
import { formatScore } from "../../src/lib/format-score.ts";
import { seededRandom } from "../../src/lib/seeded-random.ts";
import { type Agent, agentOf, edited, mixes, named, type Random, runOnce, trueMean } from "./agents.ts";
import { usualFaults } from "./cells.ts";
import { playDecision } from "./decision.ts";
import type { Simulated } from "./drive.ts";

export const nightDecisions = 30;

/** What a coding agent proposes, as changes of the true mean: four in ten change nothing, three in ten are worse. */
export const proposals: readonly { effect: number; share: number }[] = [
  { effect: 0, share: 0.4 },
  { effect: 0.03, share: 0.15 },
  { effect: 0.05, share: 0.1 },
  { effect: 0.1, share: 0.05 },
  { effect: -0.03, share: 0.15 },
  { effect: -0.05, share: 0.1 },
  { effect: -0.1, share: 0.05 },
];

export interface NightEnd {
  /** Of the incumbent on the test split. */
  trueMean: number;
  decisions: number;
  accepted: number;
  /** Accepted although the edit changes nothing, or is worse. */
  wronglyAccepted: number;
}

export interface Night {
  startMean: number;
  strictSeed: NightEnd;
  /** The same runs. */
  byDefault: NightEnd;
  runs: number;
}

type Rewards = Record<string, number | null>;

interface World {
  name: string;
  test: readonly string[];
  train: readonly string[];
  start: Agent;
  random: Random;
}

/** Night `index` on a split of so many tasks, with twice as many train tasks. */
export function* playNight(tasks: number, index: number): Simulated<Night> {
  const name = `night ${tasks} ${index}`;
  const mix = mixes[index % mixes.length];
  if (mix === undefined) throw new Error("no mix of tasks");
  const [test, train] = [named("test", tasks), named("train", 2 * tasks)];
  const start = agentOf([...test, ...train], mix, seededRandom(name));
  const worldFor = (gate: string): World => ({ name, test, train, start, random: seededRandom(`${name} ${gate}`) });
  const { runs, ...strictSeed } = yield* strictSeedNight(worldFor("strict-seed"));
  const byDefault = yield* defaultNight(worldFor("default"), runs);
  return { startMean: meanOn(test, start), strictSeed, byDefault, runs };
}

function* strictSeedNight(world: World): Simulated<NightEnd & { runs: number }> {
  const { test, train, random } = world;
  let incumbent = world.start;
  let suite: readonly string[] = [];
  let trainResults = runAll(incumbent, train, random);
  const best = [formatScore(meanReward(runAll(incumbent, test, random)))];
  const end = { decisions: nightDecisions, accepted: 0, wronglyAccepted: 0, runs: 0 };
  for (let decision = 1; decision <= nightDecisions; decision++) {
    const { candidate, effect } = proposalOf(world, incumbent, decision);
    const runs: object[] = [];
    for (;;) {
      const request = {
        protocol: "gate/1",
        op: "decide",
        mode: "strict-seed",
        decision: `it-${decision}`,
        suite,
        test,
      };
      const answer = (yield { ...request, best, train_results: trainResults, runs }) as unknown as StrictSeedAnswer;
      if (answer.action === "run") {
        for (const run of answer.need) runs.push({ ...run, reward: rewardOf(candidate, run.task, random) });
        continue;
      }
      end.runs += runs.length;
      if (answer.verdict !== "accepted") break;
      count(end, effect);
      ({ suite } = answer);
      best.push(answer.numbers.record);
      incumbent = candidate;
      trainResults = runAll(incumbent, train, random);
      break;
    }
  }
  return { ...end, trueMean: meanOn(test, incumbent) };
}

/** Ends with the last decision that the budget of runs covers. */
function* defaultNight(world: World, budget: number): Simulated<NightEnd> {
  const { test, train, random } = world;
  let incumbent = world.start;
  let suite: readonly string[] = [];
  let trainResults = runAll(incumbent, train, random);
  let kept = new Map(Object.entries(trainResults).map(([task, reward]) => [task, [reward]]));
  let held: Rewards[] = [runAll(incumbent, test, random)];
  let refused = 0;
  let used = 0;
  const end = { decisions: 0, accepted: 0, wronglyAccepted: 0 };
  for (let decision = 1; ; decision++) {
    for (let due = dueRuns({ held: held.length, decisions: refused }); due > 0; due--) {
      held.push(runAll(incumbent, test, random));
      used += test.length;
    }
    const { candidate, effect } = proposalOf(world, incumbent, decision);
    const history = Object.fromEntries(test.map((task) => [task, held.map((rewards) => rewards[task] ?? null)]));
    const played = yield* playDecision({
      ...{ seed: world.name, decision: `it-${decision}`, suite, test, history },
      rewardOf: (run) => rewardOf(run.arm === "candidate" ? candidate : incumbent, run.task, random),
    });
    used += played.runs;
    if (used > budget) return { ...end, trueMean: meanOn(test, incumbent) };
    end.decisions++;
    if (played.verdict !== "accepted") {
      refused++;
      continue;
    }
    count(end, effect);
    const failedBefore = trainResults;
    [incumbent, refused] = [candidate, 0];
    held = [];
    trainResults = runAll(incumbent, train, random);
    kept = new Map(Object.entries(trainResults).map(([task, reward]) => [task, [reward]]));
    for (const [task, reward] of played.suiteRewards) kept.set(task, [...(kept.get(task) ?? []), reward]);
    const rechecks: Record<string, Array<number | null>> = {};
    for (;;) {
      const due = dueRechecks({ suite, trainResults: failedBefore, rechecks });
      if (due.length === 0) break;
      used += due.length;
      for (const task of due) {
        const reward = rewardOf(incumbent, task, random);
        rechecks[task] = [...(rechecks[task] ?? []), reward];
        kept.set(task, [...(kept.get(task) ?? []), reward]);
      }
    }
    const { promote, quarantine } = (yield { op: "promote", suite, runs: Object.fromEntries(kept) }) as {
      promote: string[];
      quarantine: string[];
    };
    suite = [...suite.filter((task) => !quarantine.includes(task)), ...promote].sort();
  }
}

/** The same edits for both gates, each on its own incumbent: the same effect on test and train tasks. */
function proposalOf(
  { name, test, train }: World,
  incumbent: Agent,
  decision: number,
): { candidate: Agent; effect: number } {
  const random = seededRandom(`${name} proposal ${decision}`);
  const effect = effectAt(random());
  const part = (tasks: readonly string[]) => new Map(tasks.map((task) => [task, incumbent.get(task) ?? 0]));
  const candidate = new Map([...edited(part(test), effect, random), ...edited(part(train), effect, random)]);
  return { candidate, effect };
}

/** `place`: 0..1, of the shares put one behind the other. */
function effectAt(place: number): number {
  let left = place;
  for (const { effect, share } of proposals) {
    left -= share;
    if (left < 0) return effect;
  }
  return 0;
}

function count(end: { accepted: number; wronglyAccepted: number }, effect: number): void {
  end.accepted++;
  if (effect <= 0) end.wronglyAccepted++;
}

function rewardOf(agent: Agent, task: string, random: Random): number | null {
  return runOnce(agent, task, { faults: usualFaults, random });
}

function runAll(agent: Agent, tasks: readonly string[], random: Random): Rewards {
  return Object.fromEntries(tasks.map((task) => [task, rewardOf(agent, task, random)]));
}

function meanReward(rewards: Rewards): number {
  const valid = Object.values(rewards).filter((reward) => reward !== null);
  return valid.reduce((sum, reward) => sum + reward, 0) / Math.max(1, valid.length);
}

function meanOn(tasks: readonly string[], agent: Agent): number {
  return trueMean(new Map(tasks.map((task) => [task, agent.get(task) ?? 0])));
}
