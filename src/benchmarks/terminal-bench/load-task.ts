// Reads one task's folder in Harbor's format.

import { readFile } from "node:fs/promises";
import { basename, join } from "node:path";
import type { Task } from "../../core/benchmark.ts";
import { HarnessError } from "../../core/fault.ts";
import { sha256 } from "../../lib/digest.ts";
import { digestFolder } from "../../lib/digest-folder.ts";
import { exists } from "../../lib/exists.ts";
import { parseSizeMb, parseTaskToml, type TaskToml } from "./task-toml.ts";

export interface TerminalTask extends Task {
  instruction: string;
  folder: string;
  environmentDigest: string;
  memoryMb: number | undefined;
  toml: TaskToml;
}

/** Throws config "task-invalid" and "task-unsupported", naming file and key. */
export async function loadTask(folder: string): Promise<TerminalTask> {
  const id = basename(folder);
  const file = join(folder, "task.toml");
  const text = await required(file);
  const { toml, notes } = parseTaskToml(text, file);
  const instruction = stripCanary(await required(join(folder, "instruction.md")));
  await required(join(folder, "tests", "test.sh"));
  const environment = join(folder, "environment");
  if (await exists(join(environment, "docker-compose.yaml"))) {
    throw unsupported(folder, "environment/docker-compose.yaml (a compose task)");
  }
  if (toml.environment.docker_image === undefined) await required(join(environment, "Dockerfile"));
  const oracle = await exists(join(folder, "solution", "solve.sh"));
  const parts = await Promise.all(
    ["environment", "tests", "solution"].map(async (part) =>
      (await exists(join(folder, part))) ? await digestFolder(join(folder, part)) : "",
    ),
  );
  const multiplied = toml.agent.timeout_sec ?? 3600;
  return {
    id,
    digest: sha256([sha256(text), sha256(instruction), ...parts].join("\n")),
    environmentDigest: sha256(`${toml.environment.docker_image ?? ""}\n${parts[0]}`),
    instruction,
    agentTimeoutMs: multiplied * 1000,
    verifierTimeoutMs: toml.verifier.timeout_sec * 1000,
    memoryMb:
      toml.environment.memory_mb ??
      (toml.environment.memory === undefined ? undefined : parseSizeMb(toml.environment.memory, file)),
    oracle,
    file,
    folder,
    toml,
    notes,
  };
}

/** Canary comments at the top keep datasets out of training sets; they are not part of the instruction. */
function stripCanary(text: string): string {
  return text.replace(/^(?:\s*(?:<!--[\s\S]*?-->|#[^\n]*canary[^\n]*)\s*\n)+/i, "").trim();
}

async function required(file: string): Promise<string> {
  try {
    return await readFile(file, "utf8");
  } catch {
    throw new HarnessError({
      fault: "config",
      code: "task-invalid",
      message: `${file} is missing or can't be read`,
      context: { file },
    });
  }
}

function unsupported(folder: string, what: string): HarnessError {
  return new HarnessError({
    fault: "config",
    code: "task-unsupported",
    message: `${folder} has ${what}, which this version does not do yet`,
  });
}
