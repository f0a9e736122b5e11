// The host's side of an agent of @google/adk from a script, against the real runtime.

import { type CandidateMethod, type RunCandidateOptions, runCandidate } from "../../src/channel/run-candidate.ts";
import { stripCandidate } from "../../src/channel/strip-candidate.ts";
import type { MainProcess } from "../../src/core/sandbox.ts";
import type { AgentEnd, TraceEvent } from "../../src/core/trial.ts";
import { openLocalBox } from "./local-box.ts";
import type { ScriptedModel } from "./scripted-model.ts";

export interface ToolRequest {
  name: string;
  args: Record<string, string>;
}

export interface AdkOptions {
  model: ScriptedModel;
  /** What a tool answers; default: its name. A thrown error goes back as one. */
  tool?: (request: ToolRequest, count: number) => unknown;
  /** What each turn brings after the first, in order; closed after the last. */
  messages?: readonly string[];
  start?: Readonly<Record<string, unknown>>;
  timeoutMs?: number;
}

export interface PlayedAdk {
  end: AgentEnd;
  tools: ToolRequest[];
  /** What the agent asked "turn" with. */
  turns: { response: string; events: Record<string, unknown>[] }[];
  logs: string[];
  events: TraceEvent[];
  requests: Array<Record<string, unknown> & { messages: Record<string, unknown>[] }>;
}

export const aInteract = {
  mode: "a-interact",
  message: "Database: zoo. How many big ones are there? Budget: 12.",
  state: {},
  context: { model: "some-model", reasoningEffort: "low" },
};

export const cInteract = {
  mode: "c-interact",
  message: "How many big ones are there?",
  state: { db_name: "zoo", db_schema: "CREATE TABLE {animal} (id int)", external_kg: '[{"id": 1}]', max_turn: 4 },
  context: { model: "some-model", reasoningEffort: null },
};

export async function playAdk(home: string, source: string, options: AdkOptions): Promise<PlayedAdk> {
  await using box = await openLocalBox(home);
  return await playAdkIn(box, source, options);
}

export async function playAdkIn(main: MainProcess, source: string, options: AdkOptions): Promise<PlayedAdk> {
  const { model, messages = [], start = aInteract, tool = ({ name }) => ({ result: name, ended: false }) } = options;
  const events: TraceEvent[] = [];
  const tools: ToolRequest[] = [];
  const turns: PlayedAdk["turns"] = [];
  const methods: Record<string, CandidateMethod> = {
    tool: async (params) => {
      tools.push(params as ToolRequest);
      return { result: await tool(params as ToolRequest, tools.length) };
    },
    turn: async (params) => {
      turns.push(params as PlayedAdk["turns"][number]);
      const message = messages[turns.length - 1];
      return { result: message === undefined ? { closed: "the task is over" } : { message } };
    },
  };
  const end = await runCandidate({
    ...{ main, candidate: stripCandidate(source).code, interface: "adk", start, methods },
    model: model.handler,
    onEvent: (event) => events.push(event),
    timeoutMs: options.timeoutMs ?? 30_000,
    signal: new AbortController().signal,
  } satisfies RunCandidateOptions);
  const logs = events.flatMap((event) => (event.type === "log" ? [event.text] : []));
  const requests = model.requests.map(({ json }) => json as PlayedAdk["requests"][number]);
  return { end, tools, turns, logs, events, requests };
}
