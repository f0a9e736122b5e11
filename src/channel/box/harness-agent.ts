// What interfaces with a class HarnessAgent are alike in: making it, and asking the host for what comes next.

import { CallError } from "../channel-error.ts";
import { isRecord } from "../messages.ts";
import type { Peer } from "../peer.ts";

/** Throws "bad-export" where agent.ts exports no such class, or a method of it is not there. */
export function makeAgent(
  HarnessAgent: unknown,
  { given = [], methods }: { given?: readonly unknown[]; methods: readonly string[] },
): Record<string, unknown> {
  if (typeof HarnessAgent !== "function") {
    throw new CallError("bad-export", "agent.ts must export a class named HarnessAgent");
  }
  const agent = Reflect.construct(HarnessAgent, given) as Record<string, unknown>;
  for (const name of methods) {
    if (typeof agent[name] !== "function") throw new CallError("bad-export", `HarnessAgent has no method ${name}()`);
  }
  return agent;
}

/** What the host says next; `said` is what the agent said before, in words, for when that is too long. */
export async function askHost(
  peer: Peer,
  { method, params, said, wanted }: { method: string; params: object; said: string; wanted: string },
): Promise<Record<string, unknown>> {
  try {
    const { result } = await peer.request(method, params, { signal: never });
    if (isRecord(result)) return result;
  } catch (error) {
    if (!(error instanceof CallError) || error.code !== "message-too-large") throw error;
    throw new CallError("bad-reply", `${said} is too long: ${error.message}`);
  }
  throw new CallError("failed", `the host gave no ${wanted}`);
}

/** The host ends what is under way by closing it, or by ending the box. */
const never = new AbortController().signal;
