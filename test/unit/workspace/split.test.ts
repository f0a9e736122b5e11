import { readFile, stat, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { sha256 } from "../../../src/lib/digest.ts";
import { benchmarkSplit, checkSplitTasks, makeSplit, readSplit, saveSplit } from "../../../src/workspace/split.ts";
import { temporaryFolder } from "../../helpers/temporary-folder.ts";

const options = { seed: 42, trainFraction: 0.7 };

/** Rewards of a made-up baseline, the same for the same number. */
function rewards(size: number, salt: number): Array<[string, number | null]> {
  return Array.from({ length: size }, (_, index) => {
    const byte = Number.parseInt(sha256(`${salt}/${index}`).slice(0, 2), 16);
    return [`task-${index}`, byte < 20 ? null : byte < 120 ? 1 : byte < 140 ? 0.5 : byte < 160 ? 0.49 : 0];
  });
}

describe("makeSplit", () => {
  test("a known baseline gives a known split", () => {
    const results = Object.fromEntries(["a", "b", "c", "d", "e", "f", "g", "h", "i", "j"].map((id) => [id, 1]));
    const order = Object.keys(results).sort((a, b) => (sha256(`42|split|${a}`) < sha256(`42|split|${b}`) ? -1 : 1));
    expect(makeSplit({ ...results, z: null }, options)).toEqual({
      version: 1,
      seed: 42,
      train_fraction: 0.7,
      train: order.slice(0, 7).sort(),
      test: order.slice(7).sort(),
      left_out: ["z"],
    });
    expect(order.join("")).toBe("hbfdcgiaej");
  });

  test("it covers every task once, keeps the share of passed ones, and does not depend on order", () => {
    for (let salt = 0; salt < 60; salt += 1) {
      const entries = rewards(10 + salt * 3, salt);
      const results = Object.fromEntries(entries);
      const split = makeSplit(results, options);
      const all = [...split.train, ...split.test, ...split.left_out];
      expect(all.toSorted()).toEqual(entries.map(([id]) => id).sort());
      expect(split.left_out).toEqual(
        entries
          .filter(([, reward]) => reward === null)
          .map(([id]) => id)
          .sort(),
      );
      for (const pass of [true, false]) {
        const group = entries.filter(([, reward]) => reward !== null && reward >= 0.5 === pass).map(([id]) => id);
        const inTrain = group.filter((id) => split.train.includes(id)).length;
        expect(inTrain).toBe(Math.floor((7 * group.length) / 10));
      }
      expect(makeSplit(Object.fromEntries(entries.toReversed()), options)).toEqual(split);
    }
  });

  test("another seed gives another split", () => {
    const results = Object.fromEntries(rewards(60, 1));
    expect(makeSplit(results, { ...options, seed: 43 }).train).not.toEqual(makeSplit(results, options).train);
  });

  test("hostile task ids stay what they are", () => {
    const ids = ["__proto__", "constructor", "a/../b", "", " ", "\u0000", "10", "9"].filter((id) => id !== "");
    const split = makeSplit(Object.fromEntries(ids.map((id) => [id, 0])), options);
    expect([...split.train, ...split.test].sort()).toEqual(ids.toSorted());
  });

  test.each([[{}], [{ a: 1 }], [{ a: 1, b: 0 }], [{ a: null, b: null, c: 1 }]])("%j is too small", (results) => {
    expect(() => makeSplit(results, options)).toThrow(
      expect.objectContaining({ fault: "config", code: "split-too-small" }),
    );
  });
});

describe("split.json", () => {
  test("it is saved once, closed to others, and refuses another split", async () => {
    await using folder = await temporaryFolder();
    const path = join(folder.path, "split.json");
    expect(await readSplit(path)).toBeNull();
    const split = makeSplit(Object.fromEntries(rewards(20, 2)), options);
    await saveSplit(path, split);
    expect((await stat(path)).mode & 0o777).toBe(0o600);
    expect(await readSplit(path)).toEqual(split);
    await saveSplit(path, split);
    const other = makeSplit(Object.fromEntries(rewards(20, 2)), { ...options, seed: 1 });
    await expect(saveSplit(path, other)).rejects.toMatchObject({ fault: "config", code: "split-frozen" });
    expect(await readSplit(path)).toEqual(split);
  });

  test("a task in both halves or another version is refused", async () => {
    await using folder = await temporaryFolder();
    const path = join(folder.path, "split.json");
    const split = makeSplit(Object.fromEntries(rewards(20, 2)), options);
    for (const bad of [
      { ...split, test: split.train },
      { ...split, version: 2 },
    ]) {
      await writeFile(path, JSON.stringify(bad));
      await expect(readSplit(path)).rejects.toMatchObject({ code: "workspace-file-invalid" });
    }
    expect(await readFile(path, "utf8")).toContain('"version":2');
  });

  test("tasks that came or went are named", () => {
    const split = makeSplit({ a: 1, b: 1, c: 1, d: null }, options);
    expect(() => checkSplitTasks(split, ["d", "c", "b", "a"])).not.toThrow();
    expect(() => checkSplitTasks(split, ["a", "c", "d", "new"])).toThrow("(no longer there: b; new: new)");
  });
});

describe("benchmarkSplit", () => {
  const sides = new Map([
    ...["a", "b", "c"].map((id) => [id, "train"] as const),
    ...["x", "y"].map((id) => [id, "test"] as const),
  ]);

  test("takes the benchmark's sides and leaves out what has no reward or no side", () => {
    const results = { y: 0, c: 1, a: 0, b: null, x: 1 };
    expect(benchmarkSplit(results, sides, options)).toEqual({
      ...{ version: 1, by: "benchmark", seed: 42, train_fraction: 0.7 },
      ...{ train: ["a", "c"], test: ["x", "y"], left_out: ["b"] },
    });
  });

  test("refuses an empty side", () => {
    expect(() => benchmarkSplit({ a: 1, b: 0, x: null }, sides, options)).toThrow("too few");
  });
});
