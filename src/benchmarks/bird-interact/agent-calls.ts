// What an agent's box may ask for in BIRD-Interact: a tool, and the next turn.

import { z } from "zod";
import { HarnessError } from "../../core/fault.ts";

export const toolCall = z.object({ name: z.string().max(100), args: z.record(z.string(), z.unknown()) });

/** `events` as box/adk-events.ts bounds them. */
export const turnCall = z.object({
  response: z.string().max(200_000),
  events: z.array(z.unknown()).max(2000).optional(),
});

/** Throws agent "bad-call": a call that does not fit its method goes back to the agent as an error. */
export function checkedCall<T>(schema: z.ZodType<T>, params: unknown): T {
  const parsed = schema.safeParse(params);
  if (parsed.success) return parsed.data;
  throw new HarnessError({ fault: "agent", code: "bad-call", message: z.prettifyError(parsed.error) });
}
