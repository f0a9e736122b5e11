// A recorded night replayed as a whole, and what came of it held against what came of it then.

import { differentIteration, differentResult, type ResultDifference } from "../cassettes/night/compare-nights.ts";
import { diverged, readDivergence } from "../cassettes/night/diverged.ts";
import type { NightResult, StoredNight } from "../cassettes/night/night.ts";
import { iterationOf, nightOf } from "../cassettes/night/night-of.ts";
import { NightPlayer } from "../cassettes/night/night-player.ts";
import { stripCandidate } from "../channel/strip-candidate.ts";
import { exitCodes } from "../core/fault.ts";
import { formatDuration } from "../lib/format-quantity.ts";
import { ensureBaseline } from "../loop/baseline.ts";
import type { LoopEvent } from "../loop/experiment.ts";
import { reportOnTest } from "../loop/final-report.ts";
import { runLoop } from "../loop/run-loop.ts";
import type { CommandContext } from "./command.ts";
import type { ReplayBoxes } from "./open-replay-boxes.ts";
import { openReplayedNight } from "./open-replayed-night.ts";

export interface ReplayNightOptions {
  folder: string;
  stored: StoredNight;
  /** What the night begins with instead of the recorded agent.ts; null: that. */
  agentSource: string | null;
  json: boolean;
  boxes: () => Promise<ReplayBoxes>;
}

/** 0 as recorded, 1 a divergence. Throws config "cassette-missing", "session-missing"; what breaks of agents' boxes. */
export async function replayNight(context: CommandContext, options: ReplayNightOptions): Promise<number> {
  const { stored, json } = options;
  const { benchmark } = stored.night.conditions;
  const started = performance.now();
  await using boxes = await options.boxes();
  const failure = new AbortController();
  const player = new NightPlayer({
    folder: options.folder,
    night: stored.night,
    openBox: async () => await boxes.open(benchmark),
    onFailure: (error) => failure.abort(error),
  });
  const say = json ? () => undefined : context.out;
  try {
    const result = await playNight(context, options, { player, concurrency: boxes.atOnce, failure, say });
    const figures = figuresOf(result, player, performance.now() - started);
    if (json) context.out(JSON.stringify({ version: 1, same: true, ...figures }));
    else context.out(lastLine(figures, options));
    return exitCodes.done;
  } catch (error) {
    context.signal.throwIfAborted();
    // What ended the night says more than what was aborted by it.
    const cause: unknown = failure.signal.aborted ? failure.signal.reason : error;
    const found = readDivergence(cause);
    if (found === null) throw cause;
    const { message, shown } = found;
    if (json) context.out(JSON.stringify({ version: 1, same: false, divergence: message, shown }));
    else for (const line of [`✗ night: ${message}`, ...shown.map((text) => `    ${text}`)]) context.out(line);
    return exitCodes.rejected;
  }
}

interface Playing {
  player: NightPlayer;
  concurrency: number;
  /** Whatever ends the night ends it at once, whoever was waiting. */
  failure: AbortController;
  say: (line: string) => void;
}

async function playNight(
  { packageRoot, signal: interrupted }: CommandContext,
  { folder, stored, agentSource }: ReplayNightOptions,
  { player, concurrency, failure, say }: Playing,
): Promise<NightResult> {
  const { result: recorded, conditions } = stored.night;
  const ownAgent = agentSource !== null && agentSource !== stored.agentSource;
  const signal = AbortSignal.any([interrupted, failure.signal]);
  const onEvent = (event: LoopEvent) => {
    if (event.type !== "iteration-end") return;
    const { iteration, verdict } = event.record;
    const difference = differentIteration(recorded.iterations[iteration - 1], iterationOf(event.record, asItIs), {
      ownAgent,
    });
    if (difference !== null) failure.abort(asDivergence(difference));
    else say(`iteration ${iteration}: ${verdict?.verdict ?? "no verdict"} (${verdict?.reason ?? ""}), as recorded`);
  };
  await using experiment = await openReplayedNight({
    ...{ folder, stored, agentSource, player, packageRoot, onEvent, signal },
    concurrency,
  });
  const { split } = await ensureBaseline(experiment, { strip: stripCandidate, signal });
  say(`baseline: ${split.train.length} train and ${split.test.length} test tasks`);
  await runLoop(experiment, { split, strip: stripCandidate, signal });
  signal.throwIfAborted();
  if (conditions.settings.finalReport) await reportOnTest(experiment, { split, strip: stripCandidate, signal });
  const replayed = await nightOf(experiment, { strip: stripCandidate, shown: asItIs });
  if (replayed === null) throw new Error("the replayed night has no baseline");
  const difference = differentResult(recorded, replayed.night.result, { ownAgent });
  if (difference !== null) throw asDivergence(difference);
  return replayed.night.result;
}

function asItIs(text: string): string {
  return text;
}

function asDivergence({ what, shown }: ResultDifference): Error {
  return diverged(`${what} came out otherwise`, shown);
}

interface Figures {
  iterations: number;
  accepted: number;
  trials: number;
  without: number;
  durationMs: number;
}

function figuresOf({ iterations }: NightResult, { counts }: NightPlayer, durationMs: number): Figures {
  const accepted = iterations.filter(({ verdict }) => verdict?.verdict === "accepted").length;
  return { iterations: iterations.length, accepted, ...counts, durationMs: Math.round(durationMs) };
}

function lastLine(
  { iterations, accepted, trials, without, durationMs }: Figures,
  { agentSource, stored }: ReplayNightOptions,
): string {
  const counts = [plural(iterations, "iteration"), `${accepted} accepted`, `${plural(trials, "trial")} replayed`];
  const others = without === 0 ? "" : ` (${without} of them without an agent to run, taken as recorded)`;
  const trees = agentSource === null || agentSource === stored.agentSource ? " and trees" : "";
  return `✓ night: ${counts.join(", ")} in ${formatDuration(durationMs)}${others}; results.tsv${trees} as recorded`;
}

function plural(count: number, word: string): string {
  return `${count} ${word}${count === 1 ? "" : "s"}`;
}
