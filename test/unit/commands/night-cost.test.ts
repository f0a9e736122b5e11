import { describe, expect, test, vi } from "vitest";
import { tableNames } from "../../../src/commands/names.ts";
import { requireBudget } from "../../../src/commands/night-cost.ts";
import type { OpenExperiment } from "../../../src/commands/open-experiment.ts";
import { parseConfig } from "../../../src/config/load.ts";
import { type FakeExperiment, openFakeExperiment } from "../../helpers/fake-experiment.ts";
import { trialRecord } from "../../helpers/fake-trials.ts";

vi.setConfig({ testTimeout: 60_000 });

interface Asked {
  said: string[];
  /** The fault's code; null where there was none. */
  refused: string | null;
}

/** Ten tasks, five iterations, three of ten in the test split. */
async function ask(lines: string, prepare: (experiment: FakeExperiment) => void = () => undefined): Promise<Asked> {
  await using experiment = await openFakeExperiment();
  prepare(experiment);
  const config = parseConfig(`benchmark: terminal-bench\n${lines}`, { file: "config", names: tableNames });
  const said: string[] = [];
  try {
    requireBudget({ ...experiment, config, spentUsd: () => 0 } as OpenExperiment, (line) => void said.push(line));
    return { said, refused: null };
  } catch (error) {
    expect(error).toMatchObject({ fault: "config" });
    return { said, refused: (error as { code: string }).code };
  }
}

test("a rehearsal costs nothing and says nothing of money", async () => {
  expect(await ask("agent_model: rehearsal/starter\ncoding_agent: rehearsal\n")).toEqual({ said: [], refused: null });
});

describe("a live model", () => {
  test("with a budget has the size of a night and what a trial may cost said, as a guess", async () => {
    const { said, refused } = await ask("agent_model: gpt-5.2\nbudget_usd: 20\n");
    expect(refused).toBeNull();
    expect(said).toEqual([
      "a night is at most 95 trials: 10 for the baseline, then up to 17 in each of 5 iterations",
      expect.stringMatching(
        /^at about \$0\.161 a trial \(a guess of 60000 tokens in and 4000 out, list prices of \d{4}-\d\d-\d\d\) that is up to \$15,/,
      ),
      expect.stringMatching(/^the budget is \$20: /),
    ]);
  });

  test("without a budget is refused, after the same was said", async () => {
    const { said, refused } = await ask("agent_model: gpt-5.2\n");
    expect([said.length, refused]).toEqual([2, "budget-missing"]);
  });

  test("for the coding agent alone needs a budget too", async () => {
    const { refused } = await ask("agent_model: rehearsal/starter\ncoding_agent_model: gpt-5.2\n");
    expect(refused).toBe("budget-missing");
  });

  test("of an unknown price says so", async () => {
    const { said } = await ask("agent_model: my-own\nbudget_usd: 1\n");
    expect(said[1]).toBe("the price of my-own is not known: set `prices` in experiment_config.yaml");
  });

  test("of a price in the config is counted by it", async () => {
    const lines = "agent_model: my-own\nbudget_usd: 1\nprices: { my-own: { input: 1, output: 10 } }\n";
    expect((await ask(lines)).said[1]).toMatch(/^at about \$0\.100 a trial .* up to \$(9|10),/);
  });

  test("that has run is counted by what its trials cost", async () => {
    const { said } = await ask("agent_model: gpt-5.2\nbudget_usd: 20\n", ({ context }) => {
      const { usage } = trialRecord();
      for (const [task, costUsd] of Object.entries({ a: 0.1, b: 0.3, c: undefined })) {
        context.journal.finishTrial(trialRecord({ task, step: "baseline", usage: { ...usage, costUsd } }));
      }
    });
    expect(said[1]).toBe(
      "at about $0.200 a trial (mean of the baseline so far) that is up to $19, and the coding agent's own calls",
    );
  });
});
