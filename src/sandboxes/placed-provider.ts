// Two providers as one: boxes for agents and coding agents at one of them, all the others at the other one. An agent's
// channel ends at the host, so it need not be where its task is (docs/placement.md).

import type { SandboxProvider, SandboxRole } from "../core/sandbox.ts";

export interface PlacedProviders {
  tasks: SandboxProvider;
  agents: SandboxProvider;
}

const agentRoles: ReadonlySet<SandboxRole> = new Set(["agent", "coding-agent"]);

/** What only one of them can do, it does for its own boxes: projects and stacks are tasks' and services'. */
export function placedProvider({ tasks, agents }: PlacedProviders): SandboxProvider {
  const sideOf = (role: SandboxRole = "task") => (agentRoles.has(role) ? agents : tasks);
  const { imageBytes, openProject, joinStack } = tasks;
  return {
    name: `${tasks.name}, agents at ${agents.name}`,
    placed: { tasks, agents },
    prepareImage: async (source, options) => await sideOf(options.role).prepareImage(source, options),
    open: async (spec, options) => await sideOf(spec.labels.role).open(spec, options),
    refusalOf: async (spec, options) => (await sideOf(options?.role).refusalOf?.(spec, options)) ?? null,
    ...(imageBytes === undefined ? {} : { imageBytes }),
    ...(openProject === undefined ? {} : { openProject }),
    ...(joinStack === undefined ? {} : { joinStack }),
    async probe(options) {
      await Promise.all([tasks.probe?.(options), agents.probe?.(options)]);
    },
    async sweep(options) {
      const swept = await Promise.allSettled([tasks.sweep(options), agents.sweep(options)]);
      const results = swept.map((one) => {
        if (one.status === "rejected") throw one.reason;
        return one.value;
      });
      const sum = (name: "removed" | "alive") => results.reduce((total, result) => total + result[name], 0);
      return { removed: sum("removed"), alive: sum("alive") };
    },
  };
}
