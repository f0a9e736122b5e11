import { rewardOf } from "../core/trial.ts";
import { formatDuration } from "../lib/format-quantity.ts";
import { plainText } from "../lib/plain-text.ts";
import type { JobEvent } from "../trials/job.ts";

/** A line for each trial as it ends; what is said of images, once. */
export function checkProgress(say: (line: string) => void): (event: JobEvent) => void {
  const said = new Set<string>();
  const once = (line: string) => {
    if (!said.has(line)) say(line);
    said.add(line);
  };
  return (event) => {
    switch (event.type) {
      case "image-note":
        return once(`  ${event.text}`);
      case "image-build":
        return once(`  building the image of ${plainText(event.image)}`);
      case "trial-retry":
        return say(`  ${plainText(event.task)}: attempt ${event.attempt} void, again`);
      case "trial-end": {
        const { record, done, total, task } = event;
        const earned = rewardOf(record) ?? record.outcome.status;
        const at = `${String(done).padStart(String(total).length)}/${total}`;
        return say(
          `  ${at}  ${record.parts.agent.padEnd(6)}  ${earned}  ${plainText(task)}  ${formatDuration(record.totalMs)}`,
        );
      }
      default:
        return;
    }
  };
}
