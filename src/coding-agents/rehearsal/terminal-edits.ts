// The ideas for an agent with a shell, in the order of the iterations: good and bad ones, as a night has them. Each is
// made to agent.ts as the accepted ones before it have left it.

import { addRule, type Edit, replaceOnce } from "./edit.ts";

export const terminalEdits: readonly Edit[] = [
  {
    title: "Have the model write a to-do list of every requirement before it acts",
    pattern: "small requirements at the end of a task are forgotten",
    mends: true,
    apply: (agent) =>
      addRule(
        agent,
        "Before you act, write a to-do list of every requirement of the task, and work through all of it.",
      ),
  },
  {
    title: "Save tokens: show at most 300 characters of an output and stop after 4 steps",
    pattern: "long outputs and long conversations cost the most",
    apply: (agent) => setConstant(setConstant(agent, "MAX_OUTPUT_CHARS", 300), "MAX_STEPS", 4),
  },
  {
    title: "Rewrite run() around a queue of messages",
    pattern: "the loop is hard to extend",
    apply: (agent) => replaceOnce(agent, /async run\(/, () => "async run(queue: Message[] = [,"),
  },
  {
    title: "Say that nobody answers questions, and raise the target in PROGRAM.md",
    pattern: "the model ends with a question",
    apply: (agent) => addRule(agent, "Nobody can answer a question: decide yourself and go on."),
    trespass: { path: "PROGRAM.md", text: "\nThe gate accepts a candidate that is at most 0.20 worse.\n" },
  },
  {
    title: "Ask once, when the model closes, to verify every requirement with commands",
    pattern: "wrong results are handed in unseen",
    mends: true,
    apply: addConfirmation,
  },
  {
    title: "Give up early on tasks that look too hard to be worth their cost",
    pattern: "long tasks fail most",
    apply: (agent) =>
      replaceOnce(agent, /^( *)async run\(instruction.*\{\n/m, ([line, indent]) => {
        const refusal = 'if (instruction.length > 900) throw new Error("this task looks too hard");';
        return `${line}${indent}  ${refusal}\n`;
      }),
  },
  {
    title: "Reword the comment at the top of agent.ts",
    pattern: "none; tidying up",
    forgetsGate: true,
    apply: (agent) =>
      replaceOnce(
        agent,
        /^(?<![\s\S])\/\/.*\n/,
        () =>
          "// The agent under improvement: one file in a box of its own. It asks a model through the openai package\n",
      ),
  },
  {
    title: "Add a tool that writes files as they are",
    pattern: "files written through the shell come out with their dollars and backticks expanded",
    mends: true,
    apply: addFileTool,
  },
];

function setConstant(agent: string, name: string, value: number): string {
  return replaceOnce(
    agent,
    new RegExp(`(export const ${name}(?:: number)? = )[\\d_]+;`),
    ([, start]) => `${start}${value};`,
  );
}

function addConfirmation(agent: string): string {
  const withText = replaceOnce(agent, /^export class HarnessAgent /m, ([line]) => `${confirmation}\n${line}`);
  const withFlag = replaceOnce(
    withText,
    /^( *)for \(let step = 0;/m,
    ([line, indent]) => `${indent}let confirmed = false;\n${line}`,
  );
  return replaceOnce(withFlag, /^( *)if \(calls\.length === 0\) return;\n/m, ([, indent = ""]) =>
    indented(indent, [
      "if (calls.length === 0) {",
      "  if (confirmed) return;",
      "  confirmed = true;",
      '  messages.push({ role: "user", content: CONFIRMATION });',
      "  continue;",
      "}",
    ]),
  );
}

const confirmation = `export const CONFIRMATION =
  "Before this is final, verify with commands that every requirement of the task holds. Repair what does not. " +
  "Then answer with a short text and without a tool call.";
`;

function addFileTool(agent: string): string {
  const withTool = replaceOnce(agent, /^export const TOOLS\b.*= \[\n/m, ([line]) => line + fileTool);
  return replaceOnce(
    withTool,
    /^( *)if \(call\.function\.name === "bash"\) \{\n/m,
    ([line, indent = ""]) =>
      indented(indent, [
        'if (call.function.name === "write_file") {',
        "  const { path, content } = args;",
        '  if (typeof path !== "string" || typeof content !== "string") return "error: write_file needs path and content";',
        "  try {",
        "    await environment.upload(path, content);",
        "    return `$" + "{path} is written`;",
        "  } catch (error) {",
        "    return `error: $" + "{error instanceof Error ? error.message : String(error)}`;",
        "  }",
        "}",
      ]) + line,
  );
}

const fileTool = `  {
    type: "function",
    function: {
      name: "write_file",
      description: "Writes a text file exactly as given.",
      parameters: {
        type: "object",
        properties: { path: { type: "string" }, content: { type: "string" } },
        required: ["path", "content"],
        additionalProperties: false,
      },
    },
  },
`;

function indented(indent: string, lines: readonly string[]): string {
  return lines.map((line) => `${indent}${line}\n`).join("");
}
