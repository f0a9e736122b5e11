import { z } from "zod";
import type { Task, VerificationPolicy } from "../../../core/benchmark.ts";
import type { KnownFacts } from "../../../lib/oracle-facts.ts";

/** Keys of the config that say where states are judged. */
export const verificationOptions = {
  verification: z.enum(["auto", "fresh", "shared"]).default("auto").meta({
    description:
      "Where a verifier works. `auto`: in a copy of the agent's box wherever the reference solution is judged alike there; `fresh`: always in a copy, whatever was left running is stopped; `shared`: in the agent's box, as Harbor does, where a process that is left can write the reward.",
  }),
};

/** Tasks with the policy, and with what a check has kept of this state of them. */
export function withVerification<T extends Task>(
  tasks: readonly T[],
  { policy, facts }: { policy: VerificationPolicy; facts: KnownFacts },
): T[] {
  return tasks.map((task) => {
    const kept = facts.get(task.id);
    const known = kept?.digest === task.digest ? { oracleFacts: kept.facts } : {};
    return { ...task, verification: policy, ...known };
  });
}
