import { mkdir, readFile, writeFile } from "node:fs/promises";
import { dirname } from "node:path";
import { expect, test } from "vitest";
import { analyseTrain } from "../../../src/analysis/train/analyse-train.ts";
import { analysis } from "../../../src/commands/analysis.ts";
import { rehearsalLayout } from "../../../src/workspace/layout.ts";
import { commandContext } from "../../helpers/command-context.ts";
import { temporaryFolder } from "../../helpers/temporary-folder.ts";
import { run } from "../analysis/train/traces.ts";

const runs = [run("a", { reward: 1 }), run("b", { verifierOutput: "FAILED: no output" })];
const data = analyseTrain({
  ...{ at: "2026-01-01T00:00:00.000Z", label: " (rehearsal)", reference: null, known: [] },
  ...{ rewards: { a: 1, b: 0 }, runs },
});

test("prints the page of the last train run, or its data", async () => {
  await using folder = await temporaryFolder();
  const { analysisDataFile } = rehearsalLayout(folder.path);
  await mkdir(dirname(analysisDataFile), { recursive: true });
  await writeFile(analysisDataFile, JSON.stringify(data));
  const page = await commandContext(folder.path);
  expect(await analysis.run({}, page)).toBe(0);
  expect(page.heard.join("\n")).toContain("score 0.5000 (rehearsal); 1 passed, 1 failed.");
  expect(page.heard.join("\n")).toContain("`FAILED: no output`");
  const json = await commandContext(folder.path);
  expect(await analysis.run({ json: true }, json)).toBe(0);
  expect(JSON.parse(json.heard.join("\n"))).toEqual(data);
  expect(JSON.parse(await readFile(analysisDataFile, "utf8"))).toEqual(data);
});

test("says how to make one where there is none, and what is wrong with one that was edited", async () => {
  await using folder = await temporaryFolder();
  await expect(analysis.run({}, await commandContext(folder.path))).rejects.toMatchObject({
    ...{ fault: "config", code: "no-analysis" },
  });
  const { analysisDataFile } = rehearsalLayout(folder.path);
  await mkdir(dirname(analysisDataFile), { recursive: true });
  await writeFile(analysisDataFile, JSON.stringify({ ...data, score: "high" }));
  await expect(analysis.run({}, await commandContext(folder.path))).rejects.toMatchObject({
    ...{ fault: "config", code: "workspace-file-invalid", message: expect.stringContaining("score") },
  });
});
