// How a step of a playbook becomes calls of the agent's tools.

import type { Deed } from "./playbook.ts";
import { argumentsFor, type Toolbox } from "./tools.ts";

export interface Move {
  tool: string;
  /** JSON. */
  arguments: string;
}

/** One or two calls; null where the agent offers no tool for it. */
export function movesFor({ run, file }: Deed, toolbox: Toolbox, thought: string): Move[] | null {
  if (run !== undefined) {
    const move = shellMove(run, toolbox, thought);
    return move === null ? null : [move];
  }
  if (file === undefined) return [];
  const { path, content, mode } = file;
  if (toolbox.file === null) {
    const move = shellMove(unquotedHeredoc(path, content, mode), toolbox, thought);
    return move === null ? null : [move];
  }
  const { tool, pathKey, contentKey, modeKey } = toolbox.file;
  const known = {
    [pathKey]: path,
    [contentKey]: content,
    ...(modeKey !== null && mode !== undefined ? { [modeKey]: mode } : {}),
  };
  const write = { tool: tool.function.name, arguments: argumentsFor(tool, known, thought) };
  const chmod =
    mode === undefined || modeKey !== null ? null : shellMove(`chmod ${mode} ${quoted(path)}`, toolbox, thought);
  return chmod === null ? [write] : [write, chmod];
}

function shellMove(command: string, { shell }: Toolbox, thought: string): Move | null {
  if (shell === null) return null;
  const { tool, commandKey } = shell;
  return { tool: tool.function.name, arguments: argumentsFor(tool, { [commandKey]: command }, thought) };
}

/** The way models write files through a shell when they are careless: the shell expands what stands in them. */
function unquotedHeredoc(path: string, content: string, mode: string | undefined): string {
  const lines = content.split("\n");
  let end = "EOF";
  while (lines.includes(end)) end += "_";
  const chmod = mode === undefined ? "" : ` && chmod ${mode} ${quoted(path)}`;
  return `cat > ${quoted(path)} <<${end}${chmod}\n${content.replace(/\n?$/, "\n")}${end}`;
}

function quoted(path: string): string {
  return /^[\w./-]+$/.test(path) ? path : `'${path.replaceAll("'", "'\\''")}'`;
}
