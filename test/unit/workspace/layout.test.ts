import { chmod, mkdir, readFile, stat, writeFile } from "node:fs/promises";
import { join, relative } from "node:path";
import { describe, expect, test } from "vitest";
import { layout, makeFolders, ownedByCodingAgent, rehearsalLayout } from "../../../src/workspace/layout.ts";
import { createLearnings, formatLearningsEntry } from "../../../src/workspace/learnings.ts";
import { safeName } from "../../../src/workspace/safe-name.ts";
import { temporaryFolder } from "../../helpers/temporary-folder.ts";

describe("layout", () => {
  test("a person's experiment lives in the clone, its host state under .runs", () => {
    const paths = layout({ root: "/clone", experiment: "main" });
    expect([paths.agentFile, paths.resultsFile, paths.host.journalFile, paths.host.lineage]).toEqual([
      "/clone/agent/agent.ts",
      "/clone/workspace/results.tsv",
      "/clone/.runs/main/journal.sqlite",
      "/clone/.runs/main/lineage.git",
    ]);
  });

  test("the rehearsal has the same shape, wholly under .runs/rehearsal", () => {
    const own = layout({ root: "/clone", experiment: "main" });
    const rehearsal = rehearsalLayout("/clone");
    const flat = ({ host, root, ...paths }: typeof own): string[] =>
      Object.values(paths)
        .map((path) => relative(root, path))
        .concat(Object.values(host).map((path) => relative(host.folder, path)));
    expect(flat(rehearsal)).toEqual(flat(own));
    expect(rehearsal.root).toBe("/clone/.runs/rehearsal");
    expect(rehearsal.host.folder).toBe("/clone/.runs/rehearsal/host");
    expect(ownedByCodingAgent).toEqual(["agent/agent.ts", "workspace/learnings.md"]);
  });

  test("the host's folder is closed to others, even if it was open", async () => {
    await using folder = await temporaryFolder();
    const paths = layout({ root: folder.path, experiment: "main" });
    await mkdir(paths.host.folder, { recursive: true });
    await chmod(paths.host.folder, 0o755);
    await makeFolders(paths);
    await makeFolders(paths);
    expect((await stat(paths.host.folder)).mode & 0o777).toBe(0o700);
    expect((await stat(paths.traces)).isDirectory()).toBe(true);
  });
});

describe("safeName", () => {
  const hostile = [
    ...["", ".", "..", "../x", "a/b", "a\\b", ".hidden", "-rf", "con", "nul.txt", "a.", "A", "a", "x~1", "ä", "ae"],
    ...["a\u0000b", "a b", "a\nb", "x".repeat(80), "x".repeat(81), "x".repeat(5000), "\ud800", "\ud801", "__proto__"],
  ];

  test("plain ids stay as they are", () => {
    expect(["cobol-modernization", "task_1", "12", "v1.2"].map(safeName)).toEqual([
      "cobol-modernization",
      "task_1",
      "12",
      "v1.2",
    ]);
  });

  test("any id becomes one portable name of its own, also where case is ignored", () => {
    const taken = hostile.map(safeName);
    expect(new Set(taken.map((name) => name.toLowerCase())).size).toBe(hostile.length);
    for (const name of taken) expect(name).toMatch(/^[a-z0-9~_][a-z0-9._~-]{0,99}$/);
    for (const name of taken) expect(name).not.toMatch(/^(?:con|nul)(?:\.|$)|\.$/);
    expect(taken.map(safeName)).not.toEqual(hostile);
  });
});

describe("learnings.md", () => {
  test("it is made once and never overwritten", async () => {
    await using folder = await temporaryFolder();
    const path = join(folder.path, "workspace", "learnings.md");
    expect(await createLearnings(path)).toBe(true);
    expect(await readFile(path, "utf8")).toMatch(/^# Learnings\n/);
    await writeFile(path, "mine\n");
    expect(await createLearnings(path)).toBe(false);
    expect(await readFile(path, "utf8")).toBe("mine\n");
  });

  test("an entry has the original's heading and fields", () => {
    const entry = {
      iteration: 3,
      before: 0.5,
      after: 0.625,
      accepted: true,
      whatChanged: "Plan first.",
      patternConfirmed: "Forgotten requirements.",
      whatWorked: "The to-do list.",
      needsFromHuman: "none",
    };
    expect(formatLearningsEntry(entry).split("\n\n")).toEqual([
      "\n## Iteration 3 — val_score: 0.50 → 0.63 ✓",
      "**What changed:** Plan first.",
      "**Pattern confirmed:** Forgotten requirements.",
      "**What worked / didn't work:** The to-do list.",
      "**Needs from human:** none\n",
    ]);
    expect(formatLearningsEntry({ ...entry, accepted: false })).toContain("→ 0.63 ✗\n");
  });
});
