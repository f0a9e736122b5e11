// Git for fetching what is published. A person's proxies, credentials and git LFS hold; hooks and links do not.

import { HarnessError } from "../../../core/fault.ts";
import { gitEnvironment } from "../../../lib/git-environment.ts";
import { type CommandResult, runCommand } from "../../../lib/run-command.ts";

export interface GitOptions {
  signal: AbortSignal;
  onLine?: (line: string) => void;
}

/** Exit codes are results. Throws config "git-missing". */
export async function runGit(folder: string, args: readonly string[], options: GitOptions): Promise<CommandResult> {
  const result = await runCommand(["git", "-C", folder, ...settings, ...args], { ...options, env: gitEnvironment });
  if (result.exitCode !== 127) return result;
  throw new HarnessError({
    fault: "config",
    code: "git-missing",
    message: "git is needed to fetch the dataset and was not found on the PATH. Install git and try again.",
  });
}

/** What it prints; undefined where it fails. */
export async function gitAnswer(
  folder: string,
  args: readonly string[],
  options: GitOptions,
): Promise<string | undefined> {
  const { exitCode, stdout } = await runGit(folder, args, options);
  return exitCode === 0 ? stdout : undefined;
}

const settings = [
  ...["-c", "core.hooksPath=/dev/null", "-c", "core.fsmonitor=false", "-c", "core.symlinks=false"],
  ...["-c", "core.autocrlf=false", "-c", "core.quotePath=false", "-c", "safe.directory=*", "-c", "gc.auto=0"],
  ...["-c", "advice.detachedHead=false", "-c", "protocol.ext.allow=never"],
];
