// What a check needs: tasks, and a trial's surroundings without a model, an experiment or anything left behind.

import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { agentBox, agentImage } from "../channel/agent-image.ts";
import { contextsFolder } from "../channel/context-by-digest.ts";
import type { Config } from "../config/schema.ts";
import type { InvalidTask, Task } from "../core/benchmark.ts";
import { HarnessError, harnessErrorOf } from "../core/fault.ts";
import type { Upstream } from "../core/model.ts";
import { stateFolder } from "../engine/state-folder.ts";
import { openGateway } from "../gateway/gateway.ts";
import { openJournal } from "../trials/journal.ts";
import { SharedServices } from "../trials/shared-services.ts";
import type { TrialContext } from "../trials/trial-context.ts";
import type { CommandContext } from "./command.ts";
import { findBenchmark } from "./find-benchmark.ts";
import { loadingBox } from "./loading-box.ts";
import { wantedBy } from "./open-experiment.ts";
import { openProvider } from "./open-provider.ts";
import { openWatch } from "./open-watch.ts";

/** Oracle and nop call none. */
const noModel = { model: "none" } as const;

const noUpstream: Upstream = {
  ...{ name: "none", digest: "none" },
  complete: () => Promise.reject(new Error("a check called a model")),
};

type Say = (line: string) => void;

/** Tasks of the config that `wanted` leaves in. Throws config faults; "no-tasks" where nothing is left. */
export async function loadForCheck(
  context: CommandContext,
  { config, wanted, say, yes }: { config: Config; wanted: (id: string) => boolean; say: Say; yes: boolean },
): Promise<{ tasks: Task[]; invalid: readonly InvalidTask[] }> {
  const { root, environment, signal } = context;
  const benchmark = await findBenchmark(config.benchmark, root);
  const withBox = loadingBox(context, { name: config.env_provider, yes, say });
  const inConfig = wantedBy(config);
  const load = async (left: (id: string) => boolean) => {
    const loading = {
      root,
      cacheFolder: stateFolder(),
      say,
      wanted: left,
      checking: true,
      withBox,
      variable: environment.variable,
      signal,
    };
    return (await benchmark.load(config.benchmarkOptions, loading)).filter(({ id }) => left(id));
  };
  const asked = (id: string) => inConfig(id) && wanted(id);
  try {
    return found(await load(asked), []);
  } catch (error) {
    // One task that can't be read is no reason not to look at the others.
    const invalid = invalidOf(error);
    if (invalid.length === 0) throw error;
    const unreadable = new Set(invalid.map(({ id }) => id));
    return found(await load((id) => asked(id) && !unreadable.has(id)), invalid);
  }
}

export interface CheckScene extends AsyncDisposable {
  context: TrialContext;
}

export async function openCheck(
  command: CommandContext,
  { config, yes, say }: { config: Config; yes: boolean; say: Say },
): Promise<CheckScene> {
  const { signal } = command;
  await using undo = new AsyncDisposableStack();
  const folder = await mkdtemp(join(tmpdir(), "auto-harness-check-"));
  undo.defer(async () => await rm(folder, { recursive: true, force: true }));
  const journal = undo.use(openJournal(join(folder, "journal.sqlite"), join(folder, "lock.sqlite")));
  const { provider, owner } = undo.use(await openProvider(command, { name: config.env_provider, yes, say }));
  const services = undo.use(new SharedServices((error) => say(`could not close a service: ${error}`)));
  const benchmark = await findBenchmark(config.benchmark, command.root);
  const cacheFolder = contextsFolder(stateFolder());
  const image = await agentImage({ cacheFolder, signal, image: benchmark.agentImage });
  if (image.kind !== "build") throw new Error("the agent's image is built");
  const gateway = openGateway({
    ...{ upstreamFor: () => noUpstream, prices: {}, say },
    budget: { costUsd: null, deadline: null },
  });
  const outageMinutes = config.outage_minutes;
  const watch = undo.use(openWatch({ provider, gateway, journal, outageMinutes, onEvent: ({ text }) => say(text) }));
  const context: TrialContext = {
    ...{ benchmark, provider, owner, journal, services, gateway, watch, model: noModel, user: null },
    upstreamDigest: noUpstream.digest,
    agentBox: { ...agentBox, image },
    limits: {
      ...{ maxModelCalls: 0, maxOutputTokens: null, maxCostUsd: null },
      timeoutMultiplier: config.timeout_multiplier,
    },
    onTrace: async () => undefined,
  };
  const owned = undo.move();
  return { context, [Symbol.asyncDispose]: async () => await owned.disposeAsync() };
}

function found(tasks: Task[], invalid: readonly InvalidTask[]) {
  if (tasks.length + invalid.length > 0) return { tasks, invalid };
  const message = "there is no such task: --task-ids, task_ids and exclude_task_ids leave none";
  throw new HarnessError({ fault: "config", code: "no-tasks", message });
}

function invalidOf(error: unknown): readonly InvalidTask[] {
  const invalid = harnessErrorOf(error)?.context["invalid"];
  return Array.isArray(invalid) ? (invalid as InvalidTask[]) : [];
}
