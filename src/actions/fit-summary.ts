/** GitHub drops a step's summary that is larger. */
export const summaryBytesAtMost = 1024 * 1024;

/** Whole lines from the top, so far as they fit; what was cut is said. */
export function fitSummary(lines: readonly string[], bytesAtMost = summaryBytesAtMost): string {
  const whole = `${lines.join("\n")}\n`;
  if (Buffer.byteLength(whole) <= bytesAtMost) return whole;
  const kept: string[] = [];
  let left = bytesAtMost - 300;
  for (const line of lines) {
    left -= Buffer.byteLength(line) + 1;
    if (left < 0) break;
    kept.push(line);
  }
  // A fence, and whatever else was open, ends here.
  const closed = kept.filter((line) => /^`{3,}/.test(line)).length % 2 === 0 ? [] : ["````````"];
  const cut = `**Cut here: ${lines.length - kept.length} of ${lines.length} lines do not fit into a summary of ${bytesAtMost} bytes. The files of this step have all of them.**`;
  return `${[...kept, ...closed, "", "</details>", "", cut].join("\n")}\n`;
}
