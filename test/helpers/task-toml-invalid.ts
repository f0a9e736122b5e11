// task.toml files that are wrong, as rows: words, the file, and what stands in the message.

import type { Row } from "./task-toml-noted.ts";

const longName = "n".repeat(256);

export const invalidFiles: ReadonlyArray<Row<string>> = [
  ["no TOML", "= 1", "is not TOML (line 1, column 1)"],
  ["a table that is not closed", "[agent\ntimeout_sec = 1", "is not TOML (line 1"],
  ["a key twice", "[agent]\ntimeout_sec = 1\ntimeout_sec = 2", "is not TOML (line 3"],
  ["a text that is not closed", 'source = "x', "is not TOML (line 1"],
  ["a version that is a number", "version = 1.0", "schema_version: Invalid input: expected string"],
  ["a source that is a list", "source = []", "source: Invalid input: expected string"],
  ["a table that is a value", "environment = 3", "environment: Invalid input: expected object"],
  ["an agent that is a list", "[[agent]]\ntimeout_sec = 1", "agent: Invalid input: expected object"],
  ["metadata that are a list", "metadata = []", "metadata: Invalid input: expected record"],
  ["keywords that are no list", '[task]\nkeywords = "a"', "task.keywords: Invalid input: expected array"],
  [
    "a strategy nobody knows",
    'multi_step_reward_strategy = "max"',
    'multi_step_reward_strategy: Invalid option: expected one of "mean"|"final"',
  ],
  // times
  ...(
    [
      ["[agent]", "timeout_sec", "agent.timeout_sec"],
      ["[verifier]", "timeout_sec", "verifier.timeout_sec"],
      ["[environment]", "build_timeout_sec", "environment.build_timeout_sec"],
      ['[[verifier.collect]]\ncommand = "x"', "timeout_sec", "verifier.collect.0.timeout_sec"],
      ['[environment.healthcheck]\ncommand = "x"', "timeout_sec", "environment.healthcheck.timeout_sec"],
    ] as const
  ).flatMap(([table, key, named]) =>
    ['"120"', "0", "-1", "nan", "inf", "[1]"].map(
      (value) => [`${named} of ${value}`, `${table}\n${key} = ${value}`, `${named}: `] as const,
    ),
  ),
  // users
  ...["[]", "1.5", "-1", '""', "true"].map(
    (value) =>
      [`a user of ${value}`, `[agent]\nuser = ${value}`, "agent.user: expected a user's name or number"] as const,
  ),
  ["a verifier's user of a kind", "[verifier]\nuser = {}", "verifier.user: expected a user's name or number"],
  // the environment
  ["no cpu", "[environment]\ncpus = 0", "environment.cpus: Too small"],
  ["cpus as text", '[environment]\ncpus = "2"', "environment.cpus: Invalid input: expected number"],
  ["memory as text", '[environment]\nmemory_mb = "2G"', "environment.memory_mb: Invalid input: expected number"],
  ["a part of a megabyte", "[environment]\nmemory_mb = 0.5", "environment.memory_mb: Invalid input: expected int"],
  ["a size as a number", "[environment]\nmemory = 2", "environment.memory: Invalid input: expected string"],
  ...["", "2", "G", "2X", "-2G", "2G4", "two G"].map(
    (size) =>
      [
        `memory of ${JSON.stringify(size)}`,
        `[environment]\nmemory = ${JSON.stringify(size)}`,
        `environment.memory: ${JSON.stringify(size)} is not a size such as "2G"`,
      ] as const,
  ),
  [
    "two sizes",
    '[environment]\nmemory = "2G"\nmemory_mb = 100',
    "environment.memory: 2048 MB, but memory_mb = 100: leave the old key out",
  ],
  [
    "two sizes of storage",
    '[environment]\nstorage = "1G"\nstorage_mb = 100',
    "environment.storage: 1024 MB, but storage_mb = 100: leave the old key out",
  ],
  ["less than no GPU", "[environment]\ngpus = -1", "environment.gpus: "],
  ["kinds of GPUs as text", '[environment]\ngpu_types = "H100"', "environment.gpu_types: "],
  ["a TPU without its shape", '[environment.tpu]\ntype = "v5"', "environment.tpu.topology: "],
  ["an MCP server without a name", '[[environment.mcp_servers]]\nurl = "u"', "environment.mcp_servers.0.name: "],
  [
    "an MCP server's way that nobody knows",
    '[[environment.mcp_servers]]\nname = "a"\ntransport = "pigeon"',
    "environment.mcp_servers.0.transport: ",
  ],
  [
    "an unknown system",
    '[environment]\nos = "plan9"',
    'environment.os: Invalid option: expected one of "linux"|"windows"',
  ],
  ["an image that is no text", "[environment]\ndocker_image = 1", "environment.docker_image: "],
  ["an image without a name", '[environment]\ndocker_image = ""', "environment.docker_image: "],
  ["a relative folder of work", '[environment]\nworkdir = "app"', "environment.workdir: expected an absolute path"],
  ["a variable that is no text", "[environment]\nenv = { A = 1 }", "environment.env.A: "],
  ["variables as a list", '[verifier]\nenv = ["A=1"]', "verifier.env: "],
  ["a solution's variable that is no text", "[solution]\nenv = { A = true }", "solution.env.A: "],
  // networks
  [
    "an unknown network",
    '[environment]\nnetwork_mode = "lan"',
    'environment.network_mode: Invalid option: expected one of "public"|"no-network"|"allowlist"',
  ],
  [
    "hosts without an allow-list",
    '[environment]\nallowed_hosts = ["a.org"]',
    'environment.allowed_hosts: only with network_mode = "allowlist"',
  ],
  [
    "hosts and no network",
    '[environment]\nnetwork_mode = "no-network"\nallowed_hosts = ["a.org"]',
    'environment.allowed_hosts: only with network_mode = "allowlist", not "no-network"',
  ],
  ["an agent's hosts without a mode", '[agent]\nallowed_hosts = ["a.org"]', "agent.allowed_hosts: only with"],
  ["an agent's hosts, none, without a mode", "[agent]\nallowed_hosts = []", "agent.allowed_hosts: only with"],
  [
    "a verifier's hosts with another mode",
    '[verifier]\nnetwork_mode = "public"\nallowed_hosts = ["a.org"]',
    "verifier.allowed_hosts: only with",
  ],
  ["the switch of the network as text", '[environment]\nallow_internet = "no"', "environment.allow_internet: "],
  ...[
    "https://example.org",
    "example.org:443",
    "example.org/path",
    "exa mple.org",
    "*.*.org",
    "a.*.org",
    "*",
    "*.",
    "*.10.0.0.1",
    "",
    "-a.org",
    "a_b.org",
    "10.0.0.0/33",
    "2001:db8::/129",
    "[2001:db8::1]",
    "fe80::1%eth0",
    "10.0.0.0/8/8",
  ].map(
    (host) =>
      [
        `the host ${JSON.stringify(host)}`,
        `[environment]\nnetwork_mode = "allowlist"\nallowed_hosts = [${JSON.stringify(host)}]`,
        "environment.allowed_hosts.0: expected a name",
      ] as const,
  ),
  // healthchecks and hooks
  ["a healthcheck without a command", "[environment.healthcheck]\nretries = 1", "environment.healthcheck.command: "],
  ["a healthcheck that is a text", '[environment]\nhealthcheck = "true"', "environment.healthcheck: "],
  ["no retry", '[environment.healthcheck]\ncommand = "x"\nretries = 0', "environment.healthcheck.retries: "],
  ["a part of a retry", '[environment.healthcheck]\ncommand = "x"\nretries = 1.5', "environment.healthcheck.retries: "],
  [
    "a negative wait",
    '[environment.healthcheck]\ncommand = "x"\ninterval_sec = -1',
    "environment.healthcheck.interval_sec: ",
  ],
  ["a hook without a command", '[[verifier.collect]]\nservice = "main"', "verifier.collect.0.command: "],
  [
    "a hook's service with a blank",
    '[[verifier.collect]]\ncommand = "x"\nservice = "a b"',
    "verifier.collect.0.service: expected a compose service's name",
  ],
  ["a hook that is a text", '[verifier]\ncollect = ["dump"]', "verifier.collect.0: "],
  // the verifier's box
  [
    "a mode nobody knows",
    '[verifier]\nenvironment_mode = "own"',
    'verifier.environment_mode: Invalid option: expected one of "shared"|"separate"',
  ],
  [
    "a box of its own that is shared",
    '[verifier]\nenvironment_mode = "shared"\n[verifier.environment]\ncpus = 1',
    'verifier.environment_mode: "shared" contradicts [verifier.environment]',
  ],
  ["a wrong key of the verifier's box", "[verifier.environment]\ncpus = -1", "verifier.environment.cpus: "],
  // artifacts
  ["an artifact that is a number", "artifacts = [1]", "artifacts.0: "],
  ["artifacts that are a text", 'artifacts = "/app"', "artifacts: Invalid input: expected array"],
  ["an artifact without a source", 'artifacts = [{ destination = "x" }]', "artifacts.0.source: "],
  ["an artifact outside", 'artifacts = ["/app/../etc"]', "artifacts.0.source: expected a path below / without `..`"],
  ["everything as an artifact", 'artifacts = ["/"]', "artifacts.0.source: expected a path below / without `..`"],
  ...["/abs", "../up", "a/../../b", "a\\b", "manifest.json", "./manifest.json", "."].map(
    (path) =>
      [
        `the destination ${path}`,
        `artifacts = [{ source = "/a", destination = ${JSON.stringify(path)} }]`,
        "artifacts.0.destination: expected a relative path",
      ] as const,
  ),
  [
    "a sidecar's relative source",
    'artifacts = [{ source = "out", service = "db" }]',
    "artifacts.0.source: expected an absolute path where another service is named",
  ],
  ["an artifact's service with a slash", 'artifacts = [{ source = "/a", service = "a/b" }]', "artifacts.0.service: "],
  ["exclusions as text", 'artifacts = [{ source = "/a", exclude = "*.o" }]', "artifacts.0.exclude: "],
  // steps
  ["steps that are no list", "[steps]\na = 1", "steps: Invalid input: expected array"],
  ["a step without a name", "[[steps]]\nmin_reward = 1", "steps.0.name: "],
  ...[
    "",
    " ",
    ".",
    "..",
    "a/b",
    "a\\b",
    "a:b",
    "a*",
    "end.",
    "end ",
    "CON",
    "nul.txt",
    "com1",
    "LPT¹",
    longName,
    "a\tb",
  ].map(
    (name) =>
      [
        `a step called ${JSON.stringify(name.slice(0, 20))}`,
        `[[steps]]\nname = ${JSON.stringify(name)}`,
        "steps.0.name: expected a name that a folder can have",
      ] as const,
  ),
  ["two steps of one name", '[[steps]]\nname = "a"\n[[steps]]\nname = "a"', 'steps: "a" is there twice'],
  [
    "names that differ in case alone",
    '[[steps]]\nname = "One"\n[[steps]]\nname = "one"',
    'steps: "one" is there twice',
  ],
  [
    "names that differ in Unicode's form alone",
    '[[steps]]\nname = "é"\n[[steps]]\nname = "e\\u0301"',
    "is there twice",
  ],
  [
    "a least reward as text",
    '[[steps]]\nname = "a"\nmin_reward = "1"',
    "steps.0.min_reward: expected a number, or a table of numbers",
  ],
  [
    "a least reward as a list",
    '[[steps]]\nname = "a"\nmin_reward = [1]',
    "steps.0.min_reward: expected a number, or a table of numbers",
  ],
  [
    "a step's healthcheck without a command",
    '[[steps]]\nname = "a"\nhealthcheck = {}',
    "steps.0.healthcheck.command: ",
  ],
  [
    "a second step's wrong time",
    '[[steps]]\nname = "a"\n[[steps]]\nname = "b"\n[steps.agent]\ntimeout_sec = 0',
    "steps.1.agent.timeout_sec: ",
  ],
];
