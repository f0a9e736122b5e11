import { describe, expect, test } from "vitest";
import { ownPack } from "../../../src/benchmarks/bird-interact/data/prompts/own.ts";
import {
  openSimulator,
  type UserSession,
} from "../../../src/benchmarks/bird-interact/environment/simulator/simulator.ts";
import type { UserModelBody } from "../../../src/benchmarks/bird-interact/environment/simulator/user-model.ts";

const signal = new AbortController().signal;
const gold = "SELECT name FROM trams WHERE built_on >= DATE '2015-01-01' ORDER BY name";
const followUpGold = "SELECT COUNT(*) FROM trams HAVING COUNT(*) > 1";
const session: UserSession = {
  model: "user-model",
  phase: 1,
  schema: "CREATE TABLE trams",
  row: {
    amb_user_query: "Which trams are recent?",
    query: "Which trams were built from 2015 on?",
    user_query_ambiguity: { critical_ambiguity: [{ term: "recent", sql_snippet: "built_on" }] },
    knowledge_ambiguity: [{ term: "tram", deleted_knowledge: 3 }],
    sol_sql: [gold],
    follow_up: { sol_sql: [followUpGold] },
  },
};

const says = (content: string | null, finish_reason = "stop") => ({
  choices: [{ index: 0, finish_reason, message: { role: "assistant", content } }],
});

class StatusError extends Error {
  readonly status: number;
  constructor(status: number) {
    super(`status ${status}`);
    this.status = status;
  }
}

/** A user whose model gives these answers in turn; an error is thrown. */
function userWith(answers: unknown[], version: "v1" | "v2" = "v2") {
  const asked: UserModelBody[] = [];
  const rest = [...answers];
  const user = openSimulator({
    pack: ownPack,
    version,
    model: async (body) => {
      asked.push(body);
      const answer = rest.shift();
      if (answer instanceof Error) throw answer;
      return answer;
    },
  });
  return { ask: async (question = "What is recent?", of = session) => await user.ask(of, question, { signal }), asked };
}

const promptOf = ({ messages }: UserModelBody) => messages[0]?.content ?? "";

describe("the simulated user", () => {
  test("sorts the question and then answers it", async () => {
    const { ask, asked } = userWith([says('<s>labeled("recent")</s>'), says("<s>From 2015 on.</s>")]);
    expect(await ask()).toEqual({ answer: "From 2015 on.", kind: "labelled", notes: [] });
    expect(asked.map(({ messages: _, ...rest }) => rest)).toEqual([
      { model: "user-model", temperature: 0, max_tokens: 500 },
      { model: "user-model", temperature: 0, max_tokens: 1024 },
    ]);
  });

  test("is given ambiguities and clauses to sort, and all it knows to answer", async () => {
    const { ask, asked } = userWith([says('<s>unlabeled("ORDER BY")</s>'), says("<s>By name.</s>")]);
    expect(await ask("In which order?")).toMatchObject({ kind: "unlabelled" });
    const [sorting = "", answering = ""] = asked.map(promptOf);
    for (const prompt of [sorting, answering]) {
      expect(prompt).toContain('user_query_ambiguity: \n{\n    "critical_ambiguity": [');
      expect(prompt).toContain('knowledge_ambiguity: \n[\n    {\n        "term": "tram"');
      expect(prompt).toContain("WHERE:\nWHERE built_on >= DATE '2015-01-01'\n\nORDER BY:\nORDER BY name");
      expect(prompt).toContain("In which order?");
    }
    expect(sorting).not.toContain(gold);
    for (const text of [gold, "from 2015 on", "CREATE TABLE trams", 'unlabeled("ORDER BY")']) {
      expect(answering).toContain(text);
    }
  });

  test("in phase 2 knows the follow-up's gold and no ambiguity, but phase 1's clear query", async () => {
    const { ask, asked } = userWith([says("<s>unanswerable()</s>"), says("<s>Sorry.</s>")]);
    await ask("How many?", { ...session, phase: 2 });
    const [, answering = ""] = asked.map(promptOf);
    expect(answering).toContain(followUpGold);
    expect(answering).toContain("from 2015 on");
    expect(answering).not.toContain(gold);
    expect(answering).not.toContain("sql_snippet");
  });

  test("chooses without thinking, and so with fewer tokens, by prompt version v1", async () => {
    const { ask, asked } = userWith([says("unanswerable()</s>"), says("Sorry.</s>")], "v1");
    expect(await ask()).toEqual({ answer: "Sorry.", kind: "unanswerable", notes: [] });
    expect(asked.map(({ max_tokens }) => max_tokens)).toEqual([200, 1024]);
  });

  test("is flagged when it quotes the gold, without the quotation", async () => {
    const quoting = says(`<s>Just run select name from trams where built_on >= date '2015-01-01'!</s>`);
    const { notes } = await userWith([says("<s>unanswerable()</s>"), quoting]).ask();
    expect(notes).toEqual([expect.stringMatching(/^the user's answer shares 1[0-9] tokens in a row/)]);
    expect(notes.join()).not.toContain("trams");
  });

  test("goes on with a choice that names no kind, and says so", async () => {
    const { ask, asked } = userWith([says("Hmm."), says("<s>What do you mean?</s>")]);
    expect(await ask()).toEqual({
      answer: "What do you mean?",
      kind: "unanswerable",
      notes: ["the user's model named no kind of question"],
    });
    expect(promptOf(asked[1] as UserModelBody)).toContain("Hmm.");
  });

  test("does not understand what its model answers unreadably, and says so", async () => {
    expect(await userWith([says("<s>unanswerable()</s>"), says("2015")]).ask()).toMatchObject({
      answer: "Sorry, I don't understand that question.",
      notes: ["the user's model gave no readable answer"],
    });
  });
});

describe("a model call that fails", () => {
  const failed = { fault: "infrastructure", code: "user-model-failed" };

  test.each([
    ["no answer at all", new Error("socket hang up")],
    ["status 503", new StatusError(503)],
    ["status 401", new StatusError(401)],
    ["something else than a completion", { error: "no" }],
    ["no choices", { choices: [] }],
  ])("with %s is the infrastructure's fault, in either call", async (_what, failure) => {
    await expect(userWith([failure]).ask()).rejects.toMatchObject(failed);
    await expect(userWith([says("<s>unanswerable()</s>"), failure]).ask()).rejects.toMatchObject(failed);
  });

  test.each([
    ["status 400", new StatusError(400)],
    ["nothing", says("", "length")],
    ["null", says(null, "content_filter")],
  ])("with %s is the question's doing when a harmless question is answered", async (_what, failure) => {
    const harmless = userWith([failure, says("<s>unanswerable()</s>")]);
    expect(await harmless.ask("something vile")).toEqual({
      answer: "Sorry, I don't understand that question.",
      kind: "unanswerable",
      notes: ["the user's model refused to sort a question"],
    });
    expect(harmless.asked).toHaveLength(2);
    expect(promptOf(harmless.asked[1] as UserModelBody)).not.toContain("something vile");
    const answering = userWith([says('<s>labeled("a")</s>'), failure, says("<s>Yes.</s>")]);
    expect(await answering.ask()).toMatchObject({ notes: ["the user's model refused to answer a question"] });
  });

  test("also with a harmless question is the infrastructure's fault", async () => {
    await expect(userWith([says("", "length"), says("", "length")]).ask()).rejects.toMatchObject({
      ...failed,
      message: expect.stringContaining("said nothing (finish reason length)"),
    });
    await expect(userWith([new StatusError(400), new StatusError(503)]).ask()).rejects.toMatchObject(failed);
  });

  test("because it is aborted says so", async () => {
    const controller = new AbortController();
    const user = openSimulator({
      pack: ownPack,
      version: "v2",
      model: async () => {
        controller.abort(new Error("over"));
        throw new Error("cut off");
      },
    });
    await expect(user.ask(session, "What?", controller)).rejects.toThrow("over");
  });
});

test("a question of unreasonable length is the agent's fault, and costs no call", async () => {
  const { ask, asked } = userWith([]);
  await expect(ask("a".repeat(20_001))).rejects.toMatchObject({ fault: "agent", code: "question-too-long" });
  expect(asked).toEqual([]);
});
