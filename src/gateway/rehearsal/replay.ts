// What the rehearsal model says next: it reads the conversation anew each time, as a model does, and keeps no state.

import { type Message, normalised, textOf } from "./conversation.ts";
import { asksForPlan, asksToVerify } from "./habits.ts";
import { luck } from "./luck.ts";
import { type Move, movesFor } from "./moves.ts";
import type { Deed, Playbook, PlaybookStep } from "./playbook.ts";
import { requiredParameterText, type Toolbox } from "./tools.ts";

export interface Reply {
  content: string | null;
  call: (Move & { id: string }) | null;
}

export interface Replay {
  playbook: Playbook;
  messages: readonly Message[];
  toolbox: Toolbox;
  seed: string;
}

export function nextReply({ playbook, messages, toolbox, seed }: Replay): Reply {
  const prompt = promptOf(messages, playbook, toolbox);
  const past = pastOf(messages);
  const plans = asksForPlan(prompt);
  const verifies = asksToVerify(prompt) || past.askedAfterClosing;
  const order = orderOf(playbook.steps, { plans, verifies });
  const facts = factsOf(playbook.steps, past.outputs);
  const thought = plans ? "Plan: look around, meet every requirement one by one, then close." : "Next step.";

  let position = past.last === null ? 0 : order.indexOf(past.last.step);
  if (past.last !== null && position === -1) position = order.findIndex((step) => step > (past.last?.step ?? 0));
  for (let at = position; at >= 0 && at < order.length; at++) {
    const index = order[at] ?? 0;
    const step = playbook.steps[index];
    if (step === undefined) break;
    const deed = told(chosen(step, luck(seed, playbook.id, index)), facts, playbook.steps);
    const moves = movesFor(deed, toolbox, thought);
    if (moves === null) return closing("I was given no tool to run commands with, so I cannot do this task.");
    const { part, attempt } = nextPart(past, index);
    const move = moves[part];
    if (move === undefined) continue;
    const content = past.last === null && plans ? `${thought} Steps I see: ${order.length}.` : null;
    return { content, call: { ...move, id: `call_${index}_${part}_${attempt}` } };
  }
  return closing(past.askedAfterClosing ? "I have checked the work. The task is done." : "The task is done.");
}

function closing(content: string): Reply {
  return { content, call: null };
}

/** Steps in the order they are done: what verifies comes last. */
function orderOf(steps: readonly PlaybookStep[], { plans, verifies }: { plans: boolean; verifies: boolean }): number[] {
  const indices = [...steps.keys()];
  const acting = indices.filter(
    (index) => steps[index]?.when === undefined || (plans && steps[index]?.when === "plan"),
  );
  const checking = verifies ? indices.filter((index) => steps[index]?.when === "verify") : [];
  return [...acting, ...checking];
}

interface Past {
  last: { step: number; part: number; attempt: number; failed: boolean } | null;
  /** Of each step, what the agent returned last. */
  outputs: Map<number, string>;
  askedAfterClosing: boolean;
}

function pastOf(messages: readonly Message[]): Past {
  const past: Past = { last: null, outputs: new Map(), askedAfterClosing: false };
  let closed = false;
  for (const message of messages) {
    if (message.role === "assistant") {
      const ids = (message.tool_calls ?? []).flatMap((call) => parseId(call.id) ?? []);
      closed ||= ids.length === 0 && textOf(message) !== "";
      for (const id of ids) past.last = { ...id, failed: false };
    } else if (message.role === "tool") {
      const id = parseId(message.tool_call_id);
      if (id === null) continue;
      const text = textOf(message);
      past.outputs.set(id.step, text);
      const isLast = past.last?.step === id.step && past.last.part === id.part;
      if (isLast && past.last !== null) past.last.failed = isToolFailure(text);
    } else if (closed && message.role === "user") {
      past.askedAfterClosing ||= asksToVerify(textOf(message));
    }
  }
  return past;
}

/** Which call of the step comes next; a failed one is tried once more. */
function nextPart({ last }: Past, step: number): { part: number; attempt: number } {
  if (last === null || last.step !== step) return { part: 0, attempt: 0 };
  if (last.failed && last.attempt === 0) return { part: last.part, attempt: 1 };
  return { part: last.part + 1, attempt: 0 };
}

function parseId(id: string): { step: number; part: number; attempt: number } | null {
  const match = /call_(\d+)_(\d+)_(\d+)$/.exec(id);
  return match === null ? null : { step: Number(match[1]), part: Number(match[2]), attempt: Number(match[3]) };
}

/** The tool failed, not the command in it. */
function isToolFailure(output: string): boolean {
  const [first = ""] = output.trimStart().split("\n");
  const words =
    /unknown tool|(no such|there is no) tool|not a (known|valid) tool|timed? ?out|stopped after \d+ s|(invalid|malformed|bad) (tool )?arguments?|not (valid|a) json/i;
  return output.length < 4000 && words.test(first.slice(0, 200));
}

/** The slip or the real thing. */
function chosen(step: PlaybookStep, chance: number): Deed {
  return step.slip !== undefined && chance < step.slip.chance ? step.slip : step;
}

function factsOf(steps: readonly PlaybookStep[], outputs: Map<number, string>): Map<string, string> {
  const facts = new Map<string, string>();
  for (const [index, step] of steps.entries()) {
    const output = outputs.get(index);
    for (const [name, source] of Object.entries(step.capture)) {
      const found = output === undefined ? null : new RegExp(source, "m").exec(output);
      const value = found?.[1]?.trim() ?? step.guess[name];
      if (value !== undefined && (found !== null || !facts.has(name))) facts.set(name, value);
    }
  }
  return facts;
}

/** `<<name>>` replaced where a step of the playbook captures such a name. */
function told({ run, file }: Deed, facts: Map<string, string>, steps: readonly PlaybookStep[]): Deed {
  const names = new Set(steps.flatMap((step) => Object.keys(step.capture)));
  const fill = (text: string) =>
    text.replace(/<<(\w+)>>/g, (all, name: string) => (names.has(name) ? (facts.get(name) ?? "unknown") : all));
  return {
    ...(run === undefined ? {} : { run: fill(run) }),
    ...(file === undefined ? {} : { file: { ...file, content: fill(file.content) } }),
  };
}

/** What the agent told it besides the task: the task's own words ask for nothing. */
function promptOf(messages: readonly Message[], { instruction }: Playbook, toolbox: Toolbox): string {
  const firstUser = messages.find(({ role }) => role === "user");
  const texts = messages
    .filter((message) => message.role === "system" || message.role === "developer" || message === firstUser)
    .map(textOf);
  return [...texts.map((text) => withoutInstruction(text, instruction)), requiredParameterText(toolbox)].join("\n");
}

function withoutInstruction(text: string, instruction: string): string {
  const words = normalised(instruction);
  if (text.includes(instruction.trim())) return text.replace(instruction.trim(), "\n");
  const plain = normalised(text);
  return plain.includes(words) ? plain.replace(words, "\n") : text;
}
