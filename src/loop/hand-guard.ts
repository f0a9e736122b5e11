// The file guard where a person, or a person's own coding agent, works in the clone itself: what the harness last left
// there against what is there now.

import { compareTrees, describeViolation } from "../workspace/file-guard.ts";
import { ownedByCodingAgent, relativePaths } from "../workspace/layout.ts";
import { snapshotTree, type TreeSnapshot } from "../workspace/snapshot-tree.ts";
import type { Experiment } from "./experiment.ts";

const name = "hand-guard";

/** What the harness answers for in a clone. PROGRAM.md is the person's to edit, and so is everything else. */
const guarded = [relativePaths.agentFolder, relativePaths.programTemplates, relativePaths.workspace];

/** Takes the files as they are for what they should be: after every command that writes them. */
export async function rememberFiles(experiment: Experiment): Promise<void> {
  experiment.context.journal.write(name, [...(await snapshotGuarded(experiment))]);
}

/** In words, sorted, what changed since beside the two owned files; nothing where nothing was remembered. */
export async function changedFiles(experiment: Experiment): Promise<string[]> {
  const remembered = experiment.context.journal.read(name);
  if (!Array.isArray(remembered)) return [];
  const before: TreeSnapshot = new Map(remembered);
  return compareTrees(before, await snapshotGuarded(experiment), ownedByCodingAgent).map(describeViolation);
}

async function snapshotGuarded({ layout }: Experiment): Promise<TreeSnapshot> {
  const parts = await Promise.all(
    guarded.map(async (folder) => {
      const entries = await snapshotTree(`${layout.root}/${folder}`);
      return [...entries].map(([path, entry]) => [`${folder}/${path}`, entry] as const);
    }),
  );
  return new Map(parts.flat());
}
