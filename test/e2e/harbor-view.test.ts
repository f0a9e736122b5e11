// Harbor's own viewer on an experiment of ours: what its API answers is what the journal has.

import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, test } from "vitest";
import { rewardOf, type TrialRecord } from "../../src/core/trial.ts";
import { readTrace } from "../../src/loop/kept-traces.ts";
import { jobNameOf, trialNameOf } from "../../src/report/harbor/names.ts";
import { readJournal } from "../../src/trials/journal.ts";
import { layout } from "../../src/workspace/layout.ts";
import { readSplit } from "../../src/workspace/split.ts";
import { openCliScene } from "../helpers/cli-scene.ts";
import { openHarborDocker, openHarborView } from "../helpers/harbor-reference.ts";

const tasks = ["cron-move-jobs", "git-recover-lost-work", "write-makefile", "worker-control-script"];

test("harbor view shows an experiment's jobs, tasks, trials, trajectories and verifiers", async () => {
  const signal = AbortSignal.timeout(500_000);
  await using scene = await openCliScene();
  const config = ["benchmark: terminal-bench", "agent_model: rehearsal/starter", "experiment: shown"];
  const ids = `task_ids: [${tasks.join(", ")}]`;
  await writeFile(join(scene.folder, "experiment_config.yaml"), [...config, ids, ""].join("\n"));
  const prepared = await scene.run(["prepare"], { timeoutMs: 400_000 });
  expect(prepared, prepared.stderr).toMatchObject({ exitCode: 0 });

  const written = await scene.run(["results", "--harbor"]);
  expect(written).toMatchObject({ exitCode: 0, stderr: "" });
  expect(written.stdout).toContain("\n    harbor view .runs/shown/jobs\n");

  const { host } = layout({ root: scene.folder, experiment: "shown" });
  using journal = readJournal(host.journalFile);
  const records = journal.trials();
  const train = new Set((await readSplit(host.splitFile))?.train);
  await using docker = await openHarborDocker();
  await using view = await openHarborView(docker, host.jobs, { signal });

  const [first] = records;
  if (first === undefined) throw new Error("nothing has run");
  const job = jobNameOf(first.parts);
  expect(new Set(records.map(({ parts }) => jobNameOf(parts)))).toEqual(new Set([job]));
  const trialPath = (record: TrialRecord) => `/api/jobs/${job}/trials/${trialNameOf(record)}`;
  const lists = [
    "/api/jobs",
    `/api/jobs/${job}`,
    `/api/jobs/${job}/tasks?sort_by=task_name`,
    `/api/jobs/${job}/trials`,
  ];
  const ofTrials = records.flatMap((record) =>
    ["", "/trajectory", "/verifier-output", "/artifacts", "/files"].map((what) => `${trialPath(record)}${what}`),
  );
  const answers = await view.get([...lists, ...ofTrials]);
  expect(Object.entries(answers).filter(([, { status }]) => status !== 200)).toEqual([]);
  const bodyOf = (path: string) => answers[path]?.body;

  const rewards = records.map(rewardOf).filter((reward) => reward !== null);
  const mean = rewards.reduce((sum, reward) => sum + reward, 0) / rewards.length;
  const count = records.length;
  expect(bodyOf("/api/jobs")).toMatchObject({
    total: 1,
    items: [
      {
        ...{ name: job, n_total_trials: count, n_completed_trials: count, agents: ["auto-harness"] },
        ...{ providers: ["rehearsal"], models: ["starter"], datasets: ["terminal-bench"] },
        evals: { "auto-harness__starter__terminal-bench": { metrics: [{ mean }] } },
        total_output_tokens: records.reduce((sum, { usage }) => sum + usage.outputTokens, 0),
      },
    ],
  });
  const rewardOfTask = (task: string) => records.filter(({ parts }) => parts.task === task).map(rewardOf)[0];
  expect(bodyOf(`/api/jobs/${job}/tasks?sort_by=task_name`)).toMatchObject({
    items: tasks.toSorted().map((task) => ({ task_name: task, n_trials: 1, avg_reward: rewardOfTask(task) })),
  });
  expect(bodyOf(`/api/jobs/${job}/trials`)).toMatchObject({ total: count });

  for (const record of records) {
    const [path, reward] = [trialPath(record), rewardOf(record)];
    expect(bodyOf(path)).toMatchObject({ task_name: record.parts.task, verifier_result: { rewards: { reward } } });
    const [trajectory, verifier] = [bodyOf(`${path}/trajectory`), bodyOf(`${path}/verifier-output`)];
    if (train.has(record.parts.task)) {
      const trace = await readTrace(host, record.key);
      const calls = trace?.events.filter(({ type }) => type === "model").length;
      const { steps } = trajectory as { steps: Array<{ llm_call_count?: number }> };
      expect(steps.filter(({ llm_call_count: asked }) => asked === 1)).toHaveLength(calls ?? -1);
      expect(verifier).toMatchObject({ stdout: record.verifierOutput, reward: { reward } });
    } else {
      // Nobody reads what happened on a test task.
      const nothing = { stdout: null, stderr: null, ctrf: null, reward: null, reward_details: null };
      expect([trajectory, verifier]).toEqual([null, nothing]);
    }
  }
  expect(await view.refusals()).toBe("");
}, 600_000);
