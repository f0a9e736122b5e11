import { describe, expect, test } from "vitest";
import type { TrialKeyParts } from "../../../src/core/trial.ts";
import { trialKey, trialSeed } from "../../../src/trials/trial-key.ts";

const limits: TrialKeyParts["limits"] = {
  agentTimeoutMs: 120_000,
  verifierTimeoutMs: 60_000,
  maxModelCalls: 200,
  maxOutputTokens: null,
  maxCostUsd: null,
};
const parts: TrialKeyParts = {
  benchmark: "terminal-bench",
  task: "alpha",
  taskDigest: "d1",
  agent: "a1",
  agentImage: "i1",
  environment: "e1",
  model: "m1",
  reasoningEffort: null,
  upstream: "u1",
  limits,
  verification: "shared",
  step: "test",
  decision: "it-1",
  index: 0,
};

/** Each part, changed. */
const changes: Array<[string, Partial<TrialKeyParts>, changesLuck: boolean]> = [
  ["benchmark", { benchmark: "other" }, false],
  ["task", { task: "beta" }, true],
  ["taskDigest", { taskDigest: "d2" }, true],
  ["agent", { agent: "a2" }, true],
  ["agentImage", { agentImage: "i2" }, false],
  ["environment", { environment: "e2" }, false],
  ["agentProvider", { agentProvider: "e2b" }, false],
  ["model", { model: "m2" }, true],
  ["reasoningEffort", { reasoningEffort: "high" }, false],
  ["upstream", { upstream: "u2" }, false],
  ["agentTimeoutMs", { limits: { ...limits, agentTimeoutMs: 1 } }, false],
  ["verifierTimeoutMs", { limits: { ...limits, verifierTimeoutMs: 1 } }, false],
  ["maxModelCalls", { limits: { ...limits, maxModelCalls: 1 } }, false],
  ["maxOutputTokens", { limits: { ...limits, maxOutputTokens: 0 } }, false],
  ["maxCostUsd", { limits: { ...limits, maxCostUsd: 0 } }, false],
  ["verification", { verification: "fresh" }, false],
  ["step", { step: "train" }, true],
  ["decision", { decision: "it-2" }, true],
  ["index", { index: 1 }, true],
];

describe("a trial's key", () => {
  test("is the same for the same parts, whatever their order", () => {
    const turned = Object.fromEntries(
      Object.entries({ ...parts, limits: Object.fromEntries(Object.entries(limits).reverse()) }).reverse(),
    ) as unknown as TrialKeyParts;
    expect(trialKey(turned)).toBe(trialKey(parts));
    expect(trialKey(parts)).toMatch(/^[0-9a-f]{64}$/);
  });

  test("stays what journals already hold", () => {
    expect(trialKey(parts)).toBe("489a52321cdfe07f00846bc503ba0af7cf61125d28d3be2494f59aca5fe6fe58");
  });

  test("has a case here for every part", () => {
    const named = [...Object.keys(parts).filter((part) => part !== "limits"), ...Object.keys(limits), "agentProvider"];
    expect(changes.map(([part]) => part).sort()).toEqual(named.sort());
  });

  test.each(changes)("changes with %s", (_part, change) => {
    expect(trialKey({ ...parts, ...change })).not.toBe(trialKey(parts));
  });

  test("differs between all of these", () => {
    const keys = changes.map(([, change]) => trialKey({ ...parts, ...change }));
    expect(new Set(keys).size).toBe(changes.length);
  });
});

describe("a trial's luck", () => {
  test.each(changes)("with another %s", (_part, change, changesLuck) => {
    expect(trialSeed({ ...parts, ...change }) !== trialSeed(parts)).toBe(changesLuck);
  });

  test("is not the key", () => {
    expect(trialSeed(parts)).not.toBe(trialKey(parts));
  });
});
