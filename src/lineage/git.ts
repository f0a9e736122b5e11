// Git as plumbing: a person's settings, hooks, filters and environment change nothing, and nobody's index is touched
// unless a command is told which.

import { HarnessError } from "../core/fault.ts";
import { gitEnvironment } from "../lib/git-environment.ts";
import { type CommandResult, runCommand } from "../lib/run-command.ts";

export interface GitOptions {
  signal: AbortSignal;
  input?: string;
  env?: Readonly<Record<string, string>>;
  /** Exit codes that are answers; default only 0. */
  accept?: readonly number[];
}

/** `where`: the repository's own folder (`--git-dir`), or a folder inside a work tree. */
export type GitPlace = { gitFolder: string } | { folder: string };

/** Throws config "git-missing", and "git-failed" with what git said unless the exit code is accepted. */
export async function git(place: GitPlace, args: readonly string[], options: GitOptions): Promise<CommandResult> {
  const { accept = [0] } = options;
  const cwd = "folder" in place ? place.folder : place.gitFolder;
  const at = "folder" in place ? [] : [`--git-dir=${place.gitFolder}`];
  const result = await runCommand(["git", ...at, ...ownSettings, ...args], {
    signal: options.signal,
    cwd,
    env: { ...ownEnvironment, ...options.env },
    timeoutMs: 60_000,
    ...(options.input === undefined ? {} : { input: options.input }),
  });
  if (result.exitCode === 127) {
    throw new HarnessError({
      fault: "config",
      code: "git-missing",
      message: "git is needed to keep the candidates and was not found on the PATH. Install git and try again.",
    });
  }
  if (accept.includes(result.exitCode)) return result;
  throw new HarnessError({
    fault: "config",
    code: "git-failed",
    message: `git ${args[0] ?? ""} failed in ${cwd} (exit code ${result.exitCode}): ${result.stderr.trim()}`,
    context: { args, exitCode: result.exitCode },
  });
}

/** The first line of what a command prints. */
export async function gitLine(place: GitPlace, args: readonly string[], options: GitOptions): Promise<string> {
  const { stdout } = await git(place, args, options);
  return stdout.split("\n", 1)[0] ?? "";
}

/** A full object name, so that nothing else can be passed to git in its place. Throws config "git-bad-object". */
export function objectName(text: string): string {
  if (/^(?:[0-9a-f]{40}|[0-9a-f]{64})$/.test(text)) return text;
  throw new HarnessError({
    fault: "config",
    code: "git-bad-object",
    message: `${JSON.stringify(text)} is not a full commit hash.`,
  });
}

/** The person's name and address must not be needed, nor be used for what a machine wrote. */
export function ownIdentity(at: Date): Readonly<Record<string, string>> {
  const name = "auto-harness";
  const email = "auto-harness@localhost";
  const date = `${Math.floor(at.getTime() / 1000)} +0000`;
  return {
    GIT_AUTHOR_NAME: name,
    GIT_AUTHOR_EMAIL: email,
    GIT_AUTHOR_DATE: date,
    GIT_COMMITTER_NAME: name,
    GIT_COMMITTER_EMAIL: email,
    GIT_COMMITTER_DATE: date,
  };
}

/** The folder may belong to somebody else (a bind mount, root): no hook, filter or monitor of it is ever run. */
const ownSettings = Object.entries({
  "safe.directory": "*",
  "core.hooksPath": "/dev/null",
  "core.fsmonitor": "false",
  "core.attributesFile": "/dev/null",
  "core.autocrlf": "false",
  "core.quotePath": "false",
  "commit.gpgSign": "false",
  "i18n.commitEncoding": "UTF-8",
  "gc.auto": "0",
  "maintenance.auto": "false",
}).flatMap(([key, value]) => ["-c", `${key}=${value}`]);

/** A person's settings of the environment change nothing here. */
const ownEnvironment: Readonly<Record<string, string | undefined>> = {
  ...gitEnvironment,
  GIT_CONFIG: undefined,
  GIT_CONFIG_PARAMETERS: undefined,
  GIT_CONFIG_COUNT: undefined,
};
