import { expect, test } from "vitest";
import { parseReward } from "../../../src/benchmarks/terminal-bench/reward.ts";

const noNumber = { reward: null, problem: "reward.txt does not hold a number" };
const noMap = { reward: null, problem: "reward.json is not a map of names to numbers" };

test.each<[string, string | undefined, string | undefined, ReturnType<typeof parseReward>]>([
  ["1", undefined, "1", { reward: 1 }],
  ["0", undefined, "0\n", { reward: 0 }],
  ["a part", undefined, " 0.25 \n", { reward: 0.25 }],
  ["an exponent", undefined, "5e-1", { reward: 0.5 }],
  ["above 1", undefined, "1.5", { reward: 1, problem: "reward 1.5 lies outside 0..1" }],
  ["below 0", undefined, "-3", { reward: 0, problem: "reward -3 lies outside 0..1" }],
  ["an empty file", undefined, "", noNumber],
  ["blanks", undefined, " \n", noNumber],
  ["a word", undefined, "pass", noNumber],
  ["two numbers", undefined, "1 0", noNumber],
  ["not a number", undefined, "nan", noNumber],
  ["no end", undefined, "inf", noNumber],
  ["JavaScript's own Infinity", undefined, "Infinity", noNumber],
  ["too large for a number", undefined, "1e999", noNumber],
  ["neither file", undefined, undefined, { reward: null, problem: "wrote no reward.txt or reward.json" }],
  ["a map with reward", '{"reward": 0.5}', undefined, { reward: 0.5 }],
  ["a map of one", '{"accuracy": 0.75}', undefined, { reward: 0.75 }],
  ["reward among others", '{"a": 1, "reward": 0, "b": 1}', undefined, { reward: 0 }],
  [
    "several without reward",
    '{"a": 1, "b": 1}',
    undefined,
    { reward: null, problem: 'reward.json has 2 keys and none is "reward"' },
  ],
  ["an empty map", "{}", undefined, { reward: null, problem: 'reward.json has 0 keys and none is "reward"' }],
  ["a map above 1", '{"reward": 2}', undefined, { reward: 1, problem: "reward 2 lies outside 0..1" }],
  ["the map wins over the text", '{"reward": 0}', "1", { reward: 0 }],
  ["a broken map is not mended by the text", "{", "1", noMap],
  ["a scalar", "1", "1", noMap],
  ["a list", "[1]", undefined, noMap],
  ["null", "null", undefined, noMap],
  ["a text for a number", '{"reward": "1"}', undefined, noMap],
  ["true for a number", '{"reward": true}', undefined, noMap],
  ["a number without end", '{"reward": 1e999}', undefined, noMap],
  ["an empty file", "", undefined, noMap],
])("%s (json %j, txt %j)", (_words, json, txt, expected) => {
  expect(parseReward({ json, txt })).toEqual(expected);
});
