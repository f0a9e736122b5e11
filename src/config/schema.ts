// experiment_config.yaml is one flat file: the common keys, and those of the benchmark it names.

import { z } from "zod";
import type { Benchmark } from "../core/benchmark.ts";
import { commonSections, userSchema } from "./common-sections.ts";

/** What a config may name. */
export interface ConfigTables {
  benchmarks: Readonly<Record<string, BenchmarkKeys>>;
  providers: readonly string[];
  codingAgents: readonly string[];
}

export type BenchmarkKeys = Pick<Benchmark, "options" | "simulatesUser">;

/** Common keys, the user's where one is simulated, and `benchmarkOptions`: the benchmark's own, parsed by it. */
export type Config = z.output<ReturnType<typeof commonSchema>> &
  Partial<z.output<typeof userSchema>> & {
    benchmarkOptions: unknown;
    /** One line for each key that was accepted and changes nothing. */
    notes?: readonly string[];
  };

/** The common keys as a person writes them, by owner, in the order in which template and docs show them. */
export function sectionsOf(tables: ConfigTables) {
  return commonSections({ ...tables, benchmarks: Object.keys(tables.benchmarks) });
}

/** The common keys as a person writes them. */
export function commonFileSchema(tables: ConfigTables) {
  const { benchmark, agent, trials, gate, codingAgent, loop } = sectionsOf(tables);
  return z.strictObject({
    ...benchmark.shape,
    ...agent.shape,
    ...trials.shape,
    ...gate.shape,
    ...codingAgent.shape,
    ...loop.shape,
  });
}

/** The common keys with every default filled in, also those that depend on other keys. */
export function commonSchema(tables: ConfigTables) {
  return commonFileSchema(tables)
    .superRefine(({ coding_agent: name, coding_agent_command: command }, context) => {
      if (name !== "command" || command !== undefined) return;
      const message = "missing; with `coding_agent: command` it says what is run";
      context.addIssue({ code: "custom", path: ["coding_agent_command"], message });
    })
    .transform((config) => ({
      ...config,
      task_ids: config.task_ids?.map(String),
      exclude_task_ids: config.exclude_task_ids?.map(String),
      coding_agent_model: config.coding_agent_model ?? config.agent_model,
      stop_after_no_improvement:
        config.stop_after_no_improvement ??
        (config.gate === "strict-seed" || config.coding_agent === "rehearsal" ? 5 : 20),
    }));
}

/**
 * The keys that a config may have only with this benchmark, as objects that are parsed each by itself. Throws (a bug)
 * when one is a common key too.
 */
export function ownSchemas(name: string, tables: ConfigTables): { options: z.ZodObject; user: z.ZodObject | null } {
  const benchmark = tables.benchmarks[name];
  if (benchmark === undefined) throw new RangeError(`no benchmark ${name} in the tables`);
  const taken = { ...commonFileSchema(tables).shape, ...userSchema.shape };
  const twice = Object.keys(benchmark.options.shape).find((key) => Object.hasOwn(taken, key));
  if (twice !== undefined) throw new Error(`${twice}, an option of ${name}, is a common key of the config`);
  return { options: benchmark.options, user: benchmark.simulatesUser ? userSchema : null };
}

/** By key the benchmarks that have it, in the order of the table. */
export function keyOwners(tables: ConfigTables): ReadonlyMap<string, readonly string[]> {
  const owners = new Map<string, string[]>();
  for (const name of Object.keys(tables.benchmarks)) {
    const { options, user } = ownSchemas(name, tables);
    for (const key of Object.keys({ ...options.shape, ...user?.shape })) {
      owners.set(key, [...(owners.get(key) ?? []), name]);
    }
  }
  return owners;
}
