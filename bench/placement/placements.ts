/** Where the boxes of tasks and of agents are. */
export const placements = {
  "all here": { tasks: "docker", agents: "docker" },
  "agents here": { tasks: "e2b", agents: "docker" },
  "agents there": { tasks: "docker", agents: "e2b" },
  "all there": { tasks: "e2b", agents: "e2b" },
} as const;

export type Placement = keyof typeof placements;

/** Of these the first is to take no longer than the second, at the longest round trip: what docs/placement.md advises. */
export const claim = { faster: "agents here", slower: "all there" } as const satisfies Record<string, Placement>;
