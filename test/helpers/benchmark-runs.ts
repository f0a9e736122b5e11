// `auto-harness benchmark` in a prepared folder, watched from outside: what it journalled, which containers it has, and
// their violent ends.

import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import type Dockerode from "dockerode";
import { expect } from "vitest";
import type { TrialRecord } from "../../src/core/trial.ts";
import { connectEngine } from "../../src/engine/connect-engine.ts";
import { readJournal } from "../../src/trials/journal.ts";
import { type Layout, layout } from "../../src/workspace/layout.ts";
import type { CliScene } from "./cli-scene.ts";
import type { CliResult, Printed, RunningCli } from "./run-cli.ts";

export interface TrialEvent {
  type: string;
  task: string;
  cached: boolean;
  reason: string;
}

/** Whole lines only: a killed process may have left half of one. */
export function trialEvents({ stdout }: Printed, type: string): TrialEvent[] {
  const lines = stdout.slice(0, stdout.lastIndexOf("\n") + 1).split("\n");
  const all = lines.filter((line) => line.startsWith("{")).map((line) => JSON.parse(line) as TrialEvent);
  return all.filter((event) => event.type === type);
}

export class BenchmarkRuns {
  readonly docker: Dockerode;
  readonly paths: Layout;
  readonly #scene: CliScene;
  readonly #template: string;

  private constructor(docker: Dockerode, scene: CliScene, template: string) {
    this.docker = docker;
    this.#scene = scene;
    this.#template = template;
    this.paths = layout({ root: scene.folder, experiment: "main" });
  }

  /** Prepares the experiment. */
  static async open(scene: CliScene): Promise<BenchmarkRuns> {
    const docker = await connectEngine({ signal: AbortSignal.timeout(60_000) });
    expect(await scene.run(["prepare"])).toMatchObject({ exitCode: 0, stderr: "" });
    return new BenchmarkRuns(docker, scene, await readFile(join(scene.folder, "agent/agent.ts"), "utf8"));
  }

  /** The same agent under another digest, so that all of its trials are still to be played. */
  async newAgent(name: string): Promise<void> {
    const file = join(this.#scene.folder, "agent/agent.ts");
    await writeFile(file, `${this.#template}\nexport const name = ${JSON.stringify(name)};\n`);
  }

  journalled(): TrialRecord[] {
    using journal = readJournal(this.paths.host.journalFile);
    return journal.trials();
  }

  /** Of this folder's containers, those that run `command`; the oldest first. */
  async running(role: "agent" | "service", command = ""): Promise<Dockerode.ContainerInfo[]> {
    const names = new Set(await this.#scene.leftovers());
    const all = await this.docker.listContainers({ filters: { label: [`auto-harness.role=${role}`] } });
    return all
      .filter(({ Names, Command }) => Names.some((name) => names.has(name)) && Command.includes(command))
      .sort((a, b) => a.Created - b.Created);
  }

  async killOldest(role: "agent" | "service", command = ""): Promise<void> {
    const [oldest] = await this.running(role, command);
    if (oldest === undefined) throw new Error(`no such container runs: ${role} ${command}`);
    await this.docker.getContainer(oldest.Id).kill({ signal: "SIGKILL" });
  }
}

/** In the middle of trials: `count` has grown by `times` since it was `before`, or the command is over. */
export async function untilGrown(
  count: () => number,
  times: number,
  { before, cli, timeout }: { before: number; cli: RunningCli; timeout: number },
): Promise<void> {
  let over: CliResult | undefined;
  void cli.ended.then((result) => {
    over = result;
  });
  await expect.poll(() => over ?? count() >= before + times, { timeout, interval: 20 }).toBe(true);
}
