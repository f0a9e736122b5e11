import { describe, expect, test } from "vitest";
import { parseReward } from "../../../src/benchmarks/terminal-bench/verification/reward.ts";

const noNumber = { reward: null, problem: "reward.txt does not hold a number" };
const noMap = { reward: null, problem: "reward.json is not a map of names to numbers" };

type Parsed = ReturnType<typeof parseReward>;

/** With `reward` as the only one. */
function one(given: number, rest: Partial<Parsed> = {}): Parsed {
  return { reward: given, rewards: { reward: given }, ...rest };
}

test.each<[string, string | undefined, string | undefined, Parsed]>([
  ["1", undefined, "1", one(1)],
  ["0", undefined, "0\n", one(0)],
  ["a part", undefined, " 0.25 \n", one(0.25)],
  ["an exponent", undefined, "5e-1", one(0.5)],
  ["above 1", undefined, "1.5", one(1.5, { reward: 1, problem: "reward 1.5 lies outside 0..1" })],
  ["below 0", undefined, "-3", one(-3, { reward: 0, problem: "reward -3 lies outside 0..1" })],
  ["an empty file", undefined, "", noNumber],
  ["blanks", undefined, " \n", noNumber],
  ["a word", undefined, "pass", noNumber],
  ["two numbers", undefined, "1 0", noNumber],
  ["not a number", undefined, "nan", noNumber],
  ["no end", undefined, "inf", noNumber],
  ["JavaScript's own Infinity", undefined, "Infinity", noNumber],
  ["too large for a number", undefined, "1e999", noNumber],
  ["neither file", undefined, undefined, { reward: null, problem: "wrote no reward.txt or reward.json" }],
  ["a map with reward", '{"reward": 0.5}', undefined, one(0.5)],
  ["a map of one", '{"accuracy": 0.75}', undefined, { reward: 0.75, rewards: { accuracy: 0.75 } }],
  [
    "reward among others",
    '{"a": 1, "reward": 0, "b": 1}',
    undefined,
    { reward: 0, rewards: { a: 1, reward: 0, b: 1 } },
  ],
  [
    "several without reward",
    '{"a": 1, "b": 1}',
    undefined,
    {
      ...{ reward: null, rewards: { a: 1, b: 1 } },
      problem: 'reward.json has 2 rewards ("a", "b") and none is "reward": name the one that counts with reward_key',
    },
  ],
  ["an empty map", "{}", undefined, { reward: null, rewards: {}, problem: "reward.json names no reward" }],
  ["a map above 1", '{"reward": 2}', undefined, one(2, { reward: 1, problem: "reward 2 lies outside 0..1" })],
  ["the map wins over the text", '{"reward": 0}', "1", one(0)],
  ["a broken map is not mended by the text", "{", "1", noMap],
  ["a scalar", "1", "1", noMap],
  ["a list", "[1]", undefined, noMap],
  ["null", "null", undefined, noMap],
  ["a text for a number", '{"reward": "1"}', undefined, noMap],
  ["true for a number", '{"reward": true}', undefined, noMap],
  ["a number without end", '{"reward": 1e999}', undefined, noMap],
  ["an empty file", "", undefined, noMap],
])("%s (json %j, txt %j)", (_words, json, txt, expected) => {
  expect(parseReward({ json, txt }, { rewardKey: null })).toEqual(expected);
});

describe("a reward by its name", () => {
  const rewardKey = "accuracy";

  test("counts whatever others there are", () => {
    const json = '{"reward": 1, "accuracy": 0.25, "speed": 1}';
    expect(parseReward({ json, txt: "1" }, { rewardKey }).reward).toBe(0.25);
  });

  test.each([
    [
      '{"reward": 1, "speed": 1}',
      undefined,
      'reward.json has no "accuracy", which reward_key names, but "reward", "speed"',
    ],
    ['{"speed": 1}', undefined, 'reward.json has no "accuracy", which reward_key names, but "speed"'],
    [undefined, "1", 'reward.txt has no "accuracy", which reward_key names, but "reward"'],
  ])("that is missing is no reward (json %j, txt %j)", (json, txt, problem) => {
    expect(parseReward({ json, txt }, { rewardKey })).toMatchObject({ reward: null, problem });
  });

  test("is no name that every object has", () => {
    expect(parseReward({ json: '{"a": 1}', txt: undefined }, { rewardKey: "toString" }).reward).toBeNull();
  });
});
