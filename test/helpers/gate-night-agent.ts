// An agent for the tiny tasks, edits of it whose effect is known, and what it truly scores.

import { type Kind, kindOf, kinds } from "./gate-night-tasks.ts";

/** `checks`: this kind is done as well as it can be; `ignores`: these are not done; `breaks`: nothing is. None: a remark. */
export interface Edit {
  checks?: Kind;
  ignores?: readonly Kind[];
  breaks?: true;
}

/** Edit n, 1-based, takes the place of this line. */
export function placeOf(edit: number): string {
  return `// place ${edit}.`;
}

export function lineOf({ checks, ignores = [], breaks }: Edit, edit: number): string {
  // A statement, since an edit of comments alone is not judged.
  const remark = `"edit ${edit}";`;
  if (checks !== undefined) return `checked.add("${checks}"); ${remark}`;
  if (breaks) return `throw new Error("broken"); ${remark}`;
  return [...ignores.map((kind) => `ignored.add("${kind}");`), remark].join(" ");
}

/** agent.ts before the first of so many edits. */
export function agentWithPlaces(edits: number): string {
  const places = Array.from({ length: edits }, (_, at) => placeOf(at + 1));
  return agent.replace("// places", places.join("\n"));
}

/** The chance of this agent.ts to pass this task. */
export function passChance(source: string, edits: readonly Edit[], task: string): number {
  const made = edits.filter((edit, at) => source.includes(lineOf(edit, at + 1)));
  const kind = kindOf(task);
  if (made.some(({ breaks, ignores }) => breaks || ignores?.includes(kind))) return 0;
  return kinds[kind][made.some(({ checks }) => checks === kind) ? "checked" : "plain"];
}

const agent = `import type { AgentContext, Environment } from "auto-harness/agent";

interface Reply {
  role: string;
  content: string | null;
  tool_calls?: Array<{ id: string; function: { arguments: string } }>;
}

const checked = new Set<string>();
const ignored = new Set<string>();
// places

const shell = {
  type: "function",
  function: {
    name: "bash",
    description: "Runs a command line.",
    parameters: { type: "object", properties: { command: { type: "string" } }, required: ["command"] },
  },
};

export class HarnessAgent {
  static name = "letters";
  version = "1";

  async run(instruction: string, environment: Environment, { model }: AgentContext): Promise<void> {
    const kind = instruction.split(" ")[2] ?? "";
    if (ignored.has(kind)) return;
    const system = checked.has(kind) ? "Do the task, then verify your work." : "Do the task.";
    const messages: unknown[] = [
      { role: "system", content: system },
      { role: "user", content: instruction },
    ];
    // One command, and one more where the work is checked.
    for (let turn = checked.has(kind) ? 2 : 1; turn > 0; turn--) {
      const response = await fetch(process.env["OPENAI_BASE_URL"] + "/chat/completions", {
        method: "POST",
        headers: { "content-type": "application/json" },
        body: JSON.stringify({ model, messages, tools: [shell] }),
      });
      const { choices } = (await response.json()) as { choices: Array<{ message: Reply }> };
      const reply = choices[0]?.message;
      if (reply === undefined) throw new Error("the model gave no choice");
      messages.push(reply);
      for (const { id, function: call } of reply.tool_calls ?? []) {
        const { exitCode } = await environment.exec(JSON.parse(call.arguments).command);
        messages.push({ role: "tool", tool_call_id: id, content: "exit code " + exitCode });
      }
    }
  }
}
`;
