// .dockerignore as the engine's own client reads it: Go's path patterns, `**`, `!` exceptions, the last match wins.

interface Rule {
  exception: boolean;
  pattern: RegExp;
}

export interface Ignored {
  /** `path` is relative to the context, with slashes. */
  (path: string): boolean;
  /** Something below an ignored folder may be wanted all the same. */
  hasExceptions: boolean;
}

export function parseDockerIgnore(text: string): Ignored {
  const rules = text
    .split(/\r?\n/)
    .filter((line) => !line.startsWith("#"))
    .map((line) => line.trim())
    .filter((line) => line !== "" && line !== "!")
    .map(parseRule);
  const ignored = (path: string) => {
    const candidates = withParents(path);
    let result = false;
    for (const rule of rules) {
      if (candidates.some((candidate) => rule.pattern.test(candidate))) result = !rule.exception;
    }
    return result;
  };
  return Object.assign(ignored, { hasExceptions: rules.some((rule) => rule.exception) });
}

function parseRule(line: string): Rule {
  const exception = line.startsWith("!");
  const path = (exception ? line.slice(1).trim() : line)
    .split("/")
    .filter((part) => part !== "" && part !== ".")
    .join("/");
  return { exception, pattern: new RegExp(`^${translate(path)}$`) };
}

function translate(pattern: string): string {
  let source = "";
  for (let at = 0; at < pattern.length; at += 1) {
    const character = pattern[at] ?? "";
    if (pattern.startsWith("**", at)) {
      at += 1;
      if (pattern[at + 1] === "/") at += 1;
      source += at + 1 >= pattern.length ? ".*" : "(.*/)?";
    } else if (character === "*") source += "[^/]*";
    else if (character === "?") source += "[^/]";
    else if (character === "[" && pattern.indexOf("]", at + 1) > at) {
      const end = pattern.indexOf("]", at + 1);
      source += `[${pattern.slice(at + 1, end).replace(/\\/g, "\\\\")}]`;
      at = end;
    } else if (character === "\\" && at + 1 < pattern.length) {
      at += 1;
      source += escapeForRegExp(pattern[at] ?? "");
    } else source += escapeForRegExp(character);
  }
  return source;
}

function withParents(path: string): string[] {
  const parts = path.split("/");
  return parts.map((_part, index) => parts.slice(0, index + 1).join("/"));
}

function escapeForRegExp(character: string): string {
  return character.replace(/[\\^$.*+?()[\]{}|/-]/g, "\\$&");
}
