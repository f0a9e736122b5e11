import { mkdir, stat, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { describe, expect, test } from "vitest";
import { readDataset, requireDumps } from "../../../src/benchmarks/bird-interact/data/read-dataset.ts";
import { writeGroundTruth } from "../../../src/benchmarks/bird-interact/data/write-ground-truth.ts";
import { datasetFiles, lines, publicRow, truthRow } from "../../helpers/bird-upstream.ts";
import { temporaryFolder } from "../../helpers/temporary-folder.ts";

const all = { dataset: "lite", wanted: () => true } as const;

async function write(folder: string, files: Readonly<Record<string, string>>): Promise<void> {
  for (const [path, content] of Object.entries(files)) {
    await mkdir(dirname(join(folder, path)), { recursive: true });
    await writeFile(join(folder, path), content);
  }
}

async function problemsOf(reading: Promise<unknown>): Promise<string[]> {
  const error = await reading.then(
    () => undefined,
    (thrown: unknown) => thrown,
  );
  expect(error).toMatchObject({ fault: "config", code: "bird-data-invalid" });
  return (error as { context: { problems: string[] } }).context.problems;
}

describe("a dataset", () => {
  test("is read with its ground truth, and nothing of it that no run reads", async () => {
    await using folder = await temporaryFolder();
    await write(folder.path, { ...datasetFiles(publicRow), "ground_truth.jsonl": lines(truthRow) });
    const { rows, databases, notes } = await readDataset(folder.path, all);
    expect(notes).toEqual([]);
    expect(rows).toEqual([
      {
        instance_id: "harbour_1",
        selected_database: "harbour",
        query: "Which ships are longer than 100 metres?",
        amb_user_query: "Which ships are long?",
        user_query_ambiguity: publicRow.user_query_ambiguity,
        knowledge_ambiguity: publicRow.knowledge_ambiguity,
        category: "Query",
        conditions: { order: true },
        sol_sql: truthRow.sol_sql,
        external_knowledge: [1],
        test_cases: [],
        follow_up: {
          query: "And how many?",
          category: "Query",
          conditions: { order: false },
          ...truthRow.follow_up,
        },
      },
    ]);
    expect(databases).toEqual({
      harbour: {
        schema: 'CREATE TABLE "ships" (name text);\n',
        columnMeanings: { "harbour|ships|name": "TEXT. The name." },
        knowledge: [{ id: 1, knowledge: "Ship", description: "d", definition: "x" }],
        dumpFile: null,
        digest: expect.stringMatching(/^[0-9a-f]{64}$/),
      },
    });
  });

  test("keeps the keys of an ambiguity in their order, as the user's prompt shows them", async () => {
    await using folder = await temporaryFolder();
    const knowledge_ambiguity = [{ zeta: 1, term: "a", alpha: { b: null }, deleted_knowledge: 2 }];
    await write(folder.path, datasetFiles({ ...publicRow, ...truthRow, knowledge_ambiguity }));
    const [row] = (await readDataset(folder.path, all)).rows;
    expect(JSON.stringify(row?.knowledge_ambiguity)).toBe(JSON.stringify(knowledge_ambiguity));
  });

  test("that upstream's own script has merged is read as it is", async () => {
    await using folder = await temporaryFolder();
    await write(folder.path, datasetFiles({ ...publicRow, sol_sql: "SELECT 1", follow_up: null }));
    expect((await readDataset(folder.path, all)).rows).toMatchObject([{ sol_sql: ["SELECT 1"], follow_up: null }]);
  });

  test("needs no more of a row than what a run reads", async () => {
    await using folder = await temporaryFolder();
    const least = { instance_id: "a", selected_database: "harbour", amb_user_query: "q", sol_sql: ["SELECT 1"] };
    await write(
      folder.path,
      datasetFiles(least, { ...least, instance_id: "b", follow_up: {}, category: "Management" }),
    );
    expect((await readDataset(folder.path, all)).rows).toMatchObject([
      { user_query_ambiguity: {}, knowledge_ambiguity: [], category: "Query", follow_up: null },
      { category: "Management", conditions: { order: false }, test_cases: [], follow_up: null },
    ]);
  });

  test("names file, line and key of every problem", async () => {
    await using folder = await temporaryFolder();
    const file = join(folder.path, "bird_interact_data.jsonl");
    const broken = [
      { ...publicRow, selected_database: "../etc", amb_user_query: 3 },
      {
        ...publicRow,
        knowledge_ambiguity: [{ deleted_knowledge: "x" }],
        user_query_ambiguity: { critical_ambiguity: 1 },
      },
    ];
    await write(folder.path, { ...datasetFiles(), "bird_interact_data.jsonl": `${lines(...broken)}{\n\n` });
    expect(await problemsOf(readDataset(folder.path, all))).toEqual([
      expect.stringMatching(`^${file}:1: selected_database: `),
      expect.stringMatching(`^${file}:1: amb_user_query: `),
      expect.stringMatching(`^${file}:2: user_query_ambiguity.critical_ambiguity: expected a list`),
      expect.stringMatching(`^${file}:2: knowledge_ambiguity.0.deleted_knowledge: expected a whole number`),
      `${file}:3: not JSON`,
    ]);
  });

  test("refuses an id that stands twice, and a file without tasks", async () => {
    await using folder = await temporaryFolder();
    const file = join(folder.path, "bird_interact_data.jsonl");
    await write(folder.path, datasetFiles(publicRow, publicRow));
    expect(await problemsOf(readDataset(folder.path, all))).toEqual([
      `${file}:2: instance_id: harbour_1 stands in line 1 already`,
    ]);
    await writeFile(file, "\n");
    expect(await problemsOf(readDataset(folder.path, all))).toEqual([`${file}: holds no task`]);
  });

  test("that lacks a database's file, or has a pointer of git LFS in its place, says which", async () => {
    await using folder = await temporaryFolder();
    await write(folder.path, datasetFiles({ ...publicRow, ...truthRow, selected_database: "airport" }));
    await expect(readDataset(folder.path, all)).rejects.toMatchObject({
      code: "bird-data-missing",
      message: expect.stringContaining("airport_schema.txt"),
    });
    await writeFile(join(folder.path, "bird_interact_data.jsonl"), "version https://git-lfs.github.com/spec/v1\n");
    await expect(readDataset(folder.path, all)).rejects.toMatchObject({ code: "bird-data-lfs" });
  });

  test("has digests that change with ground truth and texts", async () => {
    await using folder = await temporaryFolder();
    await write(folder.path, { ...datasetFiles(publicRow), "ground_truth.jsonl": lines(truthRow) });
    const before = await readDataset(folder.path, all);
    expect((await readDataset(folder.path, all)).digest).toBe(before.digest);
    await write(folder.path, { "harbour/harbour_schema.txt": "other" });
    const texts = await readDataset(folder.path, all);
    await write(folder.path, { "ground_truth.jsonl": lines({ ...truthRow, sol_sql: ["SELECT 2"] }) });
    const truth = await readDataset(folder.path, all);
    expect(new Set([before, texts, truth].map(({ digest }) => digest)).size).toBe(3);
    expect(texts.digests).toEqual(before.digests);
    expect(truth.digests).not.toEqual(before.digests);
  });

  test("without dumps says how to make them", async () => {
    await using folder = await temporaryFolder();
    await write(folder.path, datasetFiles({ ...publicRow, ...truthRow }));
    const where = { folder: folder.path, image: "an-image" };
    const dataset = await readDataset(folder.path, all);
    expect(() => requireDumps(dataset, where)).toThrow(/have no dump.sql: harbour[\s\S]*pg_dump/);
    await write(folder.path, { "harbour/dump.sql": "-- dump complete\n" });
    expect(requireDumps(await readDataset(folder.path, all), where)).toEqual(
      new Map([["harbour", join(folder.path, "harbour", "dump.sql")]]),
    );
  });
});

describe("ground truth", () => {
  test("that is missing names address, subject and the exact command", async () => {
    await using folder = await temporaryFolder();
    await write(folder.path, datasetFiles(publicRow));
    const missing = { fault: "config", code: "bird-ground-truth-missing", context: { missing: 1, of: 1 } };
    for (const dataset of ["lite", "full"] as const) {
      const error: unknown = await readDataset(folder.path, { ...all, dataset }).catch((thrown: unknown) => thrown);
      expect(error).toMatchObject(missing);
      const { message } = error as Error;
      expect(message).toContain("bird.bench25@gmail.com");
      expect(message).toContain(`[bird-interact-${dataset} GT&Test Cases]`);
      expect(message).toContain(`npx auto-harness bird merge --data ${folder.path} --ground-truth <file>`);
      expect(message).toContain("CC BY-SA 4.0");
    }
  });

  test("is needed only of the tasks that are wanted", async () => {
    await using folder = await temporaryFolder();
    await write(
      folder.path,
      datasetFiles(publicRow, { ...publicRow, instance_id: "harbour_2", sol_sql: ["SELECT 1"] }),
    );
    const { rows } = await readDataset(folder.path, { dataset: "lite", wanted: (id) => id === "harbour_2" });
    expect(rows.map(({ instance_id }) => instance_id)).toEqual(["harbour_2"]);
  });

  test("is written beside the rows, six keys and no more, for the owner alone, as often as one likes", async () => {
    await using folder = await temporaryFolder();
    await write(folder.path, {
      ...datasetFiles(publicRow),
      "mailed.jsonl": lines(truthRow, { instance_id: "other_1" }),
    });
    for (const _ of [1, 2]) {
      expect(await writeGroundTruth(folder.path, join(folder.path, "mailed.jsonl"))).toMatchObject({
        file: join(folder.path, "ground_truth.jsonl"),
        tasks: 1,
        missing: [],
        strangers: 1,
      });
    }
    expect((await stat(join(folder.path, "ground_truth.jsonl"))).mode & 0o777).toBe(0o600);
    const { rows, notes } = await readDataset(folder.path, all);
    expect(notes).toEqual([]);
    expect(rows).toMatchObject([{ sol_sql: truthRow.sol_sql, query: publicRow.query, follow_up: truthRow.follow_up }]);
  });

  test("of a follow-up that the task has not is left out, and a follow-up without any stays without", async () => {
    await using folder = await temporaryFolder();
    const single = { ...publicRow, instance_id: "harbour_2", follow_up: null };
    const { follow_up: _, ...half } = truthRow;
    const truth = lines({ ...truthRow, instance_id: "harbour_2" }, half);
    await write(folder.path, { ...datasetFiles(publicRow, single), "ground_truth.jsonl": truth });
    expect((await readDataset(folder.path, all)).rows.map(({ follow_up }) => follow_up?.sol_sql)).toEqual([
      [],
      undefined,
    ]);
  });

  test("for another dataset, with an id twice, or with a wrong type is refused, and nothing is written", async () => {
    await using folder = await temporaryFolder();
    const mailed = join(folder.path, "mailed.jsonl");
    await write(folder.path, datasetFiles(publicRow));
    for (const [content, problem] of [
      [lines({ ...truthRow, instance_id: "other_1" }), /none of its 1 tasks is one of the 1/],
      [lines(truthRow, truthRow), /mailed.jsonl:2: instance_id: harbour_1 stands in line 1 already/],
      [lines({ ...truthRow, test_cases: [1] }), /mailed.jsonl:1: test_cases.0/],
      [lines({ ...truthRow, follow_up: { sol_sql: 3 } }), /mailed.jsonl:1: follow_up.sol_sql/],
    ] as const) {
      await writeFile(mailed, content);
      expect(await problemsOf(writeGroundTruth(folder.path, mailed))).toEqual([expect.stringMatching(problem)]);
    }
    await expect(stat(join(folder.path, "ground_truth.jsonl"))).rejects.toThrow("ENOENT");
  });

  test("for tasks that are not in the dataset is noted", async () => {
    await using folder = await temporaryFolder();
    const truth = lines(truthRow, { ...truthRow, instance_id: "other_1" });
    await write(folder.path, { ...datasetFiles(publicRow), "ground_truth.jsonl": truth });
    expect((await readDataset(folder.path, all)).notes).toEqual([
      "the ground truth has 1 tasks that the dataset has not",
    ]);
  });
});

test("the synthetic dataset is read whole", async () => {
  const folder = join(import.meta.dirname, "../../../datasets/bird-synthetic");
  const dataset = await readDataset(folder, { dataset: "synthetic", wanted: () => true });
  expect(dataset.rows).toHaveLength(24);
  expect(requireDumps(dataset, { folder, image: "" }).size).toBe(3);
});
