import { stringify } from "yaml";
import type { KeyDescription } from "./describe-keys.ts";
import type { ConfigTables } from "./schema.ts";

/**
 * The template: a config for the first benchmark that works as it is once the model is named, every other key with its
 * default or an example as a comment. Common keys first, then a section for each benchmark.
 */
export function renderTemplate(tables: ConfigTables, keys: readonly KeyDescription[]): string {
  const [first = ""] = Object.keys(tables.benchmarks);
  const sections = [...new Set(keys.map(({ section }) => section))].map((section) => {
    const own = keys.filter((key) => key.section === section);
    const title = titles[section] ?? `Only with benchmark: ${section}`;
    const use = own[0]?.benchmark === null || section === first ? [] : [renderUse(section, own)];
    return [`# --- ${title} ---`, ...use, ...own.map((key) => renderKey(key, first))].join("\n\n");
  });
  return [introduction, ...sections].join("\n\n").concat("\n");
}

const introduction = `# yaml-language-server: $schema=./docs/experiment-config.schema.json
# Copy to experiment_config.yaml, name your model, put its key into .env and type: npm start
# A key that begins with # shows its default or an example. docs/configuration.md explains them all.`;

const titles: Readonly<Record<string, string>> = {
  benchmark: "Benchmark",
  agent: "The agent and its model",
  trials: "Trials",
  gate: "Gate",
  codingAgent: "Coding agent",
  loop: "Loop",
};

function renderKey(description: KeyDescription, first: string): string {
  const { key, benchmark, choices, required, example } = description;
  const active = required && (benchmark === null || benchmark === first);
  const value = key === "benchmark" ? first : example;
  const lines = stringify({ [key]: value }, { lineWidth: 0 })
    .trimEnd()
    .split("\n");
  const list = choices.length > 1 ? ` One of: ${choices.join(", ")}.` : "";
  return [...comment(`${description.description}${list}`), ...lines.map((line) => (active ? line : `# ${line}`))].join(
    "\n",
  );
}

function renderUse(benchmark: string, keys: readonly KeyDescription[]): string {
  const required = keys.filter((key) => key.required).map(({ key }) => `\`${key}\``);
  const needed = required.length === 0 ? "" : ` It needs ${required.join(" and ")}.`;
  return comment(
    `To use it, set \`benchmark: ${benchmark}\` at the top and leave the other benchmarks' keys out.${needed}`,
  ).join("\n");
}

const comment = (text: string): string[] => wrap(text).map((line) => `# ${line}`);

function wrap(text: string, width = 110): string[] {
  const lines: string[] = [];
  for (const word of text.split(" ")) {
    const last = lines.at(-1);
    if (last !== undefined && last.length + 1 + word.length <= width) lines[lines.length - 1] = `${last} ${word}`;
    else lines.push(word);
  }
  return lines;
}
