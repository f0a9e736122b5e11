import { HarnessError } from "../core/fault.ts";

/**
 * `NAME=value` lines: `export` before, comments, 'as it is', "with \n, \t, \" and \\", quoted values over several
 * lines. The last one of a name wins. Throws config "env-file-invalid" with file and line; values, which may be keys,
 * are never in a message.
 */
export function parseDotenv(text: string, file: string): Record<string, string> {
  const values: Array<[string, string]> = [];
  const source = text.replace(/^\uFEFF/, "").replaceAll("\r\n", "\n");
  let offset = 0;
  while (offset < source.length) {
    blank.lastIndex = offset;
    if (blank.test(source)) {
      offset = blank.lastIndex;
      continue;
    }
    assignment.lastIndex = offset;
    const match = assignment.exec(source);
    if (match === null) throw invalid(file, source.slice(0, offset).split("\n").length);
    const [, name = "", single, double, plain = ""] = match;
    values.push([name, single ?? (double === undefined ? withoutComment(plain) : unquote(double))]);
    offset = assignment.lastIndex;
  }
  return Object.fromEntries(values);
}

const blank = /[ \t]*(?:#[^\n]*)?(?:\n|$)/y;
const assignment =
  /[ \t]*(?:export[ \t]+)?([A-Za-z_]\w*)[ \t]*=[ \t]*(?:'([^']*)'[ \t]*(?:#[^\n]*)?|"((?:\\[\s\S]|[^"\\])*)"[ \t]*(?:#[^\n]*)?|((?!['"])[^\n]*))(?:\n|$)/y;

function withoutComment(plain: string): string {
  return plain.replace(/(?:^|[ \t])#.*$/, "").trim();
}

function unquote(quoted: string): string {
  return quoted.replace(
    /\\([\s\S])/g,
    (_, character: string) => ({ n: "\n", t: "\t", r: "\r" })[character] ?? character,
  );
}

function invalid(file: string, line: number): HarnessError {
  return new HarnessError({
    fault: "config",
    code: "env-file-invalid",
    message: `${file}:${line}: expected NAME=value, a comment or an empty line (is a closing quote missing?).`,
    context: { file, line },
  });
}
