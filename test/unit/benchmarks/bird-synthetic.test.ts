import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { type BirdTask, readBirdDatabase, readBirdTasks, syntheticFolder } from "../../helpers/bird-dataset.ts";

const tasks = await readBirdTasks();
const databases = [...new Set(tasks.map(({ selected_database }) => selected_database))];
const oneLine = (text: string) => text.replace(/\s+/g, " ");
const goldOf = ({ truth }: BirdTask) => oneLine(truth.sol_sql.join("; "));
const ambiguitiesOf = (task: BirdTask) => [
  ...task.user_query_ambiguity.critical_ambiguity,
  ...task.user_query_ambiguity.non_critical_ambiguity,
  ...task.knowledge_ambiguity,
];

describe("the synthetic BIRD dataset", () => {
  test("has 24 tasks over three databases, two thirds of them queries", () => {
    expect(databases).toEqual(["seedbank", "pilotage", "tramway"]);
    expect(tasks).toHaveLength(24);
    expect(tasks.filter(({ category }) => category === "Query")).toHaveLength(16);
    expect(new Set(tasks.map(({ difficulty_tier }) => difficulty_tier)).size).toBe(3);
    expect(tasks.filter(({ follow_up }) => follow_up === undefined).length).toBeGreaterThan(1);
  });

  test("ids are unique, begin with the database, and tell the category", () => {
    expect(new Set(tasks.map(({ instance_id }) => instance_id)).size).toBe(tasks.length);
    for (const { instance_id, selected_database, category } of tasks) {
      expect(instance_id).toMatch(new RegExp(`^${selected_database}_${category === "Management" ? "M_" : ""}\\d+$`));
    }
  });

  test("the public file holds no ground truth", async () => {
    const text = oneLine(JSON.stringify(JSON.parse(`[${(await publicLines()).join(",")}]`)));
    for (const { truth } of tasks) {
      for (const sql of [...truth.sol_sql, ...(truth.follow_up?.sol_sql ?? [])]) {
        expect(text).not.toContain(JSON.stringify(sql).slice(1, -1));
      }
    }
    expect(text).not.toContain("def test_case");
  });

  test.each(tasks.map((task) => [task.instance_id, task] as const))("%s fits together", async (_id, task) => {
    const { knowledge } = await readBirdDatabase(task.selected_database);
    const ids = knowledge.map(({ id }) => id);
    for (const { sql_snippet } of ambiguitiesOf(task)) expect(goldOf(task)).toContain(oneLine(sql_snippet));
    for (const { term } of [...task.user_query_ambiguity.critical_ambiguity, ...task.knowledge_ambiguity]) {
      expect(task.amb_user_query.toLowerCase()).toContain(term.toLowerCase());
    }
    expect(task.non_critical_ambiguity).toEqual(task.user_query_ambiguity.non_critical_ambiguity);
    const deleted = task.knowledge_ambiguity.flatMap(({ deleted_knowledge: id }) => (id === undefined ? [] : [id]));
    const { truth, follow_up } = task;
    expect(ids).toEqual(
      expect.arrayContaining([...deleted, ...truth.external_knowledge, ...(truth.follow_up?.external_knowledge ?? [])]),
    );
    expect(truth.external_knowledge).toEqual(expect.arrayContaining(deleted));
    expect(truth.test_cases.length > 0).toBe(task.category === "Management");
    expect(truth.follow_up === undefined).toBe(follow_up === undefined);
    expect((truth.follow_up?.test_cases.length ?? 0) > 0).toBe(follow_up?.category === "Management");
    for (const [part, sql] of [[task, truth.sol_sql] as const, [follow_up, truth.follow_up?.sol_sql] as const]) {
      if (part?.category === "Query") expect(/^ORDER BY/m.test(sql?.at(-1) ?? "")).toBe(part.conditions.order);
    }
  });

  test.each(databases)("knowledge of %s has consecutive ids and children that are there", async (db) => {
    const { knowledge } = await readBirdDatabase(db);
    expect(knowledge.map(({ id }) => id)).toEqual(knowledge.map((_, index) => index));
    const children = knowledge.flatMap(({ children_knowledge: ids }) => (ids === -1 ? [] : ids));
    expect(children.length).toBeGreaterThan(0);
    for (const id of children) expect(knowledge[id]).toBeDefined();
  });
});

async function publicLines(): Promise<string[]> {
  const text = await readFile(join(syntheticFolder, "bird_interact_data.jsonl"), "utf8");
  return text.split("\n").filter((line) => line !== "");
}
