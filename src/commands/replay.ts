import { readFile } from "node:fs/promises";
import { resolve } from "node:path";
import { readNight, type StoredNight } from "../cassettes/night/night.ts";
import { stripCandidate } from "../channel/strip-candidate.ts";
import { HarnessError } from "../core/fault.ts";
import { exists } from "../lib/exists.ts";
import type { Command, CommandContext, FlagValues } from "./command.ts";
import { isSet, listFlag } from "./flags.ts";
import { openReplayBoxes } from "./open-replay-boxes.ts";
import { replayNight } from "./replay-night.ts";
import { replayTrials } from "./replay-trials.ts";

export const replay: Command = {
  name: "replay",
  summary: "run a recorded night, or recorded trials, again: agents' boxes alone, no task's box, no model, no config",
  operands: { FOLDER: "a recording, as --record has written it; with night.json in it, the night is replayed" },
  options: {
    agent: { type: "string", value: "FILE", description: "begin with this agent.ts instead of the recorded one" },
    night: { type: "boolean", description: "the whole night, or say what is missing for it" },
    trials: { type: "boolean", description: "each trial by itself, though a night was recorded" },
    "task-ids": { type: "string", value: "A,B", description: "only trials of these tasks, each by itself" },
    unboxed: {
      type: "boolean",
      description: "the agent as a process of this machine, WITHOUT a box: only for code that you would run yourself",
    },
    json: { type: "boolean", description: "one JSON object a trial, or one for the night, for programs" },
    yes: { type: "boolean", short: "y", description: "ask nothing" },
  },
  async run(flags, context) {
    const folder = resolve(context.root, String(flags["FOLDER"]));
    const taskIds = listFlag(flags, "task-ids");
    const stored = await nightIn(folder, flags);
    const agentSource = await readAgent(flags, context);
    const json = isSet(flags, "json");
    const boxes = async () =>
      await openReplayBoxes(context, { unboxed: isSet(flags, "unboxed"), yes: isSet(flags, "yes") });
    if (stored !== null) return await replayNight(context, { folder, stored, agentSource, json, boxes });
    const agentCode = agentSource === null ? null : stripCandidate(agentSource).code;
    return await replayTrials(context, { folder, agentCode, taskIds, json, boxes });
  },
};

/** null: trials are to be replayed each by itself. Throws config "no-night" and "night-invalid". */
async function nightIn(folder: string, flags: FlagValues): Promise<StoredNight | null> {
  const asked = isSet(flags, "night");
  const single = ["trials", "task-ids"].find((name) => flags[name] !== undefined);
  if (asked && single !== undefined) throw noNight(`--night and --${single}: a night has all its trials`);
  if (single !== undefined) return null;
  const stored = await readNight(folder);
  if (stored !== null || !asked) return stored;
  const [train, test] = await Promise.all([exists(resolve(folder, "train")), exists(resolve(folder, "TEST"))]);
  if (train && !test) {
    throw noNight(`${folder} holds no test trials, which a night needs: record one with --record-test as well`);
  }
  throw noNight(
    `${folder} holds no night.json: \`start\` and \`loop\` write one at a night's end, with --record FOLDER --record-test`,
  );
}

function noNight(message: string): HarnessError {
  return new HarnessError({ fault: "config", code: "no-night", message });
}

/** null: the recorded ones. Throws config "agent-invalid". */
async function readAgent(flags: FlagValues, { root }: CommandContext): Promise<string | null> {
  const { agent } = flags;
  if (typeof agent !== "string") return null;
  try {
    const source = await readFile(resolve(root, agent));
    stripCandidate(source);
    return source.toString();
  } catch (cause) {
    const message = `--agent ${agent}: ${cause instanceof Error ? cause.message : cause}`;
    throw new HarnessError({ fault: "config", code: "agent-invalid", message, cause });
  }
}
