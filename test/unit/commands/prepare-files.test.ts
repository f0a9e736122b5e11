import { mkdir, readdir, readFile, stat, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";
import { namesOf, prepareFiles } from "../../../src/commands/prepare-files.ts";
import { type Layout, layout } from "../../../src/workspace/layout.ts";
import { temporaryFolder } from "../../helpers/temporary-folder.ts";

const packageRoot = fileURLToPath(new URL("../../..", import.meta.url));

function prepare(
  paths: Layout,
  { overwriteAgent = false, names = ["terminal-bench"] }: { overwriteAgent?: boolean; names?: string[] } = {},
): Promise<string[]> {
  return prepareFiles({ layout: paths, packageRoot, names, overwriteAgent });
}

describe("preparing", () => {
  test("makes agent.ts from its template and PROGRAM.md from base, a blank line and supplement", async () => {
    await using folder = await temporaryFolder();
    const paths = layout({ root: folder.path, experiment: "main" });
    expect(await prepare(paths)).toEqual([
      "made agent/agent.ts from agent/templates/terminal-bench.ts",
      "made PROGRAM.md: steer the coding agent by editing it",
    ]);
    const read = async (path: string) => await readFile(join(packageRoot, path), "utf8");
    expect(await readFile(paths.agentFile, "utf8")).toBe(await read("agent/templates/terminal-bench.ts"));
    const [base, supplement] = [
      await read("program_templates/base.md"),
      await read("program_templates/terminal-bench.md"),
    ];
    expect(await readFile(paths.programFile, "utf8")).toBe(`${base.trimEnd()}\n\n${supplement.trimEnd()}\n`);
    expect((await readdir(folder.path)).sort()).toEqual([
      ".runs",
      "PROGRAM.md",
      "agent",
      "program_templates",
      "workspace",
    ]);
    expect((await stat(paths.host.folder)).mode & 0o777).toBe(0o700);
  });

  test("again leaves everything as the person has it", async () => {
    await using folder = await temporaryFolder();
    const paths = layout({ root: folder.path, experiment: "main" });
    await prepare(paths);
    await writeFile(paths.agentFile, "// mine\n");
    await writeFile(paths.programFile, "# mine\n");
    await writeFile(join(paths.programTemplates, "base.md"), "# my base\n");
    expect(await prepare(paths)).toEqual([]);
    const now = [paths.agentFile, paths.programFile, join(paths.programTemplates, "base.md")];
    expect(await Promise.all(now.map(async (path) => await readFile(path, "utf8")))).toEqual([
      ...["// mine\n", "# mine\n", "# my base\n"],
    ]);
  });

  test("takes the person's own template and base where they are there", async () => {
    await using folder = await temporaryFolder();
    const paths = layout({ root: folder.path, experiment: "main" });
    await mkdir(paths.agentTemplates, { recursive: true });
    await writeFile(join(paths.agentTemplates, "terminal-bench.ts"), "// my template\n");
    await prepare(paths);
    expect(await readFile(paths.agentFile, "utf8")).toBe("// my template\n");
  });

  test("looks by the dataset's own name before the benchmark's, and adds what is missing beside a person's own files", async () => {
    await using folder = await temporaryFolder();
    const paths = layout({ root: folder.path, experiment: "main" });
    await mkdir(paths.programTemplates, { recursive: true });
    await writeFile(join(paths.programTemplates, "mine.md"), "# mine\n");
    const names = namesOf({ name: "terminal-bench", ownName: () => "mine" }, {});
    expect(names).toEqual(["mine", "terminal-bench"]);
    expect((await prepare(paths, { names }))[0]).toBe("made agent/agent.ts from agent/templates/terminal-bench.ts");
    const base = await readFile(join(packageRoot, "program_templates/base.md"), "utf8");
    expect(await readFile(paths.programFile, "utf8")).toBe(`${base.trimEnd()}\n\n# mine\n`);
    expect((await readdir(paths.programTemplates)).sort()).toEqual(["base.md", "mine.md", "terminal-bench.md"]);
  });

  test("says which files it looked for where there is none of them", async () => {
    await using folder = await temporaryFolder();
    const paths = layout({ root: folder.path, experiment: "main" });
    await expect(prepare(paths, { names: ["mine", "other"] })).rejects.toMatchObject({
      ...{ fault: "config", code: "template-missing" },
      message: expect.stringContaining("agent/templates/mine.ts or agent/templates/other.ts"),
    });
  });

  test("replaces agent.ts only when told to", async () => {
    await using folder = await temporaryFolder();
    const paths = layout({ root: folder.path, experiment: "main" });
    await prepare(paths);
    await writeFile(paths.agentFile, "// mine\n");
    expect(await prepare(paths, { overwriteAgent: true })).toEqual([
      "made agent/agent.ts from agent/templates/terminal-bench.ts",
    ]);
    expect(await readFile(paths.agentFile, "utf8")).not.toBe("// mine\n");
  });
});
