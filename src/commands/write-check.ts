// Keeps what a check has shown beside a dataset or a config, for later runs and for git.

import { join } from "node:path";
import { datasetFolder } from "../benchmarks/terminal-bench/terminal-bench.ts";
import type { TaskAdmission } from "../check/admission.ts";
import type { CheckResult } from "../check/run-check.ts";
import { formatOracleFacts, oracleFactsFile, readOracleFacts } from "../lib/oracle-facts.ts";
import { nextQuarantine, quarantineFile } from "../lib/quarantine.ts";
import { writeAtomic } from "../lib/write-atomic.ts";

/** Beside the tasks where they were named and are a folder, else beside the config. */
export function notesFolder(dataset: unknown, root: string): string {
  return typeof dataset === "string" ? (datasetFolder(dataset, root) ?? root) : root;
}

/**
 * Tasks that were not checked keep what is written of them; those that could not be run do too. Throws config faults of
 * files that can't be read as what they are.
 */
export async function writeCheck(
  folder: string,
  { admissions, facts }: { admissions: readonly TaskAdmission[]; facts: CheckResult["facts"] },
  say: (line: string) => void,
): Promise<void> {
  const refused = new Map(
    admissions
      .filter(({ admission }) => admission === "refused")
      .map(({ task, problems }) => [task, problems.join("; ")] as const),
  );
  const admitted = admissions.filter(({ admission }) => admission === "admitted").map(({ task }) => task);
  const quarantine = await nextQuarantine(folder, { refused, admitted });
  const known = new Map([...(await readOracleFacts(folder)), ...facts]);
  if (quarantine !== null) await put(join(folder, quarantineFile), quarantine, say);
  if (known.size > 0) await put(join(folder, oracleFactsFile), formatOracleFacts(known), say);
}

async function put(file: string, text: string, say: (line: string) => void): Promise<void> {
  await writeAtomic(file, text);
  say(`wrote ${file}`);
}
