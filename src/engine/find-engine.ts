import { existsSync } from "node:fs";
import { homedir } from "node:os";
import { join } from "node:path";
import { readDockerContext } from "./docker-context.ts";
import { type EngineOptions, parseDockerHost } from "./docker-host.ts";
import { TunnelAgent } from "./ssh-tunnel.ts";
import type { Environment } from "./state-folder.ts";

export interface EngineAddress {
  /** As Docker writes it, for people and for DOCKER_HOST of programs that we start. */
  host: string;
  source: "DOCKER_HOST" | "context" | "default";
  /** What dockerode is made with. */
  options: EngineOptions;
  /** Where was looked, for messages. */
  tried: readonly string[];
  /** false where only default places were looked at and none of them is there. */
  exists: boolean;
}

export interface FindEngineOptions {
  env?: Environment;
  home?: string;
  platform?: NodeJS.Platform;
  exists?: (path: string) => boolean;
}

/**
 * Where the engine is, in the order of Docker's own command line: DOCKER_HOST, the current context, the default
 * sockets. Asks nothing of it. Throws config "docker-host-invalid" and "docker-context-broken".
 */
export async function findEngine(options: FindEngineOptions = {}): Promise<EngineAddress> {
  const { env = process.env, home = homedir(), platform = process.platform, exists = existsSync } = options;
  const explicit = env["DOCKER_HOST"];
  if (explicit !== undefined && explicit !== "") {
    const verify = (env["DOCKER_TLS_VERIFY"] ?? "") !== "";
    const certificates = env["DOCKER_CERT_PATH"] || (verify ? join(home, ".docker") : undefined);
    const tls = certificates === undefined || !/^(tcp|https):/.test(explicit) ? undefined : certificates;
    const parsed = parseDockerHost(explicit, env, tls === undefined ? undefined : { folder: tls, verify });
    return { host: explicit, source: "DOCKER_HOST", options: parsed, tried: [explicit], exists: true };
  }
  const context = await readDockerContext(env, home);
  if (context !== undefined) {
    const parsed = parseDockerHost(context.host, env, context.tls);
    const tried = [`${context.host} (context ${context.name})`];
    return { host: context.host, source: "context", options: parsed, tried, exists: true };
  }
  const hosts = defaultHosts(platform, home, env);
  const found = hosts.find((host) => exists(host.replace(/^(unix|npipe):\/\//, "")));
  const host = found ?? hosts[0] ?? "unix:///var/run/docker.sock";
  return {
    host,
    source: "default",
    options: parseDockerHost(host, env),
    tried: found === undefined ? hosts : [found],
    exists: found !== undefined,
  };
}

/** Sockets that engines make by themselves, the likeliest first. */
function defaultHosts(platform: NodeJS.Platform, home: string, env: Environment): string[] {
  if (platform === "win32") return ["npipe:////./pipe/docker_engine"];
  const runtime = env["XDG_RUNTIME_DIR"];
  const sockets = ["/var/run/docker.sock", join(home, ".docker/run/docker.sock")];
  if (platform === "linux" && runtime) sockets.push(join(runtime, "docker.sock"));
  if (platform === "darwin") {
    sockets.push(join(home, ".orbstack/run/docker.sock"), join(home, ".colima/default/docker.sock"));
  }
  return sockets.map((socket) => `unix://${socket}`);
}

/**
 * What a child process needs in order to talk to the same engine by Docker's command line. Over ssh it uses our
 * connection, which whoever asks has opened: nothing but the engine is needed over there.
 */
export function engineEnvironment({ host, source, options }: EngineAddress): Record<string, string> {
  if (options.agent instanceof TunnelAgent) return { DOCKER_HOST: `unix://${options.agent.tunnel.path}` };
  return source === "default" ? { DOCKER_HOST: host } : {};
}
