// The candidates of all experiments of a clone as one file, for a place where clones are thrown away.

import { mkdir } from "node:fs/promises";
import { dirname } from "node:path";
import { exists } from "../lib/exists.ts";
import { findRepository } from "./find-repository.ts";
import { git } from "./git.ts";

const refs = "refs/auto-harness/";

/** Nothing is written where the folder is no clone or has no candidate. Throws config "git-missing", "git-failed". */
export async function saveCandidates(
  root: string,
  { file, signal }: { file: string; signal: AbortSignal },
): Promise<boolean> {
  const there = await candidateRefs(root, signal);
  if (there === null || there.refs === "") return false;
  await mkdir(dirname(file), { recursive: true });
  const place = { gitFolder: there.gitFolder };
  await git(place, ["bundle", "create", "--quiet", file, "--stdin"], { signal, input: there.refs });
  return true;
}

/** Brings them back into a clone that has none; else, and where there is no file, it changes nothing. */
export async function restoreCandidates(
  root: string,
  { file, signal }: { file: string; signal: AbortSignal },
): Promise<boolean> {
  const there = await candidateRefs(root, signal);
  if (there === null || there.refs !== "" || !(await exists(file))) return false;
  const fetch = ["fetch", "--quiet", "--no-tags", "--no-write-fetch-head", file, `${refs}*:${refs}*`];
  await git({ gitFolder: there.gitFolder }, fetch, { signal });
  return true;
}

async function candidateRefs(root: string, signal: AbortSignal): Promise<{ gitFolder: string; refs: string } | null> {
  const clone = await findRepository(root, { signal });
  if (clone === null) return null;
  const place = { gitFolder: clone.commonFolder };
  const { stdout } = await git(place, ["for-each-ref", "--format=%(refname)", refs], { signal });
  return { gitFolder: clone.commonFolder, refs: stdout };
}
