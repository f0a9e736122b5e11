// Tables of task.toml that several places share.

import { z } from "zod";
import { allowedHostProblem, normalHost } from "../../../lib/allowed-hosts.ts";

export const seconds = z.number().positive();
export const env = z.record(z.string().min(1), z.string());
const notUser = "expected a user's name or number";

/** By name or number. */
export const user = z
  .union([z.string(), z.number()], { error: notUser })
  .refine((value) => (typeof value === "string" ? value !== "" : Number.isSafeInteger(value) && value >= 0), notUser);

const service = z
  .string()
  .regex(
    /^[A-Za-z0-9][A-Za-z0-9_.-]*$/,
    "expected a compose service's name: letters, digits, and _ . - after the first",
  );

const allowedHosts = z.array(
  z.string().transform((entry, context) => {
    if (allowedHostProblem(entry) === undefined) return normalHost(entry);
    const message = `expected a name, *.name, an address or a range such as 10.0.0.0/8, without port or path, not ${JSON.stringify(entry)}`;
    context.addIssue({ code: "custom", message });
    return z.NEVER;
  }),
);

/** Of an environment, and of a phase where it differs from its environment's. */
export const network = {
  network_mode: z.enum(["public", "no-network", "allowlist"]).optional(),
  allowed_hosts: allowedHosts.optional(),
};

/** For `superRefine` of a table with the keys of `network`. */
export function checkNetwork(
  { network_mode: mode, allowed_hosts: hosts }: { network_mode?: string | undefined; allowed_hosts?: unknown },
  context: z.RefinementCtx,
): void {
  if (
    hosts === undefined ||
    mode === "allowlist" ||
    (mode !== undefined && Array.isArray(hosts) && hosts.length === 0)
  ) {
    return;
  }
  const message = `only with network_mode = "allowlist", not ${mode === undefined ? "without network_mode" : JSON.stringify(mode)}`;
  context.addIssue({ code: "custom", path: ["allowed_hosts"], message });
}

export const healthcheck = z.strictObject({
  command: z.string().min(1),
  interval_sec: z.number().nonnegative().default(5),
  timeout_sec: seconds.default(30),
  start_period_sec: z.number().nonnegative().default(0),
  start_interval_sec: z.number().nonnegative().default(5),
  retries: z.int().positive().default(3),
});

export type Healthcheck = z.output<typeof healthcheck>;

const artifactTable = z
  .strictObject({
    source: z.string().min(1).refine(staysInside, "expected a path below / without `..`"),
    destination: z
      .string()
      .refine(isDestination, "expected a relative path with / and without `..`, other than manifest.json")
      .optional(),
    exclude: z.array(z.string()).default([]),
    service: service.optional(),
  })
  .refine(({ service: of, source }) => of === undefined || of === "main" || source.startsWith("/"), {
    path: ["source"],
    message: "expected an absolute path where another service is named",
  });

/** A path, or a table with the path as `source`. */
export const artifact = z.preprocess((value) => (typeof value === "string" ? { source: value } : value), artifactTable);

export type Artifact = z.output<typeof artifactTable>;

function staysInside(path: string): boolean {
  const parts = path.split("/").filter((part) => part !== "" && part !== ".");
  return parts.length > 0 && !parts.includes("..");
}

function isDestination(path: string): boolean {
  // Empty is as left out.
  if (path === "") return true;
  if (path.startsWith("/") || path.includes("\\") || path.includes("\0")) return false;
  const parts = path.split("/").filter((part) => part !== "" && part !== ".");
  return parts.length > 0 && !parts.includes("..") && parts.join("/") !== "manifest.json";
}

export const collectHook = z.strictObject({
  command: z.string().min(1),
  service: service.default("main"),
  timeout_sec: seconds.default(60),
  user: user.optional(),
});

export type CollectHook = z.output<typeof collectHook>;

const size = z.string().transform((text, context) => {
  const megabytes = parseSizeMb(text);
  if (megabytes !== null) return megabytes;
  context.addIssue({ code: "custom", message: `${JSON.stringify(text)} is not a size such as "2G"` });
  return z.NEVER;
});

/** Megabytes of a deprecated size such as "2G" or "512M"; null for what is none. */
function parseSizeMb(text: string): number | null {
  const match = /^(\d+(?:\.\d+)?)\s*([KMGT])i?B?$/i.exec(text.trim());
  if (match === null) return null;
  const factor = { K: 1 / 1024, M: 1, G: 1024, T: 1024 * 1024 }[(match[2] ?? "M").toUpperCase()] ?? 1;
  return Math.ceil(Number(match[1]) * factor);
}

const mcpServer = z.strictObject({
  name: z.string(),
  transport: z.enum(["stdio", "sse", "streamable-http", "http"]).default("sse"),
  url: z.string().optional(),
  command: z.string().optional(),
  args: z.array(z.string()).default([]),
});

/** What [environment] and [verifier.environment] have. */
export const environment = z
  .strictObject({
    ...network,
    build_timeout_sec: seconds.default(600),
    docker_image: z.string().min(1).optional(),
    os: z.preprocess(
      (value) => (typeof value === "string" ? value.toLowerCase() : value),
      z.enum(["linux", "windows"]).default("linux"),
    ),
    cpus: z.number().positive().optional(),
    memory_mb: z.int().positive().optional(),
    storage_mb: z.int().positive().optional(),
    gpus: z.int().nonnegative().optional(),
    gpu_types: z.array(z.string()).optional(),
    tpu: z.strictObject({ type: z.string(), topology: z.string() }).optional(),
    mcp_servers: z.array(mcpServer).default([]),
    env: env.default({}),
    skills_dir: z.string().optional(),
    healthcheck: healthcheck.optional(),
    workdir: z.string().startsWith("/", "expected an absolute path").optional(),
    allow_internet: z.boolean().optional(),
    memory: size.optional(),
    storage: size.optional(),
  })
  .superRefine((table, context) => checkNetwork({ ...table, network_mode: table.network_mode ?? "public" }, context))
  .superRefine((table, context) => {
    for (const [old, name] of [
      ["memory", "memory_mb"],
      ["storage", "storage_mb"],
    ] as const) {
      if (table[old] === undefined || table[name] === undefined || table[old] === table[name]) continue;
      const message = `${table[old]} MB, but ${name} = ${table[name]}: leave the old key out`;
      context.addIssue({ code: "custom", path: [old], message });
    }
  })
  .transform(({ memory, storage, allow_internet: internet, ...table }) => ({
    ...table,
    memory_mb: table.memory_mb ?? memory,
    storage_mb: table.storage_mb ?? storage,
    network_mode: table.network_mode ?? (internet === false ? ("no-network" as const) : ("public" as const)),
  }));

export type EnvironmentTable = z.output<typeof environment>;
