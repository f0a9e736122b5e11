// What stands beside a dataset or a config about its tasks: quarantine.yaml and verification.json.

import { type KnownFacts, readOracleFacts } from "../../../lib/oracle-facts.ts";
import { readQuarantine } from "../../../lib/quarantine.ts";

export interface TaskNotes {
  /** Why a task is left out, by task. */
  quarantine: ReadonlyMap<string, string>;
  facts: KnownFacts;
}

/** Of several folders a later one wins. Throws config faults that name the file. */
export async function readTaskNotes(folders: readonly string[]): Promise<TaskNotes> {
  const notes = await Promise.all(
    folders.map(async (folder) => [await readQuarantine(folder), await readOracleFacts(folder)] as const),
  );
  return {
    quarantine: new Map(notes.flatMap(([quarantine]) => [...quarantine])),
    facts: new Map(notes.flatMap(([, facts]) => [...facts])),
  };
}

/** `wanted` without those in quarantine, each of which is said once. */
export function outOfQuarantine(
  wanted: (id: string) => boolean,
  { quarantine, say }: Pick<TaskNotes, "quarantine"> & { say: (line: string) => void },
): (id: string) => boolean {
  const said = new Set<string>();
  return (id) => {
    if (!wanted(id)) return false;
    const reason = quarantine.get(id);
    if (reason === undefined) return true;
    if (!said.has(id)) say(`${id}: left out by quarantine.yaml: ${reason}`);
    said.add(id);
    return false;
  };
}
