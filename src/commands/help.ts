import type { Command } from "./command.ts";

export function overview(commands: readonly Command[]): string[] {
  const width = Math.max(...commands.map(({ name }) => name.length));
  return [
    "auto-harness makes your AI agent better overnight: benchmark, analyse, edit, gate, record, repeat.",
    "",
    "usage: auto-harness <command> [options]",
    "",
    ...commands.map(({ name, summary }) => `  ${name.padEnd(width)}  ${summary}`),
    "",
    "auto-harness <command> --help shows its options. Start with `auto-harness start`: it needs no key.",
  ];
}

export function commandHelp({ name, aliases = [], summary, options, actions = {}, operands = {} }: Command): string[] {
  const words = Object.keys(actions);
  const names = Object.keys(operands);
  const rows = Object.entries(options).map(([flag, { value, description, short }]) => {
    const shown = `${short === undefined ? "" : `-${short}, `}--${flag}${value === undefined ? "" : ` ${value}`}`;
    return [shown, description] as const;
  });
  const width = Math.max(0, ...rows.map(([flag]) => flag.length));
  return [
    `usage: auto-harness ${name}${words.length === 0 ? "" : ` <${words.join("|")}>`}${names.map((operand) => (operand.startsWith("[") ? ` ${operand}` : ` <${operand}>`)).join("")}${rows.length === 0 ? "" : " [options]"}`,
    "",
    `${summary}${aliases.length === 0 ? "" : ` (also: ${aliases.join(", ")})`}`,
    ...(words.length === 0
      ? []
      : ["", ...Object.entries(actions).map(([word, text]) => `  ${word.padEnd(widest(words))}  ${text}`)]),
    ...(names.length === 0
      ? []
      : ["", ...Object.entries(operands).map(([operand, text]) => `  ${operand.padEnd(widest(names))}  ${text}`)]),
    ...(rows.length === 0 ? [] : ["", ...rows.map(([flag, text]) => `  ${flag.padEnd(width)}  ${text}`)]),
  ];
}

function widest(words: readonly string[]): number {
  return Math.max(...words.map((word) => word.length));
}
