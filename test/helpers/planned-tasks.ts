// Small tasks that the rehearsal model solves: the first two as the agent is, the last two once it plans.

import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { writeTinyTasks } from "../../bench/trial-cost/tiny-tasks.ts";

/** Four of them, which share an image that needs nothing from elsewhere. */
export async function writePlannedTasks(folder: string): Promise<void> {
  await writeTinyTasks(folder, 4);
  for (const number of [1, 2, 3, 4]) {
    const steps = ["[[steps]]", 'run = "pwd"', "", "[[steps]]", ...(number > 2 ? ['when = "plan"'] : [])];
    const file = join(folder, `tiny-0${number}`, "rehearsal.toml");
    await writeFile(file, `${[...steps, `run = "echo ${number} > /app/answer"`].join("\n")}\n`);
  }
}
