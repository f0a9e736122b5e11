// Accepted edits that could be taken out of the incumbent again, each as the candidate that the incumbent is without it.

import type { Journal } from "../trials/journal.ts";
import type { Experiment } from "./experiment.ts";
import { type Candidate, compileCandidate, runsAs } from "./freeze-candidate.ts";
import { readRemovals } from "./removals.ts";
import { reverseEdit } from "./reverse-edit.ts";

/** Three-way merge of texts; null where they conflict (lineage/merge-texts.ts). */
export type MergeTexts = (
  texts: { ours: string; base: string; theirs: string },
  options: { signal: AbortSignal },
) => Promise<string | null>;

export interface PruneParts {
  strip: (source: string) => { code: string };
  merge: MergeTexts;
  signal: AbortSignal;
}

export interface AcceptedEdit {
  /** Of the acceptance. */
  commit: string;
  short: string;
  /** Commit of the incumbent that it was made to. */
  before: string;
}

export interface PrunableEdit extends AcceptedEdit {
  /** Lines that it brought, and that it took away. */
  added: number;
  removed: number;
  /** The incumbent without it, or in words why there is none. */
  without: Candidate | { skipped: string };
}

export interface Accepted {
  lineage: Experiment["lineage"];
  journal: Pick<Journal, "list">;
}

/** Newest first; the baseline is none, and neither is a removal or what was removed. */
export async function acceptedEdits({ lineage, journal }: Accepted): Promise<AcceptedEdit[]> {
  const history = await lineage.history();
  const removals = readRemovals(journal).filter(({ commit }) => commit !== null);
  const gone = new Set(removals.flatMap(({ edit, commit }) => [edit, commit]));
  const edits = history.flatMap(({ commit, short }, at): AcceptedEdit[] => {
    const before = history[at - 1]?.commit;
    return before === undefined || gone.has(commit) || gone.has(short) ? [] : [{ commit, short, before }];
  });
  return edits.toReversed();
}

/** The same with what taking each out of the present incumbent would come to. */
export async function prunableEdits({ lineage, journal }: Accepted, parts: PruneParts): Promise<PrunableEdit[]> {
  const edits: PrunableEdit[] = [];
  for (const edit of await acceptedEdits({ lineage, journal })) {
    const lines = (await lineage.diff(edit.before, edit.commit)).split("\n");
    const count = (sign: string) => lines.filter((line) => line.startsWith(sign) && !line.startsWith(sign.repeat(3)));
    const without = await withoutEdit({ lineage }, edit, parts);
    edits.push({ ...edit, added: count("+").length, removed: count("-").length, without });
  }
  return edits;
}

/** The incumbent with the edit's diff applied backwards. */
export async function withoutEdit(
  { lineage }: Pick<Experiment, "lineage">,
  { commit, before }: AcceptedEdit,
  { strip, merge, signal }: PruneParts,
): Promise<PrunableEdit["without"]> {
  const head = await lineage.head();
  if (head === null) return { skipped: "there is no incumbent" };
  const ours = await lineage.read(head.commit);
  const [base, theirs] = [await lineage.read(commit), await lineage.read(before)];
  const merged =
    (await merge({ ours, base, theirs }, { signal })) ?? reverseEdit(ours, await lineage.diff(before, commit));
  if (merged === null) return { skipped: "a later edit changed the same lines" };
  const compiled = compileCandidate(merged, strip);
  if (compiled.kind === "refused") return { skipped: `without it the agent does not parse: ${compiled.detail}` };
  if (await runsAs(ours, compiled.candidate, strip)) return { skipped: "nothing of it is left in the incumbent" };
  return compiled.candidate;
}
