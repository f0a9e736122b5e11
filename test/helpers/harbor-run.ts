// Runs Harbor's own oracle and nop on copies of tasks, in a container that is given the host's engine.

import { cp, mkdir, readdir, readFile, writeFile } from "node:fs/promises";
import { basename, join } from "node:path";
import { readHarborTrial } from "../../src/compare/readers/harbor-trial.ts";
import { resolveBaseImage } from "../../src/engine/base-images.ts";
import { exists } from "../../src/lib/exists.ts";
import { runCommand } from "../../src/lib/run-command.ts";
import { findBaseImages, replaceBaseImages } from "../../src/sandboxes/dockerfile.ts";
import { harborImage } from "./harbor-reference.ts";
import type { TestDocker } from "./open-test-docker.ts";

/** Rewards by name, or the exception's type; "none" where Harbor has no such trial at all. */
export type HarborOutcome = Readonly<Record<string, number>> | { error: string };

export interface HarborRun {
  /** Where there may be anything: copies of tasks, and Harbor's jobs. Absolute, and the same for engine and Harbor. */
  folder: string;
  signal: AbortSignal;
  say: (line: string) => void;
}

/**
 * Copies a folder of tasks for an engine without registry: base images by the names that they have here; and without a
 * network policy, which Harbor's Docker environment can hold to with an image from a registry only. Gives the names of
 * the tasks whose policy was taken away.
 */
export async function copyTasks(
  docker: TestDocker,
  from: string,
  { folder, signal, say }: HarborRun,
): Promise<{ folder: string; tasks: string[]; opened: string[] }> {
  const to = join(folder, basename(from));
  await cp(from, to, { recursive: true });
  const tasks: string[] = [];
  const opened: string[] = [];
  const here = async (reference: string) =>
    (await resolveBaseImage(docker.docker, reference, { signal, say })).reference;
  for (const name of (await readdir(to)).sort()) {
    const toml = join(to, name, "task.toml");
    if (!(await exists(toml))) continue;
    tasks.push(name);
    for (const file of await readdir(join(to, name), { recursive: true })) {
      const path = join(to, name, file);
      if (basename(file) === "Dockerfile") await rewriteDockerfile(path, here);
      if (/^docker-compose\.ya?ml$/.test(basename(file)))
        await rewriteLines(path, /^(\s*image:\s*)(\S+)()\s*$/gm, here);
    }
    await rewriteLines(toml, /^(\s*docker_image\s*=\s*")([^"]+)(")/gm, here);
    const text = await readFile(toml, "utf8");
    const open = text
      .replaceAll(/^(\s*network_mode\s*=\s*)"(?:no-network|allowlist)"/gm, '$1"public"')
      .replaceAll(/^\s*allowed_hosts\s*=.*$/gm, "")
      .replaceAll(/^(\s*allow_internet\s*=\s*)false/gm, "$1true");
    if (open === text) continue;
    opened.push(name);
    await writeFile(toml, open);
  }
  return { folder: to, tasks, opened };
}

/** One job over a folder of tasks; by task's folder. */
export async function runHarborJob(
  docker: TestDocker,
  { tasks, agent, name }: { tasks: string; agent: "oracle" | "nop"; name: string },
  { folder, signal, say }: HarborRun,
): Promise<Map<string, HarborOutcome>> {
  const { reference } = await docker.provider.prepareImage(await harborImage(), { signal });
  const overlay = join(folder, "stop-at-once.yaml");
  await writeFile(overlay, "services:\n  main:\n    init: true\n    stop_grace_period: 0s\n");
  const jobs = join(folder, "jobs");
  await mkdir(jobs, { recursive: true });
  const socket = "/var/run/docker.sock";
  const container = `harbor-${docker.owner.id}-${name}`.toLowerCase().replaceAll(/[^a-z0-9-]/g, "-");
  const ownFlags = ["--volume", `${socket}:${socket}`, "--volume", `${folder}:${folder}`, "--workdir", folder];
  const harbor = ["harbor", "run", "--path", tasks, "--agent", agent, "--job-name", name, "--jobs-dir", jobs];
  const flags = ["--n-concurrent", "3", "--yes", "--quiet", "--extra-docker-compose", overlay];
  try {
    const { exitCode, stdout, stderr } = await runCommand(
      ["docker", "run", "--rm", "--name", container, ...ownFlags, reference, ...harbor, ...flags],
      { signal },
    );
    if (exitCode !== 0) say(`${name}: harbor exited ${exitCode}: ${`${stdout}${stderr}`.trim().split("\n").at(-1)}`);
  } finally {
    await runCommand(["docker", "rm", "--force", container], { signal: AbortSignal.timeout(60_000) });
  }
  return await readOutcomes(join(jobs, name));
}

async function readOutcomes(job: string): Promise<Map<string, HarborOutcome>> {
  const outcomes = new Map<string, HarborOutcome>();
  if (!(await exists(job))) return outcomes;
  for (const entry of await readdir(job, { withFileTypes: true })) {
    const trial = entry.isDirectory() ? await readHarborTrial(join(job, entry.name)) : null;
    if (trial === null || trial.unfinished) continue;
    const config = JSON.parse(await readFile(join(trial.folder, "config.json"), "utf8"));
    outcomes.set(basename(config.task.path), trial.rewards ?? { error: trial.exception ?? "none" });
  }
  return outcomes;
}

async function rewriteDockerfile(path: string, here: (reference: string) => Promise<string>): Promise<void> {
  const text = await readFile(path, "utf8");
  const references = findBaseImages(text).map(({ reference }) => reference);
  const pairs = await Promise.all(references.map(async (reference) => [reference, await here(reference)] as const));
  await writeFile(path, replaceBaseImages(text, new Map(pairs)));
}

async function rewriteLines(
  path: string,
  pattern: RegExp,
  here: (reference: string) => Promise<string>,
): Promise<void> {
  const text = await readFile(path, "utf8");
  const names = new Map<string, string>();
  for (const [, , name = ""] of text.matchAll(pattern)) names.set(name, await here(name));
  await writeFile(
    path,
    text.replaceAll(pattern, (_, before, name, after) => `${before}${names.get(name)}${after}`),
  );
}
