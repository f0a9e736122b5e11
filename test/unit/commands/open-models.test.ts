import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { tauOptions } from "../../../src/benchmarks/tau-bench/options.ts";
import { configTables } from "../../../src/commands/config-tables.ts";
import { liveModelsOf, modelsOf, neededKeys, openModels } from "../../../src/commands/open-models.ts";
import { openEnvironment } from "../../../src/config/env.ts";
import { parseConfig } from "../../../src/config/load.ts";
import type { Config } from "../../../src/config/schema.ts";
import { temporaryFolder } from "../../helpers/temporary-folder.ts";

const tau = "benchmark: tau-bench\ndomain: retail\n";

function configOf(text: string): Config {
  const benchmarks = { ...configTables.benchmarks, "tau-bench": { options: tauOptions, simulatesUser: true } };
  return parseConfig(text, { file: "config", tables: { ...configTables, benchmarks } });
}

async function open(text: string, variables: Record<string, string>) {
  await using folder = await temporaryFolder();
  const environment = await openEnvironment({ file: join(folder.path, ".env"), variables, terminal: false });
  return await openModels({ environment, root: folder.path }, configOf(text));
}

test("the models of a config are the agent's, the user's, the coding agent's and the analysis's", () => {
  const names =
    "agent_model: rehearsal/x\nuser_model: gpt-4.1\ncoding_agent_model: gpt-5.2\nanalysis_model: gpt-5.2-mini\n";
  const config = configOf(`${tau}${names}`);
  expect(modelsOf(config)).toEqual([
    { key: "agent_model", model: "rehearsal/x" },
    { key: "user_model", model: "gpt-4.1" },
    { key: "coding_agent_model", model: "gpt-5.2" },
    { key: "analysis_model", model: "gpt-5.2-mini" },
  ]);
  expect(liveModelsOf(config).map(({ key }) => key)).toEqual(["user_model", "coding_agent_model", "analysis_model"]);
});

describe("before anything starts", () => {
  test("one key serves models of one family", async () => {
    const upstreamFor = await open(`${tau}agent_model: gpt-5.2\nuser_model: gpt-4.1\n`, { OPENAI_API_KEY: "k" });
    expect(upstreamFor("gpt-4.1")).toBe(upstreamFor("gpt-5.2"));
  });

  test("a missing key is asked for, unless every model is a rehearsal", async () => {
    const live = open(`${tau}agent_model: gpt-5.2\nuser_model: gpt-4.1\n`, {});
    await expect(live).rejects.toMatchObject({ fault: "config", code: "key-missing" });
    const upstreamFor = await open("benchmark: terminal-bench\nagent_model: rehearsal/starter\n", {});
    expect(upstreamFor("rehearsal/starter")).toBeDefined();
  });

  test("a key that only the coding agent needs is asked for", async () => {
    const text = "benchmark: terminal-bench\nagent_model: rehearsal/starter\ncoding_agent_model: gpt-5.2\n";
    await expect(open(text, {})).rejects.toMatchObject({ fault: "config", code: "key-missing" });
  });

  const mixed = `${tau}agent_model: claude-opus-5\nuser_model: gpt-4.1\n`;

  test("every provider is given its own key, and a missing one is named with its model", async () => {
    const upstreamFor = await open(mixed, { OPENAI_API_KEY: "k", ANTHROPIC_API_KEY: "a" });
    expect([upstreamFor("claude-opus-5").name, upstreamFor("gpt-4.1").name]).toEqual([
      ...["api.anthropic.com", "api.openai.com"],
    ]);
    await expect(open(mixed, { OPENAI_API_KEY: "k" })).rejects.toMatchObject({
      ...{ fault: "config", code: "key-missing" },
      message: expect.stringMatching(/^claude-opus-5 needs ANTHROPIC_API_KEY/),
    });
  });

  test("an endpoint that is named serves every model but those that are meant directly", async () => {
    const named = "base_url: http://localhost:1/v1\n";
    const upstreamFor = await open(`${mixed}${named}`, {});
    expect(upstreamFor("claude-opus-5")).toBe(upstreamFor("gpt-4.1"));
    const direct = `${tau}agent_model: qwen\nuser_model: direct/openai/gpt-4.1\n${named}`;
    const both = await open(direct, { OPENAI_API_KEY: "k" });
    expect([both("qwen").name, both("direct/openai/gpt-4.1").name]).toEqual(["localhost:1", "api.openai.com"]);
    await expect(open(direct, {})).rejects.toMatchObject({ fault: "config", code: "key-missing" });
  });
});

test("the keys that a config needs are known by what needs them", () => {
  const config = configOf(
    `${tau}agent_model: gpt-5.2\nuser_model: direct/claude-opus-5\ncoding_agent_model: gpt-4.1\n`,
  );
  expect(neededKeys(config, { baseUrl: () => null })).toEqual(
    new Map([
      ["OPENAI_API_KEY", ["agent_model gpt-5.2", "coding_agent_model gpt-4.1"]],
      ["ANTHROPIC_API_KEY", ["user_model direct/claude-opus-5"]],
    ]),
  );
  const ownServer = neededKeys(config, { baseUrl: () => "http://localhost:1/v1" });
  expect([...ownServer.keys()]).toEqual(["ANTHROPIC_API_KEY"]);
});
