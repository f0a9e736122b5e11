// That a provider of sandboxes is waited for, in the journal, for those who look on from another process.

import { z } from "zod";
import type { Journal } from "./journal.ts";

const waitSchema = z.object({
  version: z.literal(1),
  provider: z.string(),
  /** ISO, UTC. */
  since: z.iso.datetime(),
});

export type ProviderWait = Pick<z.output<typeof waitSchema>, "provider" | "since">;

const name = "provider-wait";

/** null: it serves, or nobody waits. */
export function noteProviderWait(journal: Pick<Journal, "write">, wait: ProviderWait | null): void {
  journal.write(name, wait === null ? null : { version: 1, ...wait });
}

export function readProviderWait(journal: Pick<Journal, "read">): ProviderWait | null {
  const { data } = waitSchema.safeParse(journal.read(name));
  return data === undefined ? null : { provider: data.provider, since: data.since };
}
