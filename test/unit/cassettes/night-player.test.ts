// Trials of a night that have no cassette, and trials that it did not run.

import { join } from "node:path";
import { beforeAll, expect, test } from "vitest";
import { readDivergence } from "../../../src/cassettes/night/diverged.ts";
import { type OtherTrial, readNight, type StoredNight } from "../../../src/cassettes/night/night.ts";
import { NightPlayer } from "../../../src/cassettes/night/night-player.ts";
import { noUsage } from "../../../src/core/model.ts";
import { sha256 } from "../../../src/lib/digest.ts";
import type { TrialPlan } from "../../../src/trials/trial-context.ts";
import { fakeTask } from "../../helpers/fake-benchmark.ts";

const folder = join(import.meta.dirname, "../../fixtures/night");
const signal = new AbortController().signal;
const code = "export class HarnessAgent {}";
const candidate = { kind: "candidate", code, digest: sha256(code) } as const;
const trial = { task: "alpha", decision: "", index: 0 } as const;
const none = { how: "none", code: "not-run", detail: "" } as const;
const oracleEnd = { how: "finished", code: "oracle", detail: "" } as const;

const others: OtherTrial[] = [
  { ...trial, step: "check", agent: "oracle", outcome: { status: "scored", reward: 1 }, agentEnd: oracleEnd },
  {
    ...trial,
    step: "train",
    agent: candidate.digest,
    outcome: { status: "void", reason: "engine gone" },
    agentEnd: none,
  },
];

let stored: StoredNight;

beforeAll(async () => {
  const night = await readNight(folder);
  if (night === null) throw new Error("there is no night in test/fixtures/night");
  stored = night;
});

function open(): { player: NightPlayer; failures: unknown[] } {
  const failures: unknown[] = [];
  const player = new NightPlayer({
    ...{ folder, night: { ...stored.night, trials: [...others, ...stored.night.trials] } },
    openBox: () => Promise.reject(new Error("no box is needed")),
    onFailure: (error) => failures.push(error),
  });
  return { player, failures };
}

function planOf(step: TrialPlan["step"], agent: TrialPlan["agent"], task = "alpha"): TrialPlan {
  return { task: fakeTask(task), agent, step, decision: "", index: 0 };
}

test("trials without a cassette end as they did, and no box is opened", async () => {
  const { player, failures } = open();
  const oracle = await player.play(planOf("check", { kind: "oracle" }), { signal });
  expect(oracle).toEqual({ outcome: { status: "scored", reward: 1 }, agentEnd: oracleEnd, usage: noUsage, notes: [] });
  const lost = await player.play(planOf("train", candidate), { signal });
  expect(lost).toMatchObject({ outcome: { status: "void", reason: "engine gone" }, agentEnd: none });
  expect({ ...player.counts, failures }).toEqual({ trials: 2, without: 2, failures: [] });
});

test("the order is that in which trials ended, with cassettes and without", () => {
  const { player } = open();
  expect(player.orderOf(planOf("check", { kind: "oracle" }))).toBe(0);
  expect(player.orderOf(planOf("train", candidate))).toBe(1);
  const recorded = { ...candidate, digest: stored.night.conditions.agent };
  expect(player.orderOf(planOf("baseline", recorded, "cron-move-jobs"))).toBeGreaterThan(1);
  expect(player.orderOf(planOf("test", recorded, "cron-move-jobs"))).toBeNull();
});

test("an agent that stands for a recorded one has its place", () => {
  const { player } = open();
  const plan = planOf("baseline", candidate, "cron-move-jobs");
  expect(player.orderOf(plan)).toBeNull();
  player.standIn(candidate.digest, stored.night.conditions.agent);
  expect(player.orderOf(plan)).toBeGreaterThan(1);
});

test("a trial that the night did not run is a divergence, by name", async () => {
  const { player, failures } = open();
  const error = await player.play(planOf("suite", candidate), { signal }).catch((thrown: unknown) => thrown);
  expect(failures).toEqual([error]);
  expect(readDivergence(error)?.message).toBe(
    "alpha (suite): the recorded night did not run this trial with this agent",
  );
});
