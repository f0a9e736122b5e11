// What the built-in coding agent can do. Nothing that a model wrote runs on the host: its shell is in a box.

import { z } from "zod";
import type { HarnessCommands } from "../../core/coding-agent.ts";
import { faultOf } from "../../core/fault.ts";
import type { BoxShell } from "./box-shell.ts";
import { Refusal, type TreeFiles } from "./tree-files.ts";

/** What one session of the coding agent has done so far. */
export interface SessionState {
  gated: boolean;
  /** Set by the finish tool. */
  summary: string | null;
  learningsWritten: boolean;
}

export interface ToolContext {
  files: TreeFiles;
  commands: HarnessCommands;
  state: SessionState;
  /** null where no box can be had. */
  shell: BoxShell | null;
}

interface Tool {
  description: string;
  parameters: Record<string, unknown>;
  /** Throws Refusal, and whatever stops the session. */
  run(input: unknown, context: ToolContext): Promise<string>;
}

/** Characters of one answer; the middle is left out. */
const maxAnswerChars = 30_000;

const path = z.string().describe("Relative to the tree, such as agent/agent.ts");

const tools: Readonly<Record<string, Tool>> = {
  list_files: tool("Lists the files below a folder.", z.object({ path: path.default(".") }), (input, { files }) =>
    files.list(input.path),
  ),
  read_file: tool(
    "Reads a text file, 30000 characters at a time.",
    z.object({ path, offset: z.int().min(0).default(0).describe("Characters to skip") }),
    async (input, { files }) => {
      const text = await files.read(input.path);
      const part = text.slice(input.offset, input.offset + maxAnswerChars - 200);
      const next = input.offset + part.length;
      return next < text.length ? `${part}\n(${text.length - next} characters follow; offset ${next})` : part;
    },
  ),
  edit_file: tool(
    "Replaces a text that stands exactly once in a file.",
    z.object({ path, old_text: z.string(), new_text: z.string() }),
    async (input, { files, state }) => {
      frozen(input.path, state);
      await files.replace(input.path, input.old_text, input.new_text);
      noteWrite(input.path, state);
      return `${input.path} is edited`;
    },
  ),
  write_file: tool("Writes a whole file.", z.object({ path, content: z.string() }), async (input, { files, state }) => {
    frozen(input.path, state);
    await files.write(input.path, input.content);
    noteWrite(input.path, state);
    return `${input.path} is written`;
  }),
  bash: tool(
    "Runs a line of bash in the tree, in a box without a network. Only agent/agent.ts and workspace/learnings.md may be changed; scripts and notes go to /tmp.",
    z.object({ command: z.string(), timeout_seconds: z.int().min(1).max(600).default(120) }),
    async (input, { shell, state, files }) => {
      if (shell === null) throw new Refusal("there is no shell here");
      const before = await learningsOf(files);
      const answer = await shell.run(input.command, { timeoutMs: input.timeout_seconds * 1000 });
      state.learningsWritten ||= (await learningsOf(files)) !== before;
      return answer;
    },
  ),
  benchmark: tool(
    "Runs train tasks with agent/agent.ts as it is now; all of them if none are named. Costs time and money.",
    z.object({ task_ids: z.array(z.string()).optional() }),
    (input, { commands }) => commands.benchmark(input.task_ids),
  ),
  status: tool("Shows scores, budget and the iterations so far.", z.object({}), (_input, { commands }) =>
    commands.status(),
  ),
  gate: tool(
    "Freezes agent/agent.ts and judges it. Once per iteration; afterwards only workspace/learnings.md can be written.",
    z.object({
      fixes: z
        .array(z.string())
        .optional()
        .describe("Failing train tasks that the edit should make pass, the surest first, three to five"),
      hypothesis: z.string().optional().describe("Why the agent fails and what the edit does about it, in one line"),
      again: z.boolean().optional().describe("Judge it although the same program was refused before"),
    }),
    async ({ fixes, hypothesis, again }, { commands, state }) => {
      if (state.gated) throw new Refusal("the gate has judged this iteration already; write the learnings and finish");
      state.gated = true;
      state.learningsWritten = false;
      return commands.gate({
        ...(fixes === undefined ? {} : { fixes }),
        ...(hypothesis === undefined ? {} : { hypothesis }),
        ...(again === undefined ? {} : { again }),
      });
    },
  ),
  finish: tool(
    "Ends this iteration.",
    z.object({ summary: z.string().describe("One line: what was tried") }),
    async (input, { state }) => {
      state.summary = input.summary;
      return "finished";
    },
  ),
};

/** As the model is told of them. */
export function toolDefinitions({ shell }: Pick<ToolContext, "shell">) {
  const offered = namesOffered({ shell });
  return Object.entries(tools)
    .filter(([name]) => offered.includes(name))
    .map(([name, { description, parameters }]) => ({
      type: "function" as const,
      function: { name, description, parameters },
    }));
}

function namesOffered({ shell }: Pick<ToolContext, "shell">): string[] {
  return Object.keys(tools).filter((name) => name !== "bash" || shell !== null);
}

/** The tool's answer, or what is wrong with the call. Throws what is no fault of the coding agent's, and aborts. */
export async function runTool(name: string, json: string, context: ToolContext): Promise<string> {
  const offered = namesOffered(context);
  const tool = offered.includes(name) ? tools[name] : undefined;
  if (tool === undefined) return `error: unknown tool ${name}; there are ${offered.join(", ")}`;
  try {
    return shortened(await tool.run(parseArguments(json), context), maxAnswerChars);
  } catch (error) {
    const fault = faultOf(error);
    if (error instanceof Refusal || fault === "agent" || fault === "task") return `error: ${(error as Error).message}`;
    throw error;
  }
}

/** Head and tail of a text, saying how much was left out. */
export function shortened(text: string, chars: number): string {
  if (text.length <= chars) return text;
  const half = Math.floor(chars / 2);
  return `${text.slice(0, half)}\n[${text.length - 2 * half} characters left out]\n${text.slice(text.length - half)}`;
}

function tool<Input>(
  description: string,
  input: z.ZodType<Input>,
  run: (input: Input, context: ToolContext) => Promise<string>,
): Tool {
  return {
    description,
    parameters: z.toJSONSchema(input, { io: "input" }),
    async run(value, context) {
      const parsed = input.safeParse(value);
      if (!parsed.success) throw new Refusal(z.prettifyError(parsed.error));
      return run(parsed.data, context);
    },
  };
}

function parseArguments(json: string): unknown {
  try {
    return JSON.parse(json === "" ? "{}" : json);
  } catch {
    throw new Refusal("the arguments are not valid JSON");
  }
}

function frozen(file: string, { gated }: SessionState): void {
  if (gated && !isLearnings(file))
    throw new Refusal("the candidate is frozen since the gate; only learnings.md can be written");
}

function noteWrite(file: string, state: SessionState): void {
  if (isLearnings(file)) state.learningsWritten = true;
}

function isLearnings(file: string): boolean {
  return file.endsWith("learnings.md");
}

/** null where it can't be read. */
async function learningsOf(files: TreeFiles): Promise<string | null> {
  return await files.read("workspace/learnings.md").catch(() => null);
}
