import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type Dockerode from "dockerode";
import { HarnessError } from "../core/fault.ts";
import type { Environment } from "./state-folder.ts";

export interface TlsFiles {
  /** Holds ca.pem, cert.pem and key.pem, each optional. */
  folder: string;
  verify: boolean;
}

/**
 * dockerode options for a host as Docker writes it: unix://, npipe://, tcp://, http(s):// or ssh://.
 * Throws config "docker-host-invalid".
 */
export function parseDockerHost(host: string, env: Environment, tls?: TlsFiles): Dockerode.DockerOptions {
  if (host.startsWith("unix://")) return { socketPath: host.slice("unix://".length) || "/var/run/docker.sock" };
  if (host.startsWith("npipe://")) return { socketPath: host.slice("npipe://".length).replaceAll("\\", "/") };
  const url = parseUrl(host.includes("://") ? host : `tcp://${host}`);
  if (url?.protocol === "ssh:") {
    return {
      protocol: "ssh",
      host: url.hostname,
      port: Number(url.port || 22),
      username: decodeURIComponent(url.username) || (env["USER"] ?? "root"),
      sshOptions: env["SSH_AUTH_SOCK"] === undefined ? {} : { agent: env["SSH_AUTH_SOCK"] },
    };
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

/** The part of dockerode's options that comes from a folder of certificates. */
function tlsOptions({ folder, verify }: TlsFiles): Dockerode.DockerOptions {
  const read = (name: string) => {
    const path = join(folder, name);
    return existsSync(path) ? readFileSync(path) : undefined;
  };
  const [ca, cert, key] = [verify ? read("ca.pem") : undefined, read("cert.pem"), read("key.pem")];
  return {
    ...(ca === undefined ? {} : { ca }),
    ...(cert === undefined ? {} : { cert }),
    ...(key === undefined ? {} : { key }),
  };
}

function parseUrl(text: string): URL | undefined {
  return URL.canParse(text) ? new URL(text) : undefined;
}
