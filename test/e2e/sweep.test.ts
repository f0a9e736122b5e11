// `auto-harness sweep` after a host that was killed, beside one that lives.

import { setTimeout as sleep } from "node:timers/promises";
import { expect, test } from "vitest";
import { openCliScene } from "../helpers/cli-scene.ts";

const benchmark = ["benchmark", "--agent", "oracle", "--task-ids", "write-makefile,git-author-rewrite"];

test("what a killed host left is removed, and a live neighbour's boxes stay", async () => {
  await using dead = await openCliScene();
  await using alive = await openCliScene();
  await using killed = dead.start(benchmark);
  await untilSome(async () => await dead.leftovers());
  killed.kill("SIGKILL");
  await killed.ended;

  await using neighbour = alive.start(benchmark);
  await untilSome(async () => await alive.leftovers());
  const swept = await dead.run(["sweep"]);
  expect(swept).toMatchObject({ exitCode: 0, stderr: "" });
  expect(swept.stdout).toMatch(/^removed \d+; left \d+ whose owner lives\n$/);
  // Another test's command may be at the same.
  await expect.poll(async () => await dead.leftovers()).toEqual([]);
  expect(await neighbour.ended).toMatchObject({ exitCode: 0 });
  expect(await alive.leftovers()).toEqual([]);
}, 900_000);

async function untilSome(list: () => Promise<string[]>): Promise<void> {
  for (let attempt = 0; attempt < 3000; attempt++) {
    if ((await list()).length > 0) return;
    await sleep(100);
  }
  throw new Error("no box was opened within five minutes");
}
