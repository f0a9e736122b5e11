import type Dockerode from "dockerode";
import { HarnessError } from "../core/fault.ts";
import { engineGet } from "./engine-request.ts";
import { type EngineAddress, findEngine } from "./find-engine.ts";
import { type SshTunnel, SshTunnelError, TunnelAgent } from "./ssh-tunnel.ts";

const answerWithinMs = 5_000;
/** ssh has a way to go before it can ask anything. */
const answerOverSshWithinMs = 45_000;

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
  const { signal } = options;
  const address = options.address ?? (await findEngine());
  const overSsh = address.options.agent instanceof TunnelAgent ? address.options.agent.tunnel : undefined;
  const { timeoutMs = overSsh === undefined ? answerWithinMs : answerOverSshWithinMs } = options;
  if (!address.exists) {
    throw new HarnessError({
      fault: "config",
      code: "engine-missing",
      message: `no Docker engine: looked at ${address.tried.join(", ")}; type: npx auto-harness doctor`,
      context: { tried: address.tried },
    });
  }
  const docker = await openClient(address);
  try {
    await engineGet(docker, "/_ping", { signal: AbortSignal.any([signal, AbortSignal.timeout(timeoutMs)]) });
    return docker;
  } catch (error) {
    signal.throwIfAborted();
    throw new HarnessError({
      fault: "config",
      code: "engine-unreachable",
      message: `the Docker engine at ${address.host} (${sourceText(address)}) ${reason(error, timeoutMs, overSsh)}; type: npx auto-harness doctor`,
      cause: error,
      context: { host: address.host, source: address.source },
    });
  }
}

/**
 * Loaded here: with its gRPC and ssh it takes 30 MB, which a command without an engine has no use for. It reads
 * DOCKER_CERT_PATH by itself too, and throws what reading a file does.
 */
async function openClient({ host, options }: EngineAddress): Promise<Dockerode> {
  const { default: Client } = await import("dockerode");
  try {
    return new Client(options);
  } catch (cause) {
    const why = cause instanceof Error ? cause.message : String(cause);
    throw new HarnessError({
      ...{ fault: "config", code: "engine-unreachable", cause, context: { host } },
      message: `the Docker engine at ${host} can't be asked: DOCKER_CERT_PATH must hold ca.pem, cert.pem and key.pem (${why}); type: npx auto-harness doctor`,
    });
  }
}

/** Where an address comes from, in words. */
export function sourceText({ source }: EngineAddress): string {
  return { DOCKER_HOST: "from DOCKER_HOST", context: "from Docker's context", default: "the usual place" }[source];
}

function reason(error: unknown, timeoutMs: number, overSsh: SshTunnel | undefined): string {
  if (error instanceof SshTunnelError) return `can't be reached: ${error.message}`;
  if (overSsh !== undefined && /open failed/.test(overSsh.words)) {
    return `can't be reached: ssh is there, the engine's socket is not (${overSsh.words}); ssh://machine/path/to/docker.sock names another, that account must be in the docker group, and sshd must allow AllowStreamLocalForwarding`;
  }
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
  const words = error instanceof Error ? error.message : String(error);
  const certificate = /certificate|CERT|^ERR_(?:TLS|SSL)|^EPROTO/.test(`${code ?? words}`);
  return `does not answer: ${words}${certificate ? " (DOCKER_CERT_PATH must hold its ca.pem and your cert.pem and key.pem)" : ""}`;
}
