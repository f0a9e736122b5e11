import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, test } from "vitest";
import { pause as pauseCommand } from "../../../src/commands/pause.ts";
import { resume as resumeCommand } from "../../../src/commands/resume.ts";
import type { Standing } from "../../../src/commands/standing.ts";
import { status } from "../../../src/commands/status.ts";
import { iterationName, refusal } from "../../../src/loop/iteration-record.ts";
import type { JobEvent } from "../../../src/trials/job.ts";
import { openJournal } from "../../../src/trials/journal.ts";
import { noteProgress } from "../../../src/trials/progress.ts";
import { noteProviderWait } from "../../../src/trials/provider-wait.ts";
import { layout } from "../../../src/workspace/layout.ts";
import { appendResult } from "../../../src/workspace/results-tsv.ts";
import { commandContext } from "../../helpers/command-context.ts";
import { trialRecord } from "../../helpers/fake-trials.ts";
import { temporaryFolder } from "../../helpers/temporary-folder.ts";

const config =
  "benchmark: terminal-bench\nagent_model: gpt-5.2\nbudget_usd: 9\nmax_hours: 8\ntarget_score: 0.9\niterations: 12\n";

async function openScene() {
  await using undo = new AsyncDisposableStack();
  const folder = undo.use(await temporaryFolder()).path;
  await writeFile(join(folder, "experiment_config.yaml"), config);
  const paths = layout({ root: folder, experiment: "main" });
  await mkdir(paths.workspace, { recursive: true });
  const owned = undo.move();
  const run = async (command: typeof status, flags = {}) => {
    const context = await commandContext(folder);
    expect(await command.run(flags, context)).toBe(0);
    return context.heard;
  };
  return {
    paths,
    run,
    json: async () => JSON.parse((await run(status, { json: true })).join("\n")) as Standing,
    [Symbol.asyncDispose]: async () => await owned.disposeAsync(),
  };
}

test("status beside a process that holds the experiment says how far it is, what was judged and what is left", async () => {
  await using scene = await openScene();
  const { paths } = scene;
  using journal = openJournal(paths.host.journalFile, paths.host.lockFile);
  await appendResult(paths.resultsFile, {
    ...{ iteration: 0, valScore: 0.5, commit: "baseline", evalsPassed: 0, evalsTotal: 0 },
    at: new Date("2026-01-01T00:00:00Z"),
  });
  const record = {
    ...{ version: 1, summary: "", candidate: null, trainScore: null, commit: null, costUsd: 1, throttledMs: 0 },
    ...{ startedAt: "2026-01-01T00:00:00Z", endedAt: "2026-01-01T01:30:00Z", phase: "done" },
  };
  journal.write(iterationName(1), { ...record, iteration: 1, verdict: refusal("it-1", "futility", "") });
  journal.write(iterationName(2), {
    ...{ ...record, iteration: 2, phase: "gating", verdict: null, endedAt: null },
    startedAt: new Date(Date.now() - 3_600_000).toISOString(),
  });
  journal.write("spent-usd", 2.5);
  journal.write("throttled-ms", 61_000);
  noteProviderWait(journal, { provider: "e2b", since: "2026-01-01T02:13:00.000Z" });
  const usage = { sandboxes: 24, hours: 0.5, processorHours: 1, memoryGibHours: 0.25 };
  journal.write("sandbox-usage", { version: 1, providers: { e2b: usage } });
  const named = { task: "a-task", step: "test" } as const;
  noteProgress(journal, { type: "job-start", job: "it-2", trials: 20 });
  noteProgress(journal, { type: "trial-start", ...named });
  noteProgress(journal, { type: "trial-start", ...named });
  const ended = { type: "trial-end", record: trialRecord(), total: 24, ...named } as const;
  const ends: JobEvent[] = [
    { ...ended, cached: false, done: 6 },
    { ...ended, cached: true, done: 7 },
  ];
  for (const end of ends) noteProgress(journal, end);
  noteProgress(journal, { type: "log" });

  const standing = await scene.json();
  expect(standing.hours).toBeCloseTo(2.5, 1);
  expect({ ...standing, hours: 0 }).toEqual({
    ...{ version: 1, experiment: "main", gate: "default", running: true, pausedSince: null },
    ...{ recordedScore: "0.5000", targetScore: 0.9, suiteTasks: 0 },
    iterations: {
      ...{ done: 1, atMost: 12, withoutImprovement: 1, stopsWithout: 20 },
      underWay: { iteration: 2, phase: "gating" },
    },
    verdicts: [{ iteration: 1, verdict: "rejected", reason: "futility" }],
    trials: { done: 0, underWay: 1, job: { name: "it-2", done: 7, total: 24 } },
    spent: { costUsd: 2.5, budgetUsd: 9, tokens: 0, budgetTokens: null },
    ...{ hours: 0, maxHours: 8, throttledMs: 61_000 },
    providerWait: { provider: "e2b", since: "2026-01-01T02:13:00.000Z" },
    sandboxes: { e2b: { sandboxes: 24, hours: 0.5, processorHours: 1, memoryGibHours: 0.25 } },
  });
  const lines = await scene.run(status);
  expect(lines).toEqual(
    expect.arrayContaining([
      expect.stringMatching(/^now: waiting for e2b since \d\d:13; a process holds it and goes on/),
      "e2b: 24 sandboxes, 0.50 hours, 1.00 processor-hours, 0.25 GiB-hours, of all runs",
      "iterations: 1 done of at most 12, number 2 under way (gating)",
      "verdicts: 0 accepted, 1 rejected, 0 inconclusive; the last: 1 rejected (futility)",
      "trials: 0 done, 1 under way; it-2: 7 of 24, 17 ahead",
      "spent: $2.50 of $9.00",
      "target: the loop ends at a recorded score of 0.9",
    ]),
  );
  expect(lines.join("\n")).not.toContain("a-task");
  noteProviderWait(journal, null);
  expect((await scene.run(status))[1]).toBe("now: a process works on it");
});

test("pause and resume say whether something runs, and status shows it", async () => {
  await using scene = await openScene();
  const { paths } = scene;
  expect((await scene.run(pauseCommand))[0]).toMatch(
    /^paused since \S+; nothing runs now, and a loop that begins waits/,
  );
  using journal = openJournal(paths.host.journalFile, paths.host.lockFile);
  expect((await scene.run(pauseCommand))[0]).toMatch(/^paused since \S+: trials under way end and are kept/);
  expect(await scene.json()).toMatchObject({ running: true, pausedSince: expect.stringMatching(/^20.*Z$/) });
  expect((await scene.run(status))[1]).toMatch(
    /^now: paused since .*; a process holds it and begins nothing new until/,
  );
  journal[Symbol.dispose]();
  expect((await scene.run(status))[1]).toMatch(
    /nothing runs, and a loop that begins waits until `auto-harness resume`$/,
  );
  expect(await scene.run(resumeCommand)).toEqual(["nothing runs now: `auto-harness loop` goes on"]);
  expect(await scene.run(resumeCommand)).toEqual(["it was not paused; nothing runs"]);
  expect(await scene.json()).toMatchObject({ running: false, pausedSince: null });
});

test("a look whether an experiment is held does not keep a process from taking it", async () => {
  await using scene = await openScene();
  const { paths } = scene;
  openJournal(paths.host.journalFile, paths.host.lockFile)[Symbol.dispose]();
  expect((await scene.json()).running).toBe(false);
  using again = openJournal(paths.host.journalFile, paths.host.lockFile);
  expect(again.trials()).toEqual([]);
  expect((await scene.json()).running).toBe(true);
});
