// A night on bundled tasks with every box at one provider: at a cloud's stand-in, through the official SDK, or on Docker.

import { cp, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { readIterations } from "../../../src/loop/iteration-record.ts";
import { readJournal } from "../../../src/trials/journal.ts";
import { layout } from "../../../src/workspace/layout.ts";
import { readResults } from "../../../src/workspace/results-tsv.ts";
import { openCliScene } from "../cli-scene.ts";
import type { CliResult } from "../run-cli.ts";
import { type CloudName, openCloudStandIn } from "./open-test-cloud.ts";

const starter = join(import.meta.dirname, "../../../datasets/starter");

export interface CloudNightOptions {
  provider: CloudName | "docker";
  /** Of the bundled ones; left out: all of them. */
  tasks?: readonly string[];
  /** Lines of the config. */
  config: readonly string[];
}

export interface CloudNight extends AsyncDisposable {
  /** Beside the config, with the way to the provider. */
  run(args: readonly string[], env?: Readonly<Record<string, string | undefined>>): Promise<CliResult>;
  /** What has to be the same everywhere. */
  told(): Promise<NightTold>;
  /** Of images at the cloud so far; 0 on Docker. */
  builds(): number;
  /** What is left at the provider. */
  left(): Promise<string[]>;
}

export interface NightTold {
  /** Rewards by step, decision, task, agent and index. */
  rewards: Record<string, number | string>;
  verdicts: string[];
  scores: string[];
}

export async function openCloudNight({ provider, tasks, config }: CloudNightOptions): Promise<CloudNight> {
  await using undo = new AsyncDisposableStack();
  const scene = undo.use(await openCliScene());
  const cloud = provider === "docker" ? undefined : undo.use(await openCloudStandIn(provider));
  const paths = layout({ root: scene.folder, experiment: "main" });
  for (const id of tasks ?? []) await cp(join(starter, id), join(scene.folder, "tasks", id), { recursive: true });
  const lines = [
    ...["benchmark: terminal-bench", `dataset: ${tasks === undefined ? "starter" : "./tasks"}`],
    ...["agent_model: rehearsal/starter", "coding_agent: rehearsal", `env_provider: ${provider}`, ...config],
  ];
  await writeFile(join(scene.folder, "experiment_config.yaml"), `${lines.join("\n")}\n`);
  // Where an engine would be asked for, there is none.
  const way = cloud === undefined ? {} : { ...cloud.env, DOCKER_HOST: "tcp://127.0.0.1:1" };
  const owned = undo.move();
  return {
    run: async (args, env = {}) => await scene.run(args, { env: { ...way, ...env }, timeoutMs: 3_600_000 }),
    async told() {
      using journal = readJournal(paths.host.journalFile);
      return {
        rewards: Object.fromEntries(
          journal
            .trials()
            // Which re-runs idle workers made early depends on the machine.
            .filter(({ parts }) => parts.step !== "fresh")
            .map(({ parts: { step, decision, task, agent, index }, outcome }) => [
              `${step} ${decision} ${task} ${agent.slice(0, 8)} ${index}`,
              outcome.status === "scored" ? outcome.reward : outcome.status,
            ]),
        ),
        verdicts: readIterations(journal).map(({ verdict }) => `${verdict?.verdict} (${verdict?.reason})`),
        scores: (await readResults(paths.resultsFile)).map(({ valScore }) => String(valScore)),
      };
    },
    builds: () => cloud?.builds() ?? 0,
    left: async () => [
      ...(cloud?.sandboxes() ?? []),
      ...((await cloud?.leftovers()) ?? []),
      ...(await scene.leftovers()),
    ],
    [Symbol.asyncDispose]: async () => await owned.disposeAsync(),
  };
}
