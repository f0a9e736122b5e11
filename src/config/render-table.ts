/** A Markdown table with aligned columns, as the repository's formatter leaves it; pipes in cells are escaped. */
export function renderTable(head: readonly string[], rows: ReadonlyArray<readonly string[]>): string {
  const cells = [head, ...rows].map((row) => row.map((text) => text.replaceAll("|", "\\|")));
  const widths = head.map((_, column) => Math.max(3, ...cells.map((row) => [...(row[column] ?? "")].length)));
  const line = (row: readonly string[]): string =>
    `| ${row.map((text, column) => text + " ".repeat((widths[column] ?? 0) - [...text].length)).join(" | ")} |\n`;
  const [first = "", ...others] = cells.map(line);
  return [first, line(widths.map((width) => "-".repeat(width))), ...others].join("");
}
