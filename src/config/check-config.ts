import type { z } from "zod";
import { userSchema } from "./common-sections.ts";
import { describeIssue, describeUnknownKey } from "./describe-issue.ts";
import { type Config, type ConfigTables, commonFileSchema, commonSchema, keyOwners, ownSchemas } from "./schema.ts";

/** `path` leads to where the problem is. */
export type PathProblem = { path: PropertyKey[]; message: string };

/** A file's values as a config, or everything that is wrong with them. */
export function checkConfig(
  values: Readonly<Record<string, unknown>>,
  tables: ConfigTables,
): { config: Config; problems: null } | { config: null; problems: PathProblem[] } {
  const issuesOf = (result: z.ZodSafeParseResult<unknown> | null): PathProblem[] =>
    result === null || result.success ? [] : result.error.issues.flatMap((issue) => describeIssue(issue, values));
  const parse = <T>(schema: z.ZodType<T>, keys: readonly string[]) => schema.safeParse(pick(values, keys));

  const commonKeys = Object.keys(commonFileSchema(tables).shape);
  const common = parse(commonSchema(tables), commonKeys);
  const name = benchmarkOf(values, tables);
  if (name === null) {
    // Whose the other keys are is open: only those that no benchmark has are wrong.
    const known = [...commonKeys, ...keyOwners(tables).keys()];
    return { config: null, problems: [...unknownKeys(values, known, null, tables), ...issuesOf(common)] };
  }
  const own = ownSchemas(name, tables);
  const optionKeys = Object.keys(own.options.shape);
  const userKeys = Object.keys(own.user?.shape ?? {});
  const options = parse(own.options, optionKeys);
  const user = own.user === null ? null : parse(userSchema, userKeys);
  const needless = own.user === null ? Object.keys(userSchema.shape).filter((key) => Object.hasOwn(values, key)) : [];
  const known = [...commonKeys, ...userKeys, ...optionKeys, ...needless];
  const unknown = unknownKeys(values, known, name, tables);
  if (common.success && options.success && user?.success !== false && unknown.length === 0) {
    const notes = needless.map((key) => `${key} is not needed: ${name} simulates no user.`);
    const config = { ...common.data, ...user?.data, benchmarkOptions: options.data };
    return { config: notes.length === 0 ? config : { ...config, notes }, problems: null };
  }
  return { config: null, problems: [...unknown, ...[common, options, user].flatMap(issuesOf)] };
}

function benchmarkOf({ benchmark }: Readonly<Record<string, unknown>>, { benchmarks }: ConfigTables): string | null {
  return typeof benchmark === "string" && Object.hasOwn(benchmarks, benchmark) ? benchmark : null;
}

function unknownKeys(
  values: Readonly<Record<string, unknown>>,
  known: readonly string[],
  benchmark: string | null,
  tables: ConfigTables,
): PathProblem[] {
  const owners = keyOwners(tables);
  return Object.keys(values)
    .filter((key) => !known.includes(key))
    .map((key) => ({ path: [key], message: otherBenchmark(key) ?? describeUnknownKey(key, known) }));

  function otherBenchmark(key: string): string | null {
    if (benchmark === null) return null;
    const others = owners.get(key);
    if (others === undefined) return null;
    return `belongs to ${others.length === 1 ? "benchmark" : "benchmarks"} ${others.join(", ")}, this is ${benchmark}`;
  }
}

function pick(values: Readonly<Record<string, unknown>>, keys: readonly string[]): Record<string, unknown> {
  return Object.fromEntries(keys.filter((key) => Object.hasOwn(values, key)).map((key) => [key, values[key]]));
}
