// Removals that were judged, in the journal: what goes on after a kill, and what is not judged twice.

import { z } from "zod";
import type { Journal } from "../trials/journal.ts";
import { verdictSchema } from "./iteration-record.ts";

const removalSchema = z.object({
  version: z.literal(1),
  decision: z.string(),
  /** Commit of the acceptance that would be taken back. */
  edit: z.string(),
  /** Digest of the incumbent it would be taken out of. */
  incumbent: z.string(),
  /** agent.ts without it. */
  candidate: z.string(),
  /** null: not decided yet. */
  verdict: verdictSchema.nullable(),
  /** Short hash of the incumbent without it, where it was taken out. */
  commit: z.string().nullable(),
});

export type Removal = z.output<typeof removalSchema>;

const prefix = "removal/";

/** In the order in which they began. */
export function readRemovals(journal: Pick<Journal, "list">): Removal[] {
  return journal.list(prefix).map(({ value }) => removalSchema.parse(value));
}

export function newRemoval(
  journal: Pick<Journal, "list" | "write">,
  what: Pick<Removal, "edit" | "incumbent" | "candidate">,
): Removal {
  const decision = `prune-${readRemovals(journal).length + 1}`;
  const removal: Removal = { version: 1, decision, ...what, verdict: null, commit: null };
  writeRemoval(journal, removal);
  return removal;
}

export function writeRemoval(journal: Pick<Journal, "write">, removal: Removal): void {
  const number = Number(removal.decision.slice("prune-".length));
  journal.write(`${prefix}${String(number).padStart(6, "0")}`, removal);
}
