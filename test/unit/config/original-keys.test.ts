// Every key of the original's experiment_config.yaml: honoured, or accepted with one line that says why it is needless.

import { describe, expect, test } from "vitest";
import { type BirdOptions, notesOf } from "../../../src/benchmarks/bird-interact/options.ts";
import { configTables } from "../../../src/commands/config-tables.ts";
import { openEnvironment } from "../../../src/config/env.ts";
import { parseConfig } from "../../../src/config/load.ts";
import type { Config } from "../../../src/config/schema.ts";

const all = [
  "agent_model: gpt-5.2",
  "user_model: gpt-5.2",
  "split: train",
  "gate_split: test",
  "threshold: 0.8",
  "max_concurrency: 3",
  "reasoning_effort: medium",
];

/** As the original's template has them, by benchmark. */
const files = {
  "terminal-bench": ["benchmark: terminal-bench", ...all, "dataset: terminal-bench@2.0", "env_provider: docker"],
  "tau-bench": ["benchmark: tau-bench", ...all, "domain: retail"],
  "bird-interact": [
    ...["benchmark: bird-interact", ...all, "mode: a-interact", "dataset: lite", "patience: 3"],
    ...["per_task_timeout: 1800", "system_agent_port: 6100", "user_sim_port: 6101", "db_env_port: 6102"],
    ...["bird_repo: ../BIRD-Interact", "bird_python_bin: /usr/bin/python3", "bird_data_path: ./data"],
    ...["pg_host: localhost", "pg_port: 5432", "pg_user: root", 'pg_password: "123123"'],
  ],
} as const;

type BenchmarkName = keyof typeof files;

function parse(benchmark: BenchmarkName): Config {
  const tables = configTables;
  return parseConfig(files[benchmark].join("\n"), { file: "experiment_config.yaml", overrides: {}, tables });
}

/** Lines that are said when the experiment is opened. */
function said(benchmark: BenchmarkName): string[] {
  const { notes = [], benchmarkOptions } = parse(benchmark);
  return [...notes, ...(benchmark === "bird-interact" ? notesOf(benchmarkOptions as BirdOptions) : [])];
}

const honoured: ReadonlyArray<[BenchmarkName, string, unknown]> = [
  ...(Object.keys(files) as BenchmarkName[]).flatMap(
    (benchmark): Array<[BenchmarkName, string, unknown]> => [
      [benchmark, "benchmark", benchmark],
      [benchmark, "agent_model", "gpt-5.2"],
      [benchmark, "split", "train"],
      [benchmark, "gate_split", "test"],
      [benchmark, "threshold", 0.8],
      [benchmark, "max_concurrency", 3],
      [benchmark, "reasoning_effort", "medium"],
    ],
  ),
  ["tau-bench", "user_model", "gpt-5.2"],
  ["bird-interact", "user_model", "gpt-5.2"],
  ["terminal-bench", "dataset", "terminal-bench@2.0"],
  ["terminal-bench", "env_provider", "docker"],
  ["tau-bench", "domain", "retail"],
  ["bird-interact", "mode", "a-interact"],
  ["bird-interact", "dataset", "lite"],
  ["bird-interact", "patience", 3],
  ["bird-interact", "per_task_timeout", 1800],
  ["bird-interact", "bird_repo", "../BIRD-Interact"],
  ["bird-interact", "bird_python_bin", "/usr/bin/python3"],
  ["bird-interact", "bird_data_path", "./data"],
];

const needless: ReadonlyArray<[BenchmarkName, string]> = [
  ["terminal-bench", "user_model"],
  ["bird-interact", "system_agent_port"],
  ["bird-interact", "user_sim_port"],
  ["bird-interact", "db_env_port"],
  ["bird-interact", "pg_host"],
  ["bird-interact", "pg_port"],
  ["bird-interact", "pg_user"],
  ["bird-interact", "pg_password"],
];

describe("a key of the original", () => {
  test.each(honoured)("with %s: %s is honoured", (benchmark, key, value) => {
    const config = parse(benchmark);
    const values: Record<string, unknown> = { ...config, ...(config.benchmarkOptions as object) };
    expect(values[key]).toEqual(value);
    expect(said(benchmark).filter((line) => line.startsWith(`${key} `))).toEqual([]);
  });

  test.each(needless)("with %s: %s is accepted, and one line says why it is not needed", (benchmark, key) => {
    const lines = said(benchmark).filter((line) => new RegExp(`\\b${key}\\b[^:]* (is|are) not needed: `).test(line));
    expect(lines.length).toBe(1);
  });

  test.each(Object.keys(files) as BenchmarkName[])("with %s: none is left out of these tables", (benchmark) => {
    const keys = files[benchmark].map((line) => line.slice(0, line.indexOf(":")));
    const tabled = [...honoured, ...needless].filter(([name]) => name === benchmark).map(([, key]) => key);
    expect(tabled.toSorted()).toEqual(keys.toSorted());
  });

  test.each(["docker", "e2b", "daytona"])("env_provider: %s is honoured", (provider) => {
    const text = `benchmark: terminal-bench\nagent_model: gpt-5.2\nenv_provider: ${provider}\n`;
    const options = { file: "experiment_config.yaml", overrides: {}, tables: configTables };
    expect(parseConfig(text, options).env_provider).toBe(provider);
    expect(() => parseConfig(text.replace(provider, "modal"), options)).toThrow(
      'env_provider: expected one of docker, e2b, daytona, got "modal"',
    );
    const placed = (agents: string) => parseConfig(`${text}agent_provider: ${agents}\n`, options).agent_provider;
    expect([parseConfig(text, options).agent_provider, placed("docker")]).toEqual([undefined, "docker"]);
    expect(() => placed("modal")).toThrow('agent_provider: expected one of docker, e2b, daytona, got "modal"');
  });
});

test("TAU2_DATA_DIR is accepted for tau-bench with a line, and nobody's business elsewhere", async () => {
  const variables = { TAU2_DATA_DIR: "/data/tau2" };
  const environment = await openEnvironment({ file: "/nowhere/.env", variables, terminal: false });
  expect(environment.needless("tau-bench")).toEqual([
    "TAU2_DATA_DIR is not needed: tau2's data are those of its package, pinned with its code in the image.",
  ]);
  expect(environment.needless("terminal-bench")).toEqual([]);
  const none = await openEnvironment({ file: "/nowhere/.env", variables: {}, terminal: false });
  expect(none.needless("tau-bench")).toEqual([]);
});
