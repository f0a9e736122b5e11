// `auto-harness bird serve-agent`: the agent of the clone behind upstream's HTTP contract, for upstream's orchestrator.

import { createWriteStream } from "node:fs";
import { readFile } from "node:fs/promises";
import { dirname, join, resolve } from "node:path";
import { birdInteract } from "../benchmarks/bird-interact/bird-interact.ts";
import { type BirdOptions, birdOptions } from "../benchmarks/bird-interact/options.ts";
import { type AgentServer, serveAgent } from "../benchmarks/bird-interact/serve-agent/serve-agent.ts";
import { openServiceClient } from "../benchmarks/bird-interact/serve-agent/service-client.ts";
import { agentBox, agentImage } from "../channel/agent-image.ts";
import { contextsFolder } from "../channel/context-by-digest.ts";
import { RequestSlots } from "../channel/request-slots.ts";
import { stripCandidate } from "../channel/strip-candidate.ts";
import { loadConfig } from "../config/load.ts";
import type { Config } from "../config/schema.ts";
import { exitCodes, HarnessError } from "../core/fault.ts";
import { stateFolder } from "../engine/state-folder.ts";
import { openGateway } from "../gateway/gateway.ts";
import { pricesWith } from "../gateway/prices.ts";
import { compileCandidate } from "../loop/freeze-candidate.ts";
import { openJournal } from "../trials/journal.ts";
import { addSpending, readSpending, writeSpending } from "../trials/spending.ts";
import { type Layout, layout, makeFolders } from "../workspace/layout.ts";
import { isLoopback, parseServeAgentFlags } from "./bird-serve-agent-flags.ts";
import { budgetOf } from "./budget-of.ts";
import type { CommandContext, FlagValues } from "./command.ts";
import { configTables } from "./config-tables.ts";
import { openModels } from "./open-models.ts";
import { openProvider } from "./open-provider.ts";

/** Upstream's orchestrator hangs up after 1800 and 600 s: what was earned is told before. */
const turnTimeoutMs = { "a-interact": 1_780_000, "c-interact": 580_000 };
const idleMs = 600_000;

/** Runs until it is interrupted, which is its usual end. */
export async function runServeAgent(flags: FlagValues, context: CommandContext): Promise<number> {
  const { host, port, mode, services } = parseServeAgentFlags(flags);
  const { config, options, paths } = await ownConfig(flags, context);
  await using opened = await openServing(config, paths, context);
  const { signal, out, err } = context;
  if (!isLoopback(host)) {
    err(`warning: ${host} is not this machine's loopback: whoever reaches it runs your agent on your budget, unasked`);
  }
  const { agent_model: model, reasoning_effort: effort, max_concurrency: concurrency } = config;
  const limits = {
    ...{ maxModelCalls: config.max_model_calls_per_trial, maxOutputTokens: config.max_output_tokens_per_trial ?? null },
    maxCostUsd: config.max_cost_per_trial_usd ?? null,
  };
  const pinned = { model, ...(effort === undefined ? {} : { reasoningEffort: effort }) };
  const openLease = (seed: string) => opened.gateway.lease({ pinned, seed, limits });
  // Throws where a limit in money can't be held.
  openLease("");
  await using server: AgentServer = await serveAgent({
    ...{ host, port, mode, idleMs, gateway: opened.gateway },
    say: (line) => {
      opened.noteSpent();
      out(line);
    },
    context: {
      services: {
        database: openServiceClient({ name: "db-env", url: services.database }),
        user: openServiceClient({ name: "user-sim", url: services.user }),
      },
      ...{ candidate: opened.candidate, openLease, openBox: opened.openBox, turnTimeoutMs },
      model: { name: model, reasoningEffort: effort ?? null },
      slots: new RequestSlots({ requests: concurrency, bytes: 0 }),
      agentTimeoutMs: Math.round(options.per_task_timeout * 1000 * config.timeout_multiplier),
    },
  });
  out("scores made this way are upstream's, unsound as upstream's are: docs/bird-serve-agent.md");
  out(`agent ${paths.agentFile}, model ${model}, ${concurrency} boxes at once`);
  out(`DB environment ${services.database}, user simulator ${services.user}`);
  out(`system agent at ${server.url}; Ctrl-C stops it`);
  if (!signal.aborted) await new Promise((stopped) => signal.addEventListener("abort", stopped, { once: true }));
  return exitCodes.done;
}

interface Serving extends AsyncDisposable {
  gateway: ReturnType<typeof openGateway>;
  candidate: string;
  openBox: Parameters<typeof serveAgent>[0]["context"]["openBox"];
  /** Into the journal: the budget is the experiment's, over all its runs. */
  noteSpent: () => void;
}

/** Throws config faults before anything is started. */
async function openServing(config: Config, paths: Layout, context: CommandContext): Promise<Serving> {
  const { signal, out, err } = context;
  const candidate = await readCandidate(paths);
  // Only the agent's model is called here.
  const upstreamFor = await openModels(context, onlyAgentModel(config));
  await using undo = new AsyncDisposableStack();
  await makeFolders(paths);
  const journal = undo.use(openJournal(paths.host.journalFile, paths.host.lockFile));
  const { provider, owner } = undo.use(
    // Only agents' boxes are opened here.
    await openProvider(context, { name: config.agent_provider ?? config.env_provider, yes: false, say: err }),
  );
  const cacheFolder = contextsFolder(stateFolder());
  const image = await agentImage({ cacheFolder, signal, image: birdInteract.agentImage });
  const buildLog = createWriteStream(paths.host.buildLog, { flags: "a", mode: 0o600 });
  undo.defer(() => void buildLog.end());
  const onLog = (line: string) => void buildLog.write(`${line}\n`);
  const { notes } = await provider.prepareImage(image, { signal, role: "agent", limits: agentBox.limits, onLog });
  for (const note of notes) out(note);
  const earlier = readSpending(journal);
  const gateway = openGateway({
    upstreamFor,
    prices: pricesWith(config.prices),
    ...budgetOf(config, earlier),
    say: err,
  });
  const noteSpent = () => writeSpending(journal, addSpending(earlier, gateway.total()));
  undo.defer(noteSpent);
  let boxes = 0;
  const owned = undo.move();
  return {
    ...{ gateway, candidate, noteSpent },
    async openBox(options) {
      boxes += 1;
      const labels = { owner, job: "serve-agent", trial: `session-${boxes}`, role: "agent" } as const;
      return await provider.open({ ...agentBox, image, labels }, options);
    },
    [Symbol.asyncDispose]: async () => await owned.disposeAsync(),
  };
}

async function ownConfig(
  flags: FlagValues,
  { root }: CommandContext,
): Promise<{ config: Config; options: BirdOptions; paths: Layout }> {
  const given = flags["config"];
  const file = typeof given === "string" ? resolve(root, given) : join(root, "experiment_config.yaml");
  const config = await loadConfig({ file, tables: configTables });
  if (config === null) {
    throw invalid("config-missing", `${file} is not there: serve-agent needs a config with benchmark: bird-interact`);
  }
  if (config.benchmark !== birdInteract.name) {
    throw invalid("benchmark-wrong", `${file} says benchmark: ${config.benchmark}; serve-agent serves bird-interact`);
  }
  const paths = layout({ root: dirname(file), experiment: config.experiment });
  return { config, options: birdOptions.parse(config.benchmarkOptions), paths };
}

async function readCandidate({ agentFile }: Layout): Promise<string> {
  const source = await readFile(agentFile, "utf8").catch((cause: unknown) => {
    const message = `${agentFile} can't be read: \`auto-harness prepare\` puts the template there`;
    throw new HarnessError({ fault: "config", code: "agent-missing", message, cause });
  });
  const compiled = compileCandidate(source, stripCandidate);
  if (compiled.kind === "refused") throw invalid("agent-invalid", `${agentFile}: ${compiled.detail}`);
  return compiled.candidate.code;
}

function onlyAgentModel({ user_model: _user, ...config }: Config): Config {
  return { ...config, coding_agent_model: config.agent_model };
}

function invalid(code: string, message: string): HarnessError {
  return new HarnessError({ fault: "config", code, message });
}
