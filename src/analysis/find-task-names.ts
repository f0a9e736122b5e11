import type { Finding, KnownTask } from "./finding.ts";
import type { SourceText } from "./read-texts.ts";

/**
 * Ids of tasks, in any spelling that keeps their words apart: log-errors is found in LOG_ERRORS and in logErrors.
 * An id needs six letters or a hyphen, else it is no name one could find; one that is a plain word must stand alone.
 */
export function findTaskNames(texts: readonly SourceText[], tasks: readonly KnownTask[]): Finding[] {
  const ids = tasks
    .filter(({ id }) => id.includes("-") || (id.match(/\p{L}/gu) ?? []).length >= 6)
    .map((task) => ({ task, name: spelled(task.id), plain: /^\p{L}+$/u.test(task.id) }));
  // Without its hyphens, as a name may have it.
  const shortest = Math.min(...ids.map(({ name }) => name.replaceAll("-", "").length));
  const names = new Set<string>();
  return texts.flatMap((text) => {
    const isName = text.kind === "name";
    if (text.kind === "list" || text.text.length < shortest || (isName && names.has(text.text))) return [];
    if (isName) names.add(text.text);
    const content = spelled(isName ? text.text.replaceAll(/(?<=[\p{Ll}\d])(?=\p{Lu})/gu, "-") : text.text);
    return ids
      .filter(({ name, plain }) => (plain ? !isName && content.trim() === name : holdsName(content, name)))
      .map(({ task, name }): Finding => {
        const detail = `names the ${task.side} task ${task.id}${text.kind === "comment" ? " in a comment" : ""}`;
        const at = content.indexOf(name);
        const snippet = isName ? text.text : text.text.slice(at, at + name.length);
        return { kind: "names-task", subject: task.id, detail, task, text, snippet };
      });
  });
}

/** Of the same length as what it is made from. */
function spelled(text: string): string {
  return text.toLowerCase().replaceAll("_", "-");
}

function holdsName(text: string, name: string): boolean {
  const outside = (char: string | undefined) => char === undefined || !/[\p{L}\p{N}-]/u.test(char);
  for (let at = text.indexOf(name); at >= 0; at = text.indexOf(name, at + 1)) {
    if (outside(text[at - 1]) && outside(text[at + name.length])) return true;
  }
  return false;
}
