// Words of a Dockerfile as a shell takes them.

import type { HarnessError } from "../core/fault.ts";

/** `NAME=value …`, or `NAME the rest of the line`; values as a shell's double quotes take them. */
export function pairsOf(text: string, refuse: (what: string) => HarnessError): Array<[string, string]> {
  const bare = /^(\w+)\s+([\s\S]+)$/.exec(text);
  if (bare !== null && !/^\w+=/.test(text)) return [[bare[1] ?? "", doubleQuoted(bare[2] ?? "")]];
  const pairs: Array<[string, string]> = [];
  const word = /\s*([A-Za-z_]\w*)=((?:"(?:\\[\s\S]|[^"\\])*"|'[^']*'|\\[\s\S]|[^\s"'\\])*)/y;
  for (let match = word.exec(text); match !== null; match = word.exec(text)) {
    pairs.push([match[1] ?? "", inQuotes(match[2] ?? "")]);
    if (word.lastIndex === text.trimEnd().length) return pairs;
  }
  throw refuse(`a variable that is not NAME=value: ${text}`);
}

function inQuotes(raw: string): string {
  const parts = raw.match(/"(?:\\[\s\S]|[^"\\])*"|'[^']*'|\\[\s\S]|[^"'\\]+/g) ?? [];
  return (
    parts
      .map((part) => {
        if (part.startsWith("'")) return part;
        if (part.startsWith("\\")) return quoted(part.slice(1));
        return doubleQuoted(part.startsWith('"') ? part.slice(1, -1).replaceAll('\\"', '"') : part);
      })
      .join("") || '""'
  );
}

/** Variables are filled in, nothing else. */
export function doubleQuoted(text: string): string {
  return `"${text.replaceAll(/["`]/g, "\\$&").replaceAll("$(", "\\$(")}"`;
}

export function quoted(text: string): string {
  return `'${text.replaceAll("'", "'\\''")}'`;
}

export function jsonList(text: string): string[] | undefined {
  if (!text.startsWith("[")) return undefined;
  try {
    const list: unknown = JSON.parse(text);
    return Array.isArray(list) && list.every((one) => typeof one === "string") ? list : undefined;
  } catch {
    return undefined;
  }
}
