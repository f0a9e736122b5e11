/** UTC, ISO 8601 to the second, as the workspace files write it: `2026-01-02T03:04:05+00:00`. */
export function utcTimestamp(at: Date): string {
  return `${at.toISOString().slice(0, 19)}+00:00`;
}

/** What a reader of the workspace files accepts: the form above, or a closing `Z`. */
export const utcTimestampPattern = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\+00:00|Z)$/;
