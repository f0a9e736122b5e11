// A dataset with planted faults: one sound task, one that can't be read, one that doing nothing solves, one whose
// reference solution fails.

import { cp, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";

const sound = join(import.meta.dirname, "../../datasets/starter/write-makefile");

export async function plantTasks(folder: string): Promise<void> {
  const task = (id: string) => join(folder, id);
  for (const id of ["as-it-should-be", "no-tests", "nop-passes", "oracle-fails"]) {
    await cp(sound, task(id), { recursive: true });
  }
  await rm(join(task("no-tests"), "tests/test.sh"));
  await writeFile(join(task("oracle-fails"), "solution/solve.sh"), "#!/bin/sh\necho 'no luck' >&2\nexit 1\n");
  const gift = "#!/bin/sh\nmkdir -p /logs/verifier\necho 1 > /logs/verifier/reward.txt\n";
  await writeFile(join(task("nop-passes"), "tests/test.sh"), gift);
}
