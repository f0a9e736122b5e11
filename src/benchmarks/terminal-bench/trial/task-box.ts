// What a task's trial works in, as the task declares it. Nothing of the verifier or the solution is in it.

import type { BoxSpec, OpenContext } from "../../../core/benchmark.ts";
import { HarnessError } from "../../../core/fault.ts";
import type { ImageSource, Sandbox } from "../../../core/sandbox.ts";
import type { Session } from "../../../core/session.ts";
import type { TerminalTask } from "../format/load-task.ts";
import { networkChanges, networkOf } from "../format/network-policy.ts";
import type { ComposeEnvironment } from "./compose-task.ts";
import { logFolders, makeLogFolders } from "./log-folders.ts";

/** The agent's environment: one box, or a compose project whose service `main` it is. */
export interface TaskBox extends AsyncDisposable {
  readonly main: Sandbox;
  /** Of a service by its name, `main` too. Throws task "service-missing". */
  session(service: string): Session;
  /** Lines about images and networks that stand on the trial's record. */
  readonly notes: readonly string[];
  /** There are other services, which go on while main is judged. */
  readonly composed: boolean;
}

/** Throws infrastructure and task faults, and undoes everything then. */
export async function openTaskBox(
  task: TerminalTask,
  context: Pick<OpenContext, "openBox" | "openProject" | "signal">,
): Promise<TaskBox> {
  if (task.compose !== null) return await openComposed(task, task.compose, context);
  const main = await context.openBox({ ...boxOf(task), folders: logFolders }, "task");
  return {
    main,
    notes: main.imageNotes,
    composed: false,
    session(service) {
      if (service === "main") return main.session;
      throw serviceMissing(task, service);
    },
    [Symbol.asyncDispose]: async () => await main[Symbol.asyncDispose](),
  };
}

async function openComposed(
  task: TerminalTask,
  { file, variables }: ComposeEnvironment,
  { openProject, signal }: Pick<OpenContext, "openProject" | "signal">,
): Promise<TaskBox> {
  if (openProject === undefined) throw composeUnsupported(task);
  const timeoutMs = task.toml.environment.build_timeout_sec * 1000;
  await using undo = new AsyncDisposableStack();
  const project = undo.use(await openProject({ files: [file], variables, main: boxOf(task), timeoutMs }, "task"));
  await makeLogFolders(project.main.session, { signal });
  undo.move();
  return {
    main: project.main,
    notes: project.main.imageNotes,
    composed: true,
    session: (service) => project.session(service),
    [Symbol.asyncDispose]: async () => await project[Symbol.asyncDispose](),
  };
}

/** Of all its containers. */
export function imagesOf(task: TerminalTask): ImageSource[] {
  return [imageOf(task), ...(task.compose?.sidecars ?? [])];
}

export function imageOf({
  id,
  environmentFolder,
  environmentDigest,
  compose,
  toml: { environment },
}: TerminalTask): ImageSource {
  if (compose !== null && compose.main !== null) return compose.main;
  if (environment.docker_image !== undefined) return { kind: "image", reference: environment.docker_image };
  return {
    kind: "build",
    name: id,
    context: environmentFolder,
    digest: environmentDigest,
    timeoutMs: environment.build_timeout_sec * 1000,
  };
}

export function boxOf(task: TerminalTask): BoxSpec {
  const { environment } = task.toml;
  return {
    image: imageOf(task),
    network: networkOf(environment),
    ...(networkChanges(task) ? { networkChanges: true } : {}),
    profile: "task",
    limits: {
      ...(environment.cpus === undefined ? {} : { cpus: environment.cpus }),
      ...(environment.memory_mb === undefined ? {} : { memoryMb: environment.memory_mb }),
      ...(environment.storage_mb === undefined ? {} : { storageMb: environment.storage_mb }),
    },
    env: environment.env,
    ...(environment.workdir === undefined ? {} : { workdir: environment.workdir }),
  };
}

function composeUnsupported(task: TerminalTask): HarnessError {
  return new HarnessError({
    fault: "config",
    code: "compose-unsupported",
    message: `${task.id} is a compose project, which this provider can't start. Use the docker provider, or exclude it with exclude_task_ids.`,
  });
}

function serviceMissing(task: TerminalTask, service: string): HarnessError {
  return new HarnessError({
    fault: "task",
    code: "service-missing",
    message: `${task.id} has no service ${service}: it is one box, called main. Only a compose file has others.`,
  });
}
