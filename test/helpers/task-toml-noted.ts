// task.toml files whose reader says something, or that ask for what nobody here has, as rows.

export type Row<T> = readonly [words: string, text: string, expected: T];

/** With the notes. */
export const notedFiles: ReadonlyArray<Row<readonly string[]>> = [
  ["a key at the top", "colour = 1", ["unknown key colour"]],
  ["a table", "[extra]\na = 1", ["unknown key extra"]],
  ["two keys", "colour = 1\nshape = 2", ["unknown key colour", "unknown key shape"]],
  ["a key of the agent", "[agent]\ntimeout = 1", ["unknown key [agent] timeout"]],
  ["a key of the verifier", "[verifier]\nretries = 1", ["unknown key [verifier] retries"]],
  ["a key of the environment", "[environment]\nram = 1", ["unknown key [environment] ram"]],
  ["a key of the solution", "[solution]\ntimeout_sec = 1", ["unknown key [solution] timeout_sec"]],
  ["a key of the description", '[task]\nlicense = "MIT"', ["unknown key [task] license"]],
  ["a key of a step", '[[steps]]\nname = "a"\nretries = 1', ["unknown key [steps.0] retries"]],
  [
    "a key of the second step's agent",
    '[[steps]]\nname = "a"\n[[steps]]\nname = "b"\n[steps.agent]\nx = 1',
    ["unknown key [steps.1.agent] x"],
  ],
  ["a key of an artifact", 'artifacts = [{ source = "/a", mode = 1 }]', ["unknown key [artifacts.0] mode"]],
  [
    "a key of a healthcheck",
    '[environment.healthcheck]\ncommand = "x"\nport = 1',
    ["unknown key [environment.healthcheck] port"],
  ],
  [
    "a key of a collect hook",
    '[[verifier.collect]]\ncommand = "x"\nwhen = 1',
    ["unknown key [verifier.collect.0] when"],
  ],
  ["a key of a verifier's box", "[verifier.environment]\nx = 1", ["unknown key [verifier.environment] x"]],
  [
    "storage",
    "[environment]\nstorage_mb = 10",
    ["[environment] storage is asked of Daytona alone; elsewhere a box has what disk there is"],
  ],
  [
    "storage by its old name",
    '[environment]\nstorage = "1G"',
    ["[environment] storage is asked of Daytona alone; elsewhere a box has what disk there is"],
  ],
  [
    "a verifier's storage",
    "[verifier.environment]\nstorage_mb = 10",
    ["[verifier.environment] storage is asked of Daytona alone; elsewhere a box has what disk there is"],
  ],
  ["kinds of GPUs", '[environment]\ngpu_types = ["H100"]', ["[environment] gpu_types changes nothing without gpus"]],
  [
    "skills",
    '[environment]\nskills_dir = "/skills"',
    ["[environment] skills_dir is not shown to the agent; it lies in the box at /skills"],
  ],
  [
    "a healthcheck of a verifier's box",
    '[verifier.environment.healthcheck]\ncommand = "x"',
    ["[verifier.environment] healthcheck is not run, as in Harbor"],
  ],
];

/** With what is said to be asked for. */
export const refusedFiles: ReadonlyArray<Row<string>> = [
  ["Windows", '[environment]\nos = "windows"', '[environment] os = "windows": only Linux tasks run here'],
  ["Windows in capitals", '[environment]\nos = "Windows"', '[environment] os = "windows": only Linux tasks run here'],
  ["a GPU", "[environment]\ngpus = 1", "[environment] gpus = 1: no provider here has GPUs"],
  [
    "a GPU of a kind",
    '[environment]\ngpus = 2\ngpu_types = ["H100"]',
    "[environment] gpus = 2: no provider here has GPUs",
  ],
  ["a TPU", '[environment.tpu]\ntype = "v6e"\ntopology = "2x2"', "[environment.tpu]: no provider here has TPUs"],
  [
    "an MCP server",
    '[[environment.mcp_servers]]\nname = "x"\nurl = "u"',
    "[[environment.mcp_servers]]: the agent has no way to MCP servers; exclude the task",
  ],
  [
    "a GPU for the verifier",
    "[verifier.environment]\ngpus = 1",
    "[verifier.environment] gpus = 1: no provider here has GPUs",
  ],
  [
    "Windows for the verifier",
    '[verifier.environment]\nos = "windows"',
    '[verifier.environment] os = "windows": only Linux tasks run here',
  ],
  [
    "a GPU for a step's verifier",
    '[[steps]]\nname = "a"\n[steps.verifier.environment]\ngpus = 1',
    "[steps.a.verifier.environment] gpus = 1: no provider here has GPUs",
  ],
];
