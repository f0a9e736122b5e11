import { stringify } from "yaml";
import type { KeyDescription } from "./describe-keys.ts";
import type { ConfigNames } from "./schema.ts";

/**
 * The template: an example for the first benchmark that works as it is once the model is named, every other key with
 * its default as a comment, and a commented example for each further benchmark.
 */
export function renderTemplate(names: ConfigNames, keys: readonly KeyDescription[]): string {
  const [first = "", ...others] = names.benchmarks;
  const sections = [...new Set(keys.map(({ section }) => section))].map((section) => {
    const own = keys.filter((key) => key.section === section);
    return [`# --- ${titles[section] ?? section} ---`, ...own.map((key) => renderKey(key, first))].join("\n\n");
  });
  return [introduction, ...sections, ...others.map((name) => renderExample(name, keys))].join("\n\n").concat("\n");
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

function renderKey({ key, description, required, example }: KeyDescription, benchmark: string): string {
  const active = required || key === "dataset";
  const value = key === "benchmark" ? benchmark : example;
  const lines = stringify({ [key]: value }, { lineWidth: 0 })
    .trimEnd()
    .split("\n");
  return [...wrap(description).map((line) => `# ${line}`), ...lines.map((line) => (active ? line : `# ${line}`))].join(
    "\n",
  );
}

function renderExample(benchmark: string, keys: readonly KeyDescription[]): string {
  const required = keys.filter((key) => key.required && key.key !== "benchmark");
  const values = { benchmark, ...Object.fromEntries(required.map(({ key, example }) => [key, example])) };
  const lines = stringify(values, { lineWidth: 0 }).trimEnd().split("\n");
  return [`# --- Example: ${benchmark} ---`, ...lines.map((line) => `# ${line}`)].join("\n");
}

function wrap(text: string, width = 110): string[] {
  const lines: string[] = [];
  for (const word of text.split(" ")) {
    const last = lines.at(-1);
    if (last !== undefined && last.length + 1 + word.length <= width) lines[lines.length - 1] = `${last} ${word}`;
    else lines.push(word);
  }
  return lines;
}
