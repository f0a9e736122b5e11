// What oracle and nop earn here and in Harbor itself, on every task that both can run: test/fixtures/harbor-rewards.json
// is Harbor's side, made by scripts/harbor-rewards.ts. Where they differ on purpose, it is said here why.

import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, test } from "vitest";
import { z } from "zod";
import { terminalBench } from "../../src/benchmarks/terminal-bench/terminal-bench.ts";
import type { TrialRecord } from "../../src/core/trial.ts";
import { rewardsOf } from "../../src/report/harbor/trial-result.ts";
import { runJob } from "../../src/trials/run-job.ts";
import { openTestDocker } from "../helpers/open-test-docker.ts";
import { completion, scriptedUpstream } from "../helpers/scripted-upstream.ts";
import { temporaryFolder } from "../helpers/temporary-folder.ts";
import { openTerminalTrials } from "../helpers/terminal-trials.ts";

/** By task: why a reward here is another one than Harbor's. */
const differences: Readonly<Record<string, string>> = {
  "hangs-after-report": "a verifier that reports and then hangs has reported; Harbor drops what it wrote",
  "host-variables": "inside a value, Compose fills in Harbor's own variables; here it stays as it is written",
  ...Object.fromEntries(
    ["allowlist", "no-network", "phase-network"].map((task) => [
      task,
      "Harbor can't keep a network policy without an image from a registry, and ran it without one",
    ]),
  ),
};

const fixtures = join(import.meta.dirname, "../fixtures");
const outcome = z.union([z.strictObject({ error: z.string() }), z.record(z.string(), z.number())]);
const row = z.strictObject({ oracle: outcome, nop: outcome, network: z.literal("public").optional() });
const table = z.strictObject({
  harbor: z.literal("0.24.0"),
  datasets: z.strictObject({ starter: z.record(z.string(), row), "harbor-tasks": z.record(z.string(), row) }),
});

async function harborTable() {
  return table.parse(JSON.parse(await readFile(join(fixtures, "harbor-rewards.json"), "utf8"))).datasets;
}

test("Harbor's oracle and nop earn 1 and 0 on every bundled task, as they do here", async () => {
  const { starter } = await harborTable();
  const tasks = await readdir(join(import.meta.dirname, "../../datasets/starter"), { withFileTypes: true });
  const names = tasks.filter((entry) => entry.isDirectory()).map(({ name }) => name);
  const expected = { oracle: { reward: 1 }, nop: { reward: 0 }, network: "public" };
  expect(starter).toEqual(Object.fromEntries(names.map((name) => [name, expected])));
});

test("every fixture of the format has Harbor's rewards beside it: node scripts/harbor-rewards.ts", async () => {
  const { "harbor-tasks": rows } = await harborTable();
  expect(Object.keys(rows).sort()).toEqual((await readdir(join(fixtures, "harbor-tasks"))).sort());
});

test("what Harbor leaves out without a word is named", async () => {
  const { "harbor-tasks": rows } = await harborTable();
  const silent = Object.keys(rows).filter((task) => isLeftOut(rows[task]));
  expect(silent).toContain("without-tests");
  for (const task of silent) {
    const dataset = join(fixtures, "harbor-tasks", task);
    const options = terminalBench.options.parse({ dataset });
    const context = { root: fixtures, cacheFolder: fixtures, say: () => undefined, wanted: () => true };
    const loading = terminalBench.load(options, { ...context, signal: new AbortController().signal });
    await expect(loading).rejects.toMatchObject({ fault: "config", message: expect.stringContaining(task) });
  }
});

test("oracle and nop earn here what they earn in Harbor, but for what is said above", async () => {
  const { "harbor-tasks": rows } = await harborTable();
  const wanted = (id: string) => rows[id] !== undefined && !isLeftOut(rows[id]);
  await using docker = await openTestDocker();
  await using folder = await temporaryFolder();
  const keys = { dataset: join(fixtures, "harbor-tasks") };
  const models = { model: { model: "no-model" }, upstream: scriptedUpstream(completion("never asked")) };
  await using trials = await openTerminalTrials(docker, { folder: folder.path, ...models, keys, wanted });
  const plans = trials.tasks.flatMap((task) =>
    (["oracle", "nop"] as const).map((kind) => ({
      ...{ task, agent: { kind }, step: "check" as const, decision: "", index: 0 },
    })),
  );
  const { records } = await runJob(plans, trials.context, {
    ...{ job: "parity", concurrency: 3, signal: AbortSignal.timeout(550_000) },
    ...{ onEvent: () => undefined, onBuildLog: () => undefined, onLog: () => undefined },
  });
  const ran = records.filter((record) => record !== undefined);
  const ours = Object.fromEntries(
    [...Map.groupBy(ran, ({ parts }) => parts.task)].map(([task, own]) => [
      task,
      Object.fromEntries(own.map((record) => [record.parts.agent, outcomeOf(record)])),
    ]),
  );
  const theirs = Object.fromEntries(
    Object.keys(rows)
      .filter(wanted)
      .map((task) => [task, { oracle: rows[task]?.oracle, nop: rows[task]?.nop }]),
  );
  expect(Object.keys(ours).sort()).toEqual(Object.keys(theirs).sort());
  const differing = Object.keys(ours).filter(
    (task) => JSON.stringify(sorted(ours[task])) !== JSON.stringify(sorted(theirs[task])),
  );
  const shown = differing.map((task) => ({ task, ours: ours[task], theirs: theirs[task] }));
  expect(differing.sort(), JSON.stringify(shown, null, 2)).toEqual(Object.keys(differences).sort());
  expect(await docker.leftovers()).toEqual([]);
}, 600_000);

/** Harbor has no trial of it at all. */
function isLeftOut(own: z.output<typeof row> | undefined): boolean {
  return own !== undefined && "error" in own.oracle && own.oracle.error === "none";
}

function outcomeOf(record: TrialRecord): unknown {
  return rewardsOf(record) ?? { error: record.outcome.status };
}

/** Rewards have no order. */
function sorted(value: unknown): unknown {
  if (value === null || typeof value !== "object") return value;
  return Object.fromEntries(
    Object.entries(value)
      .sort()
      .map(([key, inner]) => [key, sorted(inner)]),
  );
}
