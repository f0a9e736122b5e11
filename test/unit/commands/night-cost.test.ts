import { describe, expect, test, vi } from "vitest";
import { tauOptions } from "../../../src/benchmarks/tau-bench/options.ts";
import { configTables } from "../../../src/commands/config-tables.ts";
import { requireBudget } from "../../../src/commands/night-cost.ts";
import type { OpenExperiment } from "../../../src/commands/open-experiment.ts";
import { parseConfig } from "../../../src/config/load.ts";
import type { ConfigTables } from "../../../src/config/schema.ts";
import { type FakeExperiment, openFakeExperiment } from "../../helpers/fake-experiment.ts";
import { trialRecord } from "../../helpers/fake-trials.ts";

vi.setConfig({ testTimeout: 60_000 });

const tables: ConfigTables = {
  ...configTables,
  benchmarks: { ...configTables.benchmarks, "tau-bench": { options: tauOptions, simulatesUser: true } },
};
const tau = "benchmark: tau-bench\ndomain: retail\n";

interface Asked {
  said: string[];
  /** The fault's code; null where there was none. */
  refused: string | null;
}

/** Ten tasks, five iterations, three of ten in the test split. */
async function ask(
  lines: string,
  prepare: (experiment: FakeExperiment) => Partial<OpenExperiment> = () => ({}),
): Promise<Asked> {
  await using experiment = await openFakeExperiment();
  const changed = prepare(experiment);
  const text = lines.includes("benchmark:") ? lines : `benchmark: terminal-bench\n${lines}`;
  const config = parseConfig(text, { file: "config", tables });
  const said: string[] = [];
  try {
    requireBudget(
      { ...experiment, ...changed, config, spentUsd: () => 0 } as OpenExperiment,
      (line) => void said.push(line),
    );
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
      return {};
    });
    expect(said[1]).toBe(
      "at about $0.200 a trial (mean of the baseline so far) that is up to $19, and the coding agent's own calls",
    );
  });
});

describe("the number of trials", () => {
  test("by the default gate is that of decisions which go to their last re-run, and most are said to be shorter", async () => {
    const { said } = await ask("agent_model: gpt-5.2\nbudget_usd: 20\n", ({ settings }) => ({
      settings: { ...settings, gate: "default", finalReport: true },
    }));
    // 7 train and 3 test tasks: 7 + (3 · 7 + 5 + 12 · 3) + 3 · 7 an iteration, 4 · 3 at the end.
    expect(said[0]).toBe("a night is at most 472 trials: 10 for the baseline, then up to 90 in each of 5 iterations");
    expect(said[1]).toMatch(/^ {2}most iterations take far fewer: .*`auto-harness plan` says how many/);
  });

  test("grows with the trials of each task", async () => {
    const { said } = await ask("agent_model: gpt-5.2\nbudget_usd: 20\ntrials: 4\n");
    expect(said[0]).toBe(
      "a night is at most 380 trials: 40 for the baseline, then up to 68 in each of 5 iterations, 4 of each task every time",
    );
    expect(said[1]).toMatch(/^at about \$0\.161 a trial .* that is up to \$61,/);
  });

  /** Two train tasks, eight test tasks. */
  const ownSplit = ({ tasks }: FakeExperiment) => ({
    tasks: tasks.map((task, index) => ({ ...task, split: index < 2 ? ("train" as const) : ("test" as const) })),
  });

  test("follows the benchmark's own split", async () => {
    const { said } = await ask("agent_model: gpt-5.2\nbudget_usd: 20\ntrials: 2\n", ownSplit);
    expect(said[0]).toMatch(/^a night is at most 140 trials: 20 for the baseline, then up to 24 in each/);
  });

  test("follows train_fraction where the split is to be made from the baseline", async () => {
    const { said } = await ask("agent_model: gpt-5.2\nbudget_usd: 20\nsplit_by: baseline\n", ownSplit);
    expect(said[0]).toMatch(/^a night is at most 95 trials: 10 for the baseline, then up to 17 in each/);
  });
});

describe("a simulated user", () => {
  test("with a live model needs a budget, also where every other model is a rehearsal", async () => {
    const lines = `${tau}agent_model: rehearsal/starter\nuser_model: gpt-4.1\n`;
    const { said, refused } = await ask(lines);
    expect(refused).toBe("budget-missing");
    expect(said[1]).toMatch(
      /^at about \$0\.068 a trial \(a guess of 60000 tokens in and 4000 out, and of 30000 and 1000 for its user, list/,
    );
  });

  test("adds what its calls may cost", async () => {
    const { said } = await ask(`${tau}agent_model: gpt-5.2\nuser_model: gpt-4.1\nbudget_usd: 20\n`);
    expect(said[1]).toMatch(/^at about \$0\.229 a trial .* that is up to \$22,/);
  });

  test("of an unknown price is named, the agent's beside it", async () => {
    const unknown = async (models: string) => (await ask(`${tau}${models}budget_usd: 1\n`)).said[1];
    expect(await unknown("agent_model: gpt-5.2\nuser_model: theirs\n")).toMatch(/^the price of theirs is not known/);
    expect(await unknown("agent_model: ours\nuser_model: theirs\n")).toMatch(/^the price of ours and of theirs is/);
    expect(await unknown("agent_model: ours\nuser_model: ours\n")).toMatch(/^the price of ours is not known/);
  });

  test("is counted by what it cost in the baseline, and a trial without that figure is not", async () => {
    const { said } = await ask(`${tau}agent_model: m\nuser_model: u\nbudget_usd: 20\n`, ({ context }) => {
      const { usage } = trialRecord();
      const users = {
        a: { ...usage, costUsd: 0.05 },
        b: { ...usage, costUsd: 0.15 },
        c: { ...usage, costUsd: undefined },
      };
      for (const [task, userUsage] of Object.entries(users)) {
        context.journal.finishTrial(
          trialRecord({ task, step: "baseline", usage: { ...usage, costUsd: 0.1 }, userUsage }),
        );
      }
      return {};
    });
    expect(said[1]).toMatch(/^at about \$0\.200 a trial \(mean of the baseline so far\)/);
  });
});
