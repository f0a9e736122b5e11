// The coding agents, by the name that the config gives them.

import { builtIn } from "./built-in.ts";
import { rehearsal } from "./rehearsal.ts";

export const codingAgents = { "built-in": builtIn, rehearsal } as const;

export type CodingAgentName = keyof typeof codingAgents;

export function isCodingAgentName(name: string): name is CodingAgentName {
  return Object.hasOwn(codingAgents, name);
}
