// Takes accepted edits out of the incumbent, one after the other, where the gate can't tell that they are missed
// (docs/prune.md).

import type { Split } from "../workspace/split.ts";
import { decideCandidate } from "./decide-candidate.ts";
import type { Experiment } from "./experiment.ts";
import { type Candidate, compileCandidate } from "./freeze-candidate.ts";
import type { Verdict } from "./iteration-record.ts";
import { acceptedEdits, type PruneParts, withoutEdit } from "./prunable-edits.ts";
import { newRemoval, type Removal, readRemovals, writeRemoval } from "./removals.ts";

export interface PruneOptions extends PruneParts {
  split: Split;
}

export interface PrunedEdit {
  /** Short hash of the acceptance. */
  edit: string;
  outcome: "removed" | "kept" | "skipped";
  /** Why it was skipped; else the verdict's reason. */
  why: string;
  verdict: Verdict | null;
}

export interface PruneResult {
  /** In the order in which they were judged, the newest first. */
  edits: PrunedEdit[];
  /** Why not all were judged, such as a spent budget. */
  stopped: string | null;
}

/** May be called again after a kill, or a spent budget: goes on with the same removal, pays for nothing twice. */
export async function prune(experiment: Experiment, options: PruneOptions): Promise<PruneResult> {
  const { journal } = experiment.context;
  const edits: PrunedEdit[] = [];
  // An acceptance that was cut off has changed the incumbent already, so it is ended before anything is looked at.
  for (const open of readRemovals(journal).filter(({ verdict }) => verdict === null)) {
    const removal = await judgeRemoval(experiment, open, options);
    if (removal.verdict?.reason === "budget") return { edits, stopped: removal.verdict.detail };
    edits.push(judged(removal, await shortOf(experiment, open.edit)));
  }
  for (const accepted of await acceptedEdits({ lineage: experiment.lineage, journal })) {
    const { commit, short } = accepted;
    if (edits.some(({ edit }) => edit === short)) continue;
    // Of the incumbent as it is by now: removals before this one have changed it.
    const without = await withoutEdit(experiment, accepted, options);
    if ("skipped" in without) {
      edits.push({ edit: short, outcome: "skipped", why: without.skipped, verdict: null });
      continue;
    }
    const incumbent = await incumbentOf(experiment, options);
    const known = readRemovals(journal).find((one) => one.edit === commit && one.incumbent === incumbent.digest);
    if (known !== undefined) {
      edits.push({ ...judged(known, short), outcome: "skipped", why: `judged before (${known.decision})` });
      continue;
    }
    const asked = { edit: commit, incumbent: incumbent.digest, candidate: without.source };
    const text = `without ${short}: is it missed?`;
    experiment.onEvent({ type: "phase", text });
    const removal = await judgeRemoval(experiment, newRemoval(journal, asked), options);
    if (removal.verdict?.reason === "budget") return { edits, stopped: removal.verdict.detail };
    edits.push(judged(removal, short));
  }
  return { edits, stopped: null };
}

/** A verdict with reason "budget" is none: it is not kept, and asked again it goes on. */
async function judgeRemoval(experiment: Experiment, removal: Removal, options: PruneOptions): Promise<Removal> {
  const { split, strip, signal } = options;
  await experiment.hold?.({ signal });
  const compiled = compileCandidate(removal.candidate, strip);
  if (compiled.kind === "refused") throw new Error(`${removal.decision} does not parse: ${compiled.detail}`);
  const { source } = await incumbentOf(experiment, options);
  const { verdict, commit } = await decideCandidate(experiment, {
    ...{ decision: removal.decision, candidate: compiled.candidate, incumbent: source, split, strip, signal },
    ...{ fixes: [], reader: "person", removal: true },
  });
  const decided: Removal = { ...removal, verdict, commit };
  if (verdict.reason !== "budget") writeRemoval(experiment.context.journal, decided);
  return decided;
}

async function incumbentOf({ lineage }: Experiment, { strip }: Pick<PruneOptions, "strip">): Promise<Candidate> {
  const head = await lineage.head();
  if (head === null) throw new Error("a removal without an incumbent");
  const compiled = compileCandidate(await lineage.read(head.commit), strip);
  if (compiled.kind === "refused") throw new Error(`the incumbent does not parse: ${compiled.detail}`);
  return compiled.candidate;
}

async function shortOf({ lineage }: Experiment, commit: string): Promise<string> {
  return (await lineage.history()).find((entry) => entry.commit === commit)?.short ?? commit.slice(0, 7);
}

function judged({ verdict, commit }: Removal, edit: string): PrunedEdit {
  return { edit, outcome: commit === null ? "kept" : "removed", why: verdict?.reason ?? "", verdict };
}
