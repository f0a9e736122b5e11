// Recorded trials replayed each by itself.

import { readCassettes, readRecordedAgent, type StoredCassette } from "../cassettes/cassette-folder.ts";
import { describeDivergence } from "../cassettes/describe-divergence.ts";
import { type Replayed, replayTrial } from "../cassettes/replay-trial.ts";
import { trialTitle } from "../cassettes/trial-title.ts";
import { exitCodes, HarnessError } from "../core/fault.ts";
import type { CommandContext } from "./command.ts";
import type { ReplayBoxes } from "./open-replay-boxes.ts";

export interface ReplayTrialsOptions {
  folder: string;
  /** In place of the agents that were recorded, its types stripped; null: these. */
  agentCode: string | null;
  /** undefined: of all tasks. */
  taskIds: readonly string[] | undefined;
  json: boolean;
  boxes: () => Promise<ReplayBoxes>;
}

/** 0 all same, 1 a divergence. Throws config "no-cassettes", "cassette-invalid", "cassette-agent-missing". */
export async function replayTrials(context: CommandContext, options: ReplayTrialsOptions): Promise<number> {
  const { folder, agentCode, json } = options;
  const stored = only(await readCassettes(folder), options);
  const show = json ? showJson(context) : showText(context);
  await using boxes = await options.boxes();
  let same = 0;
  for (const { file, cassette } of stored) {
    const candidate = agentCode ?? (await readRecordedAgent(folder, cassette.parts));
    await using box = await boxes.open(cassette.parts.benchmark);
    const replayed = await replayTrial(cassette, { main: box.main, candidate, signal: context.signal });
    if (replayed.divergence === null) same += 1;
    show({ file, cassette }, replayed);
  }
  const all = stored.length;
  if (!json) context.out(`${all} ${all === 1 ? "trial" : "trials"} replayed: ${same} same, ${all - same} diverged`);
  return same === all ? exitCodes.done : exitCodes.rejected;
}

type Show = (stored: StoredCassette, replayed: Replayed) => void;

function showText({ out }: CommandContext): Show {
  return ({ file, cassette }, { divergence, end }) => {
    const { parts, reward, calls, agentEnd } = cassette;
    if (divergence === null) {
      const ended = agentEnd.how === agentEnd.code ? agentEnd.how : `${agentEnd.how}: ${agentEnd.code}`;
      out(`✓ ${trialTitle(parts)}: same, ${calls.length} requests, ${ended}; reward ${reward} as recorded`);
      return;
    }
    const [first = "", ...rest] = describeDivergence(divergence, end);
    out(`✗ ${trialTitle(parts)}: ${first}; reward ${reward} was recorded, this one is unknown`);
    for (const line of rest) out(`    ${line}`);
    out(`    (${file})`);
  };
}

function showJson({ out }: CommandContext): Show {
  return ({ file, cassette }, { divergence, end, asked }) => {
    const { parts, reward, calls, split } = cassette;
    const named = { version: 1, file, split, task: parts.task, step: parts.step, requests: calls.length, asked };
    const ended = { how: end.how, code: end.code };
    if (divergence === null) {
      out(JSON.stringify({ ...named, same: true, reward, end: ended }));
      return;
    }
    const shown = describeDivergence(divergence, end);
    out(
      JSON.stringify({ ...named, same: false, recordedReward: reward, divergence: divergence.kind, shown, end: ended }),
    );
  };
}

function only(stored: readonly StoredCassette[], { taskIds, folder }: ReplayTrialsOptions): readonly StoredCassette[] {
  if (taskIds === undefined) return stored;
  const unknown = taskIds.find((id) => !stored.some(({ cassette }) => cassette.parts.task === id));
  if (unknown !== undefined || taskIds.length === 0) {
    const message = `--task-ids ${taskIds.join(",")}: there is no cassette of ${unknown ?? "no task"} in ${folder}`;
    throw new HarnessError({ fault: "config", code: "no-cassettes", message });
  }
  return stored.filter(({ cassette }) => taskIds.includes(cassette.parts.task));
}
