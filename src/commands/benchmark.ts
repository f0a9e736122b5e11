import { readFile } from "node:fs/promises";
import { stripCandidate } from "../channel/strip-candidate.ts";
import { exitCodes, HarnessError } from "../core/fault.ts";
import { compileCandidate } from "../loop/freeze-candidate.ts";
import { rememberFiles } from "../loop/hand-guard.ts";
import { likeLine, likeRefused } from "../loop/like-refused.ts";
import { analysisLine, describeTrain, publishTrain, runTrain } from "../loop/run-train.ts";
import { runStep } from "../loop/run-trials.ts";
import { scoreLabel } from "../loop/score-facts.ts";
import type { Command, CommandContext, FlagValues } from "./command.ts";
import { listFlag, runFlags, shownFlags } from "./flags.ts";
import { requireBudget } from "./night-cost.ts";
import type { OpenExperiment } from "./open-experiment.ts";
import { requireSplit } from "./require-split.ts";
import { withExperiment } from "./with-reporter.ts";

export const benchmark: Command = {
  name: "benchmark",
  summary: "run the train split (or some of its tasks) and publish traces; --agent oracle|nop checks the tasks",
  options: {
    ...shownFlags,
    ...runFlags,
    "task-ids": { type: "string", value: "A,B", description: "only these tasks of the train split" },
    split: { type: "string", value: "train", description: "only train can be run here" },
    agent: {
      type: "string",
      value: "oracle|nop",
      description: "reference solution or nothing at all, over every task",
    },
  },
  async run(flags, context) {
    if (flags["split"] !== undefined && flags["split"] !== "train") {
      throw refused("split-refused", "only the train split can be run; test tasks run in the gate alone");
    }
    const agent = flags["agent"];
    if (agent !== undefined && agent !== "oracle" && agent !== "nop") {
      throw refused("agent-unknown", `--agent ${agent}: expected oracle or nop; left out, agent/agent.ts is run`);
    }
    return await withExperiment(context, flags, async (experiment, say) =>
      agent === undefined
        ? await runOwnAgent(experiment, flags, context, say)
        : await runReference(experiment, agent, flags, context, say),
    );
  },
};

async function runOwnAgent(
  experiment: OpenExperiment,
  flags: FlagValues,
  { signal }: CommandContext,
  say: (line: string) => void,
): Promise<number> {
  requireBudget(experiment, say);
  const { layout } = experiment;
  const split = await requireSplit(experiment);
  const compiled = compileCandidate(await readFile(layout.agentFile, "utf8"), stripCandidate);
  if (compiled.kind === "refused") throw refused("agent-invalid", `${layout.agentFile}: ${compiled.detail}`);
  const only = listFlag(flags, "task-ids");
  const incumbent = await incumbentSource(experiment);
  if (incumbent !== null && incumbent !== compiled.candidate.source) {
    const like = await likeRefused(experiment, { candidate: compiled.candidate, incumbent, strip: stripCandidate });
    if (like !== null) say(likeLine(like));
  }
  const result = await runTrain(experiment, {
    ...{ candidate: compiled.candidate, tasks: split.train, signal },
    ...(only === undefined ? {} : { only }),
  });
  await publishTrain(experiment, layout, { ...result, strip: stripCandidate });
  await rememberFiles(experiment);
  for (const line of describeTrain(experiment, result)) say(line);
  say(analysisLine);
  return result.stopped === null ? exitCodes.done : exitCodes.infrastructure;
}

async function incumbentSource({ lineage }: OpenExperiment): Promise<string | null> {
  const head = await lineage.head();
  return head === null ? null : await lineage.read(head.commit);
}

/** Exit 0 when every oracle earns 1, or every nop what doing nothing does; else 4, with the tasks by name. */
async function runReference(
  experiment: OpenExperiment,
  agent: "oracle" | "nop",
  flags: FlagValues,
  { signal }: CommandContext,
  say: (line: string) => void,
): Promise<number> {
  const only = listFlag(flags, "task-ids");
  const tasks = experiment.tasks.filter(
    ({ id, oracle }) => (only?.includes(id) ?? true) && (agent === "nop" || oracle),
  );
  if (tasks.length === 0) throw refused("no-oracle", "none of these tasks has a reference solution to run");
  const ids = tasks.map(({ id }) => id);
  const result = await runStep(experiment, {
    ...{ step: "check", decision: "", tasks: ids, agent: { kind: agent }, trials: 1, signal },
  });
  const expected = new Map(tasks.map(({ id, floor = 0 }) => [id, agent === "oracle" ? 1 : floor] as const));
  const wrong = Object.entries(result.rewards).filter(([id, reward]) => reward !== expected.get(id));
  const earned = Object.values(result.rewards).reduce((sum: number, reward) => sum + (reward ?? 0), 0);
  // No model plays here, so it is no rehearsal's score either.
  say(`${agent}: ${earned}/${ids.length}${scoreLabel({ ...experiment, rehearsal: false })}`);
  for (const [id, reward] of wrong) say(`  ${id} earned ${reward ?? "no reward"}, expected ${expected.get(id)}`);
  return wrong.length === 0 ? exitCodes.done : exitCodes.task;
}

function refused(code: string, message: string): HarnessError {
  return new HarnessError({ fault: "config", code, message });
}
