// The agent's part of one step: its instruction, its commands in the box, its limits.

import { runCandidate } from "../../../channel/run-candidate.ts";
import type { AgentPhase } from "../../../core/benchmark.ts";
import type { MainProcess } from "../../../core/sandbox.ts";
import type { Session } from "../../../core/session.ts";
import type { AgentEnd, TraceEvent } from "../../../core/trial.ts";
import { redact } from "../../../lib/redact.ts";
import type { TerminalTask } from "../format/load-task.ts";
import type { TaskStep } from "../format/task-step.ts";
import { environmentMethods } from "./environment-methods.ts";

export interface AgentRun {
  task: TerminalTask;
  step: TaskStep;
  session: Session;
  main: MainProcess;
  /** When the first step's agent began, by performance.now(). */
  startedAt: number;
}

/** Times of events count from the first step's beginning. */
export async function runAgent(
  { task, step, session, main, startedAt }: AgentRun,
  phase: AgentPhase,
): Promise<AgentEnd> {
  const { candidate, model, limits, waitedMs, signal } = phase;
  const offsetMs = Math.round(performance.now() - startedAt);
  const onEvent = (event: TraceEvent) => phase.onEvent(withoutSecrets({ ...event, atMs: event.atMs + offsetMs }, task));
  if (step.name !== "") onEvent({ type: "log", atMs: 0, text: `step ${step.name}` });
  const started = performance.now();
  return await runCandidate({
    main,
    candidate,
    interface: "terminal",
    start: {
      instruction: step.instruction,
      context: { model: model.name, reasoningEffort: model.reasoningEffort },
    },
    methods: environmentMethods({ task, step }, session, onEvent, () => Math.round(performance.now() - started)),
    model: model.handler,
    onEvent,
    // The limit of the whole task, shared out as the task says.
    timeoutMs: Math.max(1, Math.round((step.agentTimeoutMs * limits.agentTimeoutMs) / task.agentTimeoutMs)),
    waitedMs,
    signal,
  });
}

/** What the host has lent to a task's box is nobody else's: a trace travels further. */
function withoutSecrets(event: TraceEvent, { secrets }: Pick<TerminalTask, "secrets">): TraceEvent {
  if (secrets.length === 0) return event;
  const text = JSON.stringify(event);
  const escaped = secrets.map((secret) => JSON.stringify(secret).slice(1, -1));
  const redacted = redact(text, escaped);
  return redacted === text ? event : (JSON.parse(redacted) as TraceEvent);
}
