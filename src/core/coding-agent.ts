// The coding agent contract: one `propose` session per iteration on a private copy of the tree.

import type { z } from "zod";
import type { ModelHandler } from "./model.ts";

/** What a coding agent may ask of the host. Everything it gets back is train data or a total. */
export interface HarnessCommands {
  /** Runs train tasks with the agent.ts that is in the tree now; prints as `auto-harness benchmark` does. */
  benchmark(taskIds?: readonly string[]): Promise<string>;
  /**
   * Freezes the candidate and judges it; once per iteration. Returns verdict and totals as text. `fixes`: failing train
   * tasks that the edit should make pass, the surest first; they run before anything else.
   */
  gate(options?: { fixes?: readonly string[] }): Promise<string>;
  status(): Promise<string>;
}

export interface ProposeContext {
  /** A private folder with agent/, PROGRAM.md, program_templates/ and workspace/; two files are taken back. */
  tree: string;
  /** 1-based. */
  iteration: number;
  model: { name: string; reasoningEffort: string | null; handler: ModelHandler };
  commands: HarnessCommands;
  log: (line: string) => void;
  signal: AbortSignal;
}

export interface CodingAgent<Options = unknown> {
  readonly name: string;
  readonly options: z.ZodType<Options>;
  /** Edits `tree`; returns one line about what it tried. Throws when the coding agent itself failed. */
  propose(options: Options, context: ProposeContext): Promise<{ summary: string }>;
}

export function defineCodingAgent<Options>(codingAgent: CodingAgent<Options>): CodingAgent<Options> {
  return codingAgent;
}
