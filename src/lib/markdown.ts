// Text of others in our Markdown.

/** No markup, no table cell, no mention of a person. */
export function escapeMarkdown(text: string): string {
  return text.replace(/[\\`*_{}[\]<>|#~&]/g, (character) => `&#${character.charCodeAt(0)};`).replaceAll("@", "&#64;");
}

/** Cells as they are: escape what comes from elsewhere. */
export function markdownTable(header: readonly string[], rows: readonly (readonly string[])[]): string[] {
  const line = (cells: readonly string[]) => `| ${cells.join(" | ")} |`;
  return [line(header), line(header.map(() => "---")), ...rows.map(line)];
}

/** As it stands, whatever is in it. */
export function markdownFence(text: string, language = "text"): string[] {
  const longest = Math.max(2, ...[...text.matchAll(/`+/g)].map(([run]) => run.length));
  const fence = "`".repeat(longest + 1);
  return [`${fence}${language}`, ...text.trimEnd().split("\n"), fence];
}
