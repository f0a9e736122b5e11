import Dockerode from "dockerode";
import { HarnessError } from "../core/fault.ts";
import { engineGet } from "./engine-request.ts";
import { type EngineAddress, findEngine } from "./find-engine.ts";

const answerWithinMs = 5_000;

export interface ConnectOptions {
  signal: AbortSignal;
  /** Left out: wherever findEngine says. */
  address?: EngineAddress;
  timeoutMs?: number;
}

/**
 * A client of an engine that has answered. Throws config "engine-missing" (no engine in any usual place),
 * "engine-unreachable" (one is named or its socket is there, and it does not answer), and what findEngine throws.
 */
export async function connectEngine(options: ConnectOptions): Promise<Dockerode> {
  const { signal, timeoutMs = answerWithinMs } = options;
  const address = options.address ?? (await findEngine());
  if (!address.exists) {
    throw new HarnessError({
      fault: "config",
      code: "engine-missing",
      message: `no Docker engine: looked at ${address.tried.join(", ")}; type: npx auto-harness doctor`,
      context: { tried: address.tried },
    });
  }
  const docker = new Dockerode(address.options);
  try {
    await engineGet(docker, "/_ping", { signal: AbortSignal.any([signal, AbortSignal.timeout(timeoutMs)]) });
    return docker;
  } catch (error) {
    signal.throwIfAborted();
    throw new HarnessError({
      fault: "config",
      code: "engine-unreachable",
      message: `the Docker engine at ${address.host} (${sourceText(address)}) ${reason(error, timeoutMs)}; type: npx auto-harness doctor`,
      cause: error,
      context: { host: address.host, source: address.source },
    });
  }
}

/** Where an address comes from, in words. */
export function sourceText({ source }: EngineAddress): string {
  return { DOCKER_HOST: "from DOCKER_HOST", context: "from Docker's context", default: "the usual place" }[source];
}

function reason(error: unknown, timeoutMs: number): string {
  const code = error instanceof Error && "code" in error ? error.code : undefined;
  if (code === "ECONNREFUSED" || code === "ENOENT") return "does not run";
  if (code === "EACCES" || code === "EPERM") {
    return "may not be used by this account (join the docker group: sudo usermod -aG docker $USER, then log in again)";
  }
  if (
    error instanceof Error &&
    (error.name === "AbortError" || error.name === "TimeoutError" || code === "ABORT_ERR")
  ) {
    return `did not answer within ${timeoutMs / 1000} s`;
  }
  return `does not answer: ${error instanceof Error ? error.message : String(error)}`;
}
