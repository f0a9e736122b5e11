import { HarnessError } from "../../core/fault.ts";

/** One idea of the rehearsal's coding agent. */
export interface Edit {
  /** What changed, in one sentence. */
  title: string;
  /** The failure mode it saw in the traces. */
  pattern: string;
  /** Says at the gate that it mends the first failing train tasks. */
  mends?: boolean;
  /** Leaves judging to the host, as a coding agent does that forgets the gate. */
  forgetsGate?: boolean;
  /** agent.ts as it should be. Throws config "edit-does-not-fit". */
  apply(agent: string): string;
  /** Text that it adds to another file, which is not its to touch. */
  trespass?: { path: string; text: string };
}

/** Replaces the one place that matches. Throws config "edit-does-not-fit" where there is none, or more than one. */
export function replaceOnce(source: string, anchor: RegExp, replacement: (found: RegExpExecArray) => string): string {
  const found = [...source.matchAll(new RegExp(anchor.source, `${anchor.flags.replace("g", "")}g`))];
  const [match] = found;
  if (match !== undefined && found.length === 1) {
    return source.slice(0, match.index) + replacement(match) + source.slice(match.index + match[0].length);
  }
  throw new HarnessError({
    fault: "config",
    code: "edit-does-not-fit",
    message: `the rehearsal's edits are made for the bundled agent; ${anchor} matches ${found.length} times in agent/agent.ts`,
  });
}

/** A further rule at the end of the agent's instruction. */
export function addRule(agent: string, rule: string): string {
  return replaceOnce(
    agent,
    /(export const AGENT_INSTRUCTION = `(?:[^`\\]|\\.)*)(`;)/,
    ([, text, end]) => `${text}\n- ${rule}${end}`,
  );
}
