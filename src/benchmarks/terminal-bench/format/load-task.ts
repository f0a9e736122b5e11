// Reads one task's folder in Harbor's format.

import { basename, join } from "node:path";
import type { Task } from "../../../core/benchmark.ts";
import { sha256 } from "../../../lib/digest.ts";
import { digestFolder } from "../../../lib/digest-folder.ts";
import { exists } from "../../../lib/exists.ts";
import { type ComposeEnvironment, loadCompose } from "../trial/compose-task.ts";
import { resolveEnv } from "./env-templates.ts";
import { defaultSettings, type TaskSettings } from "./harbor-options.ts";
import { loadSteps } from "./load-steps.ts";
import { readRequired } from "./task-files.ts";
import type { TaskToml, VerifierTable } from "./task-schema.ts";
import type { EnvironmentTable } from "./task-schema-parts.ts";
import type { TaskStep } from "./task-step.ts";
import { parseTaskToml, taskFault } from "./task-toml.ts";

export interface TerminalTask extends Task {
  /** Of all steps, where there are several. */
  instruction: string;
  folder: string;
  /** Absolute; the build's context where there is one. */
  environmentFolder: string;
  /** Of that folder's content and the image's name. */
  environmentDigest: string;
  /** null for a task of one box. */
  compose: ComposeEnvironment | null;
  /** Its values of the host's are in their places. */
  toml: TaskToml;
  /** At least one; a task without [[steps]] is one without a name. */
  steps: readonly TaskStep[];
  rewardKey: string | null;
  /** Values of the host's that its boxes are given. */
  secrets: readonly string[];
}

/** Throws config "task-invalid", "task-unsupported" and "task-env-missing", naming file and key. */
export async function loadTask(folder: string, settings: TaskSettings = defaultSettings): Promise<TerminalTask> {
  const file = join(folder, "task.toml");
  const text = await readRequired(file);
  const parsed = parseTaskToml(text, file);
  const env = resolveEnv(parsed.toml, settings);
  const toml = multiplied(env.toml, settings);
  const environmentFolder = join(folder, "environment");
  const compose = await loadCompose(environmentFolder, { environment: toml.environment, id: basename(folder) });
  await refuseOthers(folder, toml, compose, file);
  if (env.missing.length > 0) throw taskFault(file, env.missing.join("; "), "task-env-missing");
  const parts = await digestParts(folder, toml.steps.length > 0);
  const environmentDigest = sha256(`${toml.environment.docker_image ?? ""}\n${parts[0] ?? ""}`);
  const steps = await loadSteps(folder, toml, { ...settings, environmentDigest });
  if (compose === null) refuseSidecars(steps, file);
  const instruction = steps.map((step) => step.instruction).join("\n\n");
  const solved = steps.every(({ solution }) => solution !== null);
  const extras = [
    ...(env.digest === "" ? [] : [`env ${env.digest}`]),
    ...(settings.rewardKey === null ? [] : [`reward ${settings.rewardKey}`]),
    ...(settings.verifierTimeoutMultiplier === 1 ? [] : [`verifier x ${settings.verifierTimeoutMultiplier}`]),
  ];
  return {
    id: basename(folder),
    digest: sha256([sha256(text), sha256(instruction), ...parts, ...extras].join("\n")),
    ...{ instruction, folder, file, environmentFolder, environmentDigest, compose, toml, steps },
    rewardKey: settings.rewardKey,
    secrets: env.secrets,
    agentRuns: steps.length,
    agentTimeoutMs: sum(steps.map((step) => step.agentTimeoutMs)),
    verifierTimeoutMs: sum(steps.map((step) => step.verifier.timeoutMs)),
    oracle: solved && env.missingForSolution.length === 0,
    notes: [
      ...parsed.notes,
      ...env.notes.map((note) => `task.toml: ${note}`),
      ...(solved ? env.missingForSolution.map((why) => `its solution can't be run: ${why}`) : []),
      ...unlimited(toml),
      ...(compose?.notes ?? []),
    ],
  };
}

/** Every box's build gets more time. */
function multiplied(toml: TaskToml, { buildTimeoutMultiplier: factor }: TaskSettings): TaskToml {
  const slower = (table: EnvironmentTable) => ({ ...table, build_timeout_sec: table.build_timeout_sec * factor });
  const ofVerifier = (table: VerifierTable): VerifierTable => ({
    ...table,
    ...(table.environment === undefined ? {} : { environment: slower(table.environment) }),
  });
  return {
    ...toml,
    environment: slower(toml.environment),
    verifier: ofVerifier(toml.verifier),
    steps: toml.steps.map((step) => ({ ...step, verifier: ofVerifier(step.verifier) })),
  };
}

async function refuseOthers(
  folder: string,
  toml: TaskToml,
  compose: ComposeEnvironment | null,
  file: string,
): Promise<void> {
  const named = toml.environment.docker_image !== undefined || (compose !== null && compose.main !== null);
  if (!named) await readRequired(join(folder, "environment", "Dockerfile"));
  const [first] = toml.steps;
  const earlier = first === undefined ? "trajectory.json" : join("steps", first.name, "trajectory.json");
  if (await exists(join(folder, earlier))) {
    throw taskFault(
      file,
      `comes with ${earlier}, a conversation to go on from, which no agent here can`,
      "task-unsupported",
    );
  }
}

function refuseSidecars(steps: readonly TaskStep[], file: string): void {
  const named = steps.flatMap(({ collect, artifacts }) => [...collect, ...artifacts]).map(({ service }) => service);
  const sidecar = named.find((service) => service !== undefined && service !== "main");
  if (sidecar === undefined) return;
  throw taskFault(file, `names the service ${sidecar}, but environment/ has no docker-compose.yaml that could have it`);
}

/** The first is the environment's; steps count where the task has some. */
async function digestParts(folder: string, stepped: boolean): Promise<string[]> {
  const names = ["environment", "tests", "solution", ...(stepped ? ["steps"] : [])];
  return await Promise.all(
    names.map(async (part) => ((await exists(join(folder, part))) ? await digestFolder(join(folder, part)) : "")),
  );
}

/** Harbor lets an agent without a limit work for ever. */
function unlimited(toml: TaskToml): string[] {
  const tables = toml.steps.length === 0 ? [toml.agent] : toml.steps.map(({ agent }) => agent);
  if (toml.agent.timeout_sec !== undefined || tables.every((table) => table.timeout_sec !== undefined)) return [];
  return ["task.toml: [agent] has no timeout_sec, which is no limit in Harbor: an hour is given"];
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}
