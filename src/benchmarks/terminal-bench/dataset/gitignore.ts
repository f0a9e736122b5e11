// Patterns of a .gitignore, as the reference digest applies them: the last pattern that matches a path decides, also
// where a folder above it is left out.

export function ignoredBy(lines: readonly string[]): (path: string) => boolean {
  const rules = lines.flatMap((line) => ruleOf(line) ?? []);
  return (path) => rules.findLast(({ pattern }) => pattern.test(path))?.ignores ?? false;
}

interface Rule {
  pattern: RegExp;
  ignores: boolean;
}

function ruleOf(line: string): Rule | undefined {
  // Spaces at the end do not count, unless a backslash stands before the last one.
  const text = line.endsWith("\\ ") ? line : line.trimEnd();
  if (text === "" || text.startsWith("#")) return undefined;
  const ignores = !text.startsWith("!");
  const glob = ignores ? text : text.slice(1);
  if (glob === "") return undefined;
  const whole = { "/": /./su, "**/": /\//u }[glob];
  if (whole !== undefined) return { ignores, pattern: whole };
  const parts = glob.replace(/^\//, "").replace(/\/$/, "").split("/");
  const anywhere = parts.length === 1 && !glob.startsWith("/") && parts[0] !== "**";
  const last = parts.length - 1;
  const pattern = parts.map((part, index) => {
    if (part === "**") return index === last ? ".+" : "(?:.+/)?";
    return `${globToPattern(part)}${index === last ? "" : "/"}`;
  });
  return {
    ignores,
    pattern: new RegExp(`^${anywhere ? "(?:.+/)?" : ""}${pattern.join("")}${below(glob, parts)}$`, "su"),
  };
}

/** What may stand behind the last part: nothing behind `/*`, which is one level only in the reference. */
function below(glob: string, parts: readonly string[]): string {
  const last = parts.at(-1);
  if (last === "**") return "";
  if (glob.endsWith("/")) return "/.*";
  return last === "*" && glob.includes("/") ? "" : "(?:/.*)?";
}

function globToPattern(glob: string): string {
  let pattern = "";
  for (let index = 0; index < glob.length; index += 1) {
    const char = glob[index] ?? "";
    if (char === "*") pattern += "[^/]*";
    else if (char === "?") pattern += "[^/]";
    else if (char === "\\") {
      index += 1;
      pattern += escapeRegExp(glob[index] ?? "");
    } else if (char === "[") {
      const end = glob.indexOf("]", index + (/^\[[!^]?\]/.test(glob.slice(index)) ? 3 : 1));
      if (end < 0) {
        pattern += "\\[";
        continue;
      }
      const inside = glob.slice(index + 1, end).replace(/^!/, "^");
      pattern += `[${inside.replaceAll(/[\\[\]]/g, "\\$&")}]`;
      index = end;
    } else pattern += escapeRegExp(char);
  }
  return pattern;
}

function escapeRegExp(text: string): string {
  return text.replaceAll(/[\\^$.*+?()[\]{}|/]/g, "\\$&");
}
