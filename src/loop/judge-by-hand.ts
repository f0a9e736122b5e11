// The gate for a person, or a person's own coding agent, in the clone: the same judgement, on the agent.ts that is there.

import { readFile } from "node:fs/promises";
import { HarnessError } from "../core/fault.ts";
import { relativePaths } from "../workspace/layout.ts";
import type { Split } from "../workspace/split.ts";
import { decideCandidate } from "./decide-candidate.ts";
import type { Experiment } from "./experiment.ts";
import { compileCandidate } from "./freeze-candidate.ts";
import { changedFiles, rememberFiles } from "./hand-guard.ts";
import { refusal, type Verdict } from "./iteration-record.ts";

export interface HandVerdict {
  verdict: Verdict;
  /** Short hash where it was accepted. */
  commit: string | null;
}

export interface HandOptions {
  split: Split;
  /** Failing train tasks that the edit should fix. */
  fixes?: readonly string[];
  strip: (source: string) => { code: string };
  signal: AbortSignal;
}

/**
 * Judges and, if accepted, records. A decision that was interrupted goes on where it was while agent.ts is the same.
 * Throws config "nothing-changed" and "agent-invalid", which cost no trial.
 */
export async function judgeByHand(
  experiment: Experiment,
  { split, fixes = [], strip, signal }: HandOptions,
): Promise<HandVerdict> {
  const { layout, lineage, context } = experiment;
  const source = await readFile(layout.agentFile, "utf8");
  const compiled = compileCandidate(source, strip);
  if (compiled.kind === "refused") throw refused("agent-invalid", `${relativePaths.agentFile}: ${compiled.detail}`);
  const { candidate } = compiled;
  const open = openDecision(context.journal, candidate.digest);
  const head = await lineage.head();
  const incumbent = head !== null && (await lineage.read(head.commit)) === source ? head.short : null;
  // An acceptance that was cut off has made the candidate the head, and changed files, already.
  if (open === undefined || incumbent === null) {
    const changed = await changedFiles(experiment);
    if (changed.length > 0) return { verdict: forbidden(changed), commit: null };
    if (incumbent !== null) {
      throw refused("nothing-changed", `${relativePaths.agentFile} is the incumbent (${incumbent}): edit it first`);
    }
  }
  const decision = open ?? newDecision(context.journal, candidate.digest);
  if (head === null) throw refused("not-prepared", "there is no incumbent yet: run `auto-harness prepare` first");
  const request = { decision, candidate, incumbent: await lineage.read(head.commit), split, fixes, strip, signal };
  // A person's own coding agent may be the one who reads along.
  const { verdict, commit } = await decideCandidate(experiment, { ...request, reader: "coding-agent" });
  if (verdict.reason === "budget") return { verdict, commit: null };
  context.journal.write(`${prefix}${decision}`, { digest: candidate.digest, done: true, verdict });
  await rememberFiles(experiment);
  return { verdict, commit };
}

type Journal = Experiment["context"]["journal"];

/** The decision of the same candidate that was begun and has no verdict. */
function openDecision(journal: Journal, digest: string): string | undefined {
  return decisions(journal)
    .find(({ value }) => value.digest === digest && !value.done)
    ?.name.slice(prefix.length);
}

function newDecision(journal: Journal, digest: string): string {
  const decision = `hand-${decisions(journal).length + 1}`;
  journal.write(`${prefix}${decision}`, { digest, done: false });
  return decision;
}

const prefix = "hand/";

function decisions(journal: Journal): Array<{ name: string; value: { digest: string; done: boolean } }> {
  return journal.list(prefix) as Array<{ name: string; value: { digest: string; done: boolean } }>;
}

function forbidden(changed: readonly string[]): Verdict {
  const detail = `${changed.slice(0, 10).join("; ")}; \`auto-harness prepare\` takes them as they are, if it was you`;
  return refusal("hand", "forbidden-file", detail);
}

function refused(code: string, message: string): HarnessError {
  return new HarnessError({ fault: "config", code, message });
}
