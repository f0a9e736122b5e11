// The task's box as the task declares it. Nothing of the verifier or the solution is in it.

import { join } from "node:path";
import type { BoxSpec } from "../../core/benchmark.ts";
import type { ImageSource } from "../../core/sandbox.ts";
import type { TerminalTask } from "./load-task.ts";

export function imageOf({ id, folder, environmentDigest, toml: { environment } }: TerminalTask): ImageSource {
  if (environment.docker_image !== undefined) return { kind: "image", reference: environment.docker_image };
  return {
    kind: "build",
    name: id,
    context: join(folder, "environment"),
    digest: environmentDigest,
    timeoutMs: environment.build_timeout_sec * 1000,
  };
}

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

function networkOf(task: TerminalTask): "none" | "open" {
  const { network_mode: mode, allow_internet: deprecated } = task.toml.environment;
  return mode === "no-network" || (mode === undefined && deprecated === false) ? "none" : "open";
}
