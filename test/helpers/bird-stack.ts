// The stack of compose/bird-interact.yaml as a person starts it: by the line that `bird stack` prints, with the real
// `docker compose`, under a project's name of its own.

import { randomBytes } from "node:crypto";
import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import type Dockerode from "dockerode";
import { expect } from "vitest";
import { connectEngine } from "../../src/engine/connect-engine.ts";
import { runCommand } from "../../src/lib/run-command.ts";
import { readFrames } from "../../src/sandboxes/docker/frames.ts";
import { type CliScene, openCliScene } from "./cli-scene.ts";

const signal = AbortSignal.timeout(3_600_000);
const file = join(import.meta.dirname, "../../compose/bird-interact.yaml");

export type StackService = "bird-postgres" | "bird-environment" | "bird-judge" | "bird-port";

export interface BirdStack extends AsyncDisposable {
  project: string;
  docker: Dockerode;
  /** `docker compose` on this project; throws what it said when it fails. */
  compose(args: readonly string[]): Promise<string>;
  facts(service: StackService): Promise<Dockerode.ContainerInspectInfo>;
  /** What a command in a service's container printed on both streams, and its exit code. */
  exec(service: StackService, command: readonly string[]): Promise<{ exitCode: number | null; text: string }>;
  /** As Postgres's administrator: lines. */
  sql(text: string): Promise<string[]>;
  /** Names of databases and roles that sessions and environments have made. */
  left(): Promise<string[]>;
  /** A person's folder whose config uses this stack. */
  person(keys?: readonly string[]): Promise<CliScene>;
  /** Names of the project's containers, networks and volumes. */
  everything(): Promise<string[]>;
}

/** Nothing is started yet. Disposing takes all of it down. */
export async function openBirdStack(): Promise<BirdStack> {
  const project = `bird-test-${randomBytes(4).toString("hex")}`;
  const docker = await connectEngine({ signal });
  const compose = async (args: readonly string[]) => {
    const command = ["docker", "compose", "-f", file, "-p", project, ...args];
    const { exitCode, stdout, stderr } = await runCommand(command, { signal, env: { BIRD_DATASET: "synthetic" } });
    if (exitCode !== 0) throw new Error(`${command.join(" ")}: ${stderr}`);
    return stdout;
  };
  const facts = async (service: StackService) => await docker.getContainer(`${project}-${service}-1`).inspect();
  const exec = async (service: StackService, command: readonly string[]) => {
    const started = await docker.getContainer(`${project}-${service}-1`).exec({
      ...{ Cmd: [...command], AttachStdout: true, AttachStderr: true },
    });
    let text = "";
    await readFrames(await started.start({}), (_stream, chunk) => {
      text += chunk.toString("utf8");
      return undefined;
    });
    // One that ends its own container may be forgotten with it.
    const { ExitCode: exitCode } = await started.inspect().catch(() => ({ ExitCode: null }));
    return { exitCode, text: text.trim() };
  };
  const sql = async (text: string) => {
    const script = 'PGPASSWORD=$(cat /run/bird/postgres-password) psql -h 127.0.0.1 -U postgres -XqAtc "$0"';
    const answer = await exec("bird-postgres", ["sh", "-c", script, text]);
    if (answer.exitCode !== 0) throw new Error(answer.text);
    return answer.text.split("\n").filter((line) => line !== "");
  };
  const filters = { label: [`com.docker.compose.project=${project}`] };
  return {
    ...{ project, docker, compose, facts, exec, sql },
    left: async () =>
      await sql(`SELECT datname FROM pg_database WHERE datname ~ '^bird_[0-9a-f]{12}_'
        UNION ALL SELECT rolname FROM pg_roles WHERE rolname ~ '^bird_[0-9a-f]{12}_'`),
    async person(keys = []) {
      const scene = await openCliScene();
      const config = [
        ...["benchmark: bird-interact", "dataset: synthetic", `bird_stack: ${project}`, "budget_usd: 1"],
        ...["agent_model: gpt-5.2", "user_model: gpt-4.1", ...keys],
      ];
      await writeFile(join(scene.folder, "experiment_config.yaml"), `${config.join("\n")}\n`);
      // No model is asked anything: the reference solution plays.
      await writeFile(join(scene.folder, ".env"), "OPENAI_API_KEY=sk-test-of-nobody\n");
      return scene;
    },
    async everything() {
      const containers = await docker.listContainers({ all: true, filters });
      const networks = await docker.listNetworks({ filters });
      const { Volumes: volumes } = await docker.listVolumes({ filters });
      return [...containers.flatMap(({ Names }) => Names), ...[...networks, ...volumes].map(({ Name }) => Name)];
    },
    async [Symbol.asyncDispose]() {
      await compose(["--profile", "ports", "down", "-v", "--timeout", "5"]);
    },
  };
}

/** Asks again until it holds, for two minutes. */
export async function untilTrue(what: string, holds: () => Promise<boolean>): Promise<void> {
  const limit = performance.now() + 120_000;
  while (!(await holds())) {
    expect(performance.now(), `${what}, within two minutes`).toBeLessThan(limit);
    await sleep(200);
  }
}
