// The packed tarball, installed elsewhere as a person installs it.

import { cp, mkdir, readdir, symlink, writeFile } from "node:fs/promises";
import { basename, join, relative } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { digestFolder } from "../../src/lib/digest-folder.ts";
import { runCommand } from "../../src/lib/run-command.ts";
import { type CliScene, openCliScene } from "../helpers/cli-scene.ts";
import { type TemporaryFolder, temporaryFolder } from "../helpers/temporary-folder.ts";

const clone = join(import.meta.dirname, "../..");
/** Of the clone, but not of what is packed. */
const leftBehind = new Set(["node_modules", ".git", ".runs", "dist", "coverage"]);

let workshop: TemporaryFolder;
let scene: CliScene;
let installed: string;
let bin: string;

beforeAll(async () => {
  workshop = await temporaryFolder();
  scene = await openCliScene();
  // Packing builds dist/: in a copy, so that the clone stays as it is.
  const copy = join(workshop.path, "clone");
  await cp(clone, copy, { recursive: true, filter: (from) => !leftBehind.has(relative(clone, from)) });
  await symlink(join(clone, "node_modules"), join(copy, "node_modules"));
  const packed = join(workshop.path, "packed");
  await mkdir(packed);
  await npm(copy, "pack", "--pack-destination", packed);
  const tarballs = await readdir(packed);
  expect(tarballs).toEqual([expect.stringMatching(/^auto-harness-.*\.tgz$/)]);
  await writeFile(join(scene.folder, "package.json"), '{ "private": true }\n');
  const tarball = join(packed, tarballs[0] ?? "");
  await npm(scene.folder, "install", "--ignore-scripts", "--no-audit", "--no-fund", "--prefer-offline", tarball);
  installed = join(scene.folder, "node_modules/auto-harness");
  bin = join(scene.folder, "node_modules/.bin/auto-harness");
}, 600_000);

afterAll(async () => {
  await scene[Symbol.asyncDispose]();
  await workshop[Symbol.asyncDispose]();
});

async function npm(cwd: string, ...args: string[]): Promise<void> {
  // The version of this project's Node comes first: npm runs the build with it.
  const path = `${join(clone, "node_modules/.bin")}:${process.env["PATH"] ?? ""}`;
  const signal = AbortSignal.timeout(500_000);
  const { exitCode, stdout, stderr } = await runCommand(["npm", ...args], { cwd, signal, env: { PATH: path } });
  expect(exitCode, `npm ${args.join(" ")}\n${stdout}\n${stderr}`).toBe(0);
}

test("holds the built program and its data, and neither sources nor tests", async () => {
  expect((await readdir(installed)).sort()).toEqual(
    expect.arrayContaining([".env.example", "LICENSE", "README.md", "bin", "dist", "experiment_config.yaml.template"]),
  );
  for (const name of await readdir(installed)) {
    expect(["src", "test", "bench", "workspace", ".runs", "scripts", ".ci", ".env"]).not.toContain(name);
  }
  for (const folder of ["datasets", "images", "agent/templates", "program_templates"]) {
    expect(await digestFolder(join(installed, folder)), folder).toBe(await digestFolder(join(clone, folder)));
  }
  const sources = (await readdir(join(clone, "src"), { recursive: true })).filter((file) => file.endsWith(".ts"));
  const built = new Set(await readdir(join(installed, "dist"), { recursive: true }));
  expect(sources.filter((file) => !built.has(file.replace(/\.ts$/, ".js")))).toEqual([]);
  expect(built.has("agent-types.d.ts")).toBe(true);
  expect([...built].filter((file) => /(?<!\.d)\.ts$/.test(file))).toEqual([]);
});

test("shows its help and, with nothing done yet, says how to start", async () => {
  const help = await scene.run(["--help"], { bin });
  expect(help).toMatchObject({ exitCode: 0, stderr: "" });
  for (const command of ["prepare", "benchmark", "gate", "loop", "start", "doctor", "results"]) {
    expect(help.stdout).toMatch(new RegExp(`^ +${command}\\b`, "m"));
  }
  const results = await scene.run(["results"], { bin });
  expect(results).toMatchObject({ exitCode: 2, stdout: "" });
  expect(results.stderr).toContain("auto-harness start");
});

test("runs trials and a coding agent, in boxes of their own", async () => {
  const tasks = ["auth-log-intruder", "restore-corrupt-blobs", "scrub-secrets", "cron-move-jobs"];
  const config = [
    ...["benchmark: terminal-bench", "agent_model: rehearsal/starter", "train_fraction: 0.5", "coding_agent: command"],
    "coding_agent_command: echo '// a remark' >> agent/agent.ts; auto-harness gate; echo said in the box",
  ];
  await writeFile(
    join(scene.folder, "experiment_config.yaml"),
    `${[...config, `task_ids: [${tasks.join(", ")}]`].join("\n")}\n`,
  );
  const { exitCode, stdout, stderr } = await scene.run(["prepare"], { bin });
  expect({ exitCode, stderr }).toEqual({ exitCode: 0, stderr: "" });
  expect(stdout).toContain("baseline: 2 of 4 pass; split 2 train / 2 test; test score 0.5000");
  expect(await readdir(join(scene.folder, "workspace"))).toContain("results.tsv");

  const night = await scene.run(["loop", "--iterations", "1"], { bin });
  expect(night).toMatchObject({ exitCode: 0, stderr: "" });
  expect(night.stdout).toMatch(/iteration 1: REJECTED \(no-change\) — said in the box/);
  expect(await scene.leftovers()).toEqual([]);
}, 300_000);

test("its agent types serve an editor", async () => {
  const source =
    'import type { Environment } from "auto-harness/agent";\nexport const use = (e: Environment) => e.exec("ls");\n';
  const file = join(scene.folder, "typed.ts");
  await writeFile(file, source);
  const tsc = ["tsc", "--noEmit", "--strict", "--module", "nodenext", "--types", "", basename(file)];
  const { exitCode, stdout } = await runCommand(tsc, { cwd: scene.folder, signal: AbortSignal.timeout(120_000) });
  expect({ exitCode, stdout }).toEqual({ exitCode: 0, stdout: "" });
}, 120_000);
