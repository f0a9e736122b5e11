// A dataset with planted faults: one sound task, one that can't be read, one that doing nothing solves, one whose
// reference solution fails, one that believes a reward that lies about, one whose verifier throws dice.

import { cp, readFile, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";

const sound = join(import.meta.dirname, "../../datasets/starter/write-makefile");

export const plantedFaults = ["flaky-verifier", "forgeable", "no-tests", "nop-passes", "oracle-fails"] as const;

export async function plantTasks(folder: string): Promise<void> {
  const task = (id: string) => join(folder, id);
  for (const id of ["as-it-should-be", ...plantedFaults]) await cp(sound, task(id), { recursive: true });
  const test = (id: string) => join(task(id), "tests/test.sh");
  const honest = await readFile(test("as-it-should-be"), "utf8");
  await rm(test("no-tests"));
  await writeFile(join(task("oracle-fails"), "solution/solve.sh"), "#!/bin/sh\necho 'no luck' >&2\nexit 1\n");
  await writeFile(test("nop-passes"), "#!/bin/sh\nmkdir -p /logs/verifier\necho 1 > /logs/verifier/reward.txt\n");
  await writeFile(test("forgeable"), `${honest}[ -f /app/reward.txt ] && cp /app/reward.txt /logs/verifier/\n`);
  const dice = `r=/logs/verifier/reward.txt; [ "$(cat $r)" = 1 ] && echo "0.$(od -An -N3 -tu4 /dev/urandom | tr -d ' ')" > $r\n`;
  await writeFile(test("flaky-verifier"), `${honest}${dice}`);
}
