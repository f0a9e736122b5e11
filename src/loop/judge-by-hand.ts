// The gate for a person, or a person's own coding agent, in the clone: the same judgement, on the agent.ts that is there.

import { readFile } from "node:fs/promises";
import { z } from "zod";
import type { GateStatement } from "../core/coding-agent.ts";
import { HarnessError } from "../core/fault.ts";
import { relativePaths } from "../workspace/layout.ts";
import type { Split } from "../workspace/split.ts";
import { decideCandidate } from "./decide-candidate.ts";
import type { Experiment } from "./experiment.ts";
import { compileCandidate, noChange, runsAs } from "./freeze-candidate.ts";
import { changedFiles, rememberFiles } from "./hand-guard.ts";
import { refusal, type Verdict } from "./iteration-record.ts";
import { noteStatement } from "./note-statement.ts";
import { newStatement, type Statement, statementSchema } from "./statement.ts";

export interface HandVerdict {
  verdict: Verdict;
  /** Short hash where it was accepted. */
  commit: string | null;
}

export interface HandOptions {
  split: Split;
  /** What is said of the edit. */
  statement?: GateStatement;
  strip: (source: string) => { code: string };
  signal: AbortSignal;
}

/**
 * Judges and, if accepted, records. A decision that was interrupted goes on where it was while agent.ts is the same.
 * Throws config "nothing-changed" and "agent-invalid", which cost no trial.
 */
export async function judgeByHand(
  experiment: Experiment,
  { split, statement: said, strip, signal }: HandOptions,
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
    if (head !== null && (await runsAs(await lineage.read(head.commit), candidate, strip))) {
      return { verdict: refusal("hand", "no-change", noChange), commit: null };
    }
  }
  const statement = open?.statement ?? newStatement(said);
  const decision = open?.name ?? newDecision(context.journal, candidate.digest, statement);
  if (head === null) throw refused("not-prepared", "there is no incumbent yet: run `auto-harness prepare` first");
  const request = { decision, candidate, incumbent: await lineage.read(head.commit), split, strip, signal };
  // A person's own coding agent may be the one who reads along.
  const { fixes, again } = statement;
  const { verdict, commit } = await decideCandidate(experiment, { ...request, fixes, again, reader: "coding-agent" });
  if (verdict.reason === "budget") return { verdict, commit: null };
  const prediction = noteStatement(experiment, { verdict, statement, source, train: split.train, strip });
  const kept = { digest: candidate.digest, done: true, statement, verdict, prediction };
  context.journal.write(`${prefix}${decision}`, kept);
  await rememberFiles(experiment);
  return { verdict, commit };
}

type Journal = Experiment["context"]["journal"];

/** The decision of the same candidate that was begun and has no verdict. */
function openDecision(
  journal: Journal,
  digest: string,
): { name: string; statement: Statement | undefined } | undefined {
  const open = decisions(journal).find(({ value }) => value.digest === digest && !value.done);
  return open === undefined ? undefined : { name: open.name.slice(prefix.length), statement: open.value.statement };
}

function newDecision(journal: Journal, digest: string, statement: Statement): string {
  const decision = `hand-${decisions(journal).length + 1}`;
  journal.write(`${prefix}${decision}`, { digest, done: false, statement });
  return decision;
}

const prefix = "hand/";

const handSchema = z.object({ digest: z.string(), done: z.boolean(), statement: statementSchema.optional() });

function decisions(journal: Journal): Array<{ name: string; value: z.output<typeof handSchema> }> {
  return journal.list(prefix).map(({ name, value }) => ({ name, value: handSchema.parse(value) }));
}

function forbidden(changed: readonly string[]): Verdict {
  const detail = `${changed.slice(0, 10).join("; ")}; \`auto-harness prepare\` takes them as they are, if it was you`;
  return refusal("hand", "forbidden-file", detail);
}

function refused(code: string, message: string): HarnessError {
  return new HarnessError({ fault: "config", code, message });
}
