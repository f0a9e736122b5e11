// What `dataset:` may say, told apart by its form alone: docs/datasets.md has the table.

import { HarnessError } from "../../../core/fault.ts";

export type DatasetSource =
  | { kind: "starter" }
  | { kind: "folder"; folder: string }
  | ({ kind: "git" } & GitSource)
  | { kind: "name"; name: string; version: string };

export interface GitSource {
  /** For git: https, ssh, `git@host:…` or file; http and git where they give no chance. */
  url: string;
  /** Branch, tag, `refs/…` or full commit; null for the repository's own HEAD. */
  ref: string | null;
  /** Of a task or a folder of tasks, with forward slashes, below the repository's root; null where it is to be found. */
  path: string | null;
}

/** Throws config "dataset-syntax". */
export function parseDatasetSource(text: string): DatasetSource {
  if (text === "starter") return { kind: "starter" };
  if (looksLikeGit(text)) return { kind: "git", ...parseGitSource(text) };
  const named = /^([\w.-]+)@([\w.+-]+)$/.exec(text);
  if (named !== null) return { kind: "name", name: named[1] ?? "", version: named[2] ?? "" };
  if (/^\w[\w.-]*\/[\w.-]+@[\w.:+-]+$/.test(text)) {
    throw syntax(
      text,
      `is a package of Harbor's Hub, or lacks "github:". Name the git repository (github:${text}), a name of a registry.json (docs/datasets.md), or a folder (./${text})`,
    );
  }
  return { kind: "folder", folder: text };
}

/** Also of a `registry:`, which may be in a repository. */
export function looksLikeGit(text: string): boolean {
  return /^(?:git\+)?[a-z]+:\/\//i.test(text) || text.startsWith("github:") || /^[\w.-]+@[\w.-]+:/.test(text);
}

/** `[git+]<url>[@<ref>][#<path>]`; an `@` of the repository's own path is written %40. Throws config "dataset-syntax". */
export function parseGitSource(text: string): GitSource {
  const [before = "", ...after] = text.split("#");
  if (after.length > 1) throw syntax(text, "has more than one #: expected <repository>@<ref>#<path>");
  const path = after[0] === undefined ? null : parsePath(after[0], text);
  const short = /^github:([\w.-]+\/[\w.-]+?)(?:\.git)?(?:@(.+))?$/.exec(before);
  if (short !== null) return checked({ url: `${gitHub}${short[1]}.git`, ref: short[2] ?? null, path }, text);
  if (before.startsWith("github:")) throw syntax(text, "is not github:<owner>/<repository>[@<ref>][#<path>]");
  const scp = /^([\w.-]+@[\w.-]+:[^@]+)(?:@(.+))?$/.exec(before);
  if (scp !== null && !before.includes("://")) return checked({ url: scp[1] ?? "", ref: scp[2] ?? null, path }, text);
  return checked(parseUrl(before.replace(/^git\+/i, ""), { path, text }), text);
}

/** A repository's address as a registry or a lock has it. Throws config "dataset-syntax". */
export function parseGitUrl(url: string): string {
  const isScp = looksLikeGit(url) && !url.startsWith("github:") && !url.includes("://");
  return isScp ? url : parseUrl(url, { path: null, text: url }).url;
}

/** Whether `ref` is a commit that can't be moved. */
export function isCommit(ref: string | null): ref is string {
  return ref !== null && /^(?:[0-9a-f]{40}|[0-9a-f]{64})$/.test(ref);
}

/** Throws config "dataset-syntax" where what is fetched could be replaced on its way and no hash would tell. */
export function requireProtected({ url, ref }: Pick<GitSource, "url" | "ref">, text: string): void {
  const open = /^(?:http|git):\/\//i.test(url) && !/^http:\/\/(?:127\.0\.0\.1|localhost|\[::1\])[:/]/i.test(url);
  if (open && !isCommit(ref)) {
    throw syntax(text, "would be fetched unprotected: use https or ssh, or name the full commit");
  }
}

/** Relative, with forward slashes, without a way out. Throws config "dataset-syntax". */
export function parsePath(path: string, text = path): string {
  const parts = path.split("/").filter((part) => part !== "" && part !== ".");
  if (path.startsWith("/") || parts.includes("..") || path.includes("\0") || path.includes("\\")) {
    throw syntax(text, `has the path ${JSON.stringify(path)}; expected one below the repository's root, such as tasks`);
  }
  return parts.join("/");
}

/** Where `github:<owner>/<repository>` is. */
const gitHub = "https://github.com/";

const schemes = new Set(["https:", "http:", "ssh:", "git:", "file:"]);

function parseUrl(address: string, { path, text }: { path: string | null; text: string }): GitSource {
  let url: URL;
  try {
    url = new URL(address);
  } catch (error) {
    throw syntax(text, "is not an address", error);
  }
  if (!schemes.has(url.protocol)) {
    throw syntax(
      text,
      `has the scheme ${url.protocol}//; expected https, ssh, file, or http and git with a full commit`,
    );
  }
  if (url.password !== "" || (url.username !== "" && url.protocol !== "ssh:")) {
    throw syntax(
      withoutSecrets(text),
      "holds a user or a key, which belong into no config: use git's credential helper, or ssh",
    );
  }
  if (url.search !== "") throw syntax(text, "has a ? in it; expected <repository>@<ref>#<path>");
  const tree = /^(.*?)\/(?:-\/)?tree\/([^/]+)(?:\/(.*))?$/.exec(url.pathname);
  const [whole = "", ...refs] = (tree?.[1] ?? url.pathname).split("@");
  const written = refs.length === 0 ? null : decodeURIComponent(refs.join("@"));
  const inTree = tree === null ? null : decodeURIComponent(tree[2] ?? "");
  if (written !== null && inTree !== null) throw syntax(text, "has two refs: @… and /tree/…");
  const below = tree?.[3] === undefined || tree[3] === "" ? null : parsePath(decodeURIComponent(tree[3]), text);
  if (below !== null && path !== null) throw syntax(text, "has two paths: #… and /tree/…/…");
  const place = whole.replace(/\/+$/, "");
  if (place === "") throw syntax(text, "names no repository");
  return {
    url: `${url.protocol}//${url.username === "" ? "" : `${url.username}@`}${url.host}${place.replaceAll("%40", "@")}`,
    ref: written ?? inTree,
    path: path ?? below,
  };
}

function checked(source: GitSource, text: string): GitSource {
  const { ref } = source;
  if (ref !== null && (!/^\w[\w./+@-]*$/.test(ref) || /\.\.|@\{|\/\/|\.lock$|[/.]$/.test(ref))) {
    throw syntax(text, `has ${JSON.stringify(ref)} as its ref; expected a branch, a tag or a full commit`);
  }
  requireProtected(source, text);
  return source;
}

/** For messages: what git or a person wrote, without what stands before an @ of an address. */
export function withoutSecrets(text: string): string {
  return text.replaceAll(/:\/\/[^/\s@]*@/g, "://");
}

function syntax(text: string, problem: string, cause?: unknown): HarnessError {
  return new HarnessError({
    fault: "config",
    code: "dataset-syntax",
    message: `dataset: ${text} ${problem}`,
    ...(cause === undefined ? {} : { cause }),
  });
}
