// Whether a build failed of what it fetches from, and not of its Dockerfile.

const trouble = new RegExp(
  [
    // The engine itself.
    /cannot connect to the docker daemon|error during connect|no space left on device|code = unavailable/,
    /connection (?:refused|reset|timed out)|dial tcp|i\/o timeout|tls handshake timeout|network is unreachable/,
    /temporary failure (?:in name resolution|resolving)|could not resolve|name resolution/,
    /EAI_AGAIN|ENOTFOUND|ETIMEDOUT|ECONNREFUSED|ECONNRESET|unexpected EOF$/,
    // A registry.
    /toomanyrequests|too many requests|failed to resolve source metadata|failed to do request/,
    // A mirror, as apt, curl, wget, pip and npm tell of its answer.
    /\b50[0234] +(?:internal server error|bad gateway|service unavailable|gateway time-?out)/,
    /returned error: (?:429|5\d\d)\b|\berror 5\d\d\b|\bcode E(?:429|5\d\d)\b/,
  ]
    .map(({ source }) => source)
    .join("|"),
  "im",
);

/** `text`: the log's end, and the builder's own word. */
export function isBuildTrouble(text: string): boolean {
  return trouble.test(text);
}
