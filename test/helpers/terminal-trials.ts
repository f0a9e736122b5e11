// What trials of terminal tasks share, in real boxes, with a real gateway and journal, and a model that is a script.

import { tmpdir } from "node:os";
import { join } from "node:path";
import type { TerminalTask } from "../../src/benchmarks/terminal-bench/format/load-task.ts";
import { terminalBench } from "../../src/benchmarks/terminal-bench/terminal-bench.ts";
import { agentBox, agentImage } from "../../src/channel/agent-image.ts";
import type { Benchmark } from "../../src/core/benchmark.ts";
import type { PinnedModel, Upstream } from "../../src/core/model.ts";
import type { SandboxProvider } from "../../src/core/sandbox.ts";
import type { TraceEvent } from "../../src/core/trial.ts";
import type { Artifacts } from "../../src/core/verification.ts";
import { openGateway } from "../../src/gateway/gateway.ts";
import { openJournal } from "../../src/trials/journal.ts";
import { SharedServices } from "../../src/trials/shared-services.ts";
import type { TrialContext } from "../../src/trials/trial-context.ts";

export interface TerminalTrials extends AsyncDisposable {
  context: TrialContext;
  tasks: TerminalTask[];
  /** By the trial's key. */
  traces: Map<string, readonly TraceEvent[]>;
  /** What tasks published: by the trial's key, then by step, then by path. */
  artifacts: Map<string, ReadonlyMap<string, Artifacts>>;
}

export interface TerminalTrialsOptions {
  /** Gets the journal. */
  folder: string;
  model: PinnedModel;
  upstream: Upstream;
  /** Keys of the benchmark; left out: tasks/ in the folder is the dataset. */
  keys?: Readonly<Record<string, unknown>>;
  wanted?: (id: string) => boolean;
  /** Variables of the host. */
  variables?: Readonly<Record<string, string>>;
}

export async function openTerminalTrials(
  { provider, owner }: { provider: SandboxProvider; owner: { id: string } },
  { folder, model, upstream, keys, wanted = () => true, variables = {} }: TerminalTrialsOptions,
): Promise<TerminalTrials> {
  await using undo = new AsyncDisposableStack();
  const signal = new AbortController().signal;
  const tasks = await terminalBench.load(terminalBench.options.parse({ dataset: join(folder, "tasks"), ...keys }), {
    ...{ root: folder, cacheFolder: folder, say: () => undefined, wanted, signal },
    variable: (name) => variables[name],
  });
  const image = await agentImage({ cacheFolder: join(tmpdir(), "auto-harness-test-images"), signal });
  if (image.kind !== "build") throw new Error("the agent's image is built");
  const traces: TerminalTrials["traces"] = new Map();
  const artifacts: TerminalTrials["artifacts"] = new Map();
  const context: TrialContext = {
    ...{ benchmark: terminalBench as unknown as Benchmark, provider, owner: owner.id, model, user: null },
    gateway: openGateway({
      upstreamFor: () => upstream,
      prices: { [model.model]: { input: 1, output: 1 } },
      budget: { costUsd: null, deadline: null },
      say: () => undefined,
    }),
    upstreamDigest: upstream.digest,
    agentBox: { ...agentBox, image },
    limits: { maxModelCalls: 20, maxOutputTokens: null, maxCostUsd: null, timeoutMultiplier: 1 },
    services: undo.use(new SharedServices(() => undefined)),
    journal: undo.use(openJournal(join(folder, "journal.sqlite"), join(folder, "lock.sqlite"))),
    onTrace: async (_plan, key, { events, artifacts: published = new Map() }) => {
      traces.set(key, events);
      artifacts.set(key, published);
    },
  };
  const owned = undo.move();
  return { context, tasks, traces, artifacts, [Symbol.asyncDispose]: async () => await owned.disposeAsync() };
}
