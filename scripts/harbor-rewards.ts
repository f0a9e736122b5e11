// Writes test/fixtures/harbor-rewards.json anew: what Harbor's oracle and nop earn on the bundled tasks and on the
// fixtures of its format (docs/harbor.md). Needs an engine at /var/run/docker.sock: node scripts/harbor-rewards.ts
// With folders behind it, of tasks by folder, it prints the same of those and writes nothing.

import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { basename, join, resolve } from "node:path";
import { openHarborDocker } from "../test/helpers/harbor-reference.ts";
import { copyTasks, type HarborOutcome, type HarborRun, runHarborJob } from "../test/helpers/harbor-run.ts";

const root = join(import.meta.dirname, "..");
const own = [join(root, "datasets/starter"), join(root, "test/fixtures/harbor-tasks")];
const table = join(root, "test/fixtures/harbor-rewards.json");

interface Row {
  oracle: HarborOutcome;
  nop: HarborOutcome;
  /** Harbor ran it without the network policy that it asks for. */
  network?: "public";
}

const asked = process.argv.slice(2).map((folder) => resolve(folder));
await using docker = await openHarborDocker();
const folder = await mkdtemp(join(tmpdir(), "harbor-rewards-"));
try {
  const run: HarborRun = { folder, signal: AbortSignal.timeout(3_600_000), say: (line) => console.error(line) };
  const datasets: Record<string, Record<string, Row>> = {};
  for (const dataset of asked.length === 0 ? own : asked) datasets[basename(dataset)] = await rowsOf(dataset, run);
  const text = `${JSON.stringify({ harbor: "0.24.0", datasets }, null, 2)}\n`;
  if (asked.length === 0) await writeFile(table, text);
  else console.log(text);
} finally {
  await rm(folder, { recursive: true, force: true });
}

async function rowsOf(dataset: string, run: HarborRun): Promise<Record<string, Row>> {
  const copy = await copyTasks(docker, dataset, run);
  const outcomes = { oracle: await outcomesOf("oracle", copy, run), nop: await outcomesOf("nop", copy, run) };
  const none: HarborOutcome = { error: "none" };
  return Object.fromEntries(
    copy.tasks.map((task) => {
      const row = { oracle: outcomes.oracle.get(task) ?? none, nop: outcomes.nop.get(task) ?? none };
      return [task, copy.opened.includes(task) ? { ...row, network: "public" as const } : row] as const;
    }),
  );
}

/** One job for all; what has no result then, because Harbor left it out or ended before it, gets a job of its own. */
async function outcomesOf(
  agent: "oracle" | "nop",
  { folder: tasks, tasks: names }: { folder: string; tasks: readonly string[] },
  run: HarborRun,
): Promise<Map<string, HarborOutcome>> {
  const outcomes = await runHarborJob(docker, { tasks, agent, name: `${basename(tasks)}-${agent}` }, run);
  for (const name of names.filter((task) => !outcomes.has(task))) {
    const alone = { tasks: join(tasks, name), agent, name: `${basename(tasks)}-${agent}-${name}` };
    for (const [task, outcome] of await runHarborJob(docker, alone, run)) outcomes.set(task, outcome);
  }
  return outcomes;
}
