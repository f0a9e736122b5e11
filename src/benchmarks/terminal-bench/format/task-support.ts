// What of task.toml is not done as it says: refused where the task would be another one without it, else noted.

import type { TaskToml } from "./task-schema.ts";
import type { EnvironmentTable } from "./task-schema-parts.ts";

/** Reasons to refuse the task, as words behind the file's name. */
export function unsupported(toml: TaskToml): string[] {
  const missing = environmentsOf(toml).flatMap(([table, environment]) => [
    ...(environment.os === "windows" ? [`[${table}] os = "windows": only Linux tasks run here`] : []),
    ...((environment.gpus ?? 0) > 0 ? [`[${table}] gpus = ${environment.gpus}: no provider here has GPUs`] : []),
    ...(environment.tpu === undefined ? [] : [`[${table}.tpu]: no provider here has TPUs`]),
    ...(environment.mcp_servers.length === 0
      ? []
      : [`[[${table}.mcp_servers]]: the agent has no way to MCP servers; exclude the task`]),
  ]);
  return missing.map((what) => `asks for ${what}`);
}

/** Lines about what is read and changes nothing, or not everywhere. */
export function unheeded(toml: TaskToml): string[] {
  return environmentsOf(toml).flatMap(([table, environment]) => [
    ...(environment.storage_mb === undefined
      ? []
      : [`[${table}] storage is asked of Daytona alone; elsewhere a box has what disk there is`]),
    ...(environment.gpu_types === undefined ? [] : [`[${table}] gpu_types changes nothing without gpus`]),
    ...(environment.skills_dir === undefined
      ? []
      : [`[${table}] skills_dir is not shown to the agent; it lies in the box at ${environment.skills_dir}`]),
    ...(table === "environment" || environment.healthcheck === undefined
      ? []
      : [`[${table}] healthcheck is not run, as in Harbor`]),
  ]);
}

/** By the table's name in the file. */
function environmentsOf(toml: TaskToml): ReadonlyArray<readonly [string, EnvironmentTable]> {
  const verifiers = [
    ["verifier.environment", toml.verifier.environment] as const,
    ...toml.steps.map((step) => [`steps.${step.name}.verifier.environment`, step.verifier.environment] as const),
  ];
  return [
    ["environment", toml.environment],
    ...verifiers.flatMap(([name, table]) => (table === undefined ? [] : [[name, table] as const])),
  ];
}
