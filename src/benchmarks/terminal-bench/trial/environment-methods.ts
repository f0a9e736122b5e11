// What the agent may do in the task's box: commands and files, each seen and recorded by the host.

import { z } from "zod";
import { HarnessError } from "../../../core/fault.ts";
import type { Session } from "../../../core/session.ts";
import type { TraceEvent } from "../../../core/trial.ts";
import type { TerminalTask } from "../format/load-task.ts";
import type { TaskStep } from "../format/task-step.ts";

export type EnvironmentMethod = (
  params: unknown,
  body: Uint8Array,
  options: { signal: AbortSignal },
) => Promise<{ result: unknown; body?: Uint8Array }>;

const execParams = z.object({
  command: z.string().max(1_000_000),
  timeoutMs: z
    .number()
    .positive()
    .max(24 * 3_600_000)
    .optional(),
  cwd: z.string().optional(),
  env: z.record(z.string(), z.string()).optional(),
});
const fileParams = z.object({ path: z.string().min(1).max(4096) });

const maxExecOutput = 1024 * 1024;

/** bash where the image has it, as Harbor's agents expect. */
const shell = [
  "sh",
  "-c",
  'if command -v bash >/dev/null 2>&1; then exec bash -c "$1"; else exec sh -c "$1"; fi',
  "sh",
];

export function environmentMethods(
  { task, step }: { task: Pick<TerminalTask, "toml">; step: Pick<TaskStep, "agentUser"> },
  session: Session,
  onEvent: (event: TraceEvent) => void,
  now: () => number,
): Record<string, EnvironmentMethod> {
  const user = step.agentUser === undefined ? {} : { user: step.agentUser };
  const workdir = task.toml.environment.workdir;
  return {
    async exec(params, _body, { signal }) {
      const { command, timeoutMs, cwd = workdir, env = {} } = checked(execParams, params);
      const atMs = now();
      const result = await session.exec([...shell, command], {
        signal,
        maxOutputBytes: maxExecOutput,
        env: { ...task.toml.environment.env, ...env },
        ...user,
        ...(cwd === undefined ? {} : { cwd }),
        ...(timeoutMs === undefined ? {} : { timeoutMs }),
      });
      const { exitCode, stdout, stderr, timedOut, durationMs } = result;
      onEvent({ type: "exec", atMs, command, exitCode, stdout, stderr, timedOut, durationMs });
      return { result: { exitCode, stdout, stderr, timedOut } };
    },
    async upload(params, body, { signal }) {
      const { path } = checked(fileParams, params);
      onEvent({ type: "file", atMs: now(), direction: "upload", path, bytes: body.byteLength });
      await session.writeFile(absolute(path, workdir), body, { signal });
      return { result: null };
    },
    async download(params, _body, { signal }) {
      const { path } = checked(fileParams, params);
      const body = await session.readFile(absolute(path, workdir), { signal });
      onEvent({ type: "file", atMs: now(), direction: "download", path, bytes: body.byteLength });
      return { result: null, body };
    },
  };
}

function absolute(path: string, workdir: string | undefined): string {
  return path.startsWith("/") ? path : `${workdir ?? ""}/${path}`;
}

/** A call that does not fit its method is the agent's fault and goes back to it as an error. */
function checked<T>(schema: z.ZodType<T>, params: unknown): T {
  const parsed = schema.safeParse(params);
  if (parsed.success) return parsed.data;
  throw new HarnessError({ fault: "agent", code: "bad-call", message: z.prettifyError(parsed.error) });
}
