import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import {
  appendResult,
  formatResults,
  nextIteration,
  parseResults,
  readResults,
} from "../../../src/workspace/results-tsv.ts";
import { temporaryFolder } from "../../helpers/temporary-folder.ts";

const at = new Date("2026-01-02T03:04:05.678Z");
const header = "iteration\tval_score\tcommit\tevals_passed\tevals_total\ttimestamp";
const baseline = { iteration: 0, valScore: 1 / 32, commit: "baseline", evalsPassed: 0, evalsTotal: 0, at };
const first = { iteration: 1, valScore: 19 / 35, commit: "abc1234", evalsPassed: 3, evalsTotal: 4, at };

describe("results.tsv", () => {
  test("has the original's format and reads back as written", async () => {
    await using folder = await temporaryFolder();
    const path = join(folder.path, "workspace", "results.tsv");
    expect(await readResults(path)).toEqual([]);
    const rows = [await appendResult(path, baseline), await appendResult(path, first)];
    expect(await readFile(path, "utf8")).toBe(
      `${header}\n0\t0.0312\tbaseline\t0\t0\t2026-01-02T03:04:05+00:00\n` +
        "1\t0.5429\tabc1234\t3\t4\t2026-01-02T03:04:05+00:00\n",
    );
    expect(await readResults(path)).toEqual(rows);
    expect(parseResults(formatResults(rows), path)).toEqual(rows);
    expect(nextIteration(rows)).toBe(2);
  });

  test.each([
    ["an iteration that was recorded", { ...first, iteration: 0 }, "results-wrong-iteration"],
    ["an iteration that leaves a gap", { ...first, iteration: 2 }, "results-wrong-iteration"],
    ["a commit that is no hash", { ...first, commit: "HEAD" }, "results-wrong-row"],
    ["a commit with a tab", { ...first, commit: "abc1234\t1" }, "results-wrong-row"],
    ["more passed than there are", { ...first, evalsPassed: 5 }, "results-wrong-row"],
    ["a score above 1", { ...first, valScore: 1.5 }, "results-wrong-row"],
  ])("refuses %s and stays as it is", async (_, row, code) => {
    await using folder = await temporaryFolder();
    const path = join(folder.path, "results.tsv");
    await appendResult(path, baseline);
    const before = await readFile(path, "utf8");
    await expect(appendResult(path, row)).rejects.toMatchObject({ fault: "config", code });
    expect(await readFile(path, "utf8")).toBe(before);
  });

  test.each([
    ["no header\n", 1, "expected the header"],
    [`${header}\n0\t0.5\tbaseline\t0\t0\t2026-01-02T03:04:05Z\n`, 2, "val_score: expected a score"],
    [`${header}\n0\t0.5000\tbaseline\t0\t0\n`, 2, "expected 6 columns"],
    [`${header}\n0\t0.5000\tbaseline\t0\t0\tyesterday\n`, 2, "timestamp: expected a UTC time"],
    [
      `${header}\n0\t0.5000\tbaseline\t0\t0\t2026-01-02T03:04:05Z\n\n2\t0.5000\tabc1234\t0\t0\t2026-01-02T03:04:05Z\n`,
      4,
      "expected iteration 1, got 2",
    ],
    [`${header}\n0\t0.5000\tabc1234\t0\t0\t2026-01-02T03:04:05Z\n`, 2, "the commit of row 0 is baseline"],
  ])("names file and line of what it can't read: %j", async (text, line, problem) => {
    await using folder = await temporaryFolder();
    const path = join(folder.path, "results.tsv");
    await writeFile(path, text);
    await expect(readResults(path)).rejects.toMatchObject({
      code: "workspace-file-invalid",
      message: expect.stringContaining(`${path}:${line}: ${problem}`),
    });
  });

  test("an original file with CRLF and a closing Z is read", () => {
    const text = `${header}\r\n0\t0.5000\tbaseline\t0\t0\t2026-01-02T03:04:05Z\r\n`;
    expect(parseResults(text, "results.tsv")).toHaveLength(1);
  });
});
