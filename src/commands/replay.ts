import { readFile } from "node:fs/promises";
import { resolve } from "node:path";
import { readCassettes, readRecordedAgent, type StoredCassette } from "../cassettes/cassette-folder.ts";
import { describeDivergence } from "../cassettes/describe-divergence.ts";
import { type Replayed, replayTrial } from "../cassettes/replay-trial.ts";
import { stripCandidate } from "../channel/strip-candidate.ts";
import { exitCodes, HarnessError } from "../core/fault.ts";
import type { Command, CommandContext, FlagValues } from "./command.ts";
import { isSet, listFlag } from "./flags.ts";
import { openReplayBoxes } from "./open-replay-boxes.ts";

export const replay: Command = {
  name: "replay",
  summary: "run recorded trials again from their cassettes: the agent's box alone, no task's box, no model, no config",
  operands: { FOLDER: "cassettes, as --record has written them" },
  options: {
    agent: { type: "string", value: "FILE", description: "this agent.ts instead of the ones that were recorded" },
    "task-ids": { type: "string", value: "A,B", description: "only cassettes of these tasks" },
    unboxed: {
      type: "boolean",
      description: "the agent as a process of this machine, WITHOUT a box: only for code that you would run yourself",
    },
    json: { type: "boolean", description: "one JSON object a trial, for programs" },
    yes: { type: "boolean", short: "y", description: "ask nothing" },
  },
  async run(flags, context) {
    const folder = resolve(context.root, String(flags["FOLDER"]));
    const stored = only(await readCassettes(folder), flags);
    const code = await readAgent(flags, context);
    const show = isSet(flags, "json") ? showJson(context) : showText(context);
    await using boxes = await openReplayBoxes(context, { unboxed: isSet(flags, "unboxed"), yes: isSet(flags, "yes") });
    let same = 0;
    for (const { file, cassette } of stored) {
      const candidate = code ?? (await readRecordedAgent(folder, cassette.parts));
      await using box = await boxes.open(cassette.parts.benchmark);
      const replayed = await replayTrial(cassette, { main: box.main, candidate, signal: context.signal });
      if (replayed.divergence === null) same += 1;
      show({ file, cassette }, replayed);
    }
    const all = stored.length;
    if (!isSet(flags, "json")) {
      context.out(`${all} ${all === 1 ? "trial" : "trials"} replayed: ${same} same, ${all - same} diverged`);
    }
    return same === all ? exitCodes.done : exitCodes.rejected;
  },
};

type Show = (stored: StoredCassette, replayed: Replayed) => void;

function showText({ out }: CommandContext): Show {
  return ({ file, cassette }, { divergence, end }) => {
    const { parts, reward, calls, agentEnd } = cassette;
    if (divergence === null) {
      const ended = agentEnd.how === agentEnd.code ? agentEnd.how : `${agentEnd.how}: ${agentEnd.code}`;
      out(`✓ ${nameOf(parts)}: same, ${calls.length} requests, ${ended}; reward ${reward} as recorded`);
      return;
    }
    const [first = "", ...rest] = describeDivergence(divergence, end);
    out(`✗ ${nameOf(parts)}: ${first}; reward ${reward} was recorded, this one is unknown`);
    for (const line of rest) out(`    ${line}`);
    out(`    (${file})`);
  };
}

/** Such as "repair-c-build (test it-3)"; the index where it is not the first. */
function nameOf({ task, step, decision, index }: StoredCassette["cassette"]["parts"]): string {
  return `${task} (${[step, ...(decision === "" ? [] : [decision]), ...(index === 0 ? [] : [index + 1])].join(" ")})`;
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

function only(stored: readonly StoredCassette[], flags: FlagValues): readonly StoredCassette[] {
  const ids = listFlag(flags, "task-ids");
  if (ids === undefined) return stored;
  const unknown = ids.find((id) => !stored.some(({ cassette }) => cassette.parts.task === id));
  if (unknown !== undefined || ids.length === 0) {
    throw new HarnessError({
      ...{ fault: "config", code: "no-cassettes" },
      message: `--task-ids ${flags["task-ids"]}: there is no cassette of ${unknown ?? "no task"} in ${flags["FOLDER"]}`,
    });
  }
  return stored.filter(({ cassette }) => ids.includes(cassette.parts.task));
}

/** null: the recorded ones. Throws config "agent-invalid". */
async function readAgent(flags: FlagValues, { root }: CommandContext): Promise<string | null> {
  const { agent } = flags;
  if (typeof agent !== "string") return null;
  const path = resolve(root, agent);
  try {
    return stripCandidate(await readFile(path)).code;
  } catch (cause) {
    const message = `--agent ${agent}: ${cause instanceof Error ? cause.message : cause}`;
    throw new HarnessError({ fault: "config", code: "agent-invalid", message, cause });
  }
}
