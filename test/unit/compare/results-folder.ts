// A person's folder with results of every kind: the same twelve tasks, of which two, three, ten or eleven pass.

import { mkdir } from "node:fs/promises";
import { join } from "node:path";
import { type TemporaryFolder, temporaryFolder } from "../../helpers/temporary-folder.ts";
import { writeFiles, writeHarborTrial } from "./readers/harbor-folders.ts";
import { writeJournal } from "./readers/journal-folder.ts";

const tasks = Array.from({ length: 12 }, (_, at) => `task-${at}`);

/** The first `passing` tasks pass, the last `missing` have no reward. */
function rewardsOf(passing: number, missing = 0): Record<string, number | null> {
  return Object.fromEntries(
    tasks.map((task, at) => [task, at >= tasks.length - missing ? null : at < passing ? 1 : 0] as const),
  );
}

export async function openResults(): Promise<TemporaryFolder> {
  const folder = await temporaryFolder();
  const { path } = folder;
  const rows = (rewards: Record<string, number | null>) => Object.entries(rewards);
  await writeFiles(path, {
    "two.csv": `task,reward\n${rows(rewardsOf(2))
      .map(([task, reward]) => `${task},${reward}\n`)
      .join("")}`,
    "ten.jsonl": rows(rewardsOf(10))
      .map(([task, reward]) => `${JSON.stringify({ task, reward })}\n`)
      .join(""),
    "lost.jsonl": rows(rewardsOf(10, 3))
      .map(([task, reward]) => `${JSON.stringify({ task, reward })}\n`)
      .join(""),
    "bad.csv": "task,reward\ntask-1,good\n",
  });
  for (const [task, reward] of rows(rewardsOf(3))) {
    await writeHarborTrial(join(path, "jobs/three"), { name: `${task}__a`, task, rewards: { reward: reward ?? 0 } });
  }
  const experiment = join(path, ".runs/mine");
  await mkdir(experiment, { recursive: true });
  await writeJournal(experiment, {
    split: { train: ["other"], test: tasks },
    verdicts: { "it-1": "accepted" },
    runs: [
      { agent: "aaaa1111", step: "baseline", rewards: { ...rewardsOf(3), other: 1 } },
      { agent: "bbbb2222", step: "test", decision: "it-1", rewards: rewardsOf(12) },
      { agent: "bbbb2222", step: "score", decision: "it-1", rewards: rewardsOf(11) },
    ],
  });
  return folder;
}
