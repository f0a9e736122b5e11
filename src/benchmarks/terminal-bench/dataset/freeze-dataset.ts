// What a dataset's name or address stands for: read from the lock, or found out once and written there.

import { HarnessError } from "../../../core/fault.ts";
import type { CachePlaces } from "./cache-places.ts";
import { type FrozenDataset, type FrozenSource, lockName, readFrozen, writeFrozen } from "./dataset-lock.ts";
import {
  type DatasetSource,
  type GitSource,
  isCommit,
  looksLikeGit,
  parseGitSource,
  parseGitUrl,
  parsePath,
  requireProtected,
} from "./dataset-source.ts";
import { knownDatasets } from "./known-datasets.ts";
import { readRepositoryFile } from "./read-repository-file.ts";
import { datasetOf, fetchRegistry, parseRegistry, type RegistryTask, readRegistryFile } from "./registry.ts";
import { resolveRef } from "./resolve-ref.ts";

export interface FreezeOptions {
  /** As the config has it: the key in the lock. */
  dataset: string;
  registry: string | undefined;
  /** The config's folder; the lock is there. */
  root: string;
  places: CachePlaces;
  say: (line: string) => void;
  signal: AbortSignal;
}

type Elsewhere = Extract<DatasetSource, { kind: "git" | "name" }>;

/**
 * Where every task is, down to commits that no branch moves. Throws config "dataset-missing", "dataset-ref",
 * "dataset-lock-…", "dataset-syntax", "registry-…" and what fetching throws.
 */
export async function freezeDataset(source: Elsewhere, options: FreezeOptions): Promise<FrozenDataset> {
  const { dataset, root, registry, say, places, signal } = options;
  if (source.kind === "git" && isCommit(source.ref)) {
    return { sources: [{ url: source.url, ref: source.ref, commit: source.ref, path: source.path }] };
  }
  const before = await readFrozen(root, dataset);
  if (before !== undefined) {
    if (source.kind === "name" && before.registry !== registry) throw otherRegistry(dataset, before, registry);
    return before;
  }
  const found =
    source.kind === "git" ? { sources: [await freezeGit(source, signal)] } : await freezeName(source, options);
  const frozen = await writeFrozen(root, dataset, { frozen: found, cacheFolder: places.cacheFolder, signal });
  for (const { url, commit, tasks } of frozen.sources) {
    const what = tasks === undefined ? "" : ` (${Object.keys(tasks).length} tasks)`;
    say(`dataset: ${dataset} is ${url} at ${commit}${what}`);
  }
  say(`dataset: this is frozen in ${lockName}; commit that file. To move on, delete the entry of ${dataset} there.`);
  return frozen;
}

async function freezeGit({ url, ref, path }: GitSource, signal: AbortSignal): Promise<FrozenSource> {
  return { url, ref, commit: await resolveRef({ url, ref }, { signal }), path };
}

async function freezeName(
  { name, version }: Extract<DatasetSource, { kind: "name" }>,
  { registry, root, places, say, signal }: FreezeOptions,
): Promise<FrozenDataset> {
  if (registry === undefined) return { sources: [await freezeGit(knownDataset(name, version), signal)] };
  const { text, own } = await readRegistry(registry, { root, places, say, signal });
  const { tasks } = datasetOf(parseRegistry(text, registry), { name, version, from: registry });
  const inGit = tasks.filter(({ git_url: url }) => (url ?? undefined) !== undefined || own !== null);
  const sources = await freezeTasks(inGit, { own, from: registry, signal });
  const beside = tasks.filter((task) => !inGit.includes(task));
  return {
    ...{ registry, sources },
    ...(beside.length === 0 ? {} : { folders: byName(beside) }),
  };
}

/** A registry's own repository, for tasks that name none. */
interface OwnRepository {
  url: string;
  commit: string;
}

async function readRegistry(
  registry: string,
  { root, ...options }: Pick<FreezeOptions, "root" | "places" | "say" | "signal">,
): Promise<{ text: string; own: OwnRepository | null }> {
  if (/^https?:\/\/.*\.json$/i.test(registry)) {
    requireProtected({ url: registry, ref: null }, registry);
    return { text: await fetchRegistry(registry, options), own: null };
  }
  if (!looksLikeGit(registry)) return { text: (await readRegistryFile(registry, root)).text, own: null };
  const { url, ref, path } = parseGitSource(registry);
  const commit = await resolveRef({ url, ref }, options);
  const file = path === null ? "registry.json" : path.endsWith(".json") ? path : `${path}/registry.json`;
  return { text: await readRepositoryFile(file, { ...options, url, commit }), own: { url, commit } };
}

/** One source for each commit of each repository, in a steady order. */
async function freezeTasks(
  tasks: readonly RegistryTask[],
  { own, from, signal }: { own: OwnRepository | null; from: string; signal: AbortSignal },
): Promise<FrozenSource[]> {
  const groups = new Map<string, { url: string; ref: string | null; tasks: RegistryTask[] }>();
  for (const task of tasks) {
    const url = task.git_url ?? undefined;
    const at = { url: url === undefined ? (own?.url ?? "") : parseGitUrl(url), ref: task.git_commit_id ?? null };
    if (url === undefined && at.ref === null) at.ref = own?.commit ?? null;
    requireProtected(at, `${from}: ${task.name}`);
    const key = JSON.stringify(at);
    const group = groups.get(key) ?? { ...at, tasks: [] };
    group.tasks.push(task);
    groups.set(key, group);
  }
  const sources: FrozenSource[] = [];
  for (const { url, ref, tasks: ofCommit } of groups.values()) {
    const commit = await resolveRef({ url, ref }, { signal });
    sources.push({ url, ref, commit, path: null, tasks: byName(ofCommit) });
  }
  return sources;
}

function byName(tasks: readonly RegistryTask[]): Record<string, string> {
  return Object.fromEntries(tasks.map(({ name, path }) => [name, parsePath(path)]));
}

function knownDataset(name: string, version: string): GitSource {
  const named = knownDatasets.filter((known) => known.name === name);
  const found = named.find((known) => known.version === version);
  if (found !== undefined) return found;
  const ask = `npx auto-harness knows ${(named.length > 0 ? named : knownDatasets).map((known) => `${known.name}@${known.version}`).join(", ")} by itself`;
  throw new HarnessError({
    fault: "config",
    code: "dataset-missing",
    message: `dataset: ${name}@${version} is unknown; ${ask}. For others name a registry.json in registry: (docs/datasets.md), a git repository (github:<owner>/<repository>@<ref>#<path>), or a folder.`,
  });
}

function otherRegistry(dataset: string, before: FrozenDataset, registry: string | undefined): HarnessError {
  const named = (name: string | undefined) => name ?? "the names that are built in";
  return new HarnessError({
    fault: "config",
    code: "dataset-lock-other",
    message: `${lockName} has ${dataset} from ${named(before.registry)}, and the config asks ${named(registry)} for it. Put registry: back, or delete the entry in ${lockName}.`,
  });
}
