import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, test } from "vitest";
import { knownTasks } from "../../../src/analysis/known-tasks.ts";
import { birdTaskTexts } from "../../../src/benchmarks/bird-interact/task-texts.ts";
import { readTaskTexts } from "../../../src/benchmarks/terminal-bench/format/task-texts.ts";
import { fakeTask } from "../../helpers/fake-benchmark.ts";
import { temporaryFolder } from "../../helpers/temporary-folder.ts";

test("a terminal task tells its instruction, and expects what is text in its tests and solution", async () => {
  await using folder = await temporaryFolder();
  for (const part of ["tests/data", "solution"]) await mkdir(join(folder.path, part), { recursive: true });
  await writeFile(join(folder.path, "tests/test.sh"), "check 42");
  await writeFile(join(folder.path, "tests/data/rows.txt"), "a b c");
  await writeFile(join(folder.path, "tests/image.bin"), new Uint8Array([1, 0, 2]));
  await writeFile(join(folder.path, "tests/latin1.txt"), new Uint8Array([0x66, 0xfc, 0x72]));
  await writeFile(join(folder.path, "tests/huge.txt"), "x".repeat(300 * 1024));
  await writeFile(join(folder.path, "solution/solve.sh"), "echo 42");
  expect(await readTaskTexts({ instruction: "count", folder: folder.path })).toEqual({
    instruction: "count",
    expected: ["a b c", "check 42", "echo 42"],
  });
});

test("a terminal task without a solution expects what its tests say", async () => {
  await using folder = await temporaryFolder();
  await mkdir(join(folder.path, "tests"));
  await writeFile(join(folder.path, "tests/test.sh"), "check");
  expect(await readTaskTexts({ instruction: "do", folder: folder.path })).toEqual({
    ...{ instruction: "do", expected: ["check"] },
  });
});

test("a BIRD task tells both questions, and expects the SQL and test cases of both phases", () => {
  const truth = { external_knowledge: [] };
  const rows = [
    {
      ...truth,
      ...{ instance_id: "db_1", amb_user_query: "how many?", query: "how many trees?", sol_sql: ["SELECT 1"] },
      test_cases: ["def check(): ..."],
      follow_up: { ...truth, query: "and shrubs?", sol_sql: ["SELECT 2"], test_cases: [] },
    },
    { ...truth, instance_id: "db_2", amb_user_query: "why?", sol_sql: [], test_cases: [], follow_up: null },
  ];
  const data = Buffer.from(JSON.stringify({ rows, databases: {}, prompts: {} }));
  const setting = { data } as unknown as Parameters<typeof birdTaskTexts>[0]["setting"];
  expect(birdTaskTexts({ id: "db_1", setting })).toEqual({
    instruction: "how many?\nhow many trees?\nand shrubs?",
    expected: ["SELECT 1", "def check(): ...", "SELECT 2"],
  });
  expect(birdTaskTexts({ id: "db_2", setting })).toEqual({ instruction: "why?", expected: [] });
  expect(birdTaskTexts({ id: "gone", setting })).toEqual({});
});

test("what is not known to be a train task is a test task, and a benchmark without texts gives names alone", async () => {
  const tasks = ["a", "b", "c"].map((id) => fakeTask(id));
  expect(await knownTasks({}, tasks, ["b"])).toEqual([
    { id: "a", side: "test" },
    { id: "b", side: "train" },
    { id: "c", side: "test" },
  ]);
  const texts = async ({ id }: { id: string }) => ({ instruction: `do ${id}` });
  expect(await knownTasks({ texts }, tasks.slice(0, 1), [])).toEqual([{ id: "a", side: "test", instruction: "do a" }]);
});
