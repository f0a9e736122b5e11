import { describe, expect, it } from "vitest";
import { UserModel } from "../../../src/benchmarks/tau-bench/user-model.ts";
import { chatAnswer, type ScriptedAnswer, scriptedModel } from "../../helpers/scripted-model.ts";

const signal = new AbortController().signal;
const usable = chatAnswer({ content: "I want to cancel." });
const toolCall = (args: string) => ({
  status: 200,
  json: {
    choices: [{ message: { content: null, tool_calls: [{ id: "1", function: { name: "look", arguments: args } }] } }],
  },
});
const unusable: [what: string, answer: ScriptedAnswer][] = [
  ["no choice", { status: 200, json: { choices: [] } }],
  ["an empty text", chatAnswer({ content: " \n" })],
  ["no text", { status: 200, json: { choices: [{ message: { content: null } }] } }],
  ["half of its arguments", toolCall('{"a": ')],
  ["arguments that are a list", toolCall("[1]")],
];

async function ask(...answers: ScriptedAnswer[]) {
  const model = scriptedModel(answers);
  const user = new UserModel(model.handler, signal);
  const { result, body } = await user.call("/v1/chat/completions", Buffer.from("{}"), { signal });
  if (!(body instanceof Uint8Array)) throw new Error("the answer is passed on whole");
  const json = JSON.parse(Buffer.from(body).toString() || "null");
  return { user, result, json, asked: model.requests.length };
}

describe("the user's model", () => {
  it("is asked once where it answers, with words or with calls", async () => {
    for (const answer of [usable, toolCall('{"a": 1}')]) {
      const { user, asked, result } = await ask(answer);
      expect([asked, user.failed, user.refused]).toEqual([1, null, false]);
      expect(result).toMatchObject({ status: 200 });
    }
  });

  it.each(unusable)("that gives %s is asked again, and what it says then counts", async (_what, answer) => {
    const { user, asked, json } = await ask(answer, answer, usable);
    expect([asked, user.failed, user.refused]).toEqual([3, null, false]);
    expect(json.choices[0].message.content).toBe("I want to cancel.");
  });

  it.each(unusable)("that gives %s three times has nothing to say", async (_what, answer) => {
    const { user, asked } = await ask(answer, answer, answer, usable);
    expect([asked, user.failed, user.refused]).toEqual([3, "the user's model gave no usable answer 3 times", true]);
  });

  it.each([
    [400, true],
    [413, true],
    [422, true],
    [403, false],
    [503, false],
  ])("that answers %s is not asked again; it refuses what it is told: %s", async (status, refused) => {
    const { user, asked, result } = await ask({ status, json: { error: {} } }, usable);
    expect([asked, user.failed, user.refused]).toEqual([1, `the user's model answered ${status}`, refused]);
    expect(result).toMatchObject({ status });
  });
});
