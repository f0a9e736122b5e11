// What a Dockerfile takes of its build context: that, and nothing else, is sent. Daytona's builder keeps no more of what
// is sent than files (of a link it makes an empty one), so where there is more it is copied by way of an archive.

import { lstat, readlink } from "node:fs/promises";
import { basename, dirname, join, normalize } from "node:path/posix";
import type { HarnessError } from "../../core/fault.ts";
import type { BuildContext } from "../build-context.ts";
import { parseDockerIgnore } from "../build-ignore.ts";
import { instructionsOf } from "../dockerfile.ts";
import { jsonList } from "../dockerfile-words.ts";

export interface Taken {
  by: "COPY" | "ADD";
  flags: string;
  /** As they are named, without here-documents. */
  sources: readonly string[];
  target: string;
}

export interface PlannedCopies {
  /** The text, with an archive in place of what it is made of. */
  dockerfile: string;
  /** Sent as they are, by their paths in the context; the Dockerfile may be one of them. */
  files: readonly string[];
  archives: ReadonlyArray<{ name: string; paths: ReadonlyMap<string, string> }>;
}

type Refuse = (what: string) => HarnessError;
type Kind = "file" | "folder" | "link";

interface Found {
  path: string;
  /** What its name stands for; "" is the context itself. */
  tops: readonly string[];
  /** These, and all that is in them. */
  entries: readonly string[];
}

/** undefined where the instruction is neither COPY nor ADD. */
export function takenBy(instruction: string): Taken | undefined {
  const [, by, flags = "", rest = ""] = /^(?:ONBUILD\s+)?(COPY|ADD)\s+((?:--\S+\s+)*)(.*)$/is.exec(instruction) ?? [];
  if (by === undefined) return undefined;
  const words = jsonList(rest) ?? rest.split(/\s+/).map((word) => word.replace(/^(["'])(.*)\1$/, "$2"));
  const sources = words.slice(0, -1).filter((word) => !word.startsWith("<<"));
  return { by: /copy/i.test(by) ? "COPY" : "ADD", flags: flags.trim(), sources, target: words.at(-1) ?? "" };
}

/** Throws what `refuse` makes of what can't be copied as Docker does. */
export async function planCopies(
  dockerfile: string,
  { folder, entries, name }: Pick<BuildContext, "entries" | "name"> & { folder: string },
  refuse: Refuse,
): Promise<PlannedCopies> {
  const all = [...entries, name];
  const kinds = new Map<string, Kind>([[name, "file"]]);
  const files = new Set<string>();
  const plain: string[] = [];
  const archives: Array<PlannedCopies["archives"][number]> = [];
  const lines: Array<string | undefined> = dockerfile.split("\n");
  for (const { text, from, to } of instructionsOf(dockerfile)) {
    const refuseIt: Refuse = (what) => refuse(`"${text}": ${what}`);
    const found = contextPathsOf(text).map((path) => find(path, all, refuseIt));
    const wanted = found.flatMap((one) => one.entries);
    for (const entry of wanted) kinds.set(entry, kinds.get(entry) ?? (await kindOf(join(folder, entry), refuseIt)));
    for (const { path, entries } of found) {
      if (entries.length === 0) throw refuseIt(`${path} is not in its context`);
      if (entries.every((entry) => kinds.get(entry) === "folder")) throw refuseIt(`there is no file in ${path}`);
    }
    const link = wanted.find((entry) => kinds.get(entry) === "link");
    const taken = /^COPY\s/i.test(text) ? takenBy(text) : undefined;
    const archivable = taken !== undefined && taken.flags === "" && !text.includes("<<");
    if (link !== undefined && !archivable)
      throw refuseIt(`${link} is a link, which a COPY without flags alone can take`);
    if (archivable && (link !== undefined || wanted.some((entry) => isEmpty(entry, { kinds, all })))) {
      // One for each of them: the same file may be in two.
      const packed = found.map((one, index) => ({
        name: `~${archives.length + index}`,
        paths: pathsIn(one, kinds, refuseIt),
      }));
      for (const { paths } of packed) await refuseClimbing(paths, { kinds, folder, refuse: refuseIt });
      archives.push(...packed);
      lines.fill(undefined, from, to);
      lines[from] = `ADD ${JSON.stringify([...packed.map((one) => one.name), taken.target])}`;
      continue;
    }
    plain.push(...found.map(({ path }) => path));
    for (const entry of wanted) if (kinds.get(entry) === "file") files.add(entry);
  }
  const names = archives.map((archive) => archive.name);
  const taking = plain.find((path) => find(path, names, refuse).entries.length > 0);
  if (taking !== undefined) throw refuse(`${taking} would also copy what links travel in`);
  return { dockerfile: lines.filter((line) => line !== undefined).join("\n"), files: [...files], archives };
}

/** "." is all of it. */
function contextPathsOf(instruction: string): readonly string[] {
  const taken = takenBy(instruction);
  if (taken !== undefined) return taken.by === "ADD" || /(?:^|\s)--from=/.test(taken.flags) ? [] : taken.sources;
  const [, flags = ""] = /^(?:ONBUILD\s+)?RUN\s+((?:--\S+\s+)*)/i.exec(instruction) ?? [];
  const mounted = flags.split(/\s+/).some((flag) => /^--mount=(?!.*\btype=(?!bind\b))(?!.*\bfrom=)/.test(flag));
  return mounted ? ["."] : [];
}

function find(path: string, all: readonly string[], refuse: Refuse): Found {
  if (path.includes("$")) throw refuse(`a variable in what is copied, ${path}`);
  const clean = normalize(path.replace(/^\/+/, "")).replace(/\/$/, "");
  if (clean === ".." || clean.startsWith("../")) throw refuse(`${path} leads out of its context`);
  if (clean === ".") return { path, tops: [""], entries: all };
  if (!/[*?[\\]/.test(clean)) {
    return { path, tops: [clean], entries: all.filter((entry) => entry === clean || entry.startsWith(`${clean}/`)) };
  }
  // What begins with "#" or "!" says something else there.
  const matches = parseDockerIgnore(`./${clean}`);
  const entries = all.filter((entry) => matches(entry));
  const isTop = (entry: string) => dirname(entry) === "." || !matches(dirname(entry));
  return { path, tops: entries.filter(isTop), entries };
}

/** A link is never followed: it may lead to any file of the host. */
async function kindOf(path: string, refuse: Refuse): Promise<Kind> {
  const found = await lstat(path);
  if (found.isSymbolicLink()) return "link";
  if (found.isDirectory()) return "folder";
  if (found.isFile()) return "file";
  throw refuse(`${path} is neither a file nor a folder`);
}

function isEmpty(entry: string, { kinds, all }: { kinds: ReadonlyMap<string, Kind>; all: readonly string[] }): boolean {
  return kinds.get(entry) === "folder" && !all.some((other) => other.startsWith(`${entry}/`));
}

/** Where COPY would put it below its target. */
function pathsIn({ tops, entries }: Found, kinds: ReadonlyMap<string, Kind>, refuse: Refuse): Map<string, string> {
  const paths = new Map<string, string>();
  for (const top of tops) {
    if (kinds.get(top) === "link") throw refuse(`${top} is a link, and what it leads to would be copied`);
    if (kinds.get(top) === "file") paths.set(top, basename(top));
    const below = top === "" ? "" : `${top}/`;
    for (const entry of entries) if (entry.startsWith(below)) paths.set(entry, entry.slice(below.length));
  }
  return paths;
}

/** Docker unpacks no link that leads out of the archive, but one to an absolute path, which is the image's own. */
async function refuseClimbing(
  paths: ReadonlyMap<string, string>,
  { kinds, folder, refuse }: { kinds: ReadonlyMap<string, Kind>; folder: string; refuse: Refuse },
): Promise<void> {
  for (const [entry, path] of paths) {
    if (kinds.get(entry) !== "link") continue;
    const target = await readlink(join(folder, entry));
    const to = normalize(join(dirname(path), target));
    const climbs = !target.startsWith("/") && (to === ".." || to.startsWith("../"));
    if (climbs) throw refuse(`the link ${entry} leads out of what is copied, to ${target}`);
  }
}
