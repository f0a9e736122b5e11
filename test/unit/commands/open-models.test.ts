import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { tauOptions } from "../../../src/benchmarks/tau-bench/options.ts";
import { configTables } from "../../../src/commands/config-tables.ts";
import { liveModelsOf, modelsOf, openModels } from "../../../src/commands/open-models.ts";
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

test("the models of a config are the agent's, the user's and the coding agent's", () => {
  const config = configOf(`${tau}agent_model: rehearsal/x\nuser_model: gpt-4.1\ncoding_agent_model: gpt-5.2\n`);
  expect(modelsOf(config)).toEqual([
    { key: "agent_model", model: "rehearsal/x" },
    { key: "user_model", model: "gpt-4.1" },
    { key: "coding_agent_model", model: "gpt-5.2" },
  ]);
  expect(liveModelsOf(config).map(({ key }) => key)).toEqual(["user_model", "coding_agent_model"]);
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

  test("a model of another provider is refused by name, unless an endpoint is named: no key reaches somebody else", async () => {
    const keys = { OPENAI_API_KEY: "k", ANTHROPIC_API_KEY: "a" };
    const text = `${tau}agent_model: claude-opus-5\nuser_model: gpt-4.1\n`;
    await expect(open(text, keys)).rejects.toMatchObject({
      ...{ fault: "config", code: "provider-unknown" },
      message: expect.stringMatching(/^agent_model claude-opus-5 is not OpenAI's: set `base_url`/),
    });
    const upstreamFor = await open(`${text}base_url: http://localhost:1/v1\n`, keys);
    expect(upstreamFor("claude-opus-5")).toBe(upstreamFor("gpt-4.1"));
  });
});
