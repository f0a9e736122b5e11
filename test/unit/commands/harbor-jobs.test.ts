import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, test, vi } from "vitest";
import { stripCandidate as strip } from "../../../src/channel/strip-candidate.ts";
import { writeJobs } from "../../../src/commands/harbor-jobs.ts";
import { results } from "../../../src/commands/results.ts";
import { exists } from "../../../src/lib/exists.ts";
import { ensureBaseline } from "../../../src/loop/baseline.ts";
import { trialNameOf } from "../../../src/report/harbor/names.ts";
import { commandContext } from "../../helpers/command-context.ts";
import { openFakeExperiment, taskIds } from "../../helpers/fake-experiment.ts";

vi.setConfig({ testTimeout: 60_000 });

test("trials of train tasks show what was said, those of test tasks rewards alone, and before a split all of them", async () => {
  await using experiment = await openFakeExperiment();
  const { layout, context } = experiment;
  const { split } = await ensureBaseline(experiment, { strip, signal: new AbortController().signal });
  expect(await writeJobs(layout, context.journal)).toEqual({
    jobs: 1,
    trials: taskIds.length,
    written: taskIds.length,
  });
  const [job = ""] = await readdir(layout.host.jobs);
  expect(job).toMatch(/^baseline\.[0-9a-f]{8}$/);
  for (const record of context.journal.trials()) {
    const folder = join(layout.host.jobs, job, trialNameOf(record));
    const told = await Promise.all(["agent", "verifier"].map(async (part) => await exists(join(folder, part))));
    const train = split.train.includes(record.parts.task);
    expect([record.parts.task, ...told]).toEqual([record.parts.task, train, train]);
  }

  const elsewhere = { host: { ...layout.host, jobs: join(experiment.layout.root, "early"), splitFile: "/nowhere" } };
  await writeJobs(elsewhere, context.journal);
  const names = await readdir(join(elsewhere.host.jobs, job), { recursive: true });
  expect(names.filter((name) => /verifier|agent/.test(name))).toEqual([]);
});

test("the command says where they are and how to open them; again it writes what is new", async () => {
  await using experiment = await openFakeExperiment();
  await ensureBaseline(experiment, { strip, signal: new AbortController().signal });
  const { root } = experiment.layout;
  await experiment.write(
    "experiment_config.yaml",
    "benchmark: terminal-bench\nagent_model: rehearsal/starter\nexperiment: main\n",
  );
  const said = await commandContext(root);
  expect(await results.run({ harbor: true }, said)).toBe(0);
  const count = taskIds.length;
  expect(said.heard).toEqual([
    `${count} trials in 1 jobs, ${count} of them new. Open them with\n\n    harbor view .runs/main/jobs\n`,
  ]);
  const json = await commandContext(root);
  expect(await results.run({ harbor: true, json: true }, json)).toBe(0);
  const { jobs: folder } = experiment.layout.host;
  expect(json.heard.map((line) => JSON.parse(line))).toEqual([
    { version: 1, folder, jobs: 1, trials: count, written: 0 },
  ]);
  const [job = ""] = await readdir(folder);
  expect(JSON.parse(await readFile(join(folder, job, "config.json"), "utf8"))).toMatchObject({ job_name: job });
});
