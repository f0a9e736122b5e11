// The pack of prompts that a dataset is played with: ours for ours, upstream's for the published ones. Upstream's text
// is in no file of this project: it is read from its repository at one commit, checked, and kept in the state folder.

import { readFile } from "node:fs/promises";
import { z } from "zod";
import { HarnessError } from "../../../core/fault.ts";
import { canonicalJson, sha256 } from "../../../lib/digest.ts";
import { jsonOrUndefined } from "../../../lib/json-or-undefined.ts";
import { writeAtomic } from "../../../lib/write-atomic.ts";
import { type PromptPack, promptPack } from "../environment/simulator/prompt-pack.ts";
import { readLock, writeLock } from "./bird-lock.ts";
import { fetchCommit } from "./fetch-commit.ts";
import { type GitOptions, gitAnswer } from "./git.ts";
import type { BirdPlaces } from "./places.ts";
import type { PromptReader } from "./prompt-reader.ts";
import { ownPack } from "./prompts/own.ts";
import { upstream } from "./upstream.ts";

/** Where the text comes from; another commit than the pinned one is only for tests of ours. */
export interface PromptSource {
  repository: string;
  commit: string;
  file: string;
  /** Of the file; null where it is not known by heart. */
  sha256: string | null;
}

export const pinnedSource: PromptSource = {
  repository: upstream.repository,
  commit: upstream.commit,
  file: upstream.promptFile,
  sha256: upstream.promptSha256,
};

/** The two dictionaries by prompt version, by the names that upstream's module has for them. */
const names = { choose: "USER_SIMULATOR_ACTION_PARSER", answer: "USER_SIMULATOR_RESPONSE_GENERATOR" } as const;

export interface BuildOptions extends GitOptions {
  places: BirdPlaces;
  source: PromptSource;
  reader: PromptReader;
  say: (line: string) => void;
}

/**
 * Fetches the commit unless it is there, reads the templates, and keeps the pack. Throws as fetchCommit and the reader
 * do, config "bird-prompts-changed" where the file or the pack is not the known or the locked one, and
 * "bird-prompts-invalid" where templates lack what they must have.
 */
export async function buildUpstreamPack(options: BuildOptions): Promise<PromptPack> {
  const { places, source, reader, say, signal } = options;
  const { repository, commit, file } = source;
  await fetchCommit({
    ...{ folder: places.repository, repository, commit, signal },
    ...(options.onLine === undefined ? {} : { onLine: options.onLine }),
    offline: `bring a clone of ${upstream.repository} here and name it in bird_repo.`,
  });
  const text = await gitAnswer(places.repository, ["cat-file", "blob", `${commit}:${file}`], { signal });
  if (text === undefined) throw invalid(`${file} is not in ${repository} at ${commit}`);
  const hash = sha256(text);
  if (source.sha256 !== null && hash !== source.sha256) {
    throw changed(`${file} of ${repository} has SHA-256 ${hash}, expected ${source.sha256}`);
  }
  const read = await reader(text, Object.values(names), { signal });
  const versions = Object.fromEntries(
    (["v1", "v2"] as const).map((version) => [
      version,
      { choose: read[names.choose]?.[version], answer: read[names.answer]?.[version] },
    ]),
  );
  const parsed = promptPack.safeParse({ name: `upstream@${commit.slice(0, 12)}`, versions });
  if (!parsed.success) throw invalid(z.prettifyError(parsed.error));
  const pack = parsed.data;
  const lock = await readLock(places.lock);
  const entry = { repository, commit, sha256: hash, packDigest: packDigest(pack) };
  const before = lock.prompts;
  if (before !== undefined && before.commit === commit && before.packDigest !== entry.packDigest) {
    throw changed(`the prompts of ${commit} have digest ${entry.packDigest}, and had ${before.packDigest}`);
  }
  if (source.sha256 === null) say(`${file} is not known in advance: SHA-256 ${hash}, kept in ${places.lock}`);
  await writeAtomic(places.promptPack, `${JSON.stringify(pack, null, 2)}\n`, 0o600);
  await writeLock(places.lock, { ...lock, prompts: entry });
  say(`prompt pack ${pack.name}, digest ${entry.packDigest}`);
  return pack;
}

/**
 * The pack of a dataset. Throws config "bird-prompts-missing" where upstream's was not built yet, and
 * "bird-prompts-changed" where it is not what the lock says.
 */
export async function loadPromptPack(dataset: "synthetic" | "lite" | "full", places: BirdPlaces): Promise<PromptPack> {
  if (dataset === "synthetic") return ownPack;
  const text = await readFile(places.promptPack, "utf8").catch(() => null);
  if (text === null) {
    throw new HarnessError({
      fault: "config",
      code: "bird-prompts-missing",
      message: `The simulated user of BIRD-Interact ${dataset} has upstream's prompts, which are not here yet: npx auto-harness bird prompts`,
    });
  }
  const { prompts } = await readLock(places.lock);
  const parsed = promptPack.safeParse(jsonOrUndefined(text));
  if (!parsed.success || prompts?.packDigest !== packDigest(parsed.data)) {
    throw changed(`${places.promptPack} is not what ${places.lock} says`);
  }
  return parsed.data;
}

/** Hex SHA-256 of the templates alone: a pack by another name that says the same is the same. */
export function packDigest({ versions }: PromptPack): string {
  return sha256(canonicalJson(versions));
}

/** For the score facts: an experiment keeps them, and refuses others. */
export function promptFacts(pack: PromptPack, version: "v1" | "v2"): Record<string, string> {
  return { prompt_pack: pack.name, prompt_pack_digest: packDigest(pack), prompt_version: version };
}

function changed(what: string): HarnessError {
  return new HarnessError({
    fault: "config",
    code: "bird-prompts-changed",
    message: `Other prompts make other scores, so they are pinned: ${what}. Run \`npx auto-harness bird prompts\` again with the right repository (bird_repo).`,
  });
}

function invalid(why: string): HarnessError {
  return new HarnessError({ fault: "config", code: "bird-prompts-invalid", message: `upstream's prompts: ${why}` });
}
