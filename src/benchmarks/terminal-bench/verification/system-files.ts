// Which changes of a box's files reach the programs that a verifier uses: interpreters, libraries, what shells read.
// The task's own work lies elsewhere.

import type { FileChange } from "../../../core/sandbox.ts";

/** In a list of flagged files no more are kept. */
const systemFilesAtMost = 500;

const programs = /^\/(?:usr\/(?:local\/)?)?s?bin\/[^/]+$/;
const libraries = /^\/(?:usr\/(?:local\/)?)?lib(?:32|64|x32)?\//;

/** Read by a loader, a shell or an interpreter whenever it starts; also where there was none before. */
const readAtStart = [
  /^\/etc\/ld\.so\.(?:preload|conf|cache|conf\.d\/.*)$/,
  /^\/etc\/(?:environment|profile|profile\.d\/.*|bash\.bashrc|zsh\/.*|zshenv|inputrc|passwd|nsswitch\.conf)$/,
  /^\/(?:root|home\/[^/]+)\/\.(?:bashrc|bash_profile|bash_login|bash_logout|profile|zshenv|zshrc|pythonrc|curlrc|wgetrc|npmrc)$/,
  /\/(?:site|dist)-packages\/(?:[^/]+\.pth|(?:site|user)customize(?:\.py|\/.*))$/,
  /\/(?:site|user)customize\.py$/,
];

/** What verifiers call; a new file of this name in a folder of the PATH is what they then get. */
const usual = new Set(
  [
    "sh bash dash ash busybox env python python2 python3 pip pip3 pytest uv uvx node npm npx bun deno perl ruby java go",
    "cat ls grep egrep fgrep sed awk gawk mawk head tail sort uniq wc cut tr tee diff cmp comm find xargs test [ expr",
    "stat date sleep seq echo printf true false mkdir rm mv cp ln chmod chown touch mktemp realpath readlink basename",
    "dirname sha256sum md5sum tar gzip timeout kill ps pgrep id su sudo curl wget git make gcc cc ld jq sqlite3 psql nc",
  ]
    .join(" ")
    .split(" "),
);

/** Absolute and sorted; what lies below `workdir` is the task's own work, what is in `expected` the oracle's. */
export function changedSystemFiles(
  changes: readonly FileChange[],
  { workdir, expected }: { workdir: string | undefined; expected: readonly string[] },
): string[] {
  const known = new Set(expected);
  const own = workdir === undefined || workdir === "/" ? undefined : `${workdir.replace(/\/+$/, "")}/`;
  // A folder counts as changed where something in it is.
  const folders = new Set(changes.map(({ path }) => path.slice(0, path.lastIndexOf("/"))));
  return changes
    .filter(({ path, kind }) => {
      if (known.has(path) || (own !== undefined && path.startsWith(own))) return false;
      if (folders.has(path)) return false;
      if (readAtStart.some((pattern) => pattern.test(path))) return true;
      if (programs.test(path)) return kind !== "added" || usual.has(path.slice(path.lastIndexOf("/") + 1));
      return libraries.test(path) && kind !== "added" && !isByProduct(path);
    })
    .map(({ path }) => path)
    .sort()
    .slice(0, systemFilesAtMost);
}

/** Bytecode is written whenever an interpreter runs. */
function isByProduct(path: string): boolean {
  return path.includes("/__pycache__/");
}
