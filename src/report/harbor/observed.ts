// What the host saw an agent do, as the text of an observation.

import type { TraceEvent } from "../../core/trial.ts";
import type { ObservationResult } from "./trajectory.ts";

type Seen = Exclude<TraceEvent, { type: "model" | "turn" | "end" }>;

export function observed(event: Seen): ObservationResult {
  const { type } = event;
  switch (event.type) {
    case "exec": {
      const { command, stdout, stderr, exitCode, timedOut, durationMs } = event;
      const extra = { type, exit_code: exitCode, timed_out: timedOut, duration_ms: Math.round(durationMs) };
      return { content: `$ ${command}\n${stdout}${stderr}`, extra };
    }
    case "file":
      return { content: `${event.direction} ${event.path}`, extra: { type, bytes: event.bytes } };
    case "tool": {
      const { name, args, result, durationMs, cost, budgetAfter, refused } = event;
      const extra = {
        ...{ type, duration_ms: Math.round(durationMs) },
        ...(cost === undefined ? {} : { cost }),
        ...(budgetAfter === undefined ? {} : { budget_after: budgetAfter }),
        ...(refused === undefined ? {} : { refused }),
      };
      return { content: `${name} ${textOf(args)}\n${textOf(result)}`, extra };
    }
    case "log":
      return { content: event.text, extra: { type } };
  }
}

function textOf(value: unknown): string {
  return typeof value === "string" ? value : (JSON.stringify(value) ?? "");
}
