// Terminal-Bench and any dataset in Harbor's format: tasks in a folder, judged by tests/test.sh in the task's box.

import { join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { z } from "zod";
import { runCandidate } from "../../channel/run-candidate.ts";
import { defineBenchmark, type TaskEnvironment } from "../../core/benchmark.ts";
import { environmentMethods } from "./environment-methods.ts";
import { loadTasks, type TerminalTask } from "./load.ts";
import { runOracle } from "./oracle.ts";
import { verifyTask } from "./verify.ts";

const options = z.strictObject({
  dataset: z.string().default("starter").describe("`starter`, or a folder of tasks in Harbor's format"),
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

  async load({ dataset }, { root, wanted }) {
    return await loadTasks(datasetFolder(dataset, root), { wanted });
  },

  environment(task): TaskEnvironment {
    const { environment } = task.toml;
    return {
      image:
        environment.docker_image === undefined
          ? {
              kind: "build",
              name: task.id,
              context: join(task.folder, "environment"),
              digest: task.environmentDigest,
              timeoutMs: environment.build_timeout_sec * 1000,
            }
          : { kind: "image", reference: environment.docker_image },
      network: networkOf(task),
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
  },

  async run({ task, session, agent, candidate, model, limits, onEvent, signal }) {
    const started = performance.now();
    return await runCandidate({
      main: agent,
      candidate,
      interface: "terminal",
      start: {
        instruction: task.instruction,
        context: { model: model.name, reasoningEffort: model.reasoningEffort },
      },
      methods: environmentMethods(task, session, onEvent, () => performance.now() - started),
      model: model.handler,
      onEvent,
      timeoutMs: limits.agentTimeoutMs,
      signal,
    });
  },

  runOracle,
  verify: verifyTask,
});

function networkOf(task: TerminalTask): "none" | "open" {
  const { network_mode: mode, allow_internet: deprecated } = task.toml.environment;
  return mode === "no-network" || (mode === undefined && deprecated === false) ? "none" : "open";
}
