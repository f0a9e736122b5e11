// Commands that no kernel starts: whoever asks for one hears it as a result, wherever its box is.

/** MAX_ARG_STRLEN of Linux, with the NUL at the end. */
const wordBytes = 131_072;

/** What its standard error says, with exit code 126; undefined where a kernel would take it. */
export function unstartable(
  command: string | readonly string[],
  env: Readonly<Record<string, string>>,
): string | undefined {
  const pairs = Object.entries(env).map(([name, value]) => `${name}=${value}`);
  const words = [...(typeof command === "string" ? [command] : command), ...pairs];
  if (words.some((word) => word.includes("\0"))) return "exec failed: invalid argument\n";
  return words.some((word) => Buffer.byteLength(word) >= wordBytes)
    ? "exec failed: argument list too long\n"
    : undefined;
}
