// An edit that the original's rules let in by luck is taken out again by the default gate's, and one that is missed stays.

import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, test } from "vitest";
import { lineOf } from "../helpers/gate-night-agent.ts";
import { openGateNight } from "../helpers/gate-night-scene.ts";

const useful = { checks: "sums" } as const;
const useless = { checks: "greetings" } as const;

test("prune takes out what a tie has let in, keeps what is missed, and says beforehand what that takes", async () => {
  await using scene = await openGateNight({
    edits: [useful, useless],
    tasks: { greetings: 2, sums: 4 },
    config: ["gate: strict-seed", "train_fraction: 0.5", "max_concurrency: 2", "final_report: false"],
  });
  const night = await scene.run(["start", "--iterations", "2"], { timeoutMs: 900_000 });
  expect(night).toMatchObject({ exitCode: 0, stderr: "" });
  const agent = async () => await readFile(join(scene.folder, "agent/agent.ts"), "utf8");
  expect(await agent()).toContain(lineOf(useless, 2));

  const strict = await scene.run(["prune", "--dry-run"]);
  expect(strict).toMatchObject({ exitCode: 2, stderr: expect.stringContaining("prune needs the default gate") });
  const config = join(scene.folder, "experiment_config.yaml");
  await writeFile(config, (await readFile(config, "utf8")).replace("gate: strict-seed", "gate: default"));

  const dry = await scene.run(["prune", "--dry-run"]);
  expect(dry).toMatchObject({ exitCode: 0, stderr: "" });
  expect(dry.stdout).toMatch(/^ {2}[0-9a-f]{7} {2}\+1 -1 lines\n {2}[0-9a-f]{7} {2}\+1 -1 lines\n2 would be judged/);
  expect(dry.stdout).toMatch(/ {2}nothing: taken out in \d+ of 100 cases, judged by \d+ trials, /);
  const listed = JSON.parse((await scene.run(["prune", "--dry-run", "--json"])).stdout) as {
    edits: Array<{ edit: string; skipped: string | null }>;
  };
  expect(listed.edits.map(({ skipped }) => skipped)).toEqual([null, null]);

  const pruned = await scene.run(["prune"], { timeoutMs: 900_000 });
  expect(pruned).toMatchObject({ exitCode: 0, stderr: "" });
  const [newest, oldest] = listed.edits.map(({ edit }) => edit);
  expect(pruned.stdout).toContain(`  ${newest}  taken out (no-worse`);
  expect(pruned.stdout).toContain(`  ${oldest}  kept (suite`);
  expect(pruned.stdout).toMatch(/1 taken out, 1 kept, 0 skipped/);
  expect(await agent()).toContain(lineOf(useful, 1));
  expect(await agent()).not.toContain(lineOf(useless, 2));
  const rows = (await readFile(join(scene.folder, "workspace/results.tsv"), "utf8")).trim().split("\n");
  expect(rows).toHaveLength(5);

  // Judged once: the same command runs nothing.
  const again = await scene.run(["prune"]);
  expect(again.stdout).toMatch(/skipped \(judged before \(prune-2\)/);
  expect(await scene.leftovers()).toEqual([]);
}, 1_200_000);
