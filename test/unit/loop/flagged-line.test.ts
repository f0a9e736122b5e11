import { describe, expect, test } from "vitest";
import { stripCandidate as strip } from "../../../src/channel/strip-candidate.ts";
import type { TrialRecord, VerificationFlag } from "../../../src/core/trial.ts";
import { decideCandidate } from "../../../src/loop/decide-candidate.ts";
import { flaggedLine } from "../../../src/loop/flagged-line.ts";
import { compileCandidate } from "../../../src/loop/freeze-candidate.ts";
import { agentSource } from "../../helpers/fake-benchmark.ts";
import { firstDeeds, openFakeExperiment, prepared } from "../../helpers/fake-experiment.ts";
import { trialRecord } from "../../helpers/fake-trials.ts";

function record(agent: string, task: string, ...flags: VerificationFlag[]): TrialRecord {
  const verification = { mode: "shared", reasons: ["the config says so"], flags } as const;
  return trialRecord({ agent, task, notes: ["base image x replaced by y"], verification });
}

const left = "processes-left";
const changed = "system-changed";

describe("what is said of a candidate that is flagged", () => {
  const incumbents = [record("old", "alpha"), record("old", "beta"), record("old", "gamma", left)];
  const lineOf = (...records: TrialRecord[]) => flaggedLine(records, { candidate: "new", incumbents });

  test("is the number of tasks where the incumbent left none", () => {
    const found = lineOf(record("new", "alpha", left), record("new", "alpha", left), record("new", "gamma", left));
    const where = "1 task where the incumbent left none";
    const why = "one that is left may have written its own reward";
    expect(found).toBe(`[gate]         flagged: it left processes in ${where}; ${why}`);
    expect(lineOf(record("new", "alpha", left), record("new", "beta", left))).toContain("in 2 tasks where");
  });

  test("is said of each flag by itself", () => {
    expect(lineOf(record("new", "gamma", left, changed), record("new", "alpha", changed))).toBe(
      "[gate]         flagged: it changed system files in 2 tasks where the incumbent changed none; a verifier that uses them is told what they say",
    );
    expect(lineOf(record("new", "alpha", left, changed))).toMatch(/it left processes in 1 task .*; it changed system/);
  });

  test("is nothing where the incumbent leaves some too, where it left none, or where the incumbent's arm did", () => {
    expect(lineOf(record("new", "gamma", left), record("new", "alpha"), record("old", "beta", left))).toBeNull();
  });
});

test("a decision says it beside its verdict, and names no task", async () => {
  let processes: string[] = [];
  await using experiment = await openFakeExperiment({
    wrap: (provider) => ({
      ...provider,
      open: async (spec, options) => {
        const sandbox = await provider.open(spec, options);
        sandbox.processes = async () => processes;
        return sandbox;
      },
    }),
  });
  const split = await prepared(experiment);
  const compiled = compileCandidate(agentSource({ ...firstDeeds, "task-f": 1 }, "better"), strip);
  if (compiled.kind === "refused") throw new Error(compiled.detail);
  processes = ["sh -c while"];
  const { verdict } = await decideCandidate(experiment, {
    ...{ decision: "it-1", candidate: compiled.candidate, split, fixes: [], again: false, reader: "person", strip },
    ...{ incumbent: await experiment.read("agent/agent.ts"), signal: new AbortController().signal },
  });
  expect(verdict.verdict).toBe("accepted");
  const said = experiment.said().filter((line) => line.includes("flagged"));
  // Three of the suite and four of the test split.
  expect(said).toEqual([expect.stringContaining("it left processes in 7 tasks where the incumbent left none")]);
});
