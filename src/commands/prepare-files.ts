// The files a person and a coding agent work with: agent.ts from its template, PROGRAM.md from base and supplement.

import { copyFile, cp, mkdir, readFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import type { Benchmark } from "../core/benchmark.ts";
import { HarnessError } from "../core/fault.ts";
import { exists } from "../lib/exists.ts";
import { writeAtomic } from "../lib/write-atomic.ts";
import { type Layout, makeFolders, relativePaths } from "../workspace/layout.ts";

export interface PrepareFilesOptions {
  layout: Layout;
  packageRoot: string;
  /** By which template and supplement are looked for, the first that is there: see namesOf. */
  names: readonly string[];
  /** Replaces an agent.ts that is there already; only when told. */
  overwriteAgent: boolean;
}

/** The dataset's own name, where it has one, before the benchmark's. */
export function namesOf(benchmark: Pick<Benchmark, "name" | "ownName">, options: unknown): string[] {
  return [...new Set([benchmark.ownName?.(options) ?? benchmark.name, benchmark.name])];
}

/**
 * Safe to repeat; what is there stays. Returns a line for each thing that was made. Throws config "template-missing"
 * where there is no template or supplement of any of the names.
 */
export async function prepareFiles({
  layout,
  packageRoot,
  names,
  overwriteAgent,
}: PrepareFilesOptions): Promise<string[]> {
  await makeFolders(layout);
  const said: string[] = [];
  await copyTemplates(packageRoot, layout.root, names);
  if (overwriteAgent || !(await exists(layout.agentFile))) {
    const template = await firstOf(layout.root, relativePaths.agentTemplates, names, ".ts");
    await mkdir(dirname(layout.agentFile), { recursive: true });
    await copyFile(join(layout.root, template), layout.agentFile);
    said.push(`made ${relativePaths.agentFile} from ${template}`);
  }
  if (!(await exists(layout.programFile))) {
    const supplement = await firstOf(layout.root, relativePaths.programTemplates, names, ".md");
    const files = [join(layout.programTemplates, "base.md"), join(layout.root, supplement)];
    const parts = await Promise.all(files.map(async (file) => await readFile(file, "utf8")));
    const text = parts.map((part) => part.trimEnd()).join("\n\n");
    await writeAtomic(layout.programFile, `${text}\n`);
    said.push(`made ${relativePaths.programFile}: steer the coding agent by editing it`);
  }
  return said;
}

/** A person's own files stay, and come before ours: of a folder that is there only what is needed is added. */
async function copyTemplates(packageRoot: string, root: string, names: readonly string[]): Promise<void> {
  const needed = {
    [relativePaths.agentTemplates]: names.map((name) => `${name}.ts`),
    [relativePaths.programTemplates]: ["base", ...names].map((name) => `${name}.md`),
  };
  for (const [folder, files] of Object.entries(needed)) {
    const whole = !(await exists(join(root, folder)));
    for (const path of whole ? [folder] : files.map((file) => `${folder}/${file}`)) {
      const from = join(packageRoot, path);
      if ((await exists(join(root, path))) || !(await exists(from))) continue;
      await cp(from, join(root, path), { recursive: true });
    }
  }
}

/** The file of the first name that has one, relative to the root. Throws config "template-missing". */
export async function firstOf(
  root: string,
  folder: string,
  names: readonly string[],
  extension: string,
): Promise<string> {
  const files = names.map((name) => `${folder}/${name}${extension}`);
  for (const file of files) if (await exists(join(root, file))) return file;
  const message = `expected ${files.join(" or ")}, and there is none: copy one of ${folder}/ and change it`;
  throw new HarnessError({ fault: "config", code: "template-missing", message });
}
