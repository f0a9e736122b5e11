import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, test, vi } from "vitest";
import { stripCandidate as strip } from "../../../src/channel/strip-candidate.ts";
import { showNight } from "../../../src/commands/show-night.ts";
import { runLoop } from "../../../src/loop/run-loop.ts";
import { writeSpending } from "../../../src/trials/spending.ts";
import { agentSource } from "../../helpers/fake-benchmark.ts";
import { type FakeExperiment, firstDeeds, openFakeExperiment, prepared } from "../../helpers/fake-experiment.ts";

vi.setConfig({ testTimeout: 60_000 });

async function night(rehearsal: boolean, better: boolean): Promise<FakeExperiment> {
  const deeds = { ...firstDeeds, "task-f": better ? 1 : 0, "task-c": better ? 1 : 0 };
  const experiment = await openFakeExperiment({
    rehearsal,
    settings: { iterations: 1 },
    async propose({ tree }) {
      await writeFile(join(tree, "agent/agent.ts"), agentSource(deeds, "edited"));
      return { summary: "plan first" };
    },
  });
  const split = await prepared(experiment);
  await runLoop(experiment, { split, strip, signal: new AbortController().signal });
  return experiment;
}

describe("the end of a night", () => {
  test("shows the table, both scores, what was kept and how to adopt it", async () => {
    await using experiment = await night(false, true);
    const text = (await showNight(experiment)).join("\n");
    expect(text).toMatch(/^1 +accepted +improvement +0\.7500 .* plan first$/m);
    expect(text).toContain("\ntest score: 0.5000 -> 0.7500\n");
    expect(text).toContain("noisy");
    expect(text).toContain("\n-// an agent\n");
    expect(text).toContain("\n+// edited\n");
    expect(text).toContain("auto-harness adopt");
    expect(text).not.toContain("rehearsal");
  });

  test("counts what was stated of the edits, and what came true", async () => {
    await using experiment = await openFakeExperiment({
      settings: { iterations: 1 },
      async propose({ tree, commands }) {
        await writeFile(
          join(tree, "agent/agent.ts"),
          agentSource({ ...firstDeeds, "task-f": 1, "task-g": 1, "task-b": 0 }),
        );
        await commands.gate({ fixes: ["task-g", "task-h"] });
        return { summary: "plan first" };
      },
    });
    const split = await prepared(experiment);
    await runLoop(experiment, { split, strip, signal: new AbortController().signal });
    expect(await showNight(experiment)).toContain(
      "predictions: 2 fixes stated, 1 came true; 1 task broke, which nobody stated",
    );
  });

  test("says when no edit was kept", async () => {
    await using experiment = await night(false, false);
    const text = (await showNight(experiment)).join("\n");
    expect(text).toContain("test score: 0.5000 -> 0.5000");
    expect(text).toContain("no edit was kept");
  });

  test("of a rehearsal says so beside its score, and what comes next", async () => {
    await using experiment = await night(true, true);
    const text = (await showNight(experiment)).join("\n");
    expect(text).toMatch(/test score: 0\.5000 -> 0\.7500 \(a rehearsal: .*no real score\)/);
    expect(text).toContain("rehearsal score");
    expect(text).toContain("cp experiment_config.yaml.template experiment_config.yaml");
  });

  test("has the time that providers were waited for, where it is worth a line", async () => {
    await using experiment = await night(false, false);
    const { journal } = experiment.context;
    for (const [throttledMs, lines] of [
      [900, []],
      [90_000, ["waited for models' providers: 1 min 30 s, added up over trials, whose clocks stood"]],
    ] as const) {
      writeSpending(journal, { costUsd: 0, tokens: 0, throttledMs });
      const shown = (await showNight(experiment)).filter((line) => line.startsWith("waited for"));
      expect(shown).toEqual(lines);
    }
  });

  test("before anything is recorded says so", async () => {
    await using experiment = await openFakeExperiment();
    expect(await showNight(experiment)).toEqual(["nothing is recorded yet"]);
  });
});

test("a rehearsal's nights give the same commits", async () => {
  await using first = await night(true, true);
  await using second = await night(true, true);
  expect(await second.lineage.history()).toEqual(await first.lineage.history());
});
