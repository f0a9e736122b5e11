import { matchesGlob } from "node:path";
import { datasetFolder, terminalBench } from "../benchmarks/terminal-bench/terminal-bench.ts";
import { type ReferenceAgent, referenceAgents, type TaskAdmission, unreadableTask } from "../check/admission.ts";
import { checkLines } from "../check/check-lines.ts";
import { checkProgress } from "../check/check-progress.ts";
import { checkReport } from "../check/check-report.ts";
import { type CheckResult, runCheck } from "../check/run-check.ts";
import type { Config } from "../config/schema.ts";
import { exists } from "../lib/exists.ts";
import type { Command, CommandContext, FlagValues } from "./command.ts";
import { configTables } from "./config-tables.ts";
import { configOverrides, invalidFlag, isSet, listFlag, runFlags, shownFlags, wholeFlag } from "./flags.ts";
import { loadForCheck, openCheck } from "./open-check.ts";
import { readExperimentConfig } from "./open-experiment.ts";
import { unfitTasks } from "./provider-fit.ts";
import { rehearsalConfig } from "./rehearsal-config.ts";
import { notesFolder, writeCheck } from "./write-check.ts";

export const check: Command = {
  name: "check",
  summary: "may these tasks be scored by? their solutions must earn 1, and nothing else more than 0; no config needed",
  operands: {
    "[DATASET]":
      "tasks in Harbor's format: a folder, or what else `dataset:` may say; left out: the experiment's tasks",
  },
  options: {
    trials: {
      type: "string",
      value: "K",
      description: "of oracle and nop on each task, all of which count; default 2",
    },
    agent: { type: "string", value: "oracle|nop|forger", description: "only this one of the three" },
    "task-ids": { type: "string", value: "A,B", description: "only tasks whose id matches one of these globs" },
    concurrency: runFlags.concurrency,
    json: { type: "boolean", description: "one JSON object, with every task" },
    write: {
      type: "boolean",
      description: "keep refused tasks in quarantine.yaml, and what is learnt of the others in verification.json",
    },
    yes: shownFlags.yes,
  },
  async run(flags, context) {
    const agents = agentsOf(flags);
    const trials = wholeFlag(flags, "trials", { from: 1, to: 100 }) ?? 2;
    const config = await configOf(flags, context);
    if (isSet(flags, "write") && config.benchmark !== terminalBench.name) {
      throw invalidFlag(`--write: only tasks of ${terminalBench.name} are left out by a quarantine.yaml`);
    }
    const say = context.err;
    const yes = isSet(flags, "yes");
    const { tasks, invalid } = await loadForCheck(context, { config, wanted: wantedByFlag(flags), say, yes });
    for (const { id, notes } of tasks) for (const note of notes) say(`${id}: ${note}`);
    const admissions = invalid.map(unreadableTask);
    // No fault of theirs: what is kept of a check is not of one provider alone.
    let elsewhere: TaskAdmission[] = [];
    let facts: CheckResult["facts"] = new Map();
    if (tasks.length > 0) {
      const each = trials === 1 ? "one trial" : `${trials} trials`;
      say(`check: ${tasks.length} ${tasks.length === 1 ? "task" : "tasks"}, ${agents.join(", ")}, ${each} each`);
      await using scene = await openCheck(context, { config, yes, say });
      const options = {
        ...{ job: "check", concurrency: config.max_concurrency, signal: context.signal },
        ...{ onEvent: checkProgress(say), onLog: say, onBuildLog: () => undefined },
      };
      const unfit = await unfitTasks(scene.context.benchmark, scene.context.provider, tasks);
      elsewhere = unfit.map(({ task: { id, file = null }, why }) => unreadableTask({ id, file, problem: why }));
      const fit = tasks.filter((task) => !unfit.some((one) => one.task === task));
      const result = await runCheck({ tasks: fit, agents, trials }, scene.context, options);
      admissions.push(...result.admissions);
      facts = result.facts;
    }
    if (isSet(flags, "write"))
      await writeCheck(notesFolder(flags["DATASET"], context.root), { admissions, facts }, say);
    const report = checkReport([...admissions, ...elsewhere], { benchmark: config.benchmark, agents, trials });
    if (isSet(flags, "json")) context.out(JSON.stringify(report));
    else for (const line of checkLines(report)) context.out(line);
    return report.exitCode;
  },
};

/** A folder needs no config; without one it is the experiment's, or the rehearsal's where there is none. */
async function configOf(flags: FlagValues, context: CommandContext): Promise<Config> {
  const { DATASET: dataset } = flags;
  if (typeof dataset !== "string") return (await readExperimentConfig(context, flags)).config;
  const folder = datasetFolder(dataset, context.root);
  if (folder !== null && !(await exists(folder))) {
    throw invalidFlag(`${dataset} is not there: expected a folder of tasks with a task.toml each, or \`starter\``);
  }
  return rehearsalConfig(configTables, { ...configOverrides(flags), dataset });
}

function agentsOf({ agent }: FlagValues): ReferenceAgent[] {
  if (agent === undefined) return [...referenceAgents];
  const known = referenceAgents.find((name) => name === agent);
  if (known === undefined) throw invalidFlag(`--agent ${agent}: expected oracle, nop or forger; left out, all are run`);
  return [known];
}

function wantedByFlag(flags: FlagValues): (id: string) => boolean {
  const patterns = listFlag(flags, "task-ids");
  return (id) => patterns === undefined || patterns.some((pattern) => pattern === id || matchesGlob(id, pattern));
}
