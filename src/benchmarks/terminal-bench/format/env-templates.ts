// Values that a task asks this host for: ${NAME} and ${NAME:-default}, as whole values. Only variables that the config
// names in task_env are handed in: a dataset's author must not have a key for the asking.

import { sha256 } from "../../../lib/digest.ts";
import type { TaskSettings } from "./harbor-options.ts";
import type { TaskToml } from "./task-schema.ts";

type Env = Readonly<Record<string, string>>;

export interface ResolvedEnv {
  /** With every value in its place. */
  toml: TaskToml;
  notes: string[];
  /** Values of the host's own, which are to be shown to nobody. */
  secrets: string[];
  /** Hex SHA-256 of what was handed in; "" where nothing was. */
  digest: string;
  /** Why the task can't be run, in words. */
  missing: string[];
  /** Why its solution can't be. */
  missingForSolution: string[];
}

/** Harbor's pattern: a value that only holds a template among other text is taken as it stands. */
const template = /^\$\{([^}:]+)(?::-(.*))?\}$/;

export function resolveEnv(toml: TaskToml, settings: Pick<TaskSettings, "taskEnv" | "variable">): ResolvedEnv {
  const found = new Resolver(settings);
  const environmentOf = (table: TaskToml["environment"], name: string) => ({
    ...table,
    env: found.resolve(table.env, name),
  });
  const verifierOf = (table: TaskToml["verifier"], name: string) => ({
    ...table,
    env: found.resolve(table.env, name),
    ...(table.environment === undefined
      ? {}
      : { environment: environmentOf(table.environment, `${name}.environment`) }),
  });
  const resolved = {
    ...toml,
    environment: environmentOf(toml.environment, "environment"),
    verifier: verifierOf(toml.verifier, "verifier"),
    steps: toml.steps.map((step) => ({ ...step, verifier: verifierOf(step.verifier, `steps.${step.name}.verifier`) })),
  };
  const missing = found.missing.splice(0);
  const solution = { ...toml.solution, env: found.resolve(toml.solution.env, "solution") };
  return {
    toml: { ...resolved, solution },
    notes: found.notes,
    secrets: [...new Set(found.secrets)],
    digest: found.given.size === 0 ? "" : sha256(JSON.stringify([...found.given].sort())),
    missing,
    missingForSolution: found.missing,
  };
}

class Resolver {
  readonly notes: string[] = [];
  readonly missing: string[] = [];
  /** Handed in, by name. */
  readonly given = new Map<string, string>();
  readonly secrets: string[] = [];
  readonly #settings: Pick<TaskSettings, "taskEnv" | "variable">;

  constructor(settings: Pick<TaskSettings, "taskEnv" | "variable">) {
    this.#settings = settings;
  }

  resolve(env: Env, table: string): Record<string, string> {
    return Object.fromEntries(
      Object.entries(env).map(([key, value]) => [key, this.#value(`[${table}] env ${key}`, value)]),
    );
  }

  #value(where: string, value: string): string {
    const match = template.exec(value);
    if (match === null) {
      if (/\$\{[^}:]+(?::-.*)?\}/.test(value))
        this.notes.push(`${where} is taken as it stands: only a whole value is a template`);
      return value;
    }
    const [, name = "", fallback] = match;
    const text = this.#settings.taskEnv.find((entry) => entry.startsWith(`${name}=`))?.slice(name.length + 1);
    if (text !== undefined) return this.#give(name, text, `${where}: the box is given ${name} as task_env has it`);
    const allowed = this.#settings.taskEnv.includes(name);
    const own = allowed ? this.#settings.variable(name) : undefined;
    if (own !== undefined) {
      this.secrets.push(own);
      return this.#give(name, own, `${where}: the box is given this host's ${name}`);
    }
    if (fallback !== undefined) {
      if (!allowed) this.notes.push(`${where}: its default, not this host's ${name}, which task_env does not name`);
      return fallback;
    }
    this.missing.push(
      allowed
        ? `${where} asks for this host's ${name}, which is not set: set it, or exclude the task`
        : `${where} asks for this host's ${name}, which task_env does not name: add ${name} there if the task's author may have it, ${name}= for an empty one, or exclude the task`,
    );
    return "";
  }

  #give(name: string, value: string, note: string): string {
    this.given.set(name, value);
    this.notes.push(note);
    return value;
  }
}
