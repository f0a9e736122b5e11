// The action's inputs, and the command line that they make. action.yml hands each over as INPUT_<NAME>.

import { HarnessError } from "../core/fault.ts";

export const actionCommands = ["check", "compare", "replay", "night"] as const;

export type ActionCommand = (typeof actionCommands)[number];

interface ArgumentInput {
  /** Whose argument it is. */
  of: readonly ActionCommand[];
  /** operand: by its place; value: `--name=VALUE`; switch: `--name` where it is "true". */
  kind: "operand" | "value" | "switch";
}

/** Inputs that are arguments of the command of the same name. */
export const argumentInputs: Readonly<Record<string, ArgumentInput>> = {
  dataset: { of: ["check"], kind: "operand" },
  a: { of: ["compare"], kind: "operand" },
  b: { of: ["compare"], kind: "operand" },
  cassettes: { of: ["replay"], kind: "operand" },
  trials: { of: ["check"], kind: "value" },
  "task-ids": { of: ["check", "replay"], kind: "value" },
  "fail-under": { of: ["compare"], kind: "value" },
  confidence: { of: ["compare"], kind: "value" },
  detect: { of: ["compare"], kind: "value" },
  strict: { of: ["compare"], kind: "switch" },
  agent: { of: ["check", "replay"], kind: "value" },
  unboxed: { of: ["replay"], kind: "switch" },
  budget: { of: ["night"], kind: "value" },
  hours: { of: ["night"], kind: "value" },
  iterations: { of: ["night"], kind: "value" },
  concurrency: { of: ["check", "night"], kind: "value" },
};

/** All that the script reads: these, and the arguments above. */
export const ownInputs = ["command", "working-directory", "arguments"] as const;

export interface ActionInputs {
  command: ActionCommand;
  /** Relative to where the step runs. */
  workingDirectory: string;
  /** Of the command line, the command's own name aside. */
  args: readonly string[];
  /** Those of them that are operands, in order. */
  operands: readonly string[];
}

/** Throws config "input-invalid": an unknown command, an input of another command, a switch that is neither true nor false. */
export function readInputs(environment: Readonly<Record<string, string | undefined>>): ActionInputs {
  const read = (name: string) => (environment[inputVariable(name)] ?? "").trim();
  const word = read("command");
  const command = actionCommands.find((name) => name === word);
  if (command === undefined)
    throw invalid(`command: ${word || "nothing"}; expected one of ${actionCommands.join(", ")}`);
  const operands: string[] = [];
  const flags: string[] = [];
  for (const [name, { of, kind }] of Object.entries(argumentInputs)) {
    const value = read(name);
    if (value === "" || (kind === "switch" && value === "false")) continue;
    if (!of.includes(command)) throw invalid(`${name} is an input of ${of.join(" and ")}, not of ${command}`);
    if (kind === "operand") operands.push(value);
    else if (kind === "value") flags.push(`--${name}=${value}`);
    else if (value === "true") flags.push(`--${name}`);
    else throw invalid(`${name}: ${value}; expected true or false`);
  }
  const more = read("arguments")
    .split("\n")
    .map((line) => line.trim())
    .filter((line) => line !== "");
  // What is an operand stays one, even if it begins with a dash.
  const args = [...flags, ...more, ...(operands.length === 0 ? [] : ["--", ...operands])];
  return { command, workingDirectory: read("working-directory") || ".", args, operands };
}

/** A name that shells can set, too. */
export function inputVariable(name: string): string {
  return `INPUT_${name.replaceAll("-", "_").toUpperCase()}`;
}

function invalid(message: string): HarnessError {
  return new HarnessError({ fault: "config", code: "input-invalid", message: `input ${message}` });
}
