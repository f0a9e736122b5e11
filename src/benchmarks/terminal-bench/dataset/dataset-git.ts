// Git for fetching datasets. A person's proxies, credentials and addresses hold; hooks, filters, prompts and helpers of
// foreign transports do not. Nothing is ever checked out: files are read from git's objects.

import { HarnessError } from "../../../core/fault.ts";
import { gitEnvironment } from "../../../lib/git-environment.ts";
import { type CommandResult, runCommand } from "../../../lib/run-command.ts";
import { withoutSecrets } from "./dataset-source.ts";

export interface DatasetGitOptions {
  signal: AbortSignal;
  input?: string;
  timeoutMs?: number;
  onLine?: (line: string) => void;
}

export const fetchTimeoutMs = 3_600_000;
const localTimeoutMs = 300_000;

/** Exit codes are results. Throws config "git-missing". */
export async function runDatasetGit(
  folder: string | null,
  args: readonly string[],
  options: DatasetGitOptions,
): Promise<CommandResult> {
  const result = await runCommand(gitCommand(folder, args), {
    timeoutMs: localTimeoutMs,
    ownGroup: true,
    // Not in whatever repository we happen to be started in.
    cwd: "/",
    ...options,
    env: datasetGitEnvironment,
  });
  if (result.exitCode !== 127) return result;
  throw new HarnessError({
    fault: "config",
    code: "git-missing",
    message:
      "git is needed to fetch the dataset and was not found on the PATH. Install git, or name a folder of tasks in dataset:, and try again.",
  });
}

/** Talks to a repository elsewhere. Nobody is asked for anything: there is no terminal to ask on. */
export async function runRemoteGit(
  folder: string | null,
  args: readonly string[],
  options: DatasetGitOptions,
): Promise<CommandResult> {
  return await runDatasetGit(folder, args, { timeoutMs: fetchTimeoutMs, ...options });
}

/** With all settings; what else runs git streams what it prints. */
export function gitCommand(folder: string | null, args: readonly string[]): string[] {
  return ["git", ...(folder === null ? [] : [`--git-dir=${folder}`]), ...settings, ...args];
}

export const datasetGitEnvironment: Readonly<Record<string, string | undefined>> = {
  ...gitEnvironment,
  GIT_LITERAL_PATHSPECS: "1",
  GIT_LFS_SKIP_SMUDGE: undefined,
  SSH_ASKPASS_REQUIRE: "never",
};

const settings = Object.entries({
  "core.hooksPath": "/dev/null",
  "core.fsmonitor": "false",
  "core.quotePath": "false",
  "credential.interactive": "false",
  "fetch.recurseSubmodules": "false",
  "fetch.writeCommitGraph": "false",
  "gc.auto": "0",
  "maintenance.auto": "false",
  // A server that has gone silent is left.
  "http.lowSpeedLimit": "100",
  "http.lowSpeedTime": "120",
  "protocol.allow": "never",
  "protocol.https.allow": "always",
  "protocol.http.allow": "always",
  "protocol.ssh.allow": "always",
  "protocol.git.allow": "always",
  "protocol.file.allow": "always",
  "safe.directory": "*",
  "safe.bareRepository": "all",
}).flatMap(([key, value]) => ["-c", `${key}=${value}`]);

/** What a failed call says, by whose fault it is; `wanted` says what would have been fetched. */
export function fetchFault(url: string, wanted: string, { exitCode, stderr }: CommandResult): HarnessError {
  const lines = withoutSecrets(stderr)
    .split("\n")
    .map((line) => line.trim());
  const said = lines.find((line) => /^(?:fatal|error|remote):/.test(line)) ?? lines.findLast((line) => line !== "");
  const what = `${wanted} could not be fetched from ${url}: ${said ?? `git ended with ${exitCode}`}.`;
  if (/could not read (?:Username|Password)|Authentication failed|Permission denied \(|Host key verif/i.test(stderr)) {
    return new HarnessError({
      fault: "config",
      code: "dataset-access",
      message: `${what} Nobody is asked for a password here: set up git's credential helper or an ssh key, so that \`git ls-remote ${url}\` works without a question.`,
    });
  }
  if (/not found|does not appear to be a git repository|does not exist|no such file/i.test(stderr)) {
    return new HarnessError({
      fault: "config",
      code: "dataset-missing",
      message: `${what} Expected a git repository there; mind its spelling, and whether it is private.`,
    });
  }
  return new HarnessError({
    fault: "infrastructure",
    code: "dataset-fetch-failed",
    message: `${what} What has arrived is kept; the same command goes on. Without a network: clone it elsewhere, copy it here, and name the folder in dataset:.`,
  });
}
