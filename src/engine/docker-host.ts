import { existsSync, readFileSync } from "node:fs";
import type { Agent as HttpAgent } from "node:http";
import { Agent } from "node:https";
import { join } from "node:path";
import type Dockerode from "dockerode";
import { HarnessError } from "../core/fault.ts";
import { type SshTarget, tunnelAgent } from "./ssh-tunnel.ts";
import type { Environment } from "./state-folder.ts";

const defaultSocket = "/var/run/docker.sock";

/** What dockerode takes; its types leave the agent out. */
export type EngineOptions = Dockerode.DockerOptions & { agent?: HttpAgent };

export interface TlsFiles {
  /** Holds ca.pem, cert.pem and key.pem, each optional. */
  folder: string;
  verify: boolean;
}

/**
 * dockerode options for a host as Docker writes it: unix://, npipe://, tcp://, http(s):// or ssh://.
 * Throws config "docker-host-invalid".
 */
export function parseDockerHost(host: string, env: Environment, tls?: TlsFiles): EngineOptions {
  if (host.startsWith("unix://")) return { socketPath: host.slice("unix://".length) || defaultSocket };
  if (host.startsWith("npipe://")) return { socketPath: host.slice("npipe://".length).replaceAll("\\", "/") };
  const url = parseUrl(host.includes("://") ? host : `tcp://${host}`);
  if (url?.protocol === "ssh:" && url.hostname !== "") {
    // Written like a name, since the socket is a local one.
    return { protocol: "http", host: "localhost", port: 80, agent: tunnelAgent(sshTarget(url), env) };
  }
  if (url === undefined || !["tcp:", "http:", "https:"].includes(url.protocol) || url.hostname === "") {
    throw new HarnessError({
      fault: "config",
      code: "docker-host-invalid",
      message: `the engine's address "${host}" is none of unix://, npipe://, tcp://, http://, https://, ssh://`,
      context: { host },
    });
  }
  const secure = tls !== undefined || url.protocol === "https:" || url.port === "2376";
  return {
    protocol: secure ? "https" : "http",
    host: url.hostname,
    port: Number(url.port || (secure ? 2376 : url.protocol === "http:" ? 80 : 2375)),
    ...(tls === undefined ? {} : tlsOptions(tls)),
  };
}

/** The path, where there is one, is the engine's socket over there. */
function sshTarget(url: URL): SshTarget {
  return {
    host: url.hostname.replace(/^\[(.*)\]$/, "$1"),
    ...(url.username === "" ? {} : { user: decodeURIComponent(url.username) }),
    ...(url.port === "" ? {} : { port: Number(url.port) }),
    socket: url.pathname.length > 1 ? decodeURIComponent(url.pathname) : defaultSocket,
  };
}

/** The part of dockerode's options that comes from a folder of certificates. */
function tlsOptions({ folder, verify }: TlsFiles): EngineOptions {
  const read = (name: string) => {
    const path = join(folder, name);
    return existsSync(path) ? readFileSync(path) : undefined;
  };
  const [ca, cert, key] = [verify ? read("ca.pem") : undefined, read("cert.pem"), read("key.pem")];
  return {
    ...(ca === undefined ? {} : { ca }),
    ...(cert === undefined ? {} : { cert }),
    ...(key === undefined ? {} : { key }),
    // Node's own agent asks every certificate for an authority that it knows.
    ...(verify ? {} : { agent: new Agent({ keepAlive: true, rejectUnauthorized: false }) }),
  };
}

function parseUrl(text: string): URL | undefined {
  return URL.canParse(text) ? new URL(text) : undefined;
}
