// The steps of a task's folder: its [[steps]], or the whole task as the only one.

import { join } from "node:path";
import { sha256 } from "../../../lib/digest.ts";
import { digestFolder } from "../../../lib/digest-folder.ts";
import { exists } from "../../../lib/exists.ts";
import { composeNames } from "../../../services/compose/read-compose.ts";
import type { TaskSettings } from "./harbor-options.ts";
import { phaseNetwork } from "./network-policy.ts";
import { stripCanary } from "./strip-canary.ts";
import { readRequired } from "./task-files.ts";
import type { StepTable, TaskToml, VerifierTable } from "./task-schema.ts";
import type { TaskStep, VerifierBox } from "./task-step.ts";
import { taskFault } from "./task-toml.ts";

interface LoadStepsOptions extends Pick<TaskSettings, "rewardKey" | "verifierTimeoutMultiplier"> {
  /** The task's. */
  environmentDigest: string;
}

/** What an agent gets that its task gives no limit. */
const defaultAgentSec = 3600;
const defaultVerifierSec = 600;

/** Throws config "task-invalid" and "task-unsupported". */
export async function loadSteps(folder: string, toml: TaskToml, options: LoadStepsOptions): Promise<TaskStep[]> {
  if (toml.steps.length === 0) return [await loadStep(folder, "", toml, undefined, options)];
  const steps: TaskStep[] = [];
  for (const table of toml.steps) {
    steps.push(await loadStep(folder, join("steps", table.name), toml, table, options));
  }
  return steps;
}

async function loadStep(
  folder: string,
  place: string,
  toml: TaskToml,
  table: StepTable | undefined,
  { rewardKey, verifierTimeoutMultiplier, environmentDigest }: LoadStepsOptions,
): Promise<TaskStep> {
  const own = join(folder, place);
  const { agent, verifier, environment } = toml;
  const tests = await testFolders(folder, own, table !== undefined);
  const verifierBox = await loadVerifierBox(folder, own, { toml, step: table?.verifier, environmentDigest });
  const user = table?.verifier.user ?? verifier.user;
  const agentUser = table?.agent.user ?? agent.user;
  const verifierSec = table?.verifier.timeout_sec ?? verifier.timeout_sec ?? defaultVerifierSec;
  const bringsTests = verifierBox?.bringsTests === true;
  if (!bringsTests && !tests.hasScript) {
    throw taskFault(
      join(own, "tests", "test.sh"),
      `is missing or can't be read${table === undefined ? "" : `, and tests/test.sh too`}`,
    );
  }
  return {
    name: table?.name ?? "",
    instruction: stripCanary(await readRequired(join(own, "instruction.md"))),
    agentTimeoutMs: (table?.agent.timeout_sec ?? agent.timeout_sec ?? defaultAgentSec) * 1000,
    agentUser: agentUser === undefined ? undefined : String(agentUser),
    workdirFolder: table === undefined ? null : await ifThere(join(own, "workdir")),
    healthcheck: table?.healthcheck,
    solution: await solutionFolder(folder, own),
    verifier: {
      tests: bringsTests ? [] : tests.folders,
      env: { ...verifier.env, ...table?.verifier.env },
      user: user === undefined ? undefined : String(user),
      timeoutMs: verifierSec * verifierTimeoutMultiplier * 1000,
      rewardKey,
    },
    verifierBox: verifierBox?.box ?? null,
    collect: [...verifier.collect, ...(table?.verifier.collect ?? [])],
    artifacts: [...toml.artifacts, ...(table?.artifacts ?? [])],
    minRewards: typeof table?.min_reward === "number" ? { reward: table.min_reward } : (table?.min_reward ?? null),
    agentNetwork: phaseNetwork(environment, table?.agent ?? {}, agent),
    verifierNetwork: phaseNetwork(verifierBox?.box.table ?? environment, table?.verifier ?? {}, verifier),
  };
}

/** Tests that all steps share come first, a step's own over them. */
async function testFolders(
  folder: string,
  own: string,
  isStep: boolean,
): Promise<{ folders: string[]; hasScript: boolean }> {
  const places = isStep ? [join(folder, "tests"), join(own, "tests")] : [join(folder, "tests")];
  const folders: string[] = [];
  let hasScript = false;
  for (const place of places) {
    if (!(await exists(place))) continue;
    folders.push(place);
    if (await exists(join(place, "test.sh"))) hasScript = true;
  }
  return { folders, hasScript };
}

async function solutionFolder(folder: string, own: string): Promise<string | null> {
  for (const place of [join(own, "solution"), join(folder, "solution")]) {
    if (await exists(join(place, "solve.sh"))) return place;
  }
  return null;
}

/** Harbor's order: the step's own, the task's, and the agent's environment once more. */
async function loadVerifierBox(
  folder: string,
  own: string,
  { toml, step, environmentDigest }: { toml: TaskToml; step: VerifierTable | undefined; environmentDigest: string },
): Promise<{ box: VerifierBox; bringsTests: boolean } | null> {
  const mode = (step === undefined ? undefined : modeOf(step)) ?? modeOf(toml.verifier) ?? "shared";
  if (mode === "shared") return null;
  const table = step?.environment ?? toml.verifier.environment ?? toml.environment;
  const places = [
    ...(step === undefined ? [] : [{ environment: step.environment, tests: join(own, "tests") }]),
    { environment: toml.verifier.environment, tests: join(folder, "tests") },
  ];
  for (const { environment, tests } of places) {
    if (environment?.docker_image !== undefined) {
      const named = { ...table, docker_image: environment.docker_image };
      return { box: { folder: tests, digest: sha256(environment.docker_image), table: named }, bringsTests: true };
    }
    for (const name of composeNames) {
      const file = join(tests, name);
      if (!(await exists(file))) continue;
      throw taskFault(file, "is a verifier of several containers, which is not done here", "task-unsupported");
    }
    if (!(await exists(join(tests, "Dockerfile")))) continue;
    const digest = sha256(`\n${await digestFolder(tests)}`);
    return { box: { folder: tests, digest, table: { ...table, docker_image: undefined } }, bringsTests: true };
  }
  const environment = join(folder, "environment");
  const image = toml.environment.docker_image;
  const named = { ...table, docker_image: image };
  return { box: { folder: environment, digest: environmentDigest, table: named }, bringsTests: false };
}

function modeOf({ environment_mode: mode, environment }: VerifierTable): "shared" | "separate" | undefined {
  return mode ?? (environment === undefined ? undefined : "separate");
}

async function ifThere(path: string): Promise<string | null> {
  return (await exists(path)) ? path : null;
}
