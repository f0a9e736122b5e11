// The flags of `auto-harness bird serve-agent`.

import type { Mode } from "../benchmarks/bird-interact/environment/accounting.ts";
import type { HarnessError } from "../core/fault.ts";
import type { CommandOption, FlagValues } from "./command.ts";
import { invalidFlag, numberFlag } from "./flags.ts";

/** Upstream's own ports. */
const usual = { port: 6000, database: "http://127.0.0.1:6002", user: "http://127.0.0.1:6001" };

export const serveAgentFlags = {
  host: { type: "string", value: "ADDRESS", description: "where to listen; default 127.0.0.1 (serve-agent)" },
  port: { type: "string", value: "N", description: `0 for any; default ${usual.port} (serve-agent)` },
  "db-env": { type: "string", value: "URL", description: `upstream's DB environment; default ${usual.database}` },
  "user-sim": { type: "string", value: "URL", description: `upstream's user simulator; default ${usual.user}` },
  mode: { type: "string", value: "MODE", description: "serve only a-interact or c-interact (serve-agent)" },
  config: { type: "string", value: "FILE", description: "default: experiment_config.yaml here (serve-agent)" },
} as const satisfies Record<string, CommandOption>;

export interface ServeAgentFlags {
  host: string;
  /** 0: any that is free. */
  port: number;
  /** null: both modes. */
  mode: Mode | null;
  /** Addresses of upstream's services. */
  services: { database: string; user: string };
}

/** Throws config "flag-invalid". */
export function parseServeAgentFlags(flags: FlagValues): ServeAgentFlags {
  const { host, mode } = flags;
  const port = numberFlag(flags, "port") ?? usual.port;
  if (!Number.isInteger(port) || port < 0 || port > 65_535) throw unfit("port", String(port), "0 to 65535");
  if (mode !== undefined && mode !== "a-interact" && mode !== "c-interact") {
    throw unfit("mode", String(mode), "a-interact or c-interact");
  }
  const services = { database: urlOf(flags, "db-env", usual.database), user: urlOf(flags, "user-sim", usual.user) };
  return { host: typeof host === "string" ? host : "127.0.0.1", port, mode: mode ?? null, services };
}

function urlOf(flags: FlagValues, name: string, otherwise: string): string {
  const text = flags[name] ?? otherwise;
  const url = typeof text === "string" && URL.canParse(text) ? new URL(text) : null;
  if (url === null || !/^https?:$/.test(url.protocol)) throw unfit(name, String(text), "an http address");
  return url.href;
}

/** Whether nobody but this machine reaches an address that is listened on. */
export function isLoopback(host: string): boolean {
  return host === "localhost" || host === "::1" || /^127(\.\d{1,3}){3}$/.test(host);
}

function unfit(name: string, given: string, expected: string): HarnessError {
  return invalidFlag(`--${name} ${given}: expected ${expected}`);
}
