import { readdir } from "node:fs/promises";
import { join } from "node:path";
import { expect, test } from "vitest";
import { runCommand } from "../../../src/lib/run-command.ts";
import { restoreCandidates, saveCandidates } from "../../../src/lineage/bundle.ts";
import { openLineage } from "../../../src/lineage/open-lineage.ts";
import { temporaryFolder } from "../../helpers/temporary-folder.ts";

const { signal } = new AbortController();

async function openClone(base: string, name: string) {
  const { exitCode } = await runCommand(["git", "init", "-q", name], { cwd: base, signal });
  expect(exitCode).toBe(0);
  const clone = join(base, name);
  const options = { repository: clone, bareFolder: join(base, "bare"), signal };
  return { clone, lineage: await openLineage({ ...options, ref: "refs/auto-harness/mine" }) };
}

test("all candidates travel from one clone to another, which then goes on with them", async () => {
  await using folder = await temporaryFolder();
  const file = join(folder.path, "kept/candidates.bundle");
  const from = await openClone(folder.path, "from");
  await from.lineage.record({ agentSource: "1", message: "baseline", accepted: true });
  const rejected = await from.lineage.record({ agentSource: "2", message: "it-1", accepted: false });
  const head = await from.lineage.record({ agentSource: "3", message: "it-2", accepted: true });
  expect(await saveCandidates(from.clone, { file, signal })).toBe(true);

  const to = await openClone(folder.path, "to");
  expect(await restoreCandidates(to.clone, { file, signal })).toBe(true);
  expect(await to.lineage.head()).toEqual(head);
  expect(await to.lineage.read(rejected.commit)).toBe("2");
  expect(await to.lineage.history()).toHaveLength(2);

  // What is there already is newer, or somebody's.
  const next = await to.lineage.record({ agentSource: "4", message: "it-3", accepted: true });
  expect(await restoreCandidates(to.clone, { file, signal })).toBe(false);
  expect(await to.lineage.head()).toEqual(next);
});

test("without a candidate, a clone or a file nothing happens", async () => {
  await using folder = await temporaryFolder();
  const file = join(folder.path, "candidates.bundle");
  const { clone } = await openClone(folder.path, "clone");
  expect(await saveCandidates(clone, { file, signal })).toBe(false);
  expect(await saveCandidates(folder.path, { file, signal })).toBe(false);
  expect(await restoreCandidates(clone, { file, signal })).toBe(false);
  expect(await readdir(folder.path)).toEqual(["clone"]);
});
