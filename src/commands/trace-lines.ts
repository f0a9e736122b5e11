// A trial's trace on a screen: who said what, cut to what fits.

import type { TraceEvent, TrialRecord } from "../core/trial.ts";
import { field } from "../gateway/json.ts";
import { plainText } from "../lib/plain-text.ts";
import { modelAnswer } from "../report/model-answer.ts";
import { outcomeWords } from "../report/trial-words.ts";
import type { Trace } from "../trials/trace.ts";

const maxSteps = 12;
const maxChars = 160;

export function traceLines({ task, events }: Trace, record: TrialRecord): string[] {
  const steps = events.toSorted((a, b) => a.atMs - b.atMs).flatMap(stepOf);
  const shown = steps.slice(0, maxSteps);
  const more = steps.length > shown.length ? [`    … ${steps.length - shown.length} more steps`] : [];
  const output = record.verifierOutput.trim().split("\n").slice(-3);
  const said = output.filter((line) => line !== "").map((line) => `    verifier  ${cut(line)}`);
  return [`trace of ${task}:`, ...shown, ...more, ...said, `    outcome   ${outcomeWords(record)}`];
}

function stepOf(event: TraceEvent): string[] {
  const line = (who: string, text: string) => `    ${who.padEnd(9)} ${cut(text)}`;
  switch (event.type) {
    case "model":
      return [line("model", answerOf(event))];
    case "exec":
      return [line("command", `${event.command} → ${event.exitCode ?? "timed out"}`)];
    case "turn":
      return [line("asked", textOf(event.messages)), line("answered", textOf(event.reply))];
    case "tool":
      return [line("tool", `${event.name} ${JSON.stringify(event.args)}`)];
    case "log":
      return [line("log", event.text)];
    case "end":
      return [line("end", `${event.end.code} ${event.end.detail}`)];
    case "file":
      return [line(event.direction, event.path)];
  }
}

function answerOf({ response, status }: Extract<TraceEvent, { type: "model" }>): string {
  const { text, calls } = modelAnswer(response);
  const called = calls.map(({ name, args }) => `${name} ${JSON.stringify(args)}`);
  const said = [...(text === "" ? [] : [text]), ...called];
  return said.length === 0 ? `status ${status}` : said.join("; ");
}

/** The words of messages; JSON of anything else. */
function textOf(value: unknown): string {
  const parts = (Array.isArray(value) ? value : [value]).map((part) => {
    const content = field(part, "content");
    return typeof content === "string" ? content : JSON.stringify(part);
  });
  return parts.join(" ");
}

function cut(text: string): string {
  const line = plainText(text.replace(/\s+/g, " ").trim());
  return line.length <= maxChars ? line : `${line.slice(0, maxChars)}…`;
}
