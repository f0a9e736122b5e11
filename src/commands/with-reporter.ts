// Opens the experiment behind a reporter that fits who reads: a live view, plain lines, or JSON.

import { openJsonReporter } from "../report/json-reporter.ts";
import { type Money, openLiveReporter } from "../report/live-reporter.ts";
import { openPlainReporter } from "../report/plain-reporter.ts";
import type { Reporter } from "../report/reporter.ts";
import type { CommandContext, FlagValues } from "./command.ts";
import { isSet } from "./flags.ts";
import { type OpenExperiment, openExperiment } from "./open-experiment.ts";

export async function withExperiment(
  context: CommandContext,
  flags: FlagValues,
  work: (experiment: OpenExperiment, say: (line: string) => void) => Promise<number>,
  { overwriteAgent = false }: { overwriteAgent?: boolean } = {},
): Promise<number> {
  let opened: OpenExperiment | undefined;
  using reporter = openReporter(context, flags, () => ({
    spentUsd: opened === undefined ? 0 : opened.spentUsd(),
    budgetUsd: opened?.config.budget_usd ?? null,
  }));
  const say = (line: string) => reporter.line(line);
  await using experiment = await openExperiment(context, {
    ...{ flags, say, overwriteAgent },
    onEvent: (event) => reporter.event(event),
  });
  opened = experiment;
  return await work(experiment, say);
}

function openReporter(context: CommandContext, flags: FlagValues, money: () => Money): Reporter {
  if (isSet(flags, "json")) return openJsonReporter(context.out);
  if (!context.stream.isTTY || context.environment.ci || isSet(flags, "plain")) {
    return openPlainReporter(context.out, { verbose: true });
  }
  return openLiveReporter({ stream: context.stream, money, label: "auto-harness", signal: context.signal });
}
