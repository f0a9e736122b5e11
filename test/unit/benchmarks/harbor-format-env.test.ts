// Values that a task asks this host for: which are handed in, and what is said where they are not.

import { describe, expect, test } from "vitest";
import { type ResolvedEnv, resolveEnv } from "../../../src/benchmarks/terminal-bench/format/env-templates.ts";
import { parseTaskToml } from "../../../src/benchmarks/terminal-bench/format/task-toml.ts";

const dollar = "$";
const host: Readonly<Record<string, string>> = { KEY: "the-host's-key", EMPTY: "", OTHER: "another" };

/** As [environment] env has it. */
function resolve(value: string, taskEnv: readonly string[] = ["KEY", "EMPTY", "UNSET"]): ResolvedEnv {
  const { toml } = parseTaskToml(`[environment]\nenv = { A = ${JSON.stringify(value)} }\n`, "task.toml");
  return resolveEnv(toml, { taskEnv, variable: (name) => host[name] });
}

describe("a value", () => {
  test.each([
    ["plain", "plain"],
    ["", ""],
    ["5$", "5$"],
    ["$KEY", "$KEY"],
    [`${dollar}{KEY}`, "the-host's-key"],
    [`${dollar}{KEY:-else}`, "the-host's-key"],
    [`${dollar}{EMPTY:-else}`, ""],
    [`${dollar}{UNSET:-else}`, "else"],
    [`${dollar}{UNSET:-}`, ""],
    [`${dollar}{UNSET:-a:-b}`, "a:-b"],
    [`${dollar}{UNSET:-{}}`, "{}"],
  ])("%j is %j", (value, resolved) => {
    const { toml, missing } = resolve(value);
    expect([toml.environment.env, missing]).toEqual([{ A: resolved }, []]);
  });

  test("that is a template among other text is taken as it stands, and that is said", () => {
    const { toml, notes } = resolve(`http://${dollar}{KEY}/`);
    expect(toml.environment.env["A"]).toBe(`http://${dollar}{KEY}/`);
    expect(notes).toEqual(["[environment] env A is taken as it stands: only a whole value is a template"]);
  });
});

describe("a variable of the host's", () => {
  test("is handed in only where the config names it", () => {
    const { toml, missing, secrets } = resolve(`${dollar}{OTHER}`);
    expect(toml.environment.env).toEqual({ A: "" });
    expect(secrets).toEqual([]);
    expect(missing).toEqual([
      "[environment] env A asks for this host's OTHER, which task_env does not name: add OTHER there if the task's author may have it, OTHER= for an empty one, or exclude the task",
    ]);
  });

  test("that the config does not name has its default taken, and that is said", () => {
    const { toml, notes } = resolve(`${dollar}{OTHER:-else}`);
    expect(toml.environment.env).toEqual({ A: "else" });
    expect(notes).toEqual(["[environment] env A: its default, not this host's OTHER, which task_env does not name"]);
  });

  test("is replaced by what the config has, which is no secret", () => {
    const { toml, notes, secrets, digest } = resolve(`${dollar}{KEY}`, ["KEY=not = the key"]);
    expect([toml.environment.env, secrets]).toEqual([{ A: "not = the key" }, []]);
    expect(notes).toEqual(["[environment] env A: the box is given KEY as task_env has it"]);
    expect(digest).not.toBe(resolve(`${dollar}{KEY}`, ["KEY="]).digest);
    expect(resolve(`${dollar}{KEY:-else}`, ["KEY="]).toml.environment.env).toEqual({ A: "" });
  });

  test("that is not set and has no default is missing", () => {
    expect(resolve(`${dollar}{UNSET}`).missing).toEqual([
      "[environment] env A asks for this host's UNSET, which is not set: set it, or exclude the task",
    ]);
  });

  test("is named in a note, its value is not, and the digest changes with it", () => {
    const { notes, secrets, digest } = resolve(`${dollar}{KEY}`);
    expect(notes).toEqual(["[environment] env A: the box is given this host's KEY"]);
    expect(secrets).toEqual(["the-host's-key"]);
    expect(digest).toMatch(/^[0-9a-f]{64}$/);
    expect(resolve(`${dollar}{EMPTY}`).digest).not.toBe(digest);
    expect(resolve("plain").digest).toBe("");
  });

  test("is found in every table, and only the solution's is no reason against the task", () => {
    const value = JSON.stringify(`${dollar}{OTHER}`);
    const env = `env = { A = ${value} }\n`;
    const tables = `[verifier]\n${env}[verifier.environment]\n${env}[solution]\n${env}[[steps]]\nname = "one"\n[steps.verifier]\n${env}`;
    const { toml } = parseTaskToml(tables, "task.toml");
    const { missing, missingForSolution } = resolveEnv(toml, { taskEnv: [], variable: (name) => host[name] });
    const where = (lines: readonly string[]) => lines.map((line) => line.split(" asks")[0]);
    expect(where(missing)).toEqual(["[verifier] env A", "[verifier.environment] env A", "[steps.one.verifier] env A"]);
    expect(where(missingForSolution)).toEqual(["[solution] env A"]);
    const given = resolveEnv(toml, { taskEnv: ["OTHER"], variable: (name) => host[name] });
    expect(given.toml).toMatchObject({
      verifier: { env: { A: "another" }, environment: { env: { A: "another" } } },
      solution: { env: { A: "another" } },
      steps: [{ verifier: { env: { A: "another" } } }],
    });
  });
});
