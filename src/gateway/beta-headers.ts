// Anthropic's beta features that a box may ask for: those that only change how a message looks. Others would change
// the price, reach out or keep something; a box that asks for one gets on without it.

const allowed = [
  ...["claude-code", "interleaved-thinking", "fine-grained-tool-streaming", "token-efficient-tools", "effort"],
  ...["prompt-caching", "extended-cache-ttl", "context-management", "structured-outputs", "pdfs", "output-128k"],
  ...["model-context-window-exceeded", "thinking-display-updates", "thinking-token-count"],
  ...["prompt-caching-scope", "mid-conversation-system"],
];

/** The headers of a request that go upstream; of a box's own, no other does. */
export function betaHeaders(headers: Readonly<Record<string, string>> = {}): Record<string, string> {
  const wanted = (headers["anthropic-beta"] ?? "").split(",").map((name) => name.trim());
  const kept = wanted.filter(
    (name) => allowed.includes(name.replace(/-(\d{4}-\d{2}-\d{2}|\d{8})$/, "")) && name !== "",
  );
  return kept.length === 0 ? {} : { "anthropic-beta": kept.join(",") };
}
