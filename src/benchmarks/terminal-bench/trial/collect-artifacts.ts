// Takes what a task declares out of its boxes, within bounds, as tar entries that can be put elsewhere or kept as files.

import { harnessErrorOf } from "../../../core/fault.ts";
import type { Session } from "../../../core/session.ts";
import type { ArtifactEntry, Artifacts } from "../../../core/verification.ts";
import { readTarEntries, type TarEntry } from "../../../lib/tar-entries.ts";
import {
  excludedBy,
  isOfMain,
  overlap,
  publishedFolder,
  sourceOf,
  targetOf,
  withPublished,
} from "../format/artifact-paths.ts";
import type { Artifact } from "../format/task-schema-parts.ts";

export interface Collected {
  manifest: ArtifactEntry[];
  /** Of entries that are `ok`: paths of entries are relative to `source`, "" is a source that is a file. */
  parts: Array<{ source: string; target: string; entries: TarEntry[] }>;
  notes: string[];
}

/** Of all entries together. */
export interface CollectLimits {
  maxBytes: number;
  maxEntries: number;
}

/** What is kept of a train trial. */
export const keptLimits: CollectLimits = { maxBytes: 32 * 1024 * 1024, maxEntries: 2000 };
/** What a verifier in a box of its own is given; it is held in memory on the way. */
export const gradedLimits: CollectLimits = { maxBytes: 256 * 1024 * 1024, maxEntries: 50_000 };

/** The agent's own box first. What can't be had is `failed`, never an error. Throws infrastructure faults. */
export async function collectArtifacts(
  artifacts: readonly Artifact[],
  sessionOf: (service: string) => Session,
  { limits, signal }: { limits: CollectLimits; signal: AbortSignal },
): Promise<Collected> {
  const collected: Collected = { manifest: [], parts: [], notes: [] };
  const left = { ...limits };
  // The list of what there is has a name of its own.
  const claimed: Array<{ source: string; target: string }> = [{ source: "", target: "manifest.json" }];
  const all = withPublished(artifacts);
  for (const artifact of [...all.filter(isOfMain), ...all.filter((one) => !isOfMain(one))]) {
    const [source, target] = [sourceOf(artifact), targetOf(artifact)];
    const entry = (type: ArtifactEntry["type"], status: ArtifactEntry["status"]) =>
      collected.manifest.push({
        ...{ source: artifact.source, destination: `artifacts/${target}`, type, status },
        service: artifact.service ?? null,
        exclude: type === "directory" ? artifact.exclude : [],
      });
    const looksLike = /\.[^./]+$/.test(source) ? "file" : "directory";
    if (claimed.some((one) => one.source !== source && overlap(one.target, target))) {
      entry(looksLike, "skipped");
      continue;
    }
    claimed.push({ source, target });
    const found = await take(artifact, sessionOf, { limits: left, signal });
    if (typeof found === "string") {
      entry(looksLike, source === publishedFolder ? "empty" : "failed");
      if (found !== "") collected.notes.push(`artifact ${source}: ${found}`);
      continue;
    }
    left.maxBytes -= sizeOf(found);
    left.maxEntries -= found.length;
    const isFile = found.some(({ path }) => path === "");
    entry(isFile ? "file" : "directory", found.length === 0 && source === publishedFolder ? "empty" : "ok");
    collected.parts.push({ source, target, entries: found });
  }
  return collected;
}

/** Plain files only: links lead out of where they are put. */
export function filesOf({ manifest, parts }: Pick<Collected, "manifest" | "parts">): Artifacts {
  const files = parts.flatMap(({ target, entries }) =>
    entries.flatMap(({ path, type, content }) =>
      type === "file" ? [[path === "" ? target : `${target}/${path}`, content] as const] : [],
    ),
  );
  return { manifest, files: new Map(files) };
}

/** Entries relative to the source; a text says why there are none, "" that there is no such path. */
async function take(
  artifact: Artifact,
  sessionOf: (service: string) => Session,
  { limits, signal }: { limits: CollectLimits; signal: AbortSignal },
): Promise<TarEntry[] | string> {
  const excluded = excludedBy(artifact.exclude);
  let path = sourceOf(artifact);
  try {
    const session = sessionOf(artifact.service ?? "main");
    // A source may be a link; what it leads to is in the same box.
    for (let hops = 0; hops < 8; hops += 1) {
      const archive = await session.getArchive(path, { signal });
      const [first, ...rest] = await readTarEntries(archive, limits);
      if (first?.type === "link") {
        path = resolveLink(path, first.linkTarget);
        continue;
      }
      if (first?.type === "file") return [{ ...first, path: "" }];
      return rest
        .map((entry) => ({ ...entry, path: entry.path.replace(/^[^/]*\/?/, "") }))
        .filter(({ path: inside }) => inside !== "" && !excluded(inside));
    }
    return "a link that leads to itself";
  } catch (error) {
    const known = harnessErrorOf(error);
    if (known?.fault !== "task") throw error;
    return known.code === "file-not-found" ? "" : known.message;
  }
}

function resolveLink(path: string, target: string): string {
  const parts: string[] = [];
  const joined = target.startsWith("/") ? target : `${path.slice(0, path.lastIndexOf("/"))}/${target}`;
  for (const part of joined.split("/")) {
    if (part === "..") parts.pop();
    else if (part !== "" && part !== ".") parts.push(part);
  }
  return `/${parts.join("/")}`;
}

function sizeOf(entries: readonly TarEntry[]): number {
  return entries.reduce((total, { content }) => total + content.byteLength, 0);
}
