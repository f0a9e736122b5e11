// task.toml in all its versions: what is read, what is noted, what is refused and by which name.

import { describe, expect, test } from "vitest";
import { parseSizeMb, parseTaskToml } from "../../../src/benchmarks/terminal-bench/task-toml.ts";
import { HarnessError } from "../../../src/core/fault.ts";

const file = "tasks/some-task/task.toml";

const dollar = "$";
/** Variables of the host, as Harbor writes them. */
const [host, fallback] = [`${dollar}{KEY}`, `${dollar}{KEY:-b}`];

function refusal(text: string): HarnessError {
  try {
    parseTaskToml(text, file);
  } catch (error) {
    if (error instanceof HarnessError) return error;
    throw error;
  }
  throw new Error("it was not refused");
}

describe("a task.toml that is fine", () => {
  test("may be empty: every default is Harbor's", () => {
    expect(parseTaskToml("", file)).toEqual({
      toml: {
        agent: {},
        verifier: { timeout_sec: 600, env: {} },
        environment: { build_timeout_sec: 600, os: "linux", env: {} },
        solution: { env: {} },
      },
      notes: [],
    });
  });

  test("keeps every value that is used", () => {
    const text = `
schema_version = "1.4"
source = "somewhere"
[task]
name = "org/name"
version = "1.0.0"
description = "d"
authors = [{ name = "A", email = "a@example.org" }]
keywords = ["k"]
[metadata]
difficulty = "hard"
anything = { goes = [1, 2] }
[agent]
timeout_sec = 12.5
user = "agent"
[verifier]
timeout_sec = 60
user = 1000
environment_mode = "shared"
env = { A = "1" }
[environment]
build_timeout_sec = 30
docker_image = "debian:bookworm-slim"
os = "linux"
cpus = 0.5
memory_mb = 256
gpus = 0
network_mode = "no-network"
workdir = "/app"
env = { B = "2" }
[solution]
env = { C = "3" }
`;
    const { toml, notes } = parseTaskToml(text, file);
    expect(notes).toEqual([]);
    expect(toml.agent).toEqual({ timeout_sec: 12.5, user: "agent" });
    expect(toml.verifier).toEqual({ timeout_sec: 60, user: 1000, environment_mode: "shared", env: { A: "1" } });
    expect(toml.environment).toEqual({
      ...{ build_timeout_sec: 30, docker_image: "debian:bookworm-slim", os: "linux", cpus: 0.5, memory_mb: 256 },
      ...{ gpus: 0, network_mode: "no-network", workdir: "/app", env: { B: "2" } },
    });
    expect(toml.solution).toEqual({ env: { C: "3" } });
  });

  test.each([
    ["the oldest version's name for the version", 'version = "1.0"'],
    ["a version nobody knows", 'schema_version = "9.9"'],
    ["no steps", "steps = []"],
    ["no artifacts", "artifacts = []"],
    ["a reward strategy, which only steps use", 'multi_step_reward_strategy = "mean"'],
    ["the deprecated switch of the network", "[environment]\nallow_internet = false"],
    ["a deprecated size", '[environment]\nmemory = "2G"'],
    ["a public network", '[environment]\nnetwork_mode = "public"'],
    ["a dollar that is no variable", '[environment]\nenv = { PRICE = "5$", B = "$HOME" }'],
    ["a user by number", "[agent]\nuser = 0"],
    ["metadata of any shape", '[metadata]\ntimeout_sec = "soon"\n[metadata.deep]\nx = 1'],
  ])("%s", (_words, text) => {
    expect(parseTaskToml(text, file).notes).toEqual([]);
  });
});

describe("what is read and not heeded is noted", () => {
  test.each([
    ["colour = 1", "task.toml: unknown key colour"],
    ["[extra]\na = 1", "task.toml: unknown key extra"],
    ["[agent]\ntimeout = 1", "task.toml: unknown key [agent] timeout"],
    ["[verifier]\nretries = 1", "task.toml: unknown key [verifier] retries"],
    ["[environment]\nram = 1", "task.toml: unknown key [environment] ram"],
    ["[solution]\ntimeout_sec = 1", "task.toml: unknown key [solution] timeout_sec"],
    ['[task]\nlicense = "MIT"', "task.toml: unknown key [task] license"],
    ["[environment]\nstorage_mb = 10", "task.toml: [environment] storage is not enforced by Docker"],
    ['[environment]\nstorage = "1G"', "task.toml: [environment] storage is not enforced by Docker"],
    ['artifacts = ["/app/out"]', "task.toml: artifacts are not collected"],
  ])("%s", (text, note) => {
    expect(parseTaskToml(text, file).notes).toEqual([note]);
  });
});

describe("what is not there yet is refused by name", () => {
  test.each([
    ['[[steps]]\nname = "one"', "[[steps]] (a multi-step task)"],
    ['[agent]\nnetwork_mode = "public"', "[agent] network_mode"],
    ['[agent]\nallowed_hosts = ["a.org"]', "[agent] allowed_hosts"],
    ['[verifier]\nnetwork_mode = "public"', "[verifier] network_mode"],
    ["[verifier]\nallowed_hosts = []", "[verifier] allowed_hosts"],
    ["[verifier.environment]\ncpus = 1", "[verifier] environment"],
    ['[[verifier.collect]]\ncommand = "x"', "[verifier] collect"],
    ['[verifier]\nenvironment_mode = "separate"', '[verifier] environment_mode = "separate"'],
    ['[environment]\nnetwork_mode = "allowlist"', '[environment] network_mode = "allowlist"'],
    ['[environment]\nallowed_hosts = ["a.org"]', "[environment] allowed_hosts"],
    ['[environment]\nos = "windows"', '[environment] os = "windows"'],
    ["[environment]\ngpus = 1", "[environment] gpus"],
    ['[environment]\ngpu_types = ["H100"]', "[environment] gpu_types"],
    ['[environment.tpu]\ntype = "v5"', "[environment] tpu"],
    ['[[environment.mcp_servers]]\nname = "x"', "[environment] mcp_servers"],
    ['[environment]\nskills_dir = "skills"', "[environment] skills_dir"],
    ['[environment.healthcheck]\ncommand = "true"', "[environment] healthcheck"],
    [`[environment]\nenv = { KEY = "${host}" }`, `[environment] env KEY = "${host}" (a value from the host)`],
    [`[verifier]\nenv = { KEY = "a${fallback}" }`, `[verifier] env KEY = "a${fallback}" (a value from the host)`],
    [`[solution]\nenv = { KEY = "${host}" }`, `[solution] env KEY = "${host}" (a value from the host)`],
  ])("%s", (text, feature) => {
    expect(refusal(text)).toMatchObject({
      fault: "config",
      code: "task-unsupported",
      message: `${file} asks for ${feature}, which this version does not do yet`,
      context: { file },
    });
  });
});

describe("what is wrong is refused with file and key", () => {
  test.each([
    ["no TOML", "= 1", "is not TOML (line 1, column 1)"],
    ["a table that is not closed", "[agent\ntimeout_sec = 1", "is not TOML (line 1"],
    ["a key twice", "[agent]\ntimeout_sec = 1\ntimeout_sec = 2", "is not TOML (line 3"],
    ["a text that is not closed", 'source = "x', "is not TOML (line 1"],
    ["a time as text", '[agent]\ntimeout_sec = "120"', "agent.timeout_sec"],
    ["a time of nothing", "[agent]\ntimeout_sec = 0", "agent.timeout_sec"],
    ["a negative time", "[verifier]\ntimeout_sec = -1", "verifier.timeout_sec"],
    ["a time that is no number", "[agent]\ntimeout_sec = nan", "agent.timeout_sec"],
    ["a time without end", "[verifier]\ntimeout_sec = inf", "verifier.timeout_sec"],
    ["a build time as a list", "[environment]\nbuild_timeout_sec = [1]", "environment.build_timeout_sec"],
    ["no cpu", "[environment]\ncpus = 0", "environment.cpus"],
    ["memory as text", '[environment]\nmemory_mb = "2G"', "environment.memory_mb"],
    ["a size as a number", "[environment]\nmemory = 2", "environment.memory"],
    ["an unknown network", '[environment]\nnetwork_mode = "lan"', "environment.network_mode"],
    ["an unknown system", '[environment]\nos = "plan9"', "environment.os"],
    ["an image that is no text", "[environment]\ndocker_image = 1", "environment.docker_image"],
    ["a variable that is no text", "[environment]\nenv = { A = 1 }", "environment.env.A"],
    ["variables as a list", '[verifier]\nenv = ["A=1"]', "verifier.env"],
    ["a user as a list", "[agent]\nuser = []", "agent.user"],
    ["a mode nobody knows", '[verifier]\nenvironment_mode = "own"', "verifier.environment_mode"],
    ["a table that is a value", "environment = 3", "environment"],
    ["an agent that is a list", "[[agent]]\ntimeout_sec = 1", "agent"],
    ["keywords that are no list", '[task]\nkeywords = "a"', "task.keywords"],
    ["steps that are no list", "[steps]\na = 1", "steps"],
    ["a version that is a number", "version = 1.0", "version"],
  ])("%s", (_words, text, named) => {
    const error = refusal(text);
    expect(error).toMatchObject({ fault: "config", code: "task-invalid", context: { file } });
    expect(error.message.startsWith(`${file} `)).toBe(true);
    expect(error.message).toContain(named);
  });
});

describe("a deprecated size", () => {
  test.each([
    ["2G", 2048],
    ["512M", 512],
    ["512m", 512],
    ["1.5G", 1536],
    ["100K", 1],
    ["1T", 1_048_576],
    ["2GB", 2048],
    ["2 GiB", 2048],
    [" 2G ", 2048],
  ])("%j is %i MB", (size, megabytes) => {
    expect(parseSizeMb(size, file)).toBe(megabytes);
  });

  test.each(["", "2", "G", "2X", "-2G", "2G4", "two G"])("%j is refused", (size) => {
    expect(() => parseSizeMb(size, file)).toThrow(`memory = "${size}" is not a size such as "2G"`);
  });
});
