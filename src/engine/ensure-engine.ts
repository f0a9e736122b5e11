import { HarnessError, harnessErrorOf } from "../core/fault.ts";
import { connectEngine } from "./connect-engine.ts";
import { engineHelp } from "./engine-help.ts";
import { type EngineAddress, findEngine } from "./find-engine.ts";
import { fixEngine } from "./fix-engine.ts";
import { canInstall, type HostFacts, readHostFacts } from "./host-facts.ts";

export interface EnsureEngineOptions {
  signal: AbortSignal;
  /** Somebody can be asked. */
  interactive: boolean;
  /** Go on without asking. */
  yes: boolean;
  ask: (question: string) => Promise<boolean>;
  say: (line: string) => void;
}

/** What ensureEngine stands on; only tests give others. */
export interface EngineMeans {
  find: () => Promise<EngineAddress>;
  connect: (options: { signal: AbortSignal; address: EngineAddress }) => Promise<unknown>;
  facts: () => Promise<HostFacts>;
  fix: (options: { signal: AbortSignal; facts: HostFacts; say: (line: string) => void }) => Promise<void>;
}

const realMeans: EngineMeans = { find: findEngine, connect: connectEngine, facts: readHostFacts, fix: fixEngine };

/**
 * Returns when an engine answers. If none does: brings one up where that is possible, asking first on a terminal.
 * An engine that DOCKER_HOST or a context names is somebody's choice: it is never replaced by one of ours.
 * Throws config "engine-missing", "engine-unreachable", "engine-refused" or "engine-setup-failed", each with what to do.
 */
export async function ensureEngine(options: EnsureEngineOptions, means: EngineMeans = realMeans): Promise<void> {
  const { signal, interactive, yes, ask, say } = options;
  const address = await means.find();
  try {
    await means.connect({ signal, address });
    return;
  } catch (error) {
    signal.throwIfAborted();
    const missing = harnessErrorOf(error);
    if (missing === undefined) throw error;
    if (address.source !== "default") throw named(missing);
    const facts = await means.facts();
    if (!canInstall(facts)) throw withHelp(missing.message, missing.code, facts, missing);
    if (interactive && !yes) {
      const agreed = await ask("No Docker engine answers. Install and start one here (apt: docker.io, iptables)?");
      if (!agreed) throw withHelp("no Docker engine, and none was to be installed", "engine-refused", facts, missing);
    }
    say("no Docker engine answers: installing and starting one (about a minute)");
    await means.fix({ signal, facts, say });
    await means.connect({ signal, address: await means.find() });
  }
}

function named(error: HarnessError): HarnessError {
  return new HarnessError({
    fault: "config",
    code: error.code,
    message: `${error.message}\nStart that engine, or unset DOCKER_HOST / choose another context (docker context use default).`,
    cause: error,
  });
}

function withHelp(what: string, code: string, facts: HostFacts, cause: unknown): HarnessError {
  return new HarnessError({ fault: "config", code, message: [what, ...engineHelp(facts)].join("\n"), cause });
}
