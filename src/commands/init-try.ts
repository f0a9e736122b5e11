// The first tasks of a new experiment, with the agent as it begins: is what was written alive? Nothing of it is kept.

import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { stripCandidate } from "../channel/strip-candidate.ts";
import type { Config } from "../config/schema.ts";
import { exitCodes, harnessErrorOf } from "../core/fault.ts";
import type { Upstream } from "../core/model.ts";
import { passes, rewardOf, type TrialRecord } from "../core/trial.ts";
import { jsonResponse } from "../gateway/answers.ts";
import { openGateway } from "../gateway/gateway.ts";
import { pricesWith } from "../gateway/prices.ts";
import { formatDuration } from "../lib/format-quantity.ts";
import { outcomeWords } from "../report/trial-words.ts";
import { runJob } from "../trials/run-job.ts";
import type { Trace } from "../trials/trace.ts";
import type { TrialAgent, TrialPlan } from "../trials/trial-context.ts";
import { relativePaths } from "../workspace/layout.ts";
import type { CommandContext } from "./command.ts";
import { findBenchmark } from "./find-benchmark.ts";
import { loadForCheck, openCheck } from "./open-check.ts";
import { readExperimentConfig } from "./open-experiment.ts";
import { openModels } from "./open-models.ts";
import { firstOf, namesOf } from "./prepare-files.ts";
import { traceLines } from "./trace-lines.ts";

/** US dollars of one of these trials, where the model's price is known. */
const maxCostUsd = 0.25;

/** Exit code 0, or 4 where a task gave no reward or its right answers did not earn 1. */
export async function tryTasks(
  context: CommandContext,
  { count, yes }: { count: number; yes: boolean },
): Promise<number> {
  const { root, out, signal } = context;
  const { config } = await readExperimentConfig(context, {});
  const say = out;
  const { tasks, invalid } = await loadForCheck(context, { config, wanted: () => true, say, yes });
  for (const { problem } of invalid) out(`left out: ${problem}`);
  const some = tasks.slice(0, count);
  const { upstreamFor, canned } = await modelsFor(context, config);
  const benchmark = await findBenchmark(config.benchmark, root);
  const names = namesOf(benchmark, config.benchmarkOptions);
  const template = await firstOf(root, relativePaths.agentTemplates, names, ".ts");
  const { code } = stripCandidate(await readFile(join(root, template), "utf8"));
  const agent: TrialAgent = { kind: "candidate", code, digest: template };

  out(
    `${some.length} of ${tasks.length} tasks with ${template} and ${canned ? "a canned answer" : config.agent_model}:`,
  );
  await using scene = await openCheck(context, { config, yes, say });
  const traces = new Map<string, Trace>();
  const built = new Set<string>();
  const plans = some.flatMap((task): TrialPlan[] => {
    const plan = { task, decision: "", index: 0 } as const;
    const oracle: TrialPlan = { ...plan, step: "check", agent: { kind: "oracle" } };
    return [{ ...plan, step: "train", agent }, ...(task.oracle ? [oracle] : [])];
  });
  const { records } = await runJob(
    plans,
    {
      ...scene.context,
      gateway: openGateway({
        ...{ upstreamFor, prices: pricesWith(config.prices), say, budget: { costUsd: null, deadline: null } },
      }),
      upstreamDigest: upstreamFor(config.agent_model).digest,
      model: {
        model: config.agent_model,
        ...(config.reasoning_effort === undefined ? {} : { reasoningEffort: config.reasoning_effort }),
      },
      limits: {
        ...{ maxModelCalls: config.max_model_calls_per_trial, maxOutputTokens: null, maxCostUsd },
        timeoutMultiplier: config.timeout_multiplier,
      },
      onTrace: async ({ task }, _key, trace) => void traces.set(task.id, trace),
    },
    {
      ...{ job: "init", concurrency: config.max_concurrency, signal, onLog: say, onBuildLog: () => undefined },
      onEvent: (event) => {
        if (event.type === "image-build" && !built.has(event.image)) out(`  building ${event.image}`);
        if (event.type === "image-build") built.add(event.image);
        if (event.type === "trial-retry") out(`  ${event.task}: again, ${event.reason.split("\n")[0]}`);
      },
    },
  );
  const known = records.filter((record) => record !== undefined);
  for (const line of known.map(trialLine)) out(line);
  const [first] = some;
  const trace = first === undefined ? undefined : traces.get(first.id);
  const record = known.find(({ parts }) => parts.task === first?.id);
  if (trace !== undefined && record !== undefined) for (const line of traceLines(trace, record)) out(line);
  const wrong = known.filter(isWrong);
  for (const each of wrong) out(`${each.parts.task}: ${whyWrong(each)}`);
  if (canned) {
    out("no key for this model is in .env, so every call got a canned answer that knows nothing of your tasks: these");
    out("rewards say that the parts work together, and nothing of the agent. Put the key there for real ones.");
  }
  return wrong.length === 0 ? exitCodes.done : exitCodes.task;
}

async function modelsFor(
  context: CommandContext,
  config: Config,
): Promise<{ upstreamFor: (model: string) => Upstream; canned: boolean }> {
  try {
    return { upstreamFor: await openModels(context, config), canned: false };
  } catch (error) {
    if (harnessErrorOf(error)?.code !== "key-missing") throw error;
    return { upstreamFor: () => cannedUpstream, canned: true };
  }
}

/** Stands in where no key is: the same words whatever is asked. */
const cannedUpstream: Upstream = {
  ...{ name: "canned", digest: "canned" },
  complete: async () => {
    const message = { role: "assistant", content: "(a canned answer: no model was asked)" };
    const usage = { prompt_tokens: 0, completion_tokens: 0, total_tokens: 0 };
    const choices = [{ index: 0, message, finish_reason: "stop" }];
    return jsonResponse(200, { id: "canned", object: "chat.completion", choices, usage });
  },
};

function trialLine(record: TrialRecord): string {
  const who = record.parts.agent === "oracle" ? "right answers" : "agent";
  return `  ${record.parts.task}  ${who}: ${outcomeWords(record)}  ${formatDuration(record.totalMs)}`;
}

function isWrong(record: TrialRecord): boolean {
  const reward = rewardOf(record);
  return reward === null || (record.parts.agent === "oracle" && !passes(reward));
}

function whyWrong({ outcome, agentEnd, notes, verifierOutput }: TrialRecord): string {
  const why = outcome.status === "scored" ? `its right answer earned ${outcome.reward}` : outcome.reason;
  const more = [agentEnd.code === "oracle" ? agentEnd.detail : "", ...notes, verifierOutput.trim().slice(-500)];
  return [why, ...more.filter((text) => text !== "")].join("\n    ");
}
