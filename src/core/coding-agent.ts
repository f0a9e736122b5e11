// The coding agent contract: one `propose` session per iteration on a private copy of the tree.

import type { z } from "zod";
import type { BoxSpec } from "./benchmark.ts";
import type { ModelHandler } from "./model.ts";
import type { ImageSource, Sandbox } from "./sandbox.ts";

/** What a coding agent may ask of the host. Everything it gets back is train data or a total. */
export interface HarnessCommands {
  /** Runs train tasks with the agent.ts that is in the tree now; prints as `auto-harness benchmark` does. */
  benchmark(taskIds?: readonly string[]): Promise<string>;
  /** Freezes the candidate and judges it; once per iteration. Returns verdict and totals as text. */
  gate(statement?: GateStatement): Promise<string>;
  status(): Promise<string>;
  /** Compares figures with the last recorded row, as `auto-harness record` does. Left out: nothing can be compared. */
  record?(figures: RecordFigures): Promise<{ agrees: boolean; text: string }>;
}

/** As somebody typed them; what is left out is not compared. */
export interface RecordFigures {
  valScore?: number;
  evalsPassed?: number;
  evalsTotal?: number;
}

/** What a coding agent says of its candidate; the record checks it afterwards. */
export interface GateStatement {
  /** Failing train tasks that the edit should make pass, the surest first; they run before anything else. */
  fixes?: readonly string[];
  /** Why the agent fails and what the edit does about it, in one line. */
  hypothesis?: string;
  /** Judge it although the same program was refused before. */
  again?: boolean;
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
  /** Milliseconds so far in which model calls waited for their provider; limits of time stand meanwhile. */
  waitedMs?: () => number;
  /** Where no engine is at hand there is none: coding agents that need a box say so. */
  host?: CodingAgentHost;
}

/** What a coding agent that works in a box of its own gets of the host. */
export interface CodingAgentHost {
  /** Opens a box of this session's, its image prepared; whoever opens it closes it. */
  openBox(spec: BoxSpec, options: { signal: AbortSignal }): Promise<Sandbox>;
  /** Where what is made once may be kept between starts. */
  cacheFolder: string;
  /** Of one session, without what the harness's own commands take. */
  timeoutMs: number;
  /** Where the session's transcript is kept, on the host only. */
  transcriptFile: string;
  /** Takes what must not be written down, such as keys, out of a text. */
  redact: (text: string) => string;
}

export interface CodingAgent<Options = unknown> {
  readonly name: string;
  readonly options: z.ZodObject & z.ZodType<Options>;
  /** The image of its box; left out where it has none. Throws config faults. */
  image?(options: Options, context: { cacheFolder: string }): Promise<ImageSource>;
  /** Edits `tree`; returns one line about what it tried. Throws when the coding agent itself failed. */
  propose(options: Options, context: ProposeContext): Promise<{ summary: string }>;
}

export function defineCodingAgent<Options>(codingAgent: CodingAgent<Options>): CodingAgent<Options> {
  return codingAgent;
}
