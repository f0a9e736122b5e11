import type { TaskTexts } from "../../core/benchmark.ts";
import type { BirdRow } from "./data/rows.ts";
import type { BirdSetting, BirdTask } from "./load.ts";

/** What the user asks, also when it is clear, and the SQL and test cases that judge an answer. */
export function birdTaskTexts({ id, setting }: Pick<BirdTask, "id" | "setting">): TaskTexts {
  const row = rowsOf(setting).get(id);
  if (row === undefined) return {};
  const { amb_user_query: asked, query = "", follow_up: next } = row;
  const parts = next === null ? [row] : [row, next];
  return {
    instruction: [asked, query, next?.query ?? ""].filter((text) => text !== "").join("\n"),
    expected: parts.flatMap(({ sol_sql: sql, test_cases: cases }) => [...sql, ...cases]),
  };
}

/** Read once per dataset: all tasks share their setting. */
const read = new WeakMap<BirdSetting, ReadonlyMap<string, BirdRow>>();

function rowsOf(setting: BirdSetting): ReadonlyMap<string, BirdRow> {
  const known = read.get(setting);
  if (known !== undefined) return known;
  const { rows } = JSON.parse(Buffer.from(setting.data).toString("utf8")) as { rows: BirdRow[] };
  const byId = new Map(rows.map((row) => [row.instance_id, row] as const));
  read.set(setting, byId);
  return byId;
}
