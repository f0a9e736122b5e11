// The files that init writes: pure, from what was found and what the package has.

import { scorerText } from "./scorer.ts";
import { refused, type Source } from "./source.ts";

export interface PlanOptions {
  /** Lower-case letters, digits and -: of the program's folder, the template and the supplement. */
  name: string;
  model: string;
  /** Texts of the package's own files, by benchmark. */
  template: (benchmark: string) => Promise<string>;
  supplement: (benchmark: string) => Promise<string>;
  /** The text of a file of the person's. */
  read: (path: string) => Promise<string>;
}

export interface PlannedFile {
  /** Relative to the root, with forward slashes. */
  path: string;
  content: string;
  /** In a few words. */
  what: string;
}

/** Names that are the package's: a template of the same name would be taken for it. */
const taken = ["base", "terminal-bench", "tau-bench", "bird-interact", "command", "agent", "workspace", "datasets"];

/** As a folder and a template may be called. Throws config "name-invalid" for one that a person chose. */
export function nameFor(wished: string | undefined, path: string): string {
  if (wished !== undefined) {
    if (/^[a-z0-9][a-z0-9-]*$/.test(wished) && !taken.includes(wished)) return wished;
    throw refused(
      "name-invalid",
      `--name ${wished}: expected lower-case letters, digits and -, and none of ${taken.join(", ")}`,
    );
  }
  const stem =
    path
      .replace(/\/$/, "")
      .split("/")
      .at(-1)
      ?.replace(/\.[^.]*$/, "") ?? "";
  const plain =
    stem
      .toLowerCase()
      .replace(/[^a-z0-9]+/g, "-")
      .replace(/^-|-$/g, "") || "own";
  return taken.includes(plain) ? `my-${plain}` : plain;
}

export async function planFiles(source: Source, options: PlanOptions): Promise<PlannedFile[]> {
  const { name, model } = options;
  const benchmark = source.kind === "harbor" ? "terminal-bench" : "command";
  const { keys, files, own } = await partsOf(source, options);
  const config = { benchmark, ...keys, agent_model: model };
  const lines = Object.entries(config).map(([key, value]) => `${key}: ${yamlText(value)}`);
  const renamed = (text: string) => text.replaceAll(`agent/templates/${benchmark}.ts`, `agent/templates/${own}.ts`);
  return [
    ...files,
    { path: "experiment_config.yaml", content: `${introduction(name)}\n${lines.join("\n")}\n`, what: "the experiment" },
    { path: `agent/templates/${own}.ts`, content: await options.template(benchmark), what: "the agent as it begins" },
    {
      path: `program_templates/${own}.md`,
      content: renamed(await options.supplement(benchmark)),
      what: "what the coding agent is told of this benchmark: add what you know",
    },
  ];
}

/** Plain where YAML takes it for text, else quoted as JSON, which YAML reads too. */
function yamlText(value: string): string {
  return /^(?:\.\/)?[a-z][\w./ -]*$/i.test(value) && !value.endsWith(" ") ? value : JSON.stringify(value);
}

const introduction = (name: string) =>
  `# ${name}. docs/configuration.md of auto-harness explains every key; keys of models belong into .env.`;

interface Parts {
  keys: Readonly<Record<string, string>>;
  files: PlannedFile[];
  /** The name by which template and supplement are found: the dataset's or the program's folder. */
  own: string;
}

async function partsOf(source: Source, { name, read }: PlanOptions): Promise<Parts> {
  switch (source.kind) {
    case "harbor": {
      const own = source.path.split("/").at(-1) || name;
      return { keys: { dataset: `./${source.path}` }, files: [], own };
    }
    case "program": {
      const folder = source.path.includes("/") ? source.path.slice(0, source.path.lastIndexOf("/")) : name;
      const script = source.path.split("/").at(-1) ?? "";
      const copy = {
        path: `${name}/${script}`,
        content: await read(source.path),
        what: "a copy, in a folder of its own",
      };
      return {
        keys: { program_folder: `./${folder}`, ...source.keys },
        files: source.path.includes("/") ? [] : [copy],
        own: folder.split("/").at(-1) ?? name,
      };
    }
    case "rows": {
      const rows = source.tasks.map((task) => JSON.stringify(task));
      const keys = {
        tasks_file: "tasks.jsonl",
        run_command: "node bench.mjs",
        oracle_command: "node bench.mjs --oracle",
      };
      return {
        keys: { program_folder: `./${name}`, ...keys },
        files: [
          { path: `${name}/tasks.jsonl`, content: `${rows.join("\n")}\n`, what: `${rows.length} tasks` },
          {
            path: `${name}/bench.mjs`,
            content: scorerText(source.compare),
            what: `asks and scores (${source.compare})`,
          },
        ],
        own: name,
      };
    }
  }
}
