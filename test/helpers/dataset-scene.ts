// A person's folder and a dataset in a repository of this machine, which is spoken to as a server.

import { mkdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import type { TerminalTask } from "../../src/benchmarks/terminal-bench/format/load-task.ts";
import { terminalBench } from "../../src/benchmarks/terminal-bench/terminal-bench.ts";
import type { HarnessError } from "../../src/core/fault.ts";
import { makeTaskRepository, taskFiles } from "./task-repository.ts";
import { temporaryFolder } from "./temporary-folder.ts";

/** A repository with tasks/{easy,hard}, and a person's folder with a cache of its own. */
export async function openDatasetScene() {
  const temporary = await temporaryFolder();
  const repository = await makeTaskRepository(join(temporary.path, "published"));
  const first = await repository.commit({
    "README.md": "not a task\n",
    "docs/page.md": "neither\n",
    ...taskFiles("tasks/easy"),
    ...taskFiles("tasks/hard", { "tests/data.bin": "\u0000\u00ff\r\n", "instruction.md": "Do more.\n" }),
  });
  const root = join(temporary.path, "project");
  const cacheFolder = join(temporary.path, "state");
  await mkdir(root);
  const said: string[] = [];
  const load = async (
    dataset: string,
    { keys = {}, wanted = () => true, signal = new AbortController().signal }: LoadChanges = {},
  ): Promise<TerminalTask[]> =>
    await terminalBench.load(terminalBench.options.parse({ dataset, ...keys }), {
      ...{ root, cacheFolder, wanted, signal, say: (line: string) => void said.push(line) },
    });
  return {
    ...{ repository, first, root, cacheFolder, said, load, temporary },
    lock: async () => JSON.parse(await readFile(join(root, "datasets.lock.json"), "utf8")),
    [Symbol.asyncDispose]: temporary[Symbol.asyncDispose],
  };
}

export interface LoadChanges {
  keys?: Record<string, unknown>;
  wanted?: (id: string) => boolean;
  signal?: AbortSignal;
}

export async function refused(loading: Promise<unknown>): Promise<HarnessError> {
  return await loading.then(
    (tasks) => Promise.reject(new Error(`it was not refused: ${JSON.stringify(tasks)}`)),
    (error: HarnessError) => error,
  );
}

export const ids = (tasks: readonly TerminalTask[]) => tasks.map(({ id }) => id);
