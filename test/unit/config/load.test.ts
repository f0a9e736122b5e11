import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import type { ConfigProblem } from "../../../src/config/describe-issue.ts";
import { loadConfig, parseConfig } from "../../../src/config/load.ts";
import type { Config } from "../../../src/config/schema.ts";
import { HarnessError } from "../../../src/core/fault.ts";
import { temporaryFolder } from "../../helpers/temporary-folder.ts";

const names = {
  benchmarks: ["terminal-bench"],
  providers: ["docker"],
  codingAgents: ["built-in", "rehearsal"],
};
const minimal = "benchmark: terminal-bench\nagent_model: gpt-5.2\n";

function parse(text: string, overrides: Record<string, unknown> = {}): Config {
  return parseConfig(text, { file: "experiment_config.yaml", overrides, names });
}

function problemsOf(text: string, overrides: Record<string, unknown> = {}): ConfigProblem[] {
  try {
    parse(text, overrides);
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
      dataset: "starter",
      agent_model: "gpt-5.2",
      user_model: "gpt-5.2",
      env_provider: "docker",
      max_concurrency: 4,
      timeout_multiplier: 1,
      max_model_calls_per_trial: 200,
      gate: "strict-seed",
      split: "train",
      gate_split: "test",
      threshold: 0.8,
      seed: 42,
      train_fraction: 0.7,
      coding_agent: "built-in",
      coding_agent_model: "gpt-5.2",
      experiment: "main",
      iterations: 30,
      stop_after_no_improvement: 5,
    });
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
    expect(await loadConfig({ file, overrides, names })).toBeNull();
    await writeFile(file, "# nothing yet\n");
    expect(await loadConfig({ file, overrides, names })).toMatchObject({ agent_model: "m", dataset: "starter" });
    await mkdir(join(folder.path, "folder"));
    const unreadable = loadConfig({ file: join(folder.path, "folder"), overrides, names });
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
    ["env_provider: e2b", "env_provider", "e2b is not in this version; expected docker"],
    ["env_provider: daytona", "env_provider", "daytona is not in this version; expected docker"],
    ["env_provider: dokcer", "env_provider", 'expected docker, got "dokcer"; did you mean docker?'],
    [
      "coding_agent: builtin",
      "coding_agent",
      'expected one of built-in, rehearsal, got "builtin"; did you mean built-in?',
    ],
    ["domain: retail", "domain", "belongs to tau-bench, which this version does not have"],
    ["pg_host: x", "pg_host", "belongs to bird-interact, which this version does not have"],
    ["xyzzy: 1", "xyzzy", "unknown key"],
    ["__proto__: 1", "__proto__", "unknown key"],
    ["experiment: rehearsal", "experiment", 'the name rehearsal is taken by the rehearsal itself, got "rehearsal"'],
    ["split: test", "split", 'expected train, got "test"'],
    ["threshold: .nan", "threshold", "expected a number, got NaN"],
  ])("%s is refused", (line, key, message) => {
    expect(problemsOf(`${minimal}${line}\n`)).toEqual([{ key, line: 3, message }]);
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
