import type { CheckResult } from "./checks/check.ts";

const width = 100;
const nameWidth = 13;
const indent = 2 + "missing".length + 2;

/** One screen: at most 24 lines of 100 columns for the eight checks and a help of a few lines. */
export function showChecks(results: readonly CheckResult[], help: readonly string[] = []): string[] {
  const lines = results.flatMap(({ name, status, detail, todo }) => [
    cut(`  ${status.padEnd("missing".length)}  ${name.padEnd(nameWidth)}${detail}`),
    ...(todo === undefined || status === "ok" ? [] : [cut(`${" ".repeat(indent + nameWidth)}→ ${todo}`)]),
  ]);
  const missing = results.filter(({ status }) => status === "missing").map(({ name }) => name);
  const last = missing.length === 0 ? "Everything that is needed is there." : `Missing: ${missing.join(", ")}.`;
  return [...lines, ...(help.length === 0 ? [] : ["", ...help.map(cut)]), "", cut(last)];
}

function cut(line: string): string {
  const flat = line.replace(/\s*\n\s*/g, " ");
  return flat.length <= width ? flat : `${flat.slice(0, width - 1)}…`;
}
