import { mkdir } from "node:fs/promises";
import { exitCodes } from "../core/fault.ts";
import { isHeld } from "../trials/journal.ts";
import { pause as pauseExperiment } from "../workspace/pause-file.ts";
import type { Command } from "./command.ts";
import { readExperimentConfig } from "./open-experiment.ts";

export const pause: Command = {
  name: "pause",
  summary: "let the running loop end what is under way, then wait; also before a loop begins",
  options: {},
  async run(_flags, context) {
    const { layout } = await readExperimentConfig(context, {});
    await mkdir(layout.host.folder, { recursive: true, mode: 0o700 });
    const since = await pauseExperiment(layout.host);
    const running = isHeld(layout.host.lockFile);
    context.out(
      running
        ? `paused since ${since}: trials under way end and are kept, a coding agent works on until it wants some; \`auto-harness resume\` goes on`
        : `paused since ${since}; nothing runs now, and a loop that begins waits for \`auto-harness resume\``,
    );
    return exitCodes.done;
  },
};
