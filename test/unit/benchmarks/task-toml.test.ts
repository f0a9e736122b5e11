// task.toml in all its versions: what is read, what is noted, what is refused and by which name.

import { describe, expect, test } from "vitest";
import type { TaskToml } from "../../../src/benchmarks/terminal-bench/format/task-schema.ts";
import { parseTaskToml } from "../../../src/benchmarks/terminal-bench/format/task-toml.ts";
import { HarnessError } from "../../../src/core/fault.ts";
import { invalidFiles } from "../../helpers/task-toml-invalid.ts";
import { notedFiles, refusedFiles } from "../../helpers/task-toml-noted.ts";
import { validFiles } from "../../helpers/task-toml-valid.ts";

const file = "tasks/some-task/task.toml";

function read(text: string): { toml: TaskToml; notes: string[] } {
  return parseTaskToml(text, file);
}

function refusal(text: string): HarnessError {
  try {
    parseTaskToml(text, file);
  } catch (error) {
    if (error instanceof HarnessError) return error;
    throw error;
  }
  throw new Error("it was not refused");
}

test("an empty file has every default of Harbor's", () => {
  const verifier = { env: {}, collect: [] };
  expect(read("")).toEqual({
    toml: {
      ...{ agent: {}, verifier, solution: { env: {} }, steps: [], artifacts: [], multi_step_reward_strategy: "mean" },
      environment: { build_timeout_sec: 600, os: "linux", env: {}, mcp_servers: [], network_mode: "public" },
    },
    notes: [],
  });
});

describe("a file that is fine", () => {
  test.each(validFiles)("%s", (_words, text, part) => {
    const { toml, notes } = read(text);
    expect(notes).toEqual([]);
    expect(toml).toMatchObject(part);
  });

  test("has tables, defaults and steps of its own kept apart", () => {
    const { toml } = read(`
[agent]
timeout_sec = 10
[[steps]]
name = "one"
[[steps]]
name = "two"
min_reward = { a = 0.5, b = 1 }
[steps.agent]
timeout_sec = 20
[steps.verifier.environment]
docker_image = "judge:1"
`);
    const own = { agent: {}, verifier: { env: {}, collect: [] }, artifacts: [] };
    expect(toml.agent).toEqual({ timeout_sec: 10 });
    expect(toml.steps).toEqual([
      { name: "one", ...own },
      {
        ...{ name: "two", ...own, min_reward: { a: 0.5, b: 1 }, agent: { timeout_sec: 20 } },
        verifier: { env: {}, collect: [], environment: { ...read("").toml.environment, docker_image: "judge:1" } },
      },
    ]);
  });
});

describe("what is read and not heeded is noted", () => {
  test.each(notedFiles)("%s", (_words, text, notes) => {
    expect(read(text).notes).toEqual(notes.map((note) => `task.toml: ${note}`));
  });

  test("an unknown key changes nothing of what stands beside it", () => {
    const { toml } = read('[agent]\ntimeout_sec = 5\nodd = 1\n[[steps]]\nname = "a"\nodd = 2\n');
    expect(toml.agent).toEqual({ timeout_sec: 5 });
    expect(toml.steps.map(({ name }) => name)).toEqual(["a"]);
  });
});

describe("what can't be honoured is refused by name", () => {
  test.each(refusedFiles)("%s", (_words, text, feature) => {
    const error = refusal(text);
    expect(error).toMatchObject({ fault: "config", code: "task-unsupported", context: { file } });
    expect(error.message).toBe(`${file} asks for ${feature}`);
  });
});

describe("what is wrong is refused with file, key and what was expected", () => {
  test.each(invalidFiles)("%s", (_words, text, named) => {
    const error = refusal(text);
    expect(error).toMatchObject({ fault: "config", code: "task-invalid", context: { file } });
    expect(error.message.startsWith(`${file} `)).toBe(true);
    expect(error.message).toContain(named);
    expect(error.message).not.toMatch(/\n|undefined|\[object/);
  });

  test("several things at once are all said", () => {
    const { message } = refusal('[agent]\ntimeout_sec = "soon"\n[environment]\ncpus = 0\n');
    expect(message).toContain("agent.timeout_sec: ");
    expect(message).toContain("; environment.cpus: ");
  });
});
