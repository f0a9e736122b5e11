// Commands that no kernel starts: whoever asks for one hears it as a result, wherever its box is.

import type { ExecResult } from "../core/session.ts";
import type { CommandOutput } from "./capped-output.ts";

/** MAX_ARG_STRLEN of Linux, with the NUL at the end. */
const wordBytes = 131_072;

/** The result with exit code 126 and why on its standard error; undefined where a kernel would take it. */
export function unstartable(
  command: string | readonly string[],
  env: Readonly<Record<string, string>>,
  output: CommandOutput,
): ExecResult | undefined {
  const pairs = Object.entries(env).map(([name, value]) => `${name}=${value}`);
  const why = whyNot([...(typeof command === "string" ? [command] : command), ...pairs]);
  if (why === undefined) return undefined;
  output.stderr.write(Buffer.from(`exec failed: ${why}\n`));
  return output.result(126, false);
}

function whyNot(words: readonly string[]): string | undefined {
  if (words.some((word) => word.includes("\0"))) return "invalid argument";
  return words.some((word) => Buffer.byteLength(word) >= wordBytes) ? "argument list too long" : undefined;
}
