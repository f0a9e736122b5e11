import { addUsage, type ModelLease, noUsage, type Usage } from "../core/model.ts";
import type { TrialKeyParts } from "../core/trial.ts";
import { unionTimer } from "../lib/union-timer.ts";
import type { ProviderUse } from "./provider-watch.ts";
import type { TrialContext } from "./trial-context.ts";
import { trialSeed } from "./trial-key.ts";

/** The models of one execution: the agent's, and the simulated user's where there is one. */
export interface Leases {
  agent: ModelLease;
  user: ModelLease | null;
  /**
   * Milliseconds in which one of them, or both, waited for their provider, by the clock that limits go by, and those in
   * which the provider of boxes was lost.
   */
  waitedMs: () => number;
}

/** Throws config "price-unknown" where a limit in money can't be held. */
export function openLeases(
  { gateway, model, user }: TrialContext,
  parts: TrialKeyParts,
  use?: Pick<ProviderUse, "lostMs">,
): Leases {
  const { limits } = parts;
  const seed = trialSeed(parts);
  // What a user may say is bounded by the conversation's steps; what it may cost, by the trial's limit in money.
  const userLimits = { ...limits, maxModelCalls: Number.MAX_SAFE_INTEGER, maxOutputTokens: null };
  const waiting = unionTimer(() => performance.now());
  const onWait = () => waiting.start();
  return {
    agent: gateway.lease({ pinned: model, seed, limits, onWait }),
    user: user === null ? null : gateway.lease({ pinned: user.model, seed, limits: userLimits, onWait }),
    waitedMs: () => waiting.elapsedMs() + (use?.lostMs() ?? 0),
  };
}

/** The first fault that a provider, not the trial, is to blame for. */
export function leaseFault({ agent, user }: Leases): ReturnType<ModelLease["fault"]> {
  return agent.fault() ?? user?.fault() ?? null;
}

/** A limit of the trial that one of its models hit. */
export function leaseLimit({ agent, user }: Leases): string | null {
  const users = user?.limit() ?? null;
  return agent.limit() ?? (users === null ? null : `user-${users}`);
}

export function leaseNotes({ agent, user }: Leases): string[] {
  return [...agent.notes(), ...(user?.notes() ?? []).map((note) => `user: ${note}`)];
}

/** What all executions of a trial have used, by role. */
export class UsageSum {
  agent: Usage = noUsage;
  user: Usage | undefined;

  add({ agent, user }: Leases): void {
    this.agent = addUsage(this.agent, agent.usage());
    if (user !== null) this.user = addUsage(this.user ?? noUsage, user.usage());
  }
}
