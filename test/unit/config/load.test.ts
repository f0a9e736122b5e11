import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { z } from "zod";
import { tauOptions } from "../../../src/benchmarks/tau-bench/options.ts";
import { configTables } from "../../../src/commands/config-tables.ts";
import type { ConfigProblem } from "../../../src/config/describe-issue.ts";
import { loadConfig, parseConfig } from "../../../src/config/load.ts";
import type { Config, ConfigTables } from "../../../src/config/schema.ts";
import { HarnessError } from "../../../src/core/fault.ts";
import { temporaryFolder } from "../../helpers/temporary-folder.ts";

const dataset = z.string().trim().min(1).default("starter");
const tables: ConfigTables = {
  benchmarks: {
    "terminal-bench": { options: z.strictObject({ dataset }), simulatesUser: false },
    "tau-bench": { options: tauOptions, simulatesUser: true },
    // A key of the same name with another type, and a rule over two keys.
    numbers: {
      options: z
        .strictObject({ dataset: z.number(), most: z.number().default(3) })
        .refine(({ dataset, most }) => dataset <= most, { path: ["dataset"], error: "expected at most `most`" }),
      simulatesUser: false,
    },
  },
  providers: ["docker"],
  codingAgents: ["built-in", "command", "rehearsal"],
};
const minimal = "benchmark: terminal-bench\nagent_model: gpt-5.2\n";
const tau = "benchmark: tau-bench\nagent_model: gpt-5.2\n";

function parse(text: string, overrides: Record<string, unknown> = {}, known = tables): Config {
  return parseConfig(text, { file: "experiment_config.yaml", overrides, tables: known });
}

function problemsOf(text: string, overrides: Record<string, unknown> = {}, known = tables): ConfigProblem[] {
  try {
    parse(text, overrides, known);
  } catch (error) {
    if (!(error instanceof HarnessError)) throw error;
    expect(error).toMatchObject({ fault: "config", code: "config-invalid" });
    return error.context["problems"] as ConfigProblem[];
  }
  throw new Error("no problem was found");
}

describe("a config that is fine", () => {
  test("defaults fill what the file leaves out", () => {
    expect(parse(minimal)).toEqual({
      benchmark: "terminal-bench",
      benchmarkOptions: { dataset: "starter" },
      agent_model: "gpt-5.2",
      env_provider: "docker",
      trials: 1,
      max_concurrency: 4,
      timeout_multiplier: 1,
      max_model_calls_per_trial: 200,
      gate: "default",
      pre_screen: true,
      record_test: false,
      split: "train",
      gate_split: "test",
      threshold: 0.8,
      split_by: "benchmark",
      seed: 42,
      train_fraction: 0.7,
      holdout: 0,
      final_report: true,
      coding_agent: "built-in",
      coding_agent_model: "gpt-5.2",
      coding_agent_minutes: 60,
      coding_agent_max_calls: 500,
      experiment: "main",
      iterations: 30,
      stop_after_no_improvement: 20,
      outage_minutes: 30,
    });
  });

  test("each benchmark has keys of its own, with defaults of its own", () => {
    expect(parse(`${tau}domain: airline\nuser_model: gpt-4.1\nverified: true\n`)).toMatchObject({
      agent_model: "gpt-5.2",
      user_model: "gpt-4.1",
      benchmarkOptions: {
        ...{ domain: "airline", max_steps: 200, max_errors: 10, trial_seed: 300 },
        ...{ verified: true, turn_timeout_sec: 300 },
      },
    });
    const own = parse("benchmark: numbers\nagent_model: m\ndataset: 2\n");
    expect(own.benchmarkOptions).toEqual({ dataset: 2, most: 3 });
    expect(Object.keys(own)).not.toContain("dataset");
  });

  test("flags win over the file, and flags that are not given change nothing", () => {
    const config = parse(`${minimal}threshold: 0.5\nseed: 7\n`, { threshold: 0.9, seed: undefined });
    expect([config.threshold, config.seed]).toEqual([0.9, 7]);
  });

  test("task ids that look like numbers are ids", () => {
    expect(parse(`${minimal}task_ids: [12, "git-*"]\n`).task_ids).toEqual(["12", "git-*"]);
  });

  test("a file that is missing is null, an empty one with flags is defaults", async () => {
    await using folder = await temporaryFolder();
    const file = join(folder.path, "experiment_config.yaml");
    const overrides = { benchmark: "terminal-bench", agent_model: "m" };
    expect(await loadConfig({ file, overrides, tables })).toBeNull();
    await writeFile(file, "# nothing yet\n");
    expect(await loadConfig({ file, overrides, tables })).toMatchObject({
      agent_model: "m",
      benchmarkOptions: { dataset: "starter" },
    });
    await mkdir(join(folder.path, "folder"));
    const unreadable = loadConfig({ file: join(folder.path, "folder"), overrides, tables });
    await expect(unreadable).rejects.toMatchObject({ fault: "config", code: "config-unreadable" });
  });
});

describe("a config with problems", () => {
  test("all of them are listed with key, line and what was expected", () => {
    const text = `benchmark: terminal-bench
treshold: 0.5
max_concurrency: 0
prices:
  my-model:
    input: free
    outputt: 1
train_fraction: 1
task_ids: []
experiment: Main
base_url: ftp://example.org
seed:
`;
    expect(problemsOf(text)).toEqual([
      { key: "treshold", line: 2, message: "unknown key; did you mean threshold?" },
      { key: "max_concurrency", line: 3, message: "expected a number of at least 1, got 0" },
      { key: "prices.my-model.output", line: 5, message: "missing; expected a number" },
      { key: "prices.my-model.input", line: 6, message: 'expected a number, got "free"' },
      { key: "prices.my-model.outputt", line: 7, message: "unknown key; did you mean output?" },
      { key: "train_fraction", line: 8, message: "expected a number below 1, got 1" },
      { key: "task_ids", line: 9, message: "expected a list that is not empty, got []" },
      {
        key: "experiment",
        line: 10,
        message: 'expected up to 40 of a-z, 0-9 and -, not beginning with -, got "Main"',
      },
      { key: "base_url", line: 11, message: 'expected an http or https address, got "ftp://example.org"' },
      { key: "seed", line: 12, message: "empty; give it a number, or take the line away" },
      { key: "agent_model", line: null, message: "missing; expected a string" },
    ]);
  });

  test.each([
    ["env_provider: modal", "env_provider", 'expected docker, got "modal"'],
    ["env_provider: dokcer", "env_provider", 'expected docker, got "dokcer"; did you mean docker?'],
    [
      "coding_agent: builtin",
      "coding_agent",
      'expected one of built-in, command, rehearsal, got "builtin"; did you mean built-in?',
    ],
    [
      "coding_agent: command",
      "coding_agent_command",
      "missing; with `coding_agent: command` it says what is run",
      null,
    ],
    ["domain: retail", "domain", "belongs to benchmark tau-bench, this is terminal-bench"],
    ["most: 1", "most", "belongs to benchmark numbers, this is terminal-bench"],
    ["datset: x", "datset", "unknown key; did you mean dataset?"],
    ["dataset: 1", "dataset", "expected a string, got 1"],
    ['dataset: " "', "dataset", 'expected some text, got " "'],
    ["trials: 0", "trials", "expected a number of at least 1, got 0"],
    ["trials: 33", "trials", "expected a number of at most 32, got 33"],
    ["trials: 1.5", "trials", "expected a whole number, got 1.5"],
    ["split_by: basline", "split_by", 'expected one of benchmark, baseline, got "basline"; did you mean baseline?'],
    ["xyzzy: 1", "xyzzy", "unknown key"],
    ["__proto__: 1", "__proto__", "unknown key"],
    ["experiment: rehearsal", "experiment", 'the name rehearsal is taken by the rehearsal itself, got "rehearsal"'],
    ["split: test", "split", 'expected train, got "test"'],
    ["threshold: .nan", "threshold", "expected a number, got NaN"],
  ] as Array<[string, string, string, null?]>)("%s is refused", (line, key, message, at) => {
    expect(problemsOf(`${minimal}${line}\n`)).toEqual([{ key, line: at === null ? null : 3, message }]);
  });

  const taken =
    "missing; a user is simulated, whose model is never silently the agent's, as another user makes other scores: name one, such as gpt-4.1, with which tau-bench scores are usually published";
  const domains = "one of retail, airline, telecom";

  test("what a benchmark needs is asked for with its reason, beside every other problem", () => {
    expect(problemsOf(`${tau}dataset: starter\ntreshold: 1\n`)).toEqual([
      { key: "dataset", line: 3, message: "belongs to benchmarks terminal-bench, numbers, this is tau-bench" },
      { key: "treshold", line: 4, message: "unknown key; did you mean threshold?" },
      { key: "domain", line: null, message: `missing; expected ${domains}` },
      { key: "user_model", line: null, message: taken },
    ]);
  });

  test.each([
    ["domain: retial", "domain", `expected ${domains}, got "retial"; did you mean retail?`],
    ["domain: banking_knowledge", "domain", `expected ${domains}, got "banking_knowledge"`],
    ["domain:", "domain", `empty; give it ${domains}, or take the line away`],
    ["user_model: 4.1", "user_model", "expected a string, got 4.1"],
    ['user_model: ""', "user_model", 'expected some text, got ""'],
    ["max_step: 10", "max_step", "unknown key; did you mean max_steps?"],
    ["max_steps: 0", "max_steps", "expected a number of at least 1, got 0"],
    ["max_steps: 1e9", "max_steps", "expected a number of at most 10000, got 1000000000"],
    ["max_errors: 2.5", "max_errors", "expected a whole number, got 2.5"],
    ["trial_seed: -1", "trial_seed", "expected a number of at least 0, got -1"],
    ['verified: "no"', "verified", 'expected a boolean, got "no"'],
    ["turn_timeout_sec: 0", "turn_timeout_sec", "expected a number above 0, got 0"],
    ["turn_timeout_sec: 5m", "turn_timeout_sec", 'expected a number, got "5m"'],
  ])("of tau-bench %s is refused", (line, key, message) => {
    const others = { domain: "domain: retail\n", user_model: "user_model: gpt-4.1\n" };
    const rest = Object.entries(others).flatMap(([name, text]) => (name === key ? [] : [text]));
    expect(problemsOf(`${tau}${line}\n${rest.join("")}`)).toEqual([{ key, line: 3, message }]);
  });

  test.each([
    [minimal, "pg_host: x", "pg_host", "belongs to benchmark bird-interact, this is terminal-bench"],
    [`${tau}domain: retail\n`, "patience: 3", "patience", "belongs to benchmark bird-interact, this is tau-bench"],
  ])("a key of another benchmark that there is names it: %s%s", (start, line, key, message) => {
    expect(problemsOf(`${start}${line}\n`, {}, configTables)).toContainEqual({
      ...{ key, message },
      line: start.split("\n").length,
    });
  });

  test("a rule over several keys of a benchmark holds", () => {
    expect(problemsOf("benchmark: numbers\nagent_model: m\ndataset: 9\nmost: 8\n")).toEqual([
      { key: "dataset", line: 3, message: "expected at most `most`, got 9" },
    ]);
  });

  test.each([
    ["benchmark: tau-bnch", { line: 2, message: `expected one of terminal-bench, tau-bench, numbers, got "tau-bnch"` }],
    ["benchmark: toString", { line: 2, message: `expected one of terminal-bench, tau-bench, numbers, got "toString"` }],
    ["benchmark: 7", { line: 2, message: "expected one of terminal-bench, tau-bench, numbers, got 7" }],
    ["# no benchmark", { line: null, message: "missing; expected one of terminal-bench, tau-bench, numbers" }],
  ])("without a known benchmark (%s) only keys of none are wrong beside it", (line, { message, ...where }) => {
    const problems = problemsOf(`agent_model: m\n${line}\ndomain: retail\nuser_model: g\ndataset: x\nxyzzy: 1\n`);
    expect(problems).toHaveLength(2);
    expect(problems).toContainEqual({ key: "xyzzy", line: 6, message: "unknown key" });
    expect(problems).toContainEqual({ key: "benchmark", ...where, message: expect.stringContaining(message) });
  });

  test("a benchmark can't have a key of the common ones", () => {
    const options = z.strictObject({ seed: z.number() });
    const clash = { ...tables, benchmarks: { clash: { options, simulatesUser: false } } };
    const load = () => parseConfig("benchmark: clash\n", { file: "x", tables: clash });
    expect(load).toThrow("seed, an option of clash, is a common key of the config");
  });

  test("a flag is named as such", () => {
    const [problem] = problemsOf(`${minimal}threshold: 0.5\n`, { threshold: 2 });
    expect(problem).toEqual({
      key: "threshold",
      line: null,
      message: "expected a number of at most 1, got 2 (from a flag)",
    });
  });

  test.each([
    ["benchmark: [", 1],
    [`${minimal}agent_model: twice\n`, 3],
    [`${minimal}  indented: 1\n`, 2],
    ["- a\n- b\n", 1],
    ["just words\n", 1],
    [`${minimal}---\nbenchmark: x\n`, 3],
  ])("YAML that can't be a config names its line: %j", (text, line) => {
    expect(problemsOf(text)[0]).toMatchObject({ key: "", line });
  });
});
