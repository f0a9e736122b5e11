import { join } from "node:path";
import { openHostLock } from "../lib/host-lock.ts";
import { runCommand } from "../lib/run-command.ts";
import { aptInstall, hasProgram } from "./apt.ts";
import { connectEngine } from "./connect-engine.ts";
import { installPlugins, plugins, pluginVersion } from "./engine-plugins.ts";
import type { HostFacts } from "./host-facts.ts";
import { startEngine } from "./start-engine.ts";
import { stateFolder } from "./state-folder.ts";
import { type RunCommand, stepsOf } from "./steps.ts";

export interface FixEngineOptions {
  signal: AbortSignal;
  /** A host where canInstall holds. */
  facts: HostFacts;
  say: (line: string) => void;
  run?: RunCommand;
  folder?: string;
  /** Whether the engine answers now. */
  answers?: () => Promise<boolean>;
}

/**
 * Installs and starts whatever of engine, compose and buildx is not there; says a line per step done, nothing if all
 * is there. One at a time on this host. Throws config "engine-setup-failed" with the end of the failing step's log.
 */
export async function fixEngine(options: FixEngineOptions): Promise<void> {
  const { signal, facts, say, run = runCommand, folder = stateFolder() } = options;
  const answers = options.answers ?? (() => engineAnswers(signal));
  using _lock = await openHostLock({
    signal,
    folder,
    name: "engine",
    onWait: () => say("another auto-harness is setting up the engine on this machine: waiting for it"),
  });
  const logFile = join(folder, "logs", "engine-setup.log");
  const step = stepsOf({ say, logFile, signal, run, fault: "config", code: "engine-setup-failed" });

  if (!(await answers())) {
    if (!(await hasProgram("dockerd", signal, run))) {
      await step("install docker.io and iptables by apt", (log) => aptInstall(log, ["docker.io", "iptables"]));
    }
    // The package may have started it.
    if (!(await answers())) {
      const engineLog = join(folder, "logs", "dockerd.log");
      const title = facts.systemd ? "start the engine (systemctl start docker)" : "start the engine (dockerd)";
      await step(title, (log) => startEngine(log, { signal, facts, logFile: engineLog, answers }));
    }
  }

  // Plugins belong to Docker's command line, which an engine of another make may have come without.
  if (!(await hasProgram("docker", signal, run))) {
    await step("install docker.io by apt, for Docker's command line", (log) => aptInstall(log, ["docker.io"]));
  }
  const versions = await Promise.all(
    plugins.map(async (plugin) => ({ plugin, version: await pluginVersion(plugin, { signal, run }) })),
  );
  const wanted = versions.filter(({ version }) => version === undefined).map(({ plugin }) => plugin);
  if (wanted.length > 0) {
    const title = `install the ${wanted.join(" and ")} plugin${wanted.length > 1 ? "s" : ""}`;
    await step(title, (log) => installPlugins(log, wanted, { signal, run, facts }));
  }
}

async function engineAnswers(signal: AbortSignal): Promise<boolean> {
  try {
    await connectEngine({ signal, timeoutMs: 2_000 });
    return true;
  } catch {
    signal.throwIfAborted();
    return false;
  }
}
