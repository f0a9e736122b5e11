// What we ask of apt: packages installed on this machine, and package sources for a suite that is not its own.

import { join } from "node:path";
import { type CommandResult, runCommand } from "../lib/run-command.ts";
import type { HostFacts } from "./host-facts.ts";
import type { RunCommand, StepLog } from "./steps.ts";

const aptEnvironment = { DEBIAN_FRONTEND: "noninteractive", LC_ALL: "C.UTF-8" };
/** Another apt on this machine may be at work. */
const waitForLock = ["-o", "DPkg::Lock::Timeout=300"];
const debianKeyring = "/usr/share/keyrings/debian-archive-keyring.gpg";

/** Reads the package lists anew and installs; throws with the log in the step when a package is not to be had. */
export async function aptInstall(log: StepLog, packages: readonly string[]): Promise<void> {
  await log.command(["apt-get", "update", "-q", ...waitForLock], { env: aptEnvironment });
  const install = ["apt-get", "install", "-q", "-y", "--no-install-recommends", ...waitForLock, ...packages];
  await log.command(install, { env: aptEnvironment });
}

/** The version that apt would install; undefined if its lists have none. */
export async function aptCandidate(name: string, signal: AbortSignal, run: RunCommand): Promise<string | undefined> {
  const result = await run(["apt-cache", "policy", name], { signal, env: aptEnvironment });
  const version = /^\s*Candidate:\s*(\S+)/m.exec(result.stdout)?.[1];
  return version === undefined || version === "(none)" ? undefined : version;
}

/** Whether a program is on the PATH of this process. */
export async function hasProgram(name: string, signal: AbortSignal, run: RunCommand = runCommand): Promise<boolean> {
  const result: CommandResult = await run(["sh", "-c", 'command -v -- "$1"', "sh", name], { signal });
  return result.exitCode === 0;
}

/**
 * One "deb …" line each for a Debian suite, its updates and its security fixes, from the mirrors that this machine
 * uses; undefined where it has none for Debian. `indexTargets` is what aptIndexTargets gave.
 */
export function debianSources(suite: string, facts: HostFacts, indexTargets: string): string | undefined {
  const here = facts.distribution?.codename ?? "";
  const parts = new Map<string, Set<string>>();
  if (facts.distribution?.id === "debian" && here !== "") {
    for (const line of indexTargets.split("\n")) {
      const [uri, release, component] = line.trim().split(/\s+/);
      if (uri === undefined || release === undefined || component === undefined) continue;
      if (![here, `${here}-updates`, `${here}-security`].includes(release)) continue;
      const key = `${uri} ${suite}${release.slice(here.length)}`;
      parts.set(key, (parts.get(key) ?? new Set()).add(component));
    }
  }
  if (![...parts.keys()].some((key) => key.endsWith(` ${suite}`))) return undefined;
  const lines = [...parts].map(([key, components]) => `${key} ${[...components].join(" ")}`);
  return lines.map((line) => `deb [signed-by=${debianKeyring}] ${line}\n`).join("");
}

export async function aptIndexTargets(signal: AbortSignal, run: RunCommand): Promise<string> {
  const format = "$(REPO_URI) $(RELEASE) $(COMPONENT)";
  const result = await run(["apt-get", "indextargets", "--format", format, "Identifier: Packages"], {
    signal,
    env: aptEnvironment,
  });
  return result.exitCode === 0 ? result.stdout : "";
}

/** The packages that reading a Debian suite needs on this machine. */
export const debianKeyringPackage = "debian-archive-keyring";

/** An apt-get that knows only the sources in `folder`/sources.list and keeps its lists in `folder`. */
export function privateApt(folder: string): string[] {
  const settings = [
    `Dir::Etc::sourcelist=${join(folder, "sources.list")}`,
    "Dir::Etc::sourceparts=-",
    `Dir::State::lists=${join(folder, "lists")}`,
    `Dir::Cache=${join(folder, "cache")}`,
    "APT::Sandbox::User=root",
    "APT::Update::Post-Invoke=",
    "APT::Update::Post-Invoke-Success=",
    "Acquire::IndexTargets::deb::DEP-11::DefaultEnabled=false",
  ];
  return ["apt-get", "-q", ...settings.flatMap((setting) => ["-o", setting])];
}
