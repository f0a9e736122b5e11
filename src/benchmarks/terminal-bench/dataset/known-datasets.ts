// Where the datasets that people name are published, as far as we know it. Facts, nothing of their text.

export interface KnownDataset {
  name: string;
  version: string;
  url: string;
  /** A full commit where one is known; else what is frozen at first use. */
  ref: string | null;
  /** A task, or a folder of tasks; "" is the repository's root. */
  path: string;
  /** How many tasks are to be there, where that is known. */
  tasks: number;
}

export const knownDatasets: readonly KnownDataset[] = [
  {
    name: "terminal-bench",
    version: "2.0",
    url: "https://github.com/laude-institute/terminal-bench-2.git",
    ref: "69671fbaac6d67a7ef0dfec016cc38a64ef7a77c",
    path: "",
    tasks: 89,
  },
  {
    name: "terminal-bench",
    version: "2.1",
    url: "https://github.com/harbor-framework/terminal-bench-2-1.git",
    ref: "7131e4375048a0e408a8fb404b5f499d726b695b",
    path: "tasks",
    tasks: 89,
  },
  {
    name: "terminal-bench-sample",
    version: "2.0",
    url: "https://github.com/laude-institute/terminal-bench-2-0-sample.git",
    ref: "7e917f35c281188532772312d4ad91ca9274febc",
    path: "sample",
    tasks: 10,
  },
  {
    name: "hello-world",
    version: "head",
    url: "https://github.com/laude-institute/harbor.git",
    ref: null,
    path: "examples/tasks/hello-world",
    tasks: 1,
  },
];
