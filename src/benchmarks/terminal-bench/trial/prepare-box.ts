// What is done in a task's box before an agent comes: the files of a prebuilt image's task, a step's own files, and
// health.

import { join } from "node:path";
import type { Sandbox } from "../../../core/sandbox.ts";
import type { Session } from "../../../core/session.ts";
import { exists } from "../../../lib/exists.ts";
import { packFolder } from "../../../lib/tar-folder.ts";
import { composeNames } from "../../../services/compose/read-compose.ts";
import type { TerminalTask } from "../format/load-task.ts";
import type { TaskStep } from "../format/task-step.ts";
import { awaitHealthy, unhealthyBox } from "./healthcheck.ts";

type Wait = { signal: AbortSignal };

/** Throws infrastructure "box-unhealthy". */
export async function prepareBox(
  task: TerminalTask,
  { session }: Pick<Sandbox, "session">,
  { signal }: Wait,
): Promise<void> {
  await uploadEnvironment(task, session, { signal });
  const { healthcheck } = task.toml.environment;
  if (healthcheck === undefined) return;
  await awaitHealthy(session, healthcheck, { signal }, (why) => unhealthyBox(task.id, why));
}

/** An image that was built elsewhere lacks the files beside task.toml: where nothing builds, they are copied. */
async function uploadEnvironment(
  { toml, environmentFolder }: TerminalTask,
  session: Session,
  { signal }: Wait,
): Promise<void> {
  if (toml.environment.docker_image === undefined) return;
  for (const built of ["Dockerfile", ...composeNames]) if (await exists(join(environmentFolder, built))) return;
  if (!(await exists(environmentFolder))) return;
  await putBelow(await workingFolder(toml, session, { signal }), environmentFolder, session, { signal });
}

/** Why the step can't be worked on, in words; null: it can. */
export async function prepareStep(
  { toml }: Pick<TerminalTask, "toml">,
  { workdirFolder, healthcheck, agentUser }: TaskStep,
  session: Session,
  { signal }: Wait,
): Promise<string | null> {
  const as = agentUser === undefined ? {} : { user: agentUser };
  if (workdirFolder !== null) {
    const folder = await workingFolder(toml, session, { signal });
    await putBelow(folder, workdirFolder, session, { signal });
    if (await exists(join(workdirFolder, "setup.sh"))) {
      const { exitCode, stderr } = await session.exec(["bash", join(folder, "setup.sh")], {
        ...as,
        signal,
        cwd: folder,
      });
      if (exitCode !== 0) return `setup.sh exited ${exitCode}: ${stderr.trim().slice(-300)}`;
    }
  }
  if (healthcheck === undefined) return null;
  const unhealthy = new Error();
  try {
    await awaitHealthy(session, healthcheck, { ...as, signal }, (why) => Object.assign(unhealthy, { message: why }));
    return null;
  } catch (error) {
    if (error === unhealthy) return unhealthy.message;
    throw error;
  }
}

async function workingFolder(
  { environment }: TerminalTask["toml"],
  session: Session,
  { signal }: Wait,
): Promise<string> {
  if (environment.workdir !== undefined) return environment.workdir;
  const { stdout } = await session.exec(["pwd"], { signal });
  const folder = stdout.trim();
  return folder.startsWith("/") ? folder : "/";
}

async function putBelow(folder: string, source: string, session: Session, { signal }: Wait): Promise<void> {
  await session.putArchive("/", packFolder(source, { prefix: folder.replace(/^\/+/, "") }), { signal });
}
