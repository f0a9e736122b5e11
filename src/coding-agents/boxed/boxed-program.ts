// What one coding agent's program differs in from another's: how it is started, and how its output reads.

import type { CodingAgentHost, ProposeContext } from "../../core/coding-agent.ts";
import { HarnessError } from "../../core/fault.ts";
import type { ImageSource } from "../../core/sandbox.ts";

export interface GivenToProgram {
  /** Of the model's endpoint, ending in /v1. */
  baseUrl: string;
  model: string;
  /** null: none is pinned, and none may be asked for. */
  reasoningEffort: string | null;
  prompt: string;
}

/** How a coding agent's program is started in its box. */
export interface BoxedProgram {
  /** For messages, such as "Claude Code". */
  title: string;
  image: ImageSource;
  start(given: GivenToProgram): {
    command: readonly string[];
    env?: Readonly<Record<string, string>>;
    /** Settings, by absolute path. */
    files?: Readonly<Record<string, string>>;
    /** Standard input. */
    input?: string;
  };
  /** What a line of its output says to a person; null for nothing. `final`: it is the coding agent's last word so far. */
  read(line: string): { say?: string; final?: string } | null;
  /** Entries of its folder that are its program's own, and that nobody looks at. */
  ignore?: readonly string[];
}

/** The host of a session that has one. Throws config "coding-agent-needs-box". */
export function hostOf({ host }: ProposeContext, title: string): CodingAgentHost {
  if (host !== undefined) return host;
  const message = `${title} works in a box, for which an engine is needed, and here is none.`;
  throw new HarnessError({ fault: "config", code: "coding-agent-needs-box", message });
}

/** What a program is told to do. */
export function promptOf(iteration: number): string {
  return `Read PROGRAM.md in this folder and do exactly one iteration of it, number ${iteration}. The baseline is already recorded: start from step 2 (analyze failures). Nobody can answer questions. The folder is your copy of the tree: only agent/agent.ts and workspace/learnings.md may differ when you are done, so keep notes and scripts in /tmp. There is no network. The commands auto-harness benchmark, gate, record and status are on the PATH; benchmark and gate may run for hours: wait for them in the foreground. Call auto-harness gate once. Then write your entry in workspace/learnings.md and end with one line that says what you tried.`;
}
