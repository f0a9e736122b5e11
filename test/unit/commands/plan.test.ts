import { describe, expect, test, vi } from "vitest";
import { stripCandidate } from "../../../src/channel/strip-candidate.ts";
import { plan } from "../../../src/commands/plan.ts";
import { compileCandidate } from "../../../src/loop/freeze-candidate.ts";
import { heldRuns } from "../../../src/loop/incumbent-history.ts";
import { runStep } from "../../../src/loop/run-trials.ts";
import { commandContext } from "../../helpers/command-context.ts";
import { type FakeExperiment, openFakeExperiment, prepared } from "../../helpers/fake-experiment.ts";
import { temporaryFolder } from "../../helpers/temporary-folder.ts";

vi.setConfig({ testTimeout: 60_000 });

const config = "benchmark: terminal-bench\nagent_model: gpt-5.2\nbudget_usd: 20\n";
const flags = { decisions: "20" };

async function incumbentOf(experiment: FakeExperiment) {
  const compiled = compileCandidate(await experiment.read("agent/agent.ts"), stripCandidate);
  if (compiled.kind === "refused") throw new Error(compiled.detail);
  const { code, digest } = compiled.candidate;
  return { kind: "candidate", code, digest } as const;
}

describe("auto-harness plan", () => {
  test("says from the journal alone what a decision costs and sees", async () => {
    await using experiment = await openFakeExperiment();
    await experiment.write("experiment_config.yaml", config);
    await prepared(experiment);
    const context = await commandContext(experiment.layout.root);
    expect(await plan.run(flags, context)).toBe(0);
    const text = context.heard.join("\n");
    expect(text).toMatch(/^experiment main: gate \S+, 4 test tasks, a suite of 0, 1 trial a run, 4 at a time$/m);
    expect(text).toMatch(/^incumbent: 0\.5000 ± 0\.\d{3} on the test split \(1 run\)/m);
    expect(text).toContain("NOT MEASURED");
    expect(text).toMatch(/^ +\+0\.0 +\d/m);
    expect(experiment.ran()).toEqual([]);
  });

  test("with one more run of the incumbent measures the noise, which never enters the gate's history", async () => {
    await using experiment = await openFakeExperiment();
    await experiment.write("experiment_config.yaml", config);
    const { test: tasks } = await prepared(experiment);
    const agent = await incumbentOf(experiment);
    const before = heldRuns(experiment, agent.digest, tasks);
    await runStep(experiment, {
      ...{ step: "noise", decision: "aa-1", tasks, agent, signal: new AbortController().signal },
    });
    expect(heldRuns(experiment, agent.digest, tasks)).toEqual(before);
    const context = await commandContext(experiment.layout.root);
    expect(await plan.run({ ...flags, json: true }, context)).toBe(0);
    const made = JSON.parse(context.heard.join(""));
    expect(made).toMatchObject({
      ...{ version: 1, experiment: "main", testTasks: 4, simulatedDecisions: 20 },
      incumbent: { scores: [0.5, 0.5], selected: false },
      noise: { repeated: 4, pairs: [{ first: 0.5, second: 0.5, differing: 0, tasks: 4 }] },
    });
  });

  test("is refused before anything has run", async () => {
    await using folder = await temporaryFolder();
    await expect(plan.run(flags, await commandContext(folder.path))).rejects.toMatchObject({ code: "no-journal" });
  });

  test("is refused before there is a baseline", async () => {
    await using experiment = await openFakeExperiment();
    await experiment.write("experiment_config.yaml", config);
    const context = await commandContext(experiment.layout.root);
    await expect(plan.run(flags, context)).rejects.toMatchObject({ code: "not-prepared" });
  });

  test.each(["0", "19", "2.5", "many", "1e9"])("refuses --decisions %s", async (decisions) => {
    await using folder = await temporaryFolder();
    await expect(plan.run({ decisions }, await commandContext(folder.path))).rejects.toMatchObject({
      code: "flag-invalid",
    });
  });
});
