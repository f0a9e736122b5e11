/** Indices at which these lines stand in a row, in order. */
export function placesOfLines(lines: readonly string[], wanted: readonly string[]): number[] {
  return lines.flatMap((_, at) => (standAt(lines, at, wanted) ? [at] : []));
}

/** Whether they stand in a row from this index on. */
export function standAt(lines: readonly string[], at: number, wanted: readonly string[]): boolean {
  return wanted.every((line, offset) => lines[at + offset] === line);
}
