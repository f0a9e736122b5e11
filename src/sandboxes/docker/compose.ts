// Docker's compose plugin: what it makes of a task's files, and bringing the result up. Nothing of this process's
// environment reaches the files but where programs are found.

import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { HarnessError } from "../../core/fault.ts";
import { parseJson } from "../../lib/parse-json.ts";
import { runCommand } from "../../lib/run-command.ts";
import { mainImage } from "../../services/compose/compose-build.ts";
import { type ComposeModel, parseComposeModel } from "../../services/compose/compose-model.ts";
import type { DockerCli } from "./build.ts";

export interface ComposeContext {
  cli: DockerCli;
  project: string;
  signal: AbortSignal;
}

const configMs = 60_000;
/** Runs what follows with no more of this process's environment than programs are found by. */
const bare = ["sh", "-c", 'exec env -i PATH="$PATH" HOME="$HOME" DOCKER_CONFIG="$DOCKER_CONFIG" "$@"', "sh"];

/** The files merged and their variables filled in; $ is written $$ in it. Throws config "compose-invalid", "compose-missing". */
export async function resolveCompose(
  files: readonly string[],
  variables: Readonly<Record<string, string>>,
  { cli, project, signal }: ComposeContext,
): Promise<ComposeModel> {
  const folder = await mkdtemp(join(tmpdir(), "auto-harness-compose-"));
  try {
    // The task may say nothing of main but in its Dockerfile, and compose wants an image of every service.
    const base = join(folder, "base.json");
    await writeFile(base, JSON.stringify({ services: { main: { image: mainImage } } }));
    const flags = [base, ...files].flatMap((file) => ["--file", file]);
    const values = join(folder, "variables");
    await writeFile(values, Object.entries(variables).map(variableLine).join(""), { mode: 0o600 });
    const place = ["--project-directory", dirname(files[0] ?? base), "--env-file", values];
    const command = [cli.file, "compose", "--project-name", project, ...flags, ...place, "config", "--format", "json"];
    const run = await runCommand([...bare, ...command], { signal, timeoutMs: configMs });
    if (run.exitCode !== 0) throw invalid(files, run.stderr);
    return parseComposeModel(parseJson(run.stdout));
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** Starts what the model describes, or only makes it. Its end is a result. */
export async function runCompose(
  model: Record<string, unknown>,
  action: "create" | "up",
  { cli, project, signal, timeoutMs }: ComposeContext & { timeoutMs: number },
): Promise<{ exitCode: number; stderr: string }> {
  const folder = await mkdtemp(join(tmpdir(), "auto-harness-compose-"));
  try {
    const file = join(folder, "compose.json");
    await writeFile(file, JSON.stringify(model), { mode: 0o600 });
    const what = action === "create" ? ["create"] : ["up", "--detach", "--no-recreate"];
    const flags = ["--project-name", project, "--file", file, "--env-file", "/dev/null", "--ansi", "never"];
    const command = [cli.file, "compose", ...flags, ...what, "--no-build", "--pull", "never"];
    return await runCommand(command, { signal, env: cli.env, timeoutMs });
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

function variableLine([name, value]: [string, string]): string {
  const text = value.replaceAll(/["\\$]/g, "\\$&").replaceAll("\n", "\\n");
  return `${name}="${text}"\n`;
}

function invalid(files: readonly string[], stderr: string): HarnessError {
  const said = stderr.trim().slice(-1000);
  const missing = /not found|not a docker command|unknown (?:shorthand )?flag|is not a docker/i.test(said);
  return new HarnessError({
    fault: "config",
    code: missing ? "compose-missing" : "compose-invalid",
    message: missing
      ? `A task is a compose project, and docker's compose plugin does not answer (${said}). Install it: auto-harness doctor --fix.`
      : `Compose does not accept ${files.join(", ")}: ${said}`,
    context: { files },
  });
}
