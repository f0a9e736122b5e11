import { describe, expect, test } from "vitest";
import { onlySelectors, parseSelectors } from "../../../src/compare/selectors.ts";

const refused = (pattern: RegExp) =>
  expect.objectContaining({ fault: "config", code: "compare-selection", message: expect.stringMatching(pattern) });

describe("selectors", () => {
  test("are read from the text behind the path", () => {
    expect(
      parseSelectors("agent=4f3a,step=test,step=score,tasks=train,decision=it-3,model=a/b=c,reward=f2p", "x"),
    ).toEqual({
      ...{ agent: "4f3a", steps: ["test", "score"], tasks: "train", decision: "it-3", model: "a/b=c", reward: "f2p" },
    });
  });

  test.each([
    ["", /expected agent=…/],
    ["agent", /expected agent=…/],
    ["agent=", /expected agent=…/],
    ["agnet=4f3a", /there is no agnet; known are agent, model/],
    ["agent=1,agent=2", /agent is there twice/],
    ["tasks=validation", /expected test, train, holdout, all/],
    ["__proto__=x", /there is no __proto__/],
  ])("%j are refused", (text, pattern) => {
    expect(() => parseSelectors(text, "x")).toThrow(refused(pattern));
  });

  test("that a format does not know are refused", () => {
    onlySelectors({ agent: "x" }, ["agent"], "job");
    expect(() => onlySelectors({ agent: "x", steps: ["test"] }, ["agent"], "job")).toThrow(
      refused(/^job: can't be asked for step/),
    );
  });
});
