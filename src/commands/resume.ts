import { exitCodes } from "../core/fault.ts";
import { isHeld } from "../trials/journal.ts";
import { resume as resumeExperiment } from "../workspace/pause-file.ts";
import type { Command } from "./command.ts";
import { readExperimentConfig } from "./open-experiment.ts";

export const resume: Command = {
  name: "resume",
  summary: "end a pause: the loop goes on where it waits",
  options: {},
  async run(_flags, context) {
    const { layout } = await readExperimentConfig(context, {});
    const since = await resumeExperiment(layout.host);
    const running = isHeld(layout.host.lockFile);
    const next = running ? "the loop goes on" : "nothing runs now: `auto-harness loop` goes on";
    context.out(since === null ? `it was not paused; ${running ? "the loop runs" : "nothing runs"}` : next);
    return exitCodes.done;
  },
};
