// `benchmark:` as the path of a person's own file.

import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, test } from "vitest";
import { findBenchmark } from "../../../src/commands/find-benchmark.ts";
import { readExperimentConfig } from "../../../src/commands/open-experiment.ts";
import { namesOf } from "../../../src/commands/prepare-files.ts";
import { commandContext } from "../../helpers/command-context.ts";
import { readPage } from "../../helpers/read-page.ts";
import { runCli } from "../../helpers/run-cli.ts";
import { temporaryFolder } from "../../helpers/temporary-folder.ts";

const page = join(import.meta.dirname, "../../../docs/own-benchmark.md");
/** As the test's loader finds it: a person's process has ours by its name. */
const plain = (source: string) =>
  source
    .replace(
      'import { defineBenchmark, runCandidate } from "auto-harness";',
      "const defineBenchmark = (b: any) => b; const runCandidate: any = 0;",
    )
    .replace('"zod"', JSON.stringify(import.meta.resolve("zod")));

async function benchmarkOnPage(): Promise<string> {
  return plain((await readPage(page)).files["word-lengths.ts"] ?? "");
}

test("a file is a benchmark like those of the table, its keys stand in the config", async () => {
  await using folder = await temporaryFolder();
  await writeFile(join(folder.path, "mine.ts"), await benchmarkOnPage());
  await writeFile(join(folder.path, "experiment_config.yaml"), "benchmark: ./mine.ts\nagent_model: m\nlongest: 5\n");
  const context = await commandContext(folder.path);
  const { config } = await readExperimentConfig(context, {});
  expect(config).toMatchObject({ benchmark: "./mine.ts", benchmarkOptions: { longest: 5 } });
  const benchmark = await findBenchmark(config.benchmark, folder.path);
  const loading = { root: folder.path, cacheFolder: folder.path, say: () => undefined, wanted: () => true };
  const tasks = await benchmark.load(config.benchmarkOptions, { ...loading, signal: context.signal });
  expect(tasks.map(({ id }) => id)).toEqual(["gate", "night"]);
  expect(namesOf(benchmark, config.benchmarkOptions)).toEqual(["command", "word-lengths"]);
});

test("a key that it does not have, or that is the harness's, is refused as anywhere", async () => {
  await using folder = await temporaryFolder();
  await writeFile(join(folder.path, "mine.ts"), await benchmarkOnPage());
  await writeFile(join(folder.path, "experiment_config.yaml"), "benchmark: ./mine.ts\nagent_model: m\nlongst: 5\n");
  await expect(readExperimentConfig(await commandContext(folder.path), {})).rejects.toMatchObject({
    ...{ code: "config-invalid", message: expect.stringContaining("longst: unknown key; did you mean longest?") },
  });
});

test.each([
  ["benchmark-missing", null, /there is no file .*mine\.ts/],
  ["benchmark-invalid", "export const x = ;", /mine\.ts can't be loaded: /],
  ["benchmark-invalid", "export const other = 1;", /must export `benchmark`, made with defineBenchmark/],
  ["benchmark-invalid", "export const benchmark = { name: 'terminal-bench' };", /comes with auto-harness/],
  [
    "benchmark-invalid",
    "export const benchmark = { name: 'mine', load: 1 };",
    /expected a function: \(options, context\)/,
  ],
])("%s: %j", async (code, source, message) => {
  await using folder = await temporaryFolder();
  if (source !== null) await writeFile(join(folder.path, "mine.ts"), source);
  await expect(findBenchmark("./mine.ts", folder.path)).rejects.toMatchObject({
    ...{ fault: "config", code, message: expect.stringMatching(message) },
  });
});

test("a person's process finds auto-harness and zod from wherever the file lies", async () => {
  await using folder = await temporaryFolder();
  const source = (await readPage(page)).files["word-lengths.ts"] ?? "";
  await writeFile(join(folder.path, "word-lengths.ts"), source.replace('"harbor", ', '"harbor", "harbor", '));
  await writeFile(
    join(folder.path, "experiment_config.yaml"),
    "benchmark: ./word-lengths.ts\nagent_model: m\ntask_ids: [none-of-these]\n",
  );
  // It gets as far as the tasks, without an engine.
  const run = await runCli(["prepare", "--budget", "1"], { cwd: folder.path, env: { OPENAI_API_KEY: "sk-test" } });
  expect(run).toMatchObject({ exitCode: 2, stderr: expect.stringContaining("no task of ./word-lengths.ts is left") });
}, 60_000);
