/** One line, as Harbor knows them. */
const canary = /^(?:<!--.*canary.*-->|#.*canary.*)$/i;

/** Canary comments at the top keep datasets out of training sets; they are not part of the instruction. */
export function stripCanary(text: string): string {
  const lines = text.split("\n");
  const first = lines.findIndex((line) => !canary.test(line.trim()));
  return (first === -1 ? [] : lines.slice(first)).join("\n").trim();
}
