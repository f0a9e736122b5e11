// Makes an experiment of what a person has: looks, says what it found, writes few files, and runs three tasks.

import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { exitCodes, HarnessError } from "../core/fault.ts";
import { findSource } from "../init/find-source.ts";
import { nameFor, type PlannedFile, planFiles } from "../init/plan-files.ts";
import { type Compare, compares, type Wishes } from "../init/source.ts";
import { exists } from "../lib/exists.ts";
import { plainText } from "../lib/plain-text.ts";
import { writeAtomic } from "../lib/write-atomic.ts";
import { relativePaths } from "../workspace/layout.ts";
import type { Command, CommandContext, FlagValues } from "./command.ts";
import { invalidFlag, isSet, shownFlags, wholeFlag } from "./flags.ts";
import { tryTasks } from "./init-try.ts";

export const init: Command = {
  name: "init",
  summary: "make an experiment of what is here: questions with answers, tasks in Harbor's format, or a program",
  operands: { "[SOURCE]": "JSON lines or CSV, a folder of tasks, or a program; left out: what is found here" },
  options: {
    name: { type: "string", value: "NAME", description: "of the benchmark's folder, template and supplement" },
    model: { type: "string", value: "MODEL", description: "the agent's model; left out: one of the key that is there" },
    question: { type: "string", value: "COLUMN", description: "the column with the question" },
    answer: { type: "string", value: "COLUMN", description: "the column with the right answer" },
    compare: { type: "string", value: compares.join("|"), description: "how answers are compared" },
    run: { type: "string", value: "COMMAND", description: "of a program: asks and scores the task whose id follows" },
    list: { type: "string", value: "COMMAND", description: "of a program: prints the tasks' ids" },
    try: { type: "string", value: "N", description: "tasks that are run at the end; default 3, 0 for none" },
    force: { type: "boolean", description: "replace files that are there" },
    yes: shownFlags.yes,
  },
  async run(flags, context) {
    const { root, packageRoot, out, ask, environment } = context;
    const tries = wholeFlag(flags, "try", { from: 0, to: 100 }) ?? 3;
    const source = await findSource(root, textFlag(flags, "SOURCE"), wishesOf(flags));
    for (const line of source.why) out(`found: ${plainText(line)}`);
    const own = (folder: string, extension: string) => async (benchmark: string) =>
      await readFile(join(packageRoot, folder, `${benchmark}${extension}`), "utf8");
    const { model, why } = modelFor(flags, context);
    out(`model: ${model} (${why})`);
    const files = await planFiles(source, {
      ...{ name: nameFor(textFlag(flags, "name"), source.path), model },
      template: own(relativePaths.agentTemplates, ".ts"),
      supplement: own(relativePaths.programTemplates, ".md"),
      read: async (path) => await readFile(join(root, path), "utf8"),
    });
    if (!isSet(flags, "force")) await requireFree(root, files);
    for (const { path, what } of files) out(`  ${path}  ${what}`);
    const question = `Write these ${files.length} files?`;
    if (!isSet(flags, "yes") && environment.interactive && !(await ask(question))) {
      out("nothing was written");
      return exitCodes.done;
    }
    for (const { path, content } of files) await writeAtomic(join(root, path), content);
    out(`wrote ${files.length} files`);
    const tried = tries === 0 ? exitCodes.done : await tryTasks(context, { count: tries, yes: isSet(flags, "yes") });
    for (const line of await nextLines(root)) out(line);
    return tried;
  },
};

function textFlag(flags: FlagValues, name: string): string | undefined {
  const value = flags[name];
  return typeof value === "string" ? value : undefined;
}

function wishesOf(flags: FlagValues): Wishes {
  const compare = textFlag(flags, "compare");
  if (compare !== undefined && !compares.includes(compare as Compare)) {
    throw invalidFlag(`--compare ${compare}: expected ${compares.join(", ")}`);
  }
  const texts = ["question", "answer", "run", "list"].flatMap((name) => {
    const value = textFlag(flags, name);
    return value === undefined ? [] : [[name, value] as const];
  });
  return { ...Object.fromEntries(texts), ...(compare === undefined ? {} : { compare: compare as Compare }) };
}

const modelOfKey = [
  ["OPENAI_API_KEY", "gpt-5.2"],
  ["ANTHROPIC_API_KEY", "claude-sonnet-5"],
  ["GEMINI_API_KEY", "gemini-3.5-flash"],
] as const;

function modelFor(flags: FlagValues, { environment }: CommandContext): { model: string; why: string } {
  const wished = textFlag(flags, "model");
  if (wished !== undefined) return { model: wished, why: "--model" };
  const known = modelOfKey.find(([key]) => environment.key(key) !== null);
  if (known !== undefined) return { model: known[1], why: `${known[0]} is there; --model names another` };
  return { model: "gpt-5.2", why: "no key is there yet; --model names another" };
}

/** Throws config "file-there". */
async function requireFree(root: string, files: readonly PlannedFile[]): Promise<void> {
  const there = [];
  for (const { path } of files) if (await exists(join(root, path))) there.push(path);
  if (there.length === 0) return;
  const message = `${there.join(", ")} ${there.length === 1 ? "is" : "are"} there already, and nothing was written: --force replaces them`;
  throw new HarnessError({ fault: "config", code: "file-there", message });
}

async function nextLines(root: string): Promise<string[]> {
  const ignored = await readFile(join(root, ".gitignore"), "utf8").catch(() => "");
  const missing = [".env", ".runs/"].filter(
    (name) => !ignored.split("\n").some((line) => line.trim().startsWith(name)),
  );
  return [
    ...(missing.length === 0 ? [] : [`put into .gitignore: ${missing.join(" ")}`]),
    "next: `auto-harness check` (are the tasks fit to score by?), then `auto-harness start --budget 5`",
  ];
}
