// A step as GitHub's runner runs it: the script in a process of its own, files for summary and outputs, and a reader of
// what the step prints that takes commands off it as the runner does.

import { spawn } from "node:child_process";
import { once } from "node:events";
import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { text } from "node:stream/consumers";
import { inputVariable } from "../../src/actions/inputs.ts";
import { temporaryFolder } from "./temporary-folder.ts";

export interface StepOptions {
  /** The workspace, where the step runs. */
  workspace: string;
  inputs: Readonly<Record<string, string>>;
  /** Added; undefined takes a variable away. */
  env?: Readonly<Record<string, string | undefined>>;
  /** Cancelled, as a workflow is, once this holds for what was printed so far. */
  cancelWhen?: (log: string) => boolean;
}

export interface RunnerCommand {
  name: string;
  properties: Record<string, string>;
  message: string;
}

export interface Step {
  exitCode: number | null;
  /** All that was printed, on both streams. */
  log: string;
  commands: RunnerCommand[];
  outputs: Record<string, string>;
  summary: string;
  /** Files that outputs name, by output. */
  files: Record<"json" | "summary", string>;
}

const script = join(import.meta.dirname, "../../scripts/action.mjs");

export async function runStep({ workspace, inputs, env = {}, cancelWhen }: StepOptions): Promise<Step> {
  await using folder = await temporaryFolder();
  const summaryFile = join(folder.path, "summary");
  const outputFile = join(folder.path, "output");
  await writeFile(summaryFile, "");
  await writeFile(outputFile, "");
  const variables = Object.entries(inputs).map(([name, value]) => [inputVariable(name), value] as const);
  const child = spawn(process.execPath, [script], {
    cwd: workspace,
    env: {
      ...process.env,
      ...{ CI: "true", GITHUB_ACTIONS: "true", GITHUB_WORKSPACE: workspace, RUNNER_TEMP: folder.path },
      ...{ GITHUB_STEP_SUMMARY: summaryFile, GITHUB_OUTPUT: outputFile },
      ...Object.fromEntries(variables),
      ...env,
    },
    stdio: ["ignore", "pipe", "pipe"],
  });
  let log = "";
  const watch = (chunk: Buffer) => {
    log += chunk.toString();
    if (cancelWhen?.(log) !== true) return;
    child.stdout.off("data", watch);
    child.kill("SIGINT");
  };
  if (cancelWhen !== undefined) child.stdout.on("data", watch);
  const closed = once(child, "close");
  const [stdout, stderr] = await Promise.all([text(child.stdout), text(child.stderr)]);
  const [exitCode] = await closed;
  const outputs = parseOutputs(await readFile(outputFile, "utf8"));
  const read = async (name: string) => {
    const path = outputs[name];
    return path === undefined ? "" : await readFile(path, "utf8");
  };
  return {
    ...{ exitCode, log: stdout + stderr, commands: [...readCommands(stdout), ...readCommands(stderr)], outputs },
    summary: await readFile(summaryFile, "utf8"),
    files: { json: await read("json"), summary: await read("summary") },
  };
}

/** Both forms there are: `::name …::` at a line's beginning, `##[name …]` anywhere in it. A lone return ends a line, too. */
export function readCommands(log: string): RunnerCommand[] {
  const commands: RunnerCommand[] = [];
  let token: string | null = null;
  for (const line of log.split(/\r\n|\r|\n/)) {
    if (token !== null) {
      if (line.trimStart() === `::${token}::`) token = null;
      continue;
    }
    const found =
      /^\s*::([\w-]+)(?: ([^:]*(?::(?!:)[^:]*)*))?::(.*)$/.exec(line) ?? /##\[([\w-]+)(?: ([^\]]*))?\](.*)$/.exec(line);
    if (found === null) continue;
    const [, name = "", listed = "", message = ""] = found;
    if (name === "stop-commands") token = message;
    else commands.push({ name, properties: propertiesOf(listed), message: unescaped(message) });
  }
  if (token !== null) throw new Error("commands are still stopped at the end of the step");
  return commands;
}

function propertiesOf(listed: string): Record<string, string> {
  const pairs = listed.split(",").filter((pair) => pair !== "");
  return Object.fromEntries(
    pairs.map((pair) => {
      const at = pair.indexOf("=");
      return [pair.slice(0, at), unescaped(pair.slice(at + 1))] as const;
    }),
  );
}

function unescaped(value: string): string {
  const marks: Readonly<Record<string, string>> = { "%0D": "\r", "%0A": "\n", "%3A": ":", "%2C": ",", "%25": "%" };
  return value.replace(/%(?:0D|0A|3A|2C|25)/g, (mark) => marks[mark] ?? mark);
}

function parseOutputs(content: string): Record<string, string> {
  const outputs: Record<string, string> = {};
  const lines = content.split("\n");
  for (let at = 0; at < lines.length; at++) {
    const begun = /^([\w-]+)<<(.+)$/.exec(lines[at] ?? "");
    if (begun === null) {
      if (lines[at] === "") continue;
      throw new Error(`no output begins with ${lines[at]}`);
    }
    const [, name = "", delimiter = ""] = begun;
    const end = lines.indexOf(delimiter, at + 1);
    outputs[name] = lines.slice(at + 1, end).join("\n");
    at = end;
  }
  return outputs;
}
