// What a command of auto-harness opens for its trials, without a config.

import { readFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import type { TerminalTask } from "../../src/benchmarks/terminal-bench/format/load-task.ts";
import { terminalBench } from "../../src/benchmarks/terminal-bench/terminal-bench.ts";
import { boxOf } from "../../src/benchmarks/terminal-bench/trial/task-box.ts";
import { stripCandidate } from "../../src/channel/strip-candidate.ts";
import type { Benchmark } from "../../src/core/benchmark.ts";
import { sha256 } from "../../src/lib/digest.ts";
import type { TrialAgent } from "../../src/trials/trial-context.ts";
import { type OpenProvider, openProvider } from "../lib/open-provider.ts";

export interface Parts extends Omit<OpenProvider, "agentReference"> {
  benchmark: Benchmark;
  tasks: readonly TerminalTask[];
  /** The agent that is shipped, as it is sent into a box. */
  candidate: Extract<TrialAgent, { kind: "candidate" }>;
  /** References of the prepared images. */
  images: { task: string; agent: string };
}

/** `folder` holds dataset/; the images are ready when this returns. Disposing removes every box that is left. */
export async function openParts(folder: string, { signal }: { signal: AbortSignal }): Promise<Parts> {
  await using undo = new AsyncDisposableStack();
  const tasks = await terminalBench.load(terminalBench.options.parse({ dataset: "dataset" }), {
    root: folder,
    cacheFolder: folder,
    say: () => undefined,
    wanted: () => true,
    signal,
  });
  const { agentReference, ...opened } = undo.use(await openProvider(folder, { signal }));
  const [first] = tasks;
  if (first === undefined) throw new Error("the dataset is empty");
  const task = await opened.provider.prepareImage(boxOf(first).image, { signal });
  const { code } = stripCandidate(await readFile(template, "utf8"));
  const owned = undo.move();
  return {
    ...{ ...opened, tasks },
    benchmark: terminalBench as unknown as Benchmark,
    candidate: { kind: "candidate", code, digest: sha256(code) },
    images: { task: task.reference, agent: agentReference },
    [Symbol.asyncDispose]: async () => await owned.disposeAsync(),
  };
}

const template = fileURLToPath(new URL("../../agent/templates/terminal-bench.ts", import.meta.url));
