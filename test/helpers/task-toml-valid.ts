// task.toml files that are fine, as rows: words, the file, and the part of it that the row is about.

import type { Row } from "./task-toml-noted.ts";

export const validFiles: ReadonlyArray<Row<Record<string, unknown>>> = [
  ["the oldest name of the version", 'version = "1.0"', { schema_version: "1.0" }],
  ["version 1.1", 'schema_version = "1.1"', { schema_version: "1.1" }],
  ["version 1.4", 'schema_version = "1.4"', { schema_version: "1.4" }],
  ["both names of the version", 'version = "1.0"\nschema_version = "1.3"', { schema_version: "1.3" }],
  ["a version nobody knows", 'schema_version = "9.9"', { schema_version: "9.9" }],
  ["a source", 'source = "somewhere"', { source: "somewhere" }],
  [
    "a described task",
    '[task]\nname = "org/name"\nversion = "1.0.0"\ndescription = "d"',
    { task: { name: "org/name" } },
  ],
  [
    "authors and keywords",
    '[task]\nauthors = [{ name = "A", email = "a@b.c" }]\nkeywords = ["k"]',
    { task: { keywords: ["k"] } },
  ],
  [
    "metadata of any shape",
    '[metadata]\ntimeout_sec = "soon"\n[metadata.deep]\nx = [1]',
    { metadata: { deep: { x: [1] } } },
  ],
  ["a date among the metadata", "[metadata]\nmade = 2025-01-02T03:04:05Z", {}],
  ["no steps", "steps = []", { steps: [] }],
  ["no artifacts", "artifacts = []", { artifacts: [] }],
  ["the mean of steps", 'multi_step_reward_strategy = "mean"', { multi_step_reward_strategy: "mean" }],
  ["the last step alone", 'multi_step_reward_strategy = "final"', { multi_step_reward_strategy: "final" }],
  // [agent]
  ["an agent's time", "[agent]\ntimeout_sec = 12.5", { agent: { timeout_sec: 12.5 } }],
  ["an agent's user by name", '[agent]\nuser = "agent"', { agent: { user: "agent" } }],
  ["an agent's user by number", "[agent]\nuser = 0", { agent: { user: 0 } }],
  ["an agent without a network", '[agent]\nnetwork_mode = "no-network"', { agent: { network_mode: "no-network" } }],
  ["an agent on the open network", '[agent]\nnetwork_mode = "public"', { agent: { network_mode: "public" } }],
  [
    "an agent's allowed hosts",
    '[agent]\nnetwork_mode = "allowlist"\nallowed_hosts = ["Example.ORG."]',
    { agent: { allowed_hosts: ["example.org"] } },
  ],
  // [verifier]
  ["a verifier's time", "[verifier]\ntimeout_sec = 60", { verifier: { timeout_sec: 60 } }],
  ["a verifier's user by number", "[verifier]\nuser = 1000", { verifier: { user: 1000 } }],
  ["a verifier's variables", '[verifier]\nenv = { A = "1", B = "" }', { verifier: { env: { A: "1", B: "" } } }],
  [
    "a verifier in the agent's box",
    '[verifier]\nenvironment_mode = "shared"',
    { verifier: { environment_mode: "shared" } },
  ],
  ["a verifier's own box", '[verifier]\nenvironment_mode = "separate"', { verifier: { environment_mode: "separate" } }],
  [
    "a verifier's own image",
    '[verifier.environment]\ndocker_image = "judge:1"',
    { verifier: { environment: { docker_image: "judge:1", network_mode: "public" } } },
  ],
  [
    "a verifier's box without a network",
    "[verifier.environment]\nallow_internet = false",
    { verifier: { environment: { network_mode: "no-network" } } },
  ],
  [
    "a verifier's box with an old size",
    '[verifier.environment]\nmemory = "1G"',
    { verifier: { environment: { memory_mb: 1024 } } },
  ],
  ["a verifier's network", '[verifier]\nnetwork_mode = "public"', { verifier: { network_mode: "public" } }],
  [
    "a verifier's hosts",
    '[verifier]\nnetwork_mode = "allowlist"\nallowed_hosts = []',
    { verifier: { allowed_hosts: [] } },
  ],
  [
    "a collect hook",
    '[[verifier.collect]]\ncommand = "dump"',
    { verifier: { collect: [{ command: "dump", service: "main", timeout_sec: 60 }] } },
  ],
  [
    "a collect hook in a sidecar",
    '[[verifier.collect]]\ncommand = "dump"\nservice = "db-1.x_y"\ntimeout_sec = 5\nuser = "postgres"',
    { verifier: { collect: [{ service: "db-1.x_y", user: "postgres" }] } },
  ],
  // [environment]
  ["a build's time", "[environment]\nbuild_timeout_sec = 30", { environment: { build_timeout_sec: 30 } }],
  [
    "a prebuilt image",
    '[environment]\ndocker_image = "debian:bookworm-slim"',
    { environment: { docker_image: "debian:bookworm-slim" } },
  ],
  ["Linux in capitals", '[environment]\nos = "Linux"', { environment: { os: "linux" } }],
  ["whole cpus", "[environment]\ncpus = 2", { environment: { cpus: 2 } }],
  ["a part of a cpu", "[environment]\ncpus = 0.5", { environment: { cpus: 0.5 } }],
  ["memory", "[environment]\nmemory_mb = 256", { environment: { memory_mb: 256 } }],
  ["no GPUs", "[environment]\ngpus = 0", { environment: { gpus: 0 } }],
  ["no MCP servers", "[environment]\nmcp_servers = []", { environment: { mcp_servers: [] } }],
  ["a folder of work", '[environment]\nworkdir = "/app"', { environment: { workdir: "/app" } }],
  ["variables", '[environment]\nenv = { A = "1" }', { environment: { env: { A: "1" } } }],
  [
    "variables that are no templates",
    '[environment]\nenv = { PRICE = "5$", B = "$HOME" }',
    { environment: { env: { PRICE: "5$" } } },
  ],
  ["a public network", '[environment]\nnetwork_mode = "public"', { environment: { network_mode: "public" } }],
  [
    "a public network with no hosts",
    '[environment]\nnetwork_mode = "public"\nallowed_hosts = []',
    { environment: { network_mode: "public" } },
  ],
  ["no hosts and no mode", "[environment]\nallowed_hosts = []", { environment: { network_mode: "public" } }],
  ["no network", '[environment]\nnetwork_mode = "no-network"', { environment: { network_mode: "no-network" } }],
  [
    "the deprecated switch, off",
    "[environment]\nallow_internet = false",
    { environment: { network_mode: "no-network" } },
  ],
  ["the deprecated switch, on", "[environment]\nallow_internet = true", { environment: { network_mode: "public" } }],
  [
    "today's key over the deprecated switch",
    '[environment]\nallow_internet = false\nnetwork_mode = "public"',
    { environment: { network_mode: "public" } },
  ],
  ...[
    ["2G", 2048],
    ["512M", 512],
    ["512m", 512],
    ["1.5G", 1536],
    ["100K", 1],
    ["1T", 1_048_576],
    ["2GB", 2048],
    ["2 GiB", 2048],
    [" 2G ", 2048],
  ].map(
    ([size, memory_mb]) =>
      [
        `memory of ${JSON.stringify(size)}`,
        `[environment]\nmemory = ${JSON.stringify(size)}`,
        { environment: { memory_mb } },
      ] as const,
  ),
  [
    "both names of the memory, alike",
    '[environment]\nmemory = "2G"\nmemory_mb = 2048',
    { environment: { memory_mb: 2048 } },
  ],
  ...[
    ["example.org", "example.org"],
    ["EXAMPLE.org.", "example.org"],
    ["*.example.org", "*.example.org"],
    ["localhost", "localhost"],
    ["192.0.2.1", "192.0.2.1"],
    ["192.0.2.0/24", "192.0.2.0/24"],
    ["2001:db8::1", "2001:db8::1"],
    ["2001:db8::/32", "2001:db8::/32"],
    ["a-b.c1", "a-b.c1"],
  ].map(
    ([host, read]) =>
      [
        `the allowed host ${host}`,
        `[environment]\nnetwork_mode = "allowlist"\nallowed_hosts = ["${host}"]`,
        { environment: { allowed_hosts: [read] } },
      ] as const,
  ),
  [
    "an allow-list of nothing",
    '[environment]\nnetwork_mode = "allowlist"',
    { environment: { network_mode: "allowlist" } },
  ],
  [
    "a healthcheck",
    '[environment.healthcheck]\ncommand = "true"',
    {
      environment: {
        healthcheck: {
          command: "true",
          interval_sec: 5,
          timeout_sec: 30,
          start_period_sec: 0,
          start_interval_sec: 5,
          retries: 3,
        },
      },
    },
  ],
  [
    "a healthcheck with all its numbers",
    '[environment.healthcheck]\ncommand = "x"\ninterval_sec = 0.5\ntimeout_sec = 1\nstart_period_sec = 2\nstart_interval_sec = 0.1\nretries = 9',
    { environment: { healthcheck: { interval_sec: 0.5, start_interval_sec: 0.1, retries: 9 } } },
  ],
  // artifacts
  ["an artifact as a path", 'artifacts = ["/app/out"]', { artifacts: [{ source: "/app/out", exclude: [] }] }],
  [
    "an artifact as a table",
    'artifacts = [{ source = "/app", destination = "x/y", exclude = ["*.o"] }]',
    { artifacts: [{ destination: "x/y", exclude: ["*.o"] }] },
  ],
  [
    "an artifact of a sidecar",
    'artifacts = [{ source = "/var/x", service = "db" }]',
    { artifacts: [{ service: "db" }] },
  ],
  ["an artifact without an absolute path", 'artifacts = ["out"]', { artifacts: [{ source: "out" }] }],
  [
    "both kinds of artifacts",
    'artifacts = ["/a", { source = "/b" }]',
    { artifacts: [{ source: "/a" }, { source: "/b" }] },
  ],
  [
    "a deep manifest.json",
    'artifacts = [{ source = "/a", destination = "x/manifest.json" }]',
    { artifacts: [{ destination: "x/manifest.json" }] },
  ],
  // [[steps]]
  ["a step", '[[steps]]\nname = "one"', { steps: [{ name: "one" }] }],
  ["a step's least reward", '[[steps]]\nname = "one"\nmin_reward = 0.5', { steps: [{ min_reward: 0.5 }] }],
  [
    "a step's least rewards",
    '[[steps]]\nname = "one"\nmin_reward = { a = 1, b = -0.5 }',
    { steps: [{ min_reward: { a: 1, b: -0.5 } }] },
  ],
  [
    "a step's agent and verifier",
    '[[steps]]\nname = "one"\n[steps.agent]\nuser = 5\n[steps.verifier]\ntimeout_sec = 7',
    { steps: [{ agent: { user: 5 }, verifier: { timeout_sec: 7 } }] },
  ],
  [
    "a step's healthcheck",
    '[[steps]]\nname = "one"\nhealthcheck = { command = "true" }',
    { steps: [{ healthcheck: { retries: 3 } }] },
  ],
  ["a step's artifacts", '[[steps]]\nname = "one"\nartifacts = ["/x"]', { steps: [{ artifacts: [{ source: "/x" }] }] }],
  ...["with blanks", "1", "ünïcode", ".hidden", "a.b", "con-1", "n".repeat(255)].map(
    (name) =>
      [
        `a step called ${name.slice(0, 20)}`,
        `[[steps]]\nname = ${JSON.stringify(name)}`,
        { steps: [{ name }] },
      ] as const,
  ),
  ["a solution's variables", '[solution]\nenv = { C = "3" }', { solution: { env: { C: "3" } } }],
];
