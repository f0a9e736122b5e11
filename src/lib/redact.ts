/** Replaces every secret of at least 6 characters, also where only its URL-encoded or Bearer form stands. */
export function redact(text: string, secrets: ReadonlyArray<string | null | undefined>): string {
  let result = text;
  for (const secret of secrets) {
    if (secret === null || secret === undefined || secret.length < 6) continue;
    for (const form of new Set([secret, encodeURIComponent(secret)])) result = result.replaceAll(form, "[redacted]");
  }
  return result;
}
