// What a task's boxes may reach, by phase: [agent] and [verifier] may differ from [environment].

import type { SandboxNetwork } from "../../../core/sandbox.ts";
import type { TerminalTask } from "./load-task.ts";

export type TaskNetwork = Exclude<SandboxNetwork, "internal">;

interface NetworkKeys {
  network_mode?: "public" | "no-network" | "allowlist" | undefined;
  allowed_hosts?: readonly string[] | undefined;
}

export function networkOf({ network_mode: mode, allowed_hosts: hosts = [] }: NetworkKeys): TaskNetwork {
  switch (mode) {
    case "no-network":
      return "none";
    case "allowlist":
      return { allow: hosts };
    default:
      return "open";
  }
}

/** Of a phase: its own keys, those of the task's table of the same name, else the environment's. */
export function phaseNetwork(environment: NetworkKeys, ...phases: readonly NetworkKeys[]): TaskNetwork {
  return networkOf(phases.find((phase) => phase.network_mode !== undefined) ?? environment);
}

export function sameNetwork(one: TaskNetwork, other: TaskNetwork): boolean {
  if (typeof one === "string" || typeof other === "string") return one === other;
  return [...one.allow].sort().join("\n") === [...other.allow].sort().join("\n");
}

/** Whether the agent's box is to be given another network at some time. */
export function networkChanges({ toml, steps }: Pick<TerminalTask, "toml" | "steps">): boolean {
  const baseline = networkOf(toml.environment);
  return steps.some(
    ({ agentNetwork, verifierNetwork, verifierBox }) =>
      !sameNetwork(agentNetwork, baseline) || (verifierBox === null && !sameNetwork(verifierNetwork, baseline)),
  );
}
