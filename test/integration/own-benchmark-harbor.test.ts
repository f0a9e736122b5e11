// The four steps by which a dataset in Harbor's format is added: named, its reward's key, checked, a supplement of its own.

import { cp, mkdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, test } from "vitest";
import { openCliScene } from "../helpers/cli-scene.ts";

const fixture = join(import.meta.dirname, "../fixtures/harbor-tasks/several-rewards");

test("a Harbor dataset is added in four steps, with the person's own supplement and template before ours", async () => {
  await using scene = await openCliScene();
  const write = async (path: string, content: string) => await writeFile(join(scene.folder, path), content);
  await cp(fixture, join(scene.folder, "my-tasks/several-rewards"), { recursive: true });
  await mkdir(join(scene.folder, "program_templates"));
  await write("program_templates/my-tasks.md", "## My tasks\n\nWhat is special about them.\n");
  const config = (key: string) =>
    write(
      "experiment_config.yaml",
      `benchmark: terminal-bench\ndataset: ./my-tasks\nreward_key: ${key}\nagent_model: gpt-5.2\n`,
    );
  const env = { OPENAI_API_KEY: "sk-test" };

  // Its verifier gives several rewards, and to its reference solution not all of them.
  await config("style");
  expect(await scene.run(["benchmark", "--agent", "oracle"], { env })).toMatchObject({ exitCode: 4 });
  await config("words");
  const run = await scene.run(["benchmark", "--agent", "oracle"], { env });
  expect(run).toMatchObject({ exitCode: 0, stdout: expect.stringContaining("oracle: 1/1") });

  const program = await readFile(join(scene.folder, "PROGRAM.md"), "utf8");
  expect(program).toMatch(/^# PROGRAM\n/);
  expect(program).toMatch(/\n## My tasks\n\nWhat is special about them\.\n$/);
  const read = async (path: string) => await readFile(join(scene.folder, path), "utf8");
  expect(await read("agent/agent.ts")).toBe(await read("agent/templates/terminal-bench.ts"));

  await write("agent/templates/my-tasks.ts", "// my agent\nexport class HarnessAgent { async run() {} }\n");
  const again = await scene.run(["prepare", "--overwrite-agent", "--budget", "1"], { env });
  expect(again.stdout).toContain("made agent/agent.ts from agent/templates/my-tasks.ts");
  expect(await read("agent/agent.ts")).toContain("// my agent");
  expect(await scene.leftovers()).toEqual([]);
}, 300_000);
