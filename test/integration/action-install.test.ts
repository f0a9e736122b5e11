// action.yml's own shell steps, as bash runs them, in a fresh copy of the project that has no packages yet.

import { access, copyFile, cp, mkdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, test } from "vitest";
import { parse } from "yaml";
import { z } from "zod";
import { sha256 } from "../../src/lib/digest.ts";
import { runCommand } from "../../src/lib/run-command.ts";
import { temporaryFolder } from "../helpers/temporary-folder.ts";

const root = join(import.meta.dirname, "../..");

const action = z.object({
  inputs: z.record(z.string(), z.object({ default: z.string().default("") })),
  runs: z.object({
    steps: z.array(z.object({ run: z.string().optional(), env: z.record(z.string(), z.string()).default({}) })),
  }),
});

test("the first run installs the project without tools for its development, the second nothing, and one with Daytona's key its SDK", async () => {
  await using folder = await temporaryFolder();
  const [copy, workspace] = [join(folder.path, "action"), join(folder.path, "workspace")];
  for (const path of [copy, workspace]) await mkdir(path);
  for (const name of ["package.json", "package-lock.json", "action.yml"])
    await copyFile(join(root, name), join(copy, name));
  for (const name of ["bin", "scripts", "src"]) await cp(join(root, name), join(copy, name), { recursive: true });
  const rewards = (reward: number) =>
    Array.from({ length: 9 }, (_, at) => `{"task":"t${at}","reward":${reward}}\n`).join("");
  await writeFile(join(workspace, "a.jsonl"), rewards(0));
  await writeFile(join(workspace, "b.jsonl"), rewards(1));
  const { inputs, runs } = action.parse(parse(await readFile(join(copy, "action.yml"), "utf8")));
  const given: Readonly<Record<string, string>> = {
    command: "compare",
    a: "a.jsonl",
    b: "b.jsonl",
    "fail-under": "-3pt",
  };
  const filledIn = (text: string) =>
    text.replace(/\$\{\{ inputs\.([\w-]+) \}\}/g, (_, name: string) => given[name] ?? inputs[name]?.default ?? "");

  const outputs = join(folder.path, "outputs");
  const runSteps = async (keys: Readonly<Record<string, string>> = {}) => {
    await writeFile(outputs, "");
    let log = "";
    for (const { run, env } of runs.steps) {
      if (run === undefined) continue;
      const values = Object.fromEntries(Object.entries(env).map(([name, text]) => [name, filledIn(text)] as const));
      const runner = {
        GITHUB_ACTIONS: "true",
        GITHUB_ACTION_PATH: copy,
        GITHUB_OUTPUT: outputs,
        RUNNER_TEMP: folder.path,
      };
      const { exitCode, stdout, stderr } = await runCommand(
        ["bash", "--noprofile", "--norc", "-eo", "pipefail", "-c", run],
        {
          ...{ cwd: workspace, env: { ...runner, ...values, ...keys }, signal: AbortSignal.timeout(300_000) },
        },
      );
      expect([exitCode, stderr]).toEqual([0, ""]);
      log += stdout;
    }
    return { log, written: await readFile(outputs, "utf8") };
  };

  const first = await runSteps();
  expect(first.log).toMatch(/^added \d+ packages/m);
  expect(first.log).toContain("\ncompare: passed: B is better than A by 100.0 points");
  expect(first.written).toMatch(/^verdict<<\S+\npassed$/m);
  expect(first.written).toContain(`lock=${sha256(await readFile(join(root, "package-lock.json"), "utf8"))}\n`);
  await expect(access(join(copy, "node_modules/vitest"))).rejects.toThrow("ENOENT");

  const second = await runSteps();
  expect(second.log).not.toMatch(/^added /m);
  expect(second.log).toContain("compare: passed:");

  const lock = await readFile(join(copy, "package-lock.json"), "utf8");
  await expect(access(join(copy, "node_modules/@daytona/sdk"))).rejects.toThrow("ENOENT");
  const key = "dtn_7b1e44c02d";
  const third = await runSteps({ DAYTONA_API_KEY: key });
  expect(third.log).toMatch(/^added \d+ packages/m);
  expect(third.log).toContain("compare: passed:");
  expect(third.log).not.toContain(key);
  const installed = JSON.parse(await readFile(join(copy, "node_modules/@daytona/sdk/package.json"), "utf8"));
  expect(installed.version).toBe(JSON.parse(lock).packages["node_modules/@daytona/sdk"].version);
  expect(await readFile(join(copy, "package-lock.json"), "utf8")).toBe(lock);
  await expect(access(join(copy, "node_modules/vitest"))).rejects.toThrow("ENOENT");
}, 600_000);
