// Lines that stay, for logs and pipes.

import type { LoopEvent } from "../loop/experiment.ts";
import { iterationLine } from "./iterations-table.ts";
import type { Reporter } from "./reporter.ts";
import { retryReason, shownTask, trialLine } from "./trial-words.ts";

export function openPlainReporter(out: (line: string) => void, { verbose }: { verbose: boolean }): Reporter {
  return {
    line: out,
    event(event) {
      for (const line of linesOf(event, verbose)) out(line);
    },
    [Symbol.dispose]() {},
  };
}

/** The lines that every kind of reader gets for an event; trials' own lines are the caller's choice. */
export function linesOf(event: LoopEvent, trials: boolean): string[] {
  switch (event.type) {
    case "phase":
      return [event.text];
    case "gate-line":
      return [event.text];
    case "log":
      return [`  ${event.text}`];
    case "iteration-start":
      return ["", `iteration ${event.iteration} of at most ${event.of}, recorded score ${event.best}`];
    case "iteration-end":
      return [iterationLine(event.record)];
    case "trial-retry":
      return [
        `  ${event.step} ${shownTask(event.task, event)}: attempt ${event.attempt} void, again${retryReason(event)}`,
      ];
    case "job-stop":
      return [`stopped launching trials: ${event.reason}`];
    case "loop-end":
      return ["", `the loop ends: ${event.reason}`];
    case "trial-end":
      return trials ? [trialLine(event)] : [];
    case "image-build":
      return [`  building the image of ${shownTask(event.image, event)}`];
    case "image-note":
      return [`  ${event.text}`];
    case "provider-wait":
      return [event.text];
    case "job-start":
    case "trial-start":
    case "trial-put-back":
      return [];
  }
}
