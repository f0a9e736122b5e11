import type { LoopEvent } from "../loop/experiment.ts";
import type { Reporter } from "./reporter.ts";
import { isHidden, shownTask } from "./trial-words.ts";

/** One JSON object a line, for programs. A test trial is its reward alone. */
export function openJsonReporter(out: (line: string) => void): Reporter {
  return {
    line: (text) => out(JSON.stringify({ type: "line", text })),
    event: (event) => out(JSON.stringify(withoutTestTask(event))),
    [Symbol.dispose]() {},
  };
}

function withoutTestTask(event: LoopEvent): unknown {
  if (event.type === "trial-end") {
    const { step, record, cached, done, total } = event;
    const task = shownTask(event.task, event);
    const { outcome, agentEnd, totalMs, usage } = record;
    return isHidden(event)
      ? { type: event.type, step, task, cached, done, total }
      : { type: event.type, step, task, outcome, agentEnd, totalMs, usage, cached, done, total };
  }
  if (event.type === "trial-start" || event.type === "trial-retry" || event.type === "trial-put-back") {
    const task = shownTask(event.task, event);
    return isHidden(event) && "reason" in event ? { ...event, task, reason: "" } : { ...event, task };
  }
  if (event.type === "image-build") return { ...event, image: shownTask(event.image, event) };
  if (event.type === "iteration-end") return { ...event, record: { ...event.record, candidate: undefined } };
  return event;
}
