// Agents that want a reward they have not earned, or what is not theirs to see: each in its own box, against the whole
// stack. What a test says of a reward is what the trial has scored; "void" would be an exclusion that can be bought.

import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { answers, attackGroups, type Seen } from "../helpers/bird-attacks.ts";
import { type BirdJobs, openBirdJobs, playingAgent } from "../helpers/bird-jobs.ts";
import { goldOf } from "../helpers/bird-models.ts";

let jobs: BirdJobs;
const seen = new Map<string, Seen>();

beforeAll(async () => {
  jobs = await openBirdJobs({ leaky: true, keys: { per_task_timeout: 35 } });
  const attacks = Object.values(attackGroups).flat();
  const trials = attacks.map(({ task: id = "seedbank_1", mode = "a-interact", play }) => {
    const [gold, gold2] = [goldOf(jobs.taskOf(id)), goldOf(jobs.taskOf(id), 2)].map((sql) => JSON.stringify(sql));
    return [id, mode, playingAgent(`const [gold, gold2] = [${gold}, ${gold2}];\n${play}`)] as const;
  });
  const results = await jobs.play(trials, { concurrency: 6 });
  for (const [index, { name }] of attacks.entries()) {
    const result = results[index];
    if (result === undefined) continue;
    const { events } = result.trace;
    const calls = events.flatMap((event) =>
      event.type === "tool"
        ? [{ name: event.name, result: String(event.result), cost: event.cost ?? 0, refused: event.refused }]
        : [],
    );
    seen.set(name, { ...result, calls, logs: events.flatMap((event) => (event.type === "log" ? [event.text] : [])) });
  }
});

afterAll(async () => await jobs?.[Symbol.asyncDispose]());

describe.each(Object.entries(attackGroups))("%s", (_group, attacks) => {
  test.each(attacks)("$name", ({ name, reward, check }) => {
    const one = seen.get(name) ?? expect.unreachable(name);
    const story = JSON.stringify([one.record.agentEnd, answers(one), one.logs]).slice(0, 2000);
    expect(one.record.outcome, story).toEqual({ status: "scored", reward });
    check?.(one);
  });
});
