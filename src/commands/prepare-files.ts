// The files a person and a coding agent work with: agent.ts from its template, PROGRAM.md from base and supplement.

import { copyFile, cp, mkdir, readFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { exists } from "../lib/exists.ts";
import { writeAtomic } from "../lib/write-atomic.ts";
import { type Layout, makeFolders, relativePaths } from "../workspace/layout.ts";

export interface PrepareFilesOptions {
  layout: Layout;
  packageRoot: string;
  benchmark: string;
  /** Replaces an agent.ts that is there already; only when told. */
  overwriteAgent: boolean;
}

/** Safe to repeat; what is there stays. Returns a line for each thing that was made. */
export async function prepareFiles({
  layout,
  packageRoot,
  benchmark,
  overwriteAgent,
}: PrepareFilesOptions): Promise<string[]> {
  await makeFolders(layout);
  const said: string[] = [];
  for (const folder of [relativePaths.agentTemplates, relativePaths.programTemplates]) {
    if (await exists(join(layout.root, folder))) continue;
    await cp(join(packageRoot, folder), join(layout.root, folder), { recursive: true });
  }
  const template = join(layout.agentTemplates, `${benchmark}.ts`);
  if (overwriteAgent || !(await exists(layout.agentFile))) {
    await mkdir(dirname(layout.agentFile), { recursive: true });
    await copyFile(template, layout.agentFile);
    said.push(`made ${relativePaths.agentFile} from ${relativePaths.agentTemplates}/${benchmark}.ts`);
  }
  if (!(await exists(layout.programFile))) {
    const parts = await Promise.all(
      ["base", benchmark].map(async (name) => await readFile(join(layout.programTemplates, `${name}.md`), "utf8")),
    );
    await writeAtomic(
      layout.programFile,
      parts
        .map((part) => part.trimEnd())
        .join("\n\n")
        .concat("\n"),
    );
    said.push(`made ${relativePaths.programFile}: steer the coding agent by editing it`);
  }
  return said;
}
