// The types that agent.ts may import: import type { … } from "auto-harness/agent". Types only: nothing of this exists
// in the agent's box.

export interface ExecOptions {
  /** Stops the command and its children after this time; the result then says `timedOut`. */
  timeoutMs?: number;
  /** Default: the task's working folder. */
  cwd?: string;
  env?: Readonly<Record<string, string>>;
}

/** A command that exits non-zero is a result, not an exception. */
export interface ExecResult {
  /** null when it timed out. */
  exitCode: number | null;
  /** At most 1 MiB of each stream; of a longer one the head and the tail. */
  stdout: string;
  stderr: string;
  timedOut: boolean;
}

/** The task's box, as the agent sees it. */
export interface Environment {
  /** Runs a command line under bash, or sh where there is no bash. */
  exec(command: string, options?: ExecOptions): Promise<ExecResult>;
  /** Writes a file of at most 32 MiB, parents included. Relative paths start in the working folder. */
  upload(path: string, content: string | Uint8Array): Promise<void>;
  /** Reads a file of at most 32 MiB. Rejects with code "file-not-found" or "file-too-large". */
  download(path: string): Promise<Uint8Array>;
}

export interface AgentContext {
  /** The model to ask for; any other is refused. */
  model: string;
  /** The reasoning effort to ask for; null: leave it out. */
  reasoningEffort: string | null;
  /** Writes a line to the trial's trace. */
  log(line: string): void;
}

/** What agent.ts exports as the class HarnessAgent where the task has a shell. */
export interface TerminalAgent {
  setup?(environment: Environment): Promise<void>;
  /** Works on the task until it is done; what it leaves in the environment is what is judged. */
  run(instruction: string, environment: Environment, context: AgentContext): Promise<unknown>;
}

/** What JSON can carry. */
export type Json = string | number | boolean | null | readonly Json[] | { readonly [key: string]: Json };

/**
 * What agent.ts exports as the class HarnessAgent where a program of one's own asks (`benchmark: command`). There is one
 * object per task, so what it keeps of one question is there at the next.
 */
export interface AnsweringAgent {
  /** Answers one question. Both are JSON, usually text; the program says what it asks and expects. */
  run(question: Json, context: AgentContext): Promise<Json> | Json;
}

/** A tool of a conversation, in the form that OpenAI's chat completions take. */
export interface ConversationTool {
  type: "function";
  function: {
    name: string;
    description?: string;
    /** JSON Schema. */
    parameters?: Record<string, unknown>;
  };
}

export interface ToolCall {
  /** Not empty, and no two the same in one message. */
  id: string;
  name: string;
  arguments: Record<string, unknown>;
}

export interface ToolResult {
  toolCallId: string;
  content: string;
  /** The tool refused or failed; `content` says why. */
  error: boolean;
}

/** What was said before the agent's first turn, such as the greeting. */
export type ConversationMessage =
  | { role: "assistant"; content: string | null; toolCalls?: readonly ToolCall[] }
  | { role: "user"; content: string }
  | ({ role: "tool" } & ToolResult);

/** What the agent answers to: the user's words, or the results of all calls of its last message. */
export type IncomingMessage = { role: "user"; content: string } | { role: "tool"; results: readonly ToolResult[] };

/** Text for the user, or tool calls; where both are given, the user doesn't see the text. */
export interface AssistantMessage {
  content?: string | null;
  toolCalls?: readonly ToolCall[];
}

export interface ConversationStart {
  /** The rules that the agent is held to. */
  policy: string;
  tools: readonly ConversationTool[];
  /** Of this trial: a repetition of the same task has another one. */
  seed: number;
  context: AgentContext;
}

/**
 * What agent.ts exports as the class HarnessAgent where the task is a conversation. Its constructor takes a
 * ConversationStart; there is one object per conversation.
 */
export interface ConversationAgent<State> {
  readonly systemPrompt: string;
  getInitState(history: readonly ConversationMessage[]): State | Promise<State>;
  /** Answers one message. The state that comes back is given with the next one. */
  generateNextMessage(message: IncomingMessage, state: State): Promise<[AssistantMessage, State]>;
}

/** a-interact: the agent explores by tools and pays for each call. c-interact: it is given schema and knowledge, and asks. */
export type BirdMode = "a-interact" | "c-interact";

/** What a tool of BIRD-Interact answers: text, or an object. A refusal and an SQL error are answers. */
export type BirdResult = string | Record<string, unknown>;

/**
 * The database and its user, as the agent sees them. Every call is charged by the environment before it is made, and
 * calls are made one after the other. In c-interact only `askUser` and `submitSql` are there; the others are refused.
 */
export interface BirdEnvironment {
  /** Runs one statement, which can only read. */
  executeSql(sql: string): Promise<BirdResult>;
  getSchema(): Promise<BirdResult>;
  getAllColumnMeanings(): Promise<BirdResult>;
  getColumnMeaning(tableName: string, columnName: string): Promise<BirdResult>;
  getAllExternalKnowledgeNames(): Promise<BirdResult>;
  getKnowledgeDefinition(knowledgeName: string): Promise<BirdResult>;
  getAllKnowledgeDefinitions(): Promise<BirdResult>;
  askUser(question: string): Promise<BirdResult>;
  /** Hands an answer in. The follow-up question, where there is one, comes with the result. */
  submitSql(sql: string): Promise<BirdResult>;
}

/**
 * What agent.ts exports as `buildAgent` for BIRD-Interact: makes the agent of one task, an LlmAgent of `@google/adk` (or
 * another of its agents). A model given by name is a model of the harness's endpoint.
 */
export type BuildBirdAgent<Agent> = (
  mode: BirdMode,
  environment: BirdEnvironment,
  context: AgentContext,
) => Agent | Promise<Agent>;
