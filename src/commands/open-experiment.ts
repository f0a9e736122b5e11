// An experiment with all its parts, opened in the order in which they can fail cheapest, closed in reverse.

import { createWriteStream } from "node:fs";
import { join, matchesGlob } from "node:path";
import { agentBox, agentImage } from "../channel/agent-image.ts";
import { contextsFolder } from "../channel/context-by-digest.ts";
import { loadConfig } from "../config/load.ts";
import type { Config } from "../config/schema.ts";
import { HarnessError } from "../core/fault.ts";
import type { ModelGateway, PinnedModel } from "../core/model.ts";
import type { SandboxProvider } from "../core/sandbox.ts";
import { stateFolder } from "../engine/state-folder.ts";
import { openGateway } from "../gateway/gateway.ts";
import { pricesWith } from "../gateway/prices.ts";
import { type Lineage, openLineage } from "../lineage/open-lineage.ts";
import type { Experiment, LoopEvent } from "../loop/experiment.ts";
import { saveTrace } from "../loop/kept-traces.ts";
import { openJournal } from "../trials/journal.ts";
import { noteProgress } from "../trials/progress.ts";
import { keepSandboxUsage } from "../trials/sandbox-usage.ts";
import { SharedServices } from "../trials/shared-services.ts";
import { addSpending, readSpending, writeSpending } from "../trials/spending.ts";
import { type Layout, layout, rehearsalLayout } from "../workspace/layout.ts";
import { budgetOf } from "./budget-of.ts";
import type { CommandContext, FlagValues } from "./command.ts";
import { configTables } from "./config-tables.ts";
import { findBenchmark } from "./find-benchmark.ts";
import { configOverrides, isSet } from "./flags.ts";
import { loadingBox } from "./loading-box.ts";
import { openModels } from "./open-models.ts";
import { openProposer } from "./open-proposer.ts";
import { openProvider } from "./open-provider.ts";
import { openRecording, type Recording } from "./open-recording.ts";
import { openWatch } from "./open-watch.ts";
import { namesOf, prepareFiles } from "./prepare-files.ts";
import { requireFit } from "./provider-fit.ts";
import { rehearsalConfig } from "./rehearsal-config.ts";
import { requireAgentsFit } from "./require-agents-fit.ts";

export interface OpenExperiment extends Experiment, AsyncDisposable {
  config: Config;
  lineage: Lineage;
  provider: SandboxProvider;
  gateway: ModelGateway;
  /** null where nothing is recorded. */
  recording: Recording | null;
  /** US dollars of this experiment, earlier runs included; undefined when a price is unknown. */
  spentUsd: () => number | undefined;
}

/** The config that holds here: the person's, or the rehearsal's where there is none. */
export async function readExperimentConfig(
  { root, environment }: Pick<CommandContext, "root" | "environment">,
  flags: FlagValues,
): Promise<{ config: Config; rehearsal: boolean; layout: Layout }> {
  const overrides = configOverrides(flags);
  const file = join(root, "experiment_config.yaml");
  const ownBenchmark = async (path: string) => await findBenchmark(path, root);
  const own = await loadConfig({ file, overrides, tables: configTables, ownBenchmark });
  const runs = environment.runsFolder ?? undefined;
  if (own === null) {
    return { config: rehearsalConfig(configTables, overrides), rehearsal: true, layout: rehearsalLayout(root, runs) };
  }
  const where = { root, experiment: own.experiment, ...(runs === undefined ? {} : { runs }) };
  return { config: own, rehearsal: false, layout: layout(where) };
}

export interface OpenOptions {
  flags: FlagValues;
  onEvent: (event: LoopEvent) => void;
  say: (line: string) => void;
  overwriteAgent?: boolean;
}

/** Throws config faults before anything is started, then those of the engine and the dataset. */
export async function openExperiment(context: CommandContext, options: OpenOptions): Promise<OpenExperiment> {
  const { signal, environment } = context;
  const { say, onEvent, flags } = options;
  const { config, rehearsal, layout: paths } = await readExperimentConfig(context, flags);
  const benchmark = await findBenchmark(config.benchmark, context.root);
  for (const line of [...(config.notes ?? []), ...environment.needless(config.benchmark)]) say(line);
  const wanted = wantedBy(config);
  const tasks = (
    await benchmark.load(config.benchmarkOptions, {
      root: context.root,
      cacheFolder: stateFolder(),
      say,
      wanted,
      variable: environment.variable,
      withBox: loadingBox(context, { name: config.env_provider, yes: isSet(flags, "yes"), say }),
      signal,
    })
  ).filter(({ id }) => wanted(id));
  if (tasks.length === 0) throw noTasks(config);
  for (const task of tasks) for (const note of task.notes) say(`${task.id}: ${note}`);
  const upstreamFor = await openModels(context, config);

  const recording = openRecording(context, config, { layout: paths, tasks, say });

  await using undo = new AsyncDisposableStack();
  for (const line of await prepareFiles({
    ...{ layout: paths, packageRoot: context.packageRoot, names: namesOf(benchmark, config.benchmarkOptions) },
    overwriteAgent: options.overwriteAgent === true,
  })) {
    say(line);
  }
  const journal = undo.use(openJournal(paths.host.journalFile, paths.host.lockFile));
  const usage = undo.use(keepSandboxUsage(journal));
  const providers = { name: config.env_provider, agents: config.agent_provider };
  const { provider, owner } = undo.use(await openProvider(context, { ...providers, yes: isSet(flags, "yes"), say }));
  usage.watch(provider);

  await requireFit(benchmark, provider, tasks);
  const services = undo.use(new SharedServices((error) => say(`could not close a service: ${error}`)));
  const earlier = readSpending(journal);
  const gateway = openGateway({
    upstreamFor,
    prices: pricesWith(config.prices),
    ...budgetOf(config, earlier),
    say,
  });
  const watch = undo.use(openWatch({ provider, gateway, journal, outageMinutes: config.outage_minutes, onEvent }));
  const spending = () => addSpending(earlier, gateway.total());
  const cacheFolder = contextsFolder(stateFolder());
  const image = await agentImage({ cacheFolder, signal, image: benchmark.agentImage });
  if (image.kind !== "build") throw new Error("the agent's image is built");
  await requireAgentsFit(provider, { agent: { ...agentBox, image }, config, cacheFolder });
  const lineage = await openLineage({
    repository: rehearsal ? null : context.root,
    bareFolder: paths.host.lineage,
    ref: `refs/auto-harness/${config.experiment}`,
    signal,
  });
  const buildLog = createWriteStream(paths.host.buildLog, { flags: "a", mode: 0o600 });
  undo.defer(() => void buildLog.end());
  const onBuildLog = (line: string) => void buildLog.write(`${line}\n`);
  const propose = openProposer({
    ...{ config, provider, owner, cacheFolder, host: paths.host },
    ...{ keys: environment.readKeys(), onBuildLog },
  });
  const noted = new Set<string>();
  const model = pinned(config.agent_model, config.reasoning_effort, config.agent_seed);
  const facts = benchmark.scoreFacts?.(config.benchmarkOptions, tasks, { user: config.user_model ?? null });
  const owned = undo.move();
  return {
    ...{ rehearsal, layout: paths, config, tasks, lineage, provider, gateway },
    spentUsd: () => spending().costUsd ?? undefined,
    scoreFacts: facts ?? { label: "", facts: {} },
    settings: {
      gate: config.gate,
      preScreen: config.pre_screen,
      threshold: config.threshold,
      seed: config.seed,
      trainFraction: config.train_fraction,
      trials: config.trials,
      splitBy: config.split_by,
      holdout: config.holdout,
      finalReport: config.final_report,
      concurrency: config.max_concurrency,
      iterations: config.iterations,
      stopAfterNoImprovement: config.stop_after_no_improvement,
      maxHours: config.max_hours ?? null,
      ...(config.target_score === undefined ? {} : { targetScore: config.target_score }),
      codingModel: pinned(config.coding_agent_model, config.coding_agent_effort),
      codingAgent: config.coding_agent,
      ...(config.analysis_model === undefined ? {} : { analysisModel: pinned(config.analysis_model, undefined) }),
      codingLimits: {
        maxModelCalls: config.coding_agent_max_calls,
        maxCostUsd: config.coding_agent_budget_usd ?? null,
      },
    },
    context: {
      ...{ benchmark, provider, gateway, model, journal, services, owner, watch },
      user:
        config.user_model === undefined
          ? null
          : { model: pinned(config.user_model, undefined), upstreamDigest: upstreamFor(config.user_model).digest },
      upstreamDigest: upstreamFor(config.agent_model).digest,
      agentBox: { ...agentBox, image },
      limits: {
        maxModelCalls: config.max_model_calls_per_trial,
        maxOutputTokens: config.max_output_tokens_per_trial ?? null,
        maxCostUsd: config.max_cost_per_trial_usd ?? null,
        timeoutMultiplier: config.timeout_multiplier,
      },
      ...(recording === null ? {} : { recorder: recording.trials }),
      onTrace: async ({ task }, key, trace) => {
        // What is known to be a test task is not even kept until the split is made.
        if (config.split_by === "benchmark" && task.split === "test") return;
        await saveTrace(paths.host, key, trace);
      },
    },
    recording,
    propose: recording?.sessions(propose) ?? propose,
    onBuildLog,
    onEvent: (event) => {
      // Two trials that wait for one image say it once.
      if (event.type === "image-note" || event.type === "image-build") {
        const text = JSON.stringify(event);
        if (noted.has(text)) return;
        noted.add(text);
      }
      if (event.type === "trial-end" || event.type === "iteration-end") writeSpending(journal, spending());
      noteProgress(journal, event);
      onEvent(event);
    },
    [Symbol.asyncDispose]: async () => await owned.disposeAsync(),
  };
}

/** Of the tasks that the config names. */
export function wantedBy({ task_ids: only, exclude_task_ids: without = [] }: Config): (id: string) => boolean {
  const matches = (patterns: readonly string[], id: string) =>
    patterns.some((pattern) => pattern === id || matchesGlob(id, pattern));
  return (id) => (only === undefined || matches(only, id)) && !matches(without, id);
}

function noTasks({ benchmark }: Config): HarnessError {
  const message = `no task of ${benchmark} is left by task_ids and exclude_task_ids`;
  return new HarnessError({ fault: "config", code: "no-tasks", message });
}

function pinned(model: string, effort: string | undefined, seed?: number): PinnedModel {
  return {
    model,
    ...(effort === undefined ? {} : { reasoningEffort: effort }),
    ...(seed === undefined ? {} : { seed }),
  };
}
