import { execFile } from "node:child_process";
import { mkdir, readFile, symlink, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { promisify } from "node:util";
import { expect, test } from "vitest";
import { temporaryFolder } from "../../helpers/temporary-folder.ts";

const root = join(import.meta.dirname, "../../..");

const tests = `
import { beforeAll, describe, expect, test } from "vitest";
test("good", () => undefined);
test("bad", () => expect(1).toBe(2));
test.skip("left out", () => undefined);
describe("outer", () => {
  test("good too", () => undefined);
  describe("inner", () => {
    beforeAll(() => Promise.reject(new Error("the engine is gone")));
    test("never", () => undefined);
  });
});
`;

test("what failed is said with its reason, also what stands before tests", async () => {
  await using folder = await temporaryFolder();
  await mkdir(join(folder.path, "test"));
  await symlink(join(root, "node_modules"), join(folder.path, "node_modules"));
  await writeFile(join(folder.path, "test/one.test.mjs"), tests);
  await writeFile(join(folder.path, "test/two.test.mjs"), 'import "./nowhere.mjs";');
  const file = join(folder.path, "report.json");
  const vitest = join(root, "node_modules/vitest/vitest.mjs");
  const reporter = join(root, "scripts/test-report.mjs");
  const run = promisify(execFile)(process.execPath, [vitest, "run", `--reporter=${reporter}`], {
    cwd: folder.path,
    env: { PATH: process.env["PATH"], HOME: folder.path, AUTO_HARNESS_TEST_REPORT: file },
  });
  await expect(run).rejects.toMatchObject({ code: 1 });
  const { passed, failures } = JSON.parse(await readFile(file, "utf8"));
  expect(passed).toBe(2);
  expect(failures.sort((one: { name: string }, other: { name: string }) => (one.name < other.name ? -1 : 1))).toEqual([
    { name: "test/one.test.mjs > bad", why: expect.stringContaining("expected 1 to be 2") },
    { name: "test/one.test.mjs > left out", why: expect.stringMatching(/^skipped/) },
    { name: "test/one.test.mjs > outer > inner > never", why: expect.stringMatching(/^not run/) },
    {
      name: "test/one.test.mjs: before the tests of outer > inner",
      why: expect.stringContaining("the engine is gone"),
    },
    { name: "test/two.test.mjs: outside its tests", why: expect.stringContaining("nowhere.mjs") },
  ]);
});
