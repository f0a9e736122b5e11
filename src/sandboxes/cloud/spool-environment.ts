// A spooled command's environment on its way into the sandbox: in variables of the shell that starts it, as whoever is
// there may read any process's command line, and not in that line.

import { quoted } from "../dockerfile-words.ts";

const variable = "AUTO_HARNESS_ENV";
/** A kernel takes no variable over 128 KiB. */
const pieceChars = 100_000;
/** A shell gives these a meaning of its own, or lets nobody set them. */
const ofShell = new Set(["BASHOPTS", "EUID", "OPTIND", "PPID", "RANDOM", "SECONDS", "SHELLOPTS", "UID"]);

/** Variables of which `enterScript` makes the pairs. */
export function spoolEnvironment(env: Readonly<Record<string, string>>): Record<string, string> {
  const lines = Object.entries(env).map(([name, value]) =>
    /^[A-Za-z_]\w*$/.test(name) && !ofShell.has(name)
      ? `export ${name}=${quoted(value)}`
      : `set -- env ${quoted(`${name}=${value}`)} "$@"`,
  );
  const coded = Buffer.from(lines.join("\n")).toString("base64");
  const pieces = coded.match(new RegExp(`.{1,${pieceChars}}`, "g")) ?? [];
  return Object.fromEntries(pieces.map((piece, index) => [`${variable}${index}`, piece]));
}

/** $1 PATH, $2 HOME, then the command, which takes this shell's place. */
export const enterScript = `
ah_all=; ah_n=0
while eval "ah_piece=\\\${${variable}$ah_n-}"; [ -n "$ah_piece" ]; do
  ah_all=$ah_all$ah_piece; unset "${variable}$ah_n"; ah_n=$((ah_n + 1))
done
ah_given=$(printf %s "$ah_all" | base64 -d)
unset USER LOGNAME OLDPWD ah_all ah_n ah_piece
export PATH="$1" HOME="$2"; shift 2
eval "$ah_given"
exec "$@"
`;
