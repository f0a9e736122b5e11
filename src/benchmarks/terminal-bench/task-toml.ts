// task.toml of Harbor's format, 1.0 to 1.4: one reader for all versions. Unknown keys are named in `notes`;
// features that are not there yet are refused by name rather than ignored.

import { parse, TomlError } from "smol-toml";
import { z } from "zod";
import { HarnessError } from "../../core/fault.ts";

const networkMode = z.enum(["public", "no-network", "allowlist"]);
const plainEnv = z.record(z.string(), z.string());
const positive = z.number().positive();

const schema = z.looseObject({
  schema_version: z.string().optional(),
  version: z.string().optional(),
  source: z.string().optional(),
  artifacts: z.array(z.unknown()).optional(),
  multi_step_reward_strategy: z.string().optional(),
  task: z
    .looseObject({
      name: z.string().optional(),
      version: z.string().optional(),
      description: z.string().optional(),
      authors: z.array(z.unknown()).optional(),
      keywords: z.array(z.string()).optional(),
    })
    .optional(),
  metadata: z.record(z.string(), z.unknown()).optional(),
  agent: z
    .looseObject({ timeout_sec: positive.optional(), user: z.union([z.string(), z.number()]).optional() })
    .prefault({}),
  verifier: z
    .looseObject({
      timeout_sec: positive.default(600),
      env: plainEnv.default({}),
      user: z.union([z.string(), z.number()]).optional(),
      environment_mode: z.enum(["shared", "separate"]).optional(),
    })
    .prefault({}),
  environment: z
    .looseObject({
      build_timeout_sec: positive.default(600),
      docker_image: z.string().optional(),
      os: z.enum(["linux", "windows"]).default("linux"),
      cpus: positive.optional(),
      memory_mb: positive.optional(),
      memory: z.string().optional(),
      storage_mb: positive.optional(),
      storage: z.string().optional(),
      gpus: z.number().optional(),
      network_mode: networkMode.optional(),
      allow_internet: z.boolean().optional(),
      env: plainEnv.default({}),
      workdir: z.string().optional(),
    })
    .prefault({}),
  solution: z.looseObject({ env: plainEnv.default({}) }).prefault({}),
  steps: z.array(z.unknown()).optional(),
});

export type TaskToml = z.output<typeof schema>;

/** Keys that are read elsewhere or refused below; every other key is unknown and named. */
const known: Readonly<Record<string, readonly string[]>> = {
  "": [...Object.keys(schema.shape)],
  agent: ["timeout_sec", "user"],
  verifier: ["timeout_sec", "env", "user", "environment_mode"],
  environment: [
    ...["build_timeout_sec", "docker_image", "os", "cpus", "memory_mb", "memory", "storage_mb", "storage", "gpus"],
    ...["network_mode", "allow_internet", "env", "workdir"],
  ],
  solution: ["env"],
  task: ["name", "version", "description", "authors", "keywords"],
};

const notYet: Readonly<Record<string, readonly string[]>> = {
  agent: ["network_mode", "allowed_hosts"],
  verifier: ["network_mode", "allowed_hosts", "environment", "collect"],
  environment: ["allowed_hosts", "gpu_types", "tpu", "mcp_servers", "skills_dir", "healthcheck"],
};

/** Parses and checks; throws config "task-invalid" naming the file and the key. */
export function parseTaskToml(text: string, file: string): { toml: TaskToml; notes: string[] } {
  let raw: unknown;
  try {
    raw = parse(text);
  } catch (error) {
    const place = error instanceof TomlError ? ` (line ${error.line}, column ${error.column})` : "";
    throw invalid(file, `is not TOML${place}: ${firstLine(error)}`);
  }
  const parsed = schema.safeParse(raw);
  if (!parsed.success) throw invalid(file, z.prettifyError(parsed.error));
  const toml = parsed.data;
  for (const feature of missingFeatures(toml)) {
    throw invalid(file, `asks for ${feature}, which this version does not do yet`, "task-unsupported");
  }
  return { toml, notes: [...unknownKeys(toml), ...unheeded(toml)] };
}

function* missingFeatures(toml: TaskToml): Generator<string> {
  if (toml.steps !== undefined && toml.steps.length > 0) yield "[[steps]] (a multi-step task)";
  for (const [table, keys] of Object.entries(notYet)) {
    const value = tableOf(toml, table);
    for (const key of keys) if (value !== undefined && key in value) yield `[${table}] ${key}`;
  }
  if (toml.verifier.environment_mode === "separate") yield `[verifier] environment_mode = "separate"`;
  if (toml.environment.network_mode === "allowlist") yield `[environment] network_mode = "allowlist"`;
  if (toml.environment.os === "windows") yield `[environment] os = "windows"`;
  if ((toml.environment.gpus ?? 0) > 0) yield "[environment] gpus";
  for (const table of ["verifier", "environment", "solution"] as const) {
    for (const [key, value] of Object.entries(toml[table].env)) {
      if (value.includes("${")) yield `[${table}] env ${key} = "${value}" (a value from the host)`;
    }
  }
}

function unknownKeys(toml: TaskToml): string[] {
  return Object.entries(known).flatMap(([table, keys]) =>
    Object.keys(tableOf(toml, table) ?? {})
      .filter((key) => !keys.includes(key))
      .map((key) => `task.toml: unknown key ${table === "" ? key : `[${table}] ${key}`}`),
  );
}

function unheeded(toml: TaskToml): string[] {
  const notes: string[] = [];
  if (toml.environment.storage_mb !== undefined || toml.environment.storage !== undefined) {
    notes.push("task.toml: [environment] storage is not enforced by Docker");
  }
  if ((toml.artifacts ?? []).length > 0) notes.push("task.toml: artifacts are not collected");
  return notes;
}

function tableOf(toml: TaskToml, table: string): Record<string, unknown> | undefined {
  if (table === "") return toml;
  const value = toml[table];
  return value !== null && typeof value === "object" && !Array.isArray(value)
    ? (value as Record<string, unknown>)
    : undefined;
}

/** Megabytes of a deprecated size such as "2G" or "512M". */
export function parseSizeMb(size: string, file: string): number {
  const match = /^(\d+(?:\.\d+)?)\s*([KMGT])i?B?$/i.exec(size.trim());
  if (match === null) throw invalid(file, `memory = "${size}" is not a size such as "2G"`);
  const factor = { K: 1 / 1024, M: 1, G: 1024, T: 1024 * 1024 }[(match[2] ?? "M").toUpperCase()] ?? 1;
  return Math.ceil(Number(match[1]) * factor);
}

function invalid(file: string, what: string, code = "task-invalid"): HarnessError {
  return new HarnessError({ fault: "config", code, message: `${file} ${what}`, context: { file } });
}

function firstLine(error: unknown): string {
  return String(error instanceof Error ? error.message : error).split("\n")[0] ?? "";
}
