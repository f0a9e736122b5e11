// The bundled tasks as the command checks them: a reference solution earns 1, doing nothing earns 0; a dataset of which
// that is not true is named.

import { cp, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, test } from "vitest";
import { openCliScene } from "../helpers/cli-scene.ts";

const starter = join(import.meta.dirname, "../../datasets/starter");

test.each([
  ["oracle", "24/24"],
  ["nop", "0/24"],
])(
  "%s earns %s on the bundled tasks",
  async (agent, total) => {
    await using scene = await openCliScene();
    const { exitCode, stdout, stderr } = await scene.run(["benchmark", "--agent", agent], { timeoutMs: 570_000 });
    expect({ exitCode, stderr, last: stdout.trimEnd().split("\n").at(-1) }).toEqual({
      ...{ exitCode: 0, stderr: "" },
      last: `${agent}: ${total}`,
    });
    expect(await scene.leftovers()).toEqual([]);
  },
  600_000,
);

test("a task whose reference solution fails and one that nothing solves are named, with exit code 4", async () => {
  await using scene = await openCliScene();
  const task = (id: string) => join(scene.folder, "tasks", id);
  for (const id of ["as-it-should-be", "oracle-fails", "nop-passes"]) {
    await cp(join(starter, "write-makefile"), task(id), { recursive: true });
  }
  await writeFile(join(task("oracle-fails"), "solution/solve.sh"), "#!/bin/sh\nexit 1\n");
  await writeFile(
    join(task("nop-passes"), "tests/test.sh"),
    "#!/bin/sh\nmkdir -p /logs/verifier\necho 1 > /logs/verifier/reward.txt\n",
  );
  const config = ["benchmark: terminal-bench", "dataset: ./tasks", "agent_model: rehearsal/starter", ""];
  await writeFile(join(scene.folder, "experiment_config.yaml"), config.join("\n"));

  const oracle = await scene.run(["benchmark", "--agent", "oracle"]);
  expect(oracle).toMatchObject({ exitCode: 4, stderr: "" });
  expect(oracle.stdout).toMatch(/\noracle: 2\/3\n {2}oracle-fails earned 0, expected 1\n$/);

  const nop = await scene.run(["benchmark", "--agent", "nop"]);
  expect(nop).toMatchObject({ exitCode: 4, stderr: "" });
  expect(nop.stdout).toMatch(/\nnop: 1\/3\n {2}nop-passes earned 1, expected 0\n$/);
  expect(await scene.leftovers()).toEqual([]);
}, 300_000);
