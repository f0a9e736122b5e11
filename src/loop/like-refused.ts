// Whether a candidate has been refused before, as it is or nearly: said before anything is paid for it again.

import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { z } from "zod";
import { editLikeness } from "../analysis/edit-likeness.ts";
import { quoteText } from "../analysis/train/quote-text.ts";
import { type PlainCode, plainCode } from "../lib/plain-code.ts";
import { keptInputs } from "./decision-inputs.ts";
import type { Experiment } from "./experiment.ts";
import { compileCandidate } from "./freeze-candidate.ts";
import { readIterations, verdictSchema } from "./iteration-record.ts";

export interface LikeRefused {
  decision: string;
  /** The same program, but for comments and layout; else the edits are alike. */
  same: boolean;
  /** 0..1 */
  likeness: number;
  /** For a person or a coding agent: names no test task. */
  text: string;
}

export interface LikeRequest {
  candidate: { source: string; code: string };
  /** agent.ts that the candidate was made from. */
  incumbent: string;
  strip: (source: string) => { code: string };
}

/** Edits that are as like as this are said to be; less is what any two rules added to one prompt have in common. */
export const likenessAtLeast = 0.6;

const evidenceSchema = z.object({ verdict: verdictSchema, candidate: z.string() });

/** Before anything is paid for it. */
export function likeLine({ text }: LikeRefused): string {
  return `note: this is ${text}`;
}

/** The refused candidate that is most like this one; null where none is. */
export async function likeRefused(experiment: Experiment, request: LikeRequest): Promise<LikeRefused | null> {
  const plain = await plainCode(request.candidate.code);
  const before = await plainSource(request.incumbent, request.strip);
  if (plain === null || before === null) return null;
  const edit = { before: before.formatted, after: plain.formatted };
  let best: LikeRefused | null = null;
  for (const { verdict, candidate } of await refusedCandidates(experiment)) {
    const inputs = keptInputs(experiment, verdict.decision);
    const theirs = await plainSource(candidate, request.strip);
    if (theirs === null || inputs === null) continue;
    const theirBefore = await plainSource(inputs.incumbent, request.strip);
    if (theirBefore === null) continue;
    const same = theirs.bare === plain.bare;
    const likeness = same ? 1 : editLikeness(edit, { before: theirBefore.formatted, after: theirs.formatted });
    if (likeness < likenessAtLeast || (best !== null && likeness <= best.likeness && !(same && !best.same))) continue;
    best = { decision: verdict.decision, same, likeness, text: textOf(experiment, { verdict, same, likeness }) };
  }
  return best;
}

async function plainSource(source: string, strip: LikeRequest["strip"]): Promise<PlainCode | null> {
  const compiled = compileCandidate(source, strip);
  return compiled.kind === "refused" ? null : await plainCode(compiled.candidate.code);
}

type Evidence = z.output<typeof evidenceSchema>;

/** Of proposals only, the first one first. */
async function refusedCandidates({ layout }: Experiment): Promise<Evidence[]> {
  const names = (await readdir(layout.host.evidence)).filter((name) => /^(?:it|hand)-\d+\.json$/.test(name));
  const all = await Promise.all(
    names.sort().map(async (name) => {
      const text = await readFile(join(layout.host.evidence, name), "utf8");
      return evidenceSchema.parse(JSON.parse(text));
    }),
  );
  return all.filter(({ verdict }) => verdict.verdict !== "accepted");
}

function textOf(
  { context }: Experiment,
  { verdict, same, likeness }: Pick<LikeRefused, "same" | "likeness"> & Pick<Evidence, "verdict">,
): string {
  const { decision, reason } = verdict;
  const iteration = readIterations(context.journal).find((record) => record.verdict?.decision === decision);
  const summary = quoteText(iteration?.summary ?? "", 200);
  const tried = summary === "" ? "" : `: ${summary}`;
  const how = same ? "the same program as" : `an edit ${Math.floor(likeness * 100)} % like that of`;
  return `${how} ${decision}, ${verdict.verdict} (${reason})${tried}`;
}
