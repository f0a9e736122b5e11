// Step 0 of the gate: what a coding agent left becomes a candidate, or a named refusal that costs no trial.

import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { harnessErrorOf } from "../core/fault.ts";
import { sha256 } from "../lib/digest.ts";
import { isSameProgram } from "../lib/plain-code.ts";
import { compareTrees, describeViolation } from "../workspace/file-guard.ts";
import { ownedByCodingAgent, relativePaths } from "../workspace/layout.ts";
import { snapshotTree, type TreeSnapshot } from "../workspace/snapshot-tree.ts";

export interface Candidate {
  /** agent.ts as written. */
  source: string;
  /** As sent into the box: types stripped. */
  code: string;
  digest: string;
}

export type Frozen =
  | { kind: "candidate"; candidate: Candidate }
  | { kind: "refused"; reason: "no-edit" | "no-change" | "forbidden-file" | "syntax-error"; detail: string };

export interface FreezeOptions {
  tree: string;
  /** The tree as it was given. */
  before: TreeSnapshot;
  incumbent: string;
  strip: (source: string) => { code: string };
}

export async function freezeCandidate({ tree, before, incumbent, strip }: FreezeOptions): Promise<Frozen> {
  const after = await snapshotOf(tree);
  if (typeof after === "string") return { kind: "refused", reason: "forbidden-file", detail: after };
  const violations = compareTrees(before, after, ownedByCodingAgent);
  if (violations.length > 0) {
    const detail = violations.slice(0, 10).map(describeViolation).join("; ");
    const more = violations.length > 10 ? ` and ${violations.length - 10} more` : "";
    return { kind: "refused", reason: "forbidden-file", detail: `${detail}${more}` };
  }
  const source = await readFile(join(tree, relativePaths.agentFile), "utf8");
  if (source === incumbent) return { kind: "refused", reason: "no-edit", detail: "agent/agent.ts is as it was" };
  const compiled = compileCandidate(source, strip);
  const same = compiled.kind === "candidate" && (await runsAs(incumbent, compiled.candidate, strip));
  return same ? { kind: "refused", reason: "no-change", detail: noChange } : compiled;
}

/** Why a candidate that differs from the incumbent as text only is not judged. */
export const noChange = "only comments, layout or types of agent/agent.ts differ: it would run as before";

/** Whether the candidate is the program that `source` is already. */
export async function runsAs(source: string, { code }: Candidate, strip: FreezeOptions["strip"]): Promise<boolean> {
  const compiled = compileCandidate(source, strip);
  return compiled.kind === "candidate" && (await isSameProgram(compiled.candidate.code, code));
}

/** In words where the tree is too large to be looked at. */
async function snapshotOf(tree: string): Promise<TreeSnapshot | string> {
  try {
    return await snapshotTree(tree);
  } catch (error) {
    const known = harnessErrorOf(error);
    if (known?.fault !== "agent") throw error;
    return known.message;
  }
}

/** A syntax error is a named outcome: nothing runs. */
export function compileCandidate(source: string, strip: (source: string) => { code: string }): Frozen {
  try {
    const { code } = strip(source);
    return { kind: "candidate", candidate: { source, code, digest: sha256(code) } };
  } catch (error) {
    const known = harnessErrorOf(error);
    if (known?.fault !== "agent") throw error;
    return { kind: "refused", reason: "syntax-error", detail: known.message.split("\n")[0] ?? "" };
  }
}
