// Terminal-Bench and any dataset in Harbor's format: tasks in a folder, judged by tests/test.sh in the task's box.

import { join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { z } from "zod";
import { runCandidate } from "../../channel/run-candidate.ts";
import {
  type AgentPhase,
  type BoxSpec,
  defineBenchmark,
  type TrialEnvironment,
  type Verification,
} from "../../core/benchmark.ts";
import type { ImageSource, Sandbox } from "../../core/sandbox.ts";
import type { AgentEnd } from "../../core/trial.ts";
import { environmentMethods } from "./environment-methods.ts";
import { loadTasks, type TerminalTask } from "./load.ts";
import { runOracle } from "./oracle.ts";
import { readTaskTexts } from "./task-texts.ts";
import { verifyTask } from "./verify.ts";

const options = z.strictObject({
  dataset: z.string().trim().min(1).default("starter").meta({
    description: "A folder of tasks in Harbor's format, relative to this file; `starter` is the bundled one.",
  }),
});

/** The bundled tasks, in a clone as in an installed package. */
const starterFolder = fileURLToPath(new URL("../../../datasets/starter", import.meta.url));

/** Where a dataset's tasks are; relative to the config's folder. */
export function datasetFolder(dataset: string, root: string): string {
  return dataset === "starter" ? starterFolder : resolve(root, dataset);
}

export const terminalBench = defineBenchmark<z.output<typeof options>, TerminalTask>({
  name: "terminal-bench",
  options,
  agentImage: "agent",
  simulatesUser: false,
  ownBox: true,

  async load({ dataset }, { root, wanted }) {
    return await loadTasks(datasetFolder(dataset, root), { wanted });
  },

  images: (task) => [imageOf(task)],
  texts: readTaskTexts,
  open: async (task, context) => new TerminalTrial(task, await context.openBox(boxOf(task), "task")),
});

function imageOf({ id, folder, environmentDigest, toml: { environment } }: TerminalTask): ImageSource {
  if (environment.docker_image !== undefined) return { kind: "image", reference: environment.docker_image };
  return {
    kind: "build",
    name: id,
    context: join(folder, "environment"),
    digest: environmentDigest,
    timeoutMs: environment.build_timeout_sec * 1000,
  };
}

/** The task's box; nothing of the verifier or the solution is in it. */
export function boxOf(task: TerminalTask): BoxSpec {
  const { environment } = task.toml;
  return {
    image: imageOf(task),
    network: networkOf(task),
    profile: "task",
    limits: {
      ...(environment.cpus === undefined ? {} : { cpus: environment.cpus }),
      ...(task.memoryMb === undefined ? {} : { memoryMb: task.memoryMb }),
    },
    env: environment.env,
    ...(environment.workdir === undefined ? {} : { workdir: environment.workdir }),
    // Harbor's folders are there from the start; the main process does nothing else.
    main: {
      command: ["sh", "-c", "mkdir -p /logs/agent /logs/verifier /logs/artifacts; exec sleep infinity"],
      attach: false,
    },
  };
}

class TerminalTrial implements TrialEnvironment {
  readonly #task: TerminalTask;
  readonly #box: Sandbox;

  constructor(task: TerminalTask, box: Sandbox) {
    this.#task = task;
    this.#box = box;
  }

  get notes(): readonly string[] {
    return this.#box.imageNotes;
  }

  async run({ agent, candidate, model, limits, waitedMs, onEvent, signal }: AgentPhase): Promise<AgentEnd> {
    const started = performance.now();
    return await runCandidate({
      main: agent,
      candidate,
      interface: "terminal",
      start: {
        instruction: this.#task.instruction,
        context: { model: model.name, reasoningEffort: model.reasoningEffort },
      },
      methods: environmentMethods(this.#task, this.#box.session, onEvent, () => performance.now() - started),
      model: model.handler,
      onEvent,
      ...{ timeoutMs: limits.agentTimeoutMs, waitedMs },
      signal,
    });
  }

  async runOracle(options: { signal: AbortSignal }): Promise<AgentEnd> {
    return await runOracle(this.#task, this.#box.session, options);
  }

  async verify(options: { signal: AbortSignal }): Promise<Verification> {
    return await verifyTask(this.#task, this.#box.session, options);
  }

  async processes(options: { signal: AbortSignal }): Promise<string[]> {
    return (await this.#box.processes?.(options)) ?? [];
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.#box[Symbol.asyncDispose]();
  }
}

function networkOf(task: TerminalTask): "none" | "open" {
  const { network_mode: mode, allow_internet: deprecated } = task.toml.environment;
  return mode === "no-network" || (mode === undefined && deprecated === false) ? "none" : "open";
}
