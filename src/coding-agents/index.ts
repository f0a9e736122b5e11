// The coding agents, by the name that the config gives them.

import { builtIn } from "./built-in.ts";
import { claudeCode } from "./claude-code.ts";
import { codex } from "./codex.ts";
import { command } from "./command.ts";
import { opencode } from "./opencode.ts";
import { rehearsal } from "./rehearsal.ts";

export const codingAgents = {
  "built-in": builtIn,
  "claude-code": claudeCode,
  codex,
  opencode,
  command,
  rehearsal,
} as const;

export type CodingAgentName = keyof typeof codingAgents;

export function isCodingAgentName(name: string): name is CodingAgentName {
  return Object.hasOwn(codingAgents, name);
}
