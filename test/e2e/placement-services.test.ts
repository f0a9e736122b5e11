// Agents at a cloud whose benchmark's services are here: tau2, Postgres, environment and judge on Docker, each agent in a
// box at a stand-in of E2B. What is said in the conversations and what is earned is what it is with all of it here.

import { afterAll, beforeAll, expect, test } from "vitest";
import type { SandboxProvider } from "../../src/core/sandbox.ts";
import type { TrialRecord } from "../../src/core/trial.ts";
import { placedProvider } from "../../src/sandboxes/placed-provider.ts";
import { openBirdJobs, templateAgent as shippedBirdAgent } from "../helpers/bird-jobs.ts";
import { openTestE2b, type TestE2b } from "../helpers/cloud/open-test-e2b.ts";
import { notingProvider } from "../helpers/noting-provider.ts";
import { idleAgent, openTauJobs, templateAgent as shippedTauAgent } from "../helpers/tau-jobs.ts";

let e2b: TestE2b;
/** What was opened at the cloud. */
const there: string[] = [];
let agents: SandboxProvider;

beforeAll(async () => {
  e2b = await openTestE2b();
  agents = notingProvider(e2b.provider, there);
});

afterAll(async () => {
  const left = e2b?.cloud.sandboxes();
  await e2b?.[Symbol.asyncDispose]();
  expect([left, await e2b?.cloud.leftovers()]).toEqual([[], []]);
});

function endOf({ parts, outcome, agentEnd, attempts, verification }: TrialRecord) {
  return { task: parts.task, outcome, agentEnd, attempts, verification };
}

test("tau-bench: a tau2 here plays the same conversations with agents at a cloud", async () => {
  const play = async (placed: boolean) => {
    await using jobs = await openTauJobs({
      domain: "retail",
      provider: ({ provider }) => (placed ? placedProvider({ tasks: provider, agents }) : provider),
    });
    const trials = [
      ["20", await shippedTauAgent()],
      ["21", await idleAgent()],
    ] as const;
    const records = await jobs.play(trials);
    const said = trials.map(([id]) => jobs.traces.get(id)?.messages);
    const opened = there.splice(0);
    expect(await jobs.image.opened.leftovers()).not.toContainEqual(expect.stringContaining("agent"));
    return { ends: records.map(endOf), said, opened };
  };
  const here = await play(false);
  expect(here.ends.map(({ outcome }) => outcome)).toEqual([
    { status: "scored", reward: 1 },
    { status: "scored", reward: 0 },
  ]);
  expect(here.opened).toEqual([]);
  expect(await play(true)).toEqual({ ...here, opened: ["agent at e2b", "agent at e2b"] });
}, 600_000);

test("BIRD-Interact: Postgres, environment and judge here serve agents at a cloud in both modes", async () => {
  const play = async (placed: boolean) => {
    await using jobs = await openBirdJobs(placed ? { agents } : {});
    const agent = await shippedBirdAgent();
    const results = await jobs.play([
      ["seedbank_1", "a-interact", agent],
      ["pilotage_M_1", "c-interact", agent],
    ]);
    const ends = results.map(({ record }) => ({ ...endOf(record), details: record.details }));
    return { ends, said: results.map(({ trace }) => trace.messages), opened: there.splice(0) };
  };
  const here = await play(false);
  expect(here.ends.map(({ outcome }) => outcome)).toEqual(Array(2).fill({ status: "scored", reward: 1 }));
  expect(here.opened).toEqual([]);
  expect(await play(true)).toEqual({ ...here, opened: ["agent at e2b", "agent at e2b"] });
}, 600_000);
