// The shipped agent on BIRD-Interact with models that are programs: real Postgres, environment, judge and boxes.

import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { readBirdDatabase } from "../helpers/bird-dataset.ts";
import {
  type BirdJobs,
  type BirdMode,
  type BirdTrialPlan,
  type BirdTrialResult,
  openBirdJobs,
  playingAgent,
  templateAgent,
} from "../helpers/bird-jobs.ts";
import { type BirdPlay, goldOf, meaningOf } from "../helpers/bird-models.ts";

const modes = ["a-interact", "c-interact"] as const;
/** Both categories, ordered and unordered, JSON, dates; a follow-up of the other category; none at all. */
const sample = ["seedbank_1", "seedbank_3", "pilotage_M_1", "pilotage_M_3", "tramway_2", "tramway_M_2", "seedbank_M_3"];
const plays = ["gold", "debug", "misread", "ask"] as const satisfies readonly BirdPlay[];

let jobs: BirdJobs;
const played = new Map<string, BirdTrialResult>();

/** The instruction of an agent says how its model plays. */
const marked = async (play: BirdPlay) =>
  await templateAgent((source) =>
    source.replaceAll("You write PostgreSQL for a user", `[play ${play}] You write PostgreSQL for a user`),
  );

beforeAll(async () => {
  jobs = await openBirdJobs({
    play: (_task, instruction) => plays.find((play) => instruction.includes(`[play ${play}]`)) ?? "gold",
  });
  const named: Array<[name: string, plan: BirdTrialPlan]> = [];
  const add = (kind: string, id: string, mode: BirdMode, agent: BirdTrialPlan[2]) =>
    named.push([`${kind} ${id} ${mode}`, [id, mode, agent]]);
  for (const mode of modes) {
    for (const id of sample) add("gold", id, mode, await marked("gold"));
    for (const play of ["debug", "misread", "ask"] as const) {
      for (const id of ["seedbank_1", "pilotage_M_1"]) add(play, id, mode, await marked(play));
    }
    for (const { instance_id } of jobs.tasks) add("oracle", instance_id, mode, { kind: "oracle" });
  }
  const crashing = playingAgent(`
    await env.submitSql(${JSON.stringify(goldOf(jobs.taskOf("seedbank_1")))});
    if (mode === "a-interact" || turn === 1) throw new Error("out of ideas");`);
  for (const mode of modes) add("crash", "seedbank_1", mode, crashing);
  const results = await jobs.play(named.map(([, plan]) => plan));
  for (const [index, [name]] of named.entries()) {
    const result = results[index];
    if (result !== undefined) played.set(name, result);
  }
});

afterAll(async () => await jobs?.[Symbol.asyncDispose]());

function resultOf(kind: string, id: string, mode: BirdMode): BirdTrialResult {
  return played.get(`${kind} ${id} ${mode}`) ?? expect.unreachable(`${kind} ${id} ${mode}`);
}

function toolsOf({ trace }: BirdTrialResult): Array<[name: string, cost: number]> {
  return trace.events.flatMap((event) => (event.type === "tool" ? [[event.name, event.cost ?? 0] as const] : []));
}

describe.each(modes)("in %s", (mode) => {
  test.each(sample)("a model that knows the answer earns everything on %s", (id) => {
    const { record, reward } = resultOf("gold", id, mode);
    expect({ reward, ...record.agentEnd }).toEqual({ reward: 1, how: "finished", code: "finished", detail: "" });
  });

  test.each(["seedbank_1", "pilotage_M_1"])("one that is wrong first in both phases: %s", (id) => {
    const { record, reward } = resultOf("debug", id, mode);
    const debugged = { passed: true, after: "debug" };
    expect(record.details).toMatchObject({ phase1: debugged, phase2: debugged, submissions: 4 });
    expect(reward).toBe(mode === "c-interact" ? 0.7 : 1);
  });

  test.each(["seedbank_1", "pilotage_M_1"])("one that guesses earns nothing on %s", (id) => {
    const { record, reward } = resultOf("misread", id, mode);
    expect({ reward, how: record.agentEnd.how }).toEqual({ reward: 0, how: "finished" });
    expect(record.details).toMatchObject({ phase1: { passed: false, after: null } });
  });

  test.each(["seedbank_1", "pilotage_M_1"])("one that asks hears what is meant: %s", (id) => {
    const result = resultOf("ask", id, mode);
    expect(result.reward).toBe(1);
    expect(result.record).toMatchObject({ details: { questions: 1 }, userUsage: { calls: 2 } });
    expect(result.record.notes.filter((note) => note.includes("ground truth"))).toEqual([]);
    const said = result.trace.messages as Array<{ role: string; content: string }>;
    expect(said[0]).toEqual({ role: "user", content: jobs.taskOf(id).amb_user_query });
    expect(said[1]?.content).toContain("What do you mean by");
    expect(said[2]).toEqual({ role: "user", content: `I mean it as in ${meaningOf(jobs.taskOf(id))}.` });
  });

  test("the trace has every call with its cost", () => {
    const tools = toolsOf(resultOf("gold", "seedbank_1", mode));
    const submit = ["submit_sql", mode === "a-interact" ? 3 : 0];
    expect(tools).toEqual(mode === "a-interact" ? [["get_schema", 1], submit, submit] : [submit, submit]);
    expect(resultOf("gold", "seedbank_1", mode).record.details).toMatchObject({
      budgetUsed: mode === "a-interact" ? 7 : 0,
      trajectory: tools.map(([tool, cost]) => ({ tool, cost })),
    });
  });

  test("an agent that breaks in the second phase keeps what the first has earned", () => {
    const { record, reward } = resultOf("crash", "seedbank_1", mode);
    expect({ reward, how: record.agentEnd.how }).toEqual({ reward: 0.7, how: "crashed" });
    expect(record.agentEnd.detail).toContain("out of ideas");
  });

  test("the reference solutions earn everything on every task", () => {
    const rewards = jobs.tasks.map(({ instance_id: id }) => [id, resultOf("oracle", id, mode).reward]);
    expect(rewards).toEqual(jobs.tasks.map(({ instance_id: id }) => [id, 1]));
    expect(rewards).toHaveLength(24);
  });
});

/** What was sent into the boxes of the trials in which the shipped agent's model plays so. */
function sentTo(play: BirdPlay): string[] {
  const agents = jobs.boxes.filter(({ spec }) => spec.labels.role === "agent");
  return agents.map((box) => box.bytes("stdin").toString("utf8")).filter((sent) => sent.includes(`[play ${play}]`));
}

/** As it is, in JSON, or in JSON within JSON. */
function holds(sent: string, text: string): boolean {
  return [text, inJson(text), inJson(inJson(text))].some((form) => sent.includes(form));
}

describe("the containers", () => {
  test("an agent's box is sent question, budget and answers, and no ground truth, task id or hidden knowledge", async () => {
    const { knowledge } = await readBirdDatabase("seedbank");
    const deleted = jobs.taskOf("seedbank_1").knowledge_ambiguity.map((item) => item.deleted_knowledge);
    const hidden = knowledge.filter(({ id }) => deleted.includes(id)).map(({ definition }) => definition);
    expect(hidden).toHaveLength(1);
    const guessing = sentTo("misread");
    expect(guessing).toHaveLength(4);
    for (const sent of guessing) {
      expect(jobs.tasks.filter(({ amb_user_query: question }) => holds(sent, question))).toHaveLength(1);
      for (const { instance_id: id, truth, query, follow_up: followUp } of jobs.tasks) {
        expect(sent).not.toMatch(new RegExp(`\\b${id}\\b`));
        const secrets = [...truth.sol_sql, ...truth.test_cases, ...(truth.follow_up?.sol_sql ?? []), query];
        for (const secret of secrets) expect(holds(sent, secret)).toBe(false);
        if (followUp !== undefined) expect(holds(sent, followUp.query)).toBe(false);
      }
      expect(sent).not.toMatch(/sol_sql|test_case|sql_snippet|deleted_knowledge|"session"|reward|POSTGRES/);
      if (holds(sent, jobs.taskOf("seedbank_1").amb_user_query)) {
        for (const text of hidden) expect(holds(sent, text)).toBe(false);
      }
    }
    // Where the model says it, it is found.
    const gold = goldOf(jobs.taskOf("seedbank_1"));
    expect(sentTo("gold").filter((sent) => holds(sent, gold))).toHaveLength(2);
  });

  test("none has a port, a mount or a key; agents have no network, the services only their own", () => {
    const roles = jobs.boxes.map(({ spec }) => spec.labels.role);
    expect(roles.filter((role) => role === "service")).toHaveLength(3);
    const networks = new Set<string>();
    for (const { spec, inspected } of jobs.boxes) {
      const { Config, HostConfig, Mounts, NetworkSettings } = inspected;
      expect(HostConfig.PortBindings ?? {}).toEqual({});
      expect(Mounts.filter(({ Type }) => Type === "bind")).toEqual([]);
      const names = Object.keys(NetworkSettings.Networks);
      if (spec.labels.role === "agent") expect(names).toEqual(["none"]);
      else for (const name of names) networks.add(name);
      const secrets = Config.Env.filter((line) => /key|token|secret|password/i.test(line));
      // The administrator's, random at each start; who holds it can be reached by environment and judge only.
      expect(secrets.map((line) => line.replace(/=[0-9a-f]{48}$/, ""))).toEqual(
        spec.image.kind === "build" && spec.image.name === "bird-postgres" ? ["POSTGRES_PASSWORD"] : [],
      );
    }
    expect(networks.size).toBe(1);
  });

  test("no clone and no role outlives its session", async () => {
    const left = "SELECT rolname FROM pg_roles WHERE rolname ~ '_(reader|owner|tester)_[0-9]+$'";
    await expect.poll(async () => await jobs.sql("postgres", left), { timeout: 20_000 }).toEqual([]);
    const clones = "SELECT count(*) FROM pg_database WHERE datname ~ '_clone_'";
    // Of each template: two made ready ahead, and the one that ground truth runs in.
    await expect.poll(async () => Number((await jobs.sql("postgres", clones))[0]), { timeout: 20_000 }).toBe(9);
  });
});

/** As it stands in a message. */
function inJson(text: string): string {
  return JSON.stringify(text).slice(1, -1);
}
