import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, test } from "vitest";
import { configOf, knownKeys } from "../../../src/commands/doctor-command.ts";
import { openEnvironment } from "../../../src/config/env.ts";
import { temporaryFolder } from "../../helpers/temporary-folder.ts";

async function known(config: string | null, variables: Record<string, string> = {}) {
  await using folder = await temporaryFolder();
  if (config !== null) await writeFile(join(folder.path, "experiment_config.yaml"), config);
  const environment = await openEnvironment({ file: join(folder.path, ".env"), variables, terminal: false });
  return await knownKeys(environment, configOf({ environment, root: folder.path }));
}

test("doctor knows which keys the config's models need", async () => {
  const config = "benchmark: terminal-bench\nagent_model: claude-opus-5\ncoding_agent_model: gpt-5.2\n";
  const { keys, configProblem } = await known(config, { OPENAI_API_KEY: "k" });
  expect(configProblem).toBeUndefined();
  expect(keys.filter(({ neededBy = [] }) => neededBy.length > 0)).toEqual([
    { name: "OPENAI_API_KEY", set: true, neededBy: ["coding_agent_model gpt-5.2"] },
    { name: "ANTHROPIC_API_KEY", set: false, neededBy: ["agent_model claude-opus-5"] },
  ]);
});

test("without a config, or with the rehearsal's, no key is needed", async () => {
  const { keys } = await known(null);
  expect(keys.flatMap(({ neededBy = [] }) => neededBy)).toEqual([]);
});

test("a config that can't be read is a problem to be told, not the end of the examination", async () => {
  const { keys, configProblem } = await known("benchmark: nothing\n");
  expect(configProblem).toContain("experiment_config.yaml");
  expect(keys.every(({ neededBy }) => neededBy === undefined)).toBe(true);
});
