// The action's night on machines that are thrown away: a fresh clone each, and between them only what a workflow keeps.

import { cp, mkdir, readdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, test } from "vitest";
import { runCommand } from "../../src/lib/run-command.ts";
import { runStep } from "../helpers/actions-runner.ts";
import { openCliScene } from "../helpers/cli-scene.ts";

/** As docs/github-actions.md has the cache keep. */
const kept = [".runs", "workspace", "agent/agent.ts", "PROGRAM.md"];

const config = [
  ...["benchmark: terminal-bench", "agent_model: rehearsal/starter", "coding_agent: rehearsal", "gate: strict-seed"],
  ...["max_concurrency: 2", "final_report: false", "pre_screen: false"],
  "task_ids: [csv-contact-merge, json-catalog-reshape, text-timesheet-totals, write-makefile]",
];

async function git(cwd: string, ...args: string[]): Promise<string> {
  const settings = ["-c", "user.name=t", "-c", "user.email=t@example.org", "-c", "protocol.file.allow=always"];
  const { exitCode, stdout, stderr } = await runCommand(["git", ...settings, ...args], {
    cwd,
    signal: AbortSignal.timeout(60_000),
  });
  expect([exitCode, stderr]).toEqual([0, expect.any(String)]);
  return stdout.trim();
}

test("a night goes on in a fresh clone with what the last one kept, and leaves agent, workspace and a page", async () => {
  await using scene = await openCliScene();
  const origin = join(scene.folder, "origin");
  await mkdir(origin);
  await writeFile(join(origin, "experiment_config.yaml"), `${config.join("\n")}\n`);
  await writeFile(join(origin, ".gitignore"), ".runs/\n");
  await git(origin, "init", "--quiet");
  await git(origin, "add", ".");
  await git(origin, "commit", "--quiet", "-m", "an experiment");

  const night = async (name: string, iterations: number) => {
    const [workspace, temporary] = [join(scene.folder, name), join(scene.folder, `${name}-temp`)];
    await mkdir(temporary, { recursive: true });
    const inputs = { command: "night", iterations: String(iterations), hours: "0.5" };
    const step = await runStep({ workspace, inputs, env: { ...scene.env, RUNNER_TEMP: temporary } });
    return { ...step, workspace, left: join(step.outputs["folder"] ?? "", "night") };
  };
  await git(scene.folder, "clone", "--quiet", "origin", "first");
  const first = await night("first", 1);
  expect(first).toMatchObject({ exitCode: 0, outputs: { verdict: "passed" } });
  expect(first.outputs["headline"]).toMatch(/^1 iteration, 1 accepted; test score \d\.\d{4} -> \d\.\d{4}$/);
  expect(first.commands).toEqual([
    { name: "notice", properties: { title: "auto-harness night" }, message: first.outputs["headline"] },
  ]);
  expect(first.summary).toMatch(/^## auto-harness night: passed\n\n\*\*1 iteration[\s\S]*\n```text\nit +verdict/);
  expect(JSON.parse(first.files.json)).toMatchObject({ version: 1, iterations: [{ iteration: 1, phase: "done" }] });
  const results = await readFile(join(first.left, "workspace/results.tsv"), "utf8");
  expect(results).toBe(await readFile(join(first.workspace, "workspace/results.tsv"), "utf8"));
  expect((await readdir(first.left)).sort()).toEqual(["agent.ts", "workspace"]);

  await git(scene.folder, "clone", "--quiet", "origin", "second");
  for (const path of kept) {
    await cp(join(first.workspace, path), join(scene.folder, "second", path), { recursive: true });
  }
  const second = await night("second", 2);
  expect(second).toMatchObject({ exitCode: 0, outputs: { verdict: "passed" } });
  expect(second.log).toContain("took up the candidates of the last night again\n");
  expect(second.outputs["headline"]).toMatch(/^2 iterations, 1 accepted; /);
  expect(await readFile(join(second.workspace, "workspace/results.tsv"), "utf8")).toContain(results);
  const candidates = async (folder: string) => await git(folder, "rev-list", "refs/auto-harness/main");
  expect((await candidates(first.workspace)).split("\n")).toHaveLength(2);
  expect(await candidates(second.workspace)).toBe(await candidates(first.workspace));
  const adopted = await readFile(join(second.left, "agent.ts"), "utf8");
  expect(adopted).toBe(
    await git(second.workspace, "show", "refs/auto-harness/main:agent/agent.ts").then((text) => `${text}\n`),
  );
  expect(await scene.leftovers()).toEqual([]);
}, 600_000);
