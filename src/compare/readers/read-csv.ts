import { invalidSource, type TrialReward } from "../source.ts";
import { parseCsv } from "./parse-csv.ts";
import { isReward, type RewardRow, trialsOfRows } from "./reward-rows.ts";

/**
 * A header with task and reward, optionally trial, in any order; other columns are not looked at. A reward is 0..1; an
 * empty cell, `null` and `NA` are a missing one. Throws config "compare-source-invalid" with file and line.
 */
export function parseCsvRewards(text: string, file: string): TrialReward[] {
  const [header, ...records] = parseCsv(text, file);
  if (header === undefined) throw invalidSource(file, null, "is empty: expected the header task,reward[,trial]");
  const names = header.cells.map((cell) => cell.trim());
  const [task, reward, trial] = ["task", "reward", "trial"].map((name) => columnOf(names, name, file, header.line));
  if (task === undefined || reward === undefined) {
    const problem = `expected a header with task and reward (and trial), separated by commas; got ${names.join(",")}`;
    throw invalidSource(file, header.line, problem);
  }
  const rows = records.map(({ line, cells }): RewardRow => {
    if (cells.length !== names.length) {
      throw invalidSource(file, line, `expected ${names.length} cells as in the header, got ${cells.length}`);
    }
    const cell = (column: number) => (cells[column] ?? "").trim();
    if (cell(task) === "") throw invalidSource(file, line, "task: expected the task's name");
    if (trial !== undefined && cell(trial) === "") throw invalidSource(file, line, "trial: empty");
    return {
      line,
      task: cell(task),
      reward: rewardOf(cell(reward), file, line),
      trial: trial === undefined ? null : cell(trial),
    };
  });
  return trialsOfRows(rows, file);
}

/** undefined where there is none. */
function columnOf(names: readonly string[], name: string, file: string, line: number): number | undefined {
  const at = names.indexOf(name);
  if (at !== names.lastIndexOf(name)) throw invalidSource(file, line, `the column ${name} is there twice`);
  return at === -1 ? undefined : at;
}

function rewardOf(cell: string, file: string, line: number): number | null {
  if (missing.has(cell)) return null;
  const reward = Number(cell);
  if (isReward(reward)) return reward;
  throw invalidSource(file, line, `reward: expected a number from 0 to 1, or nothing where it is missing, got ${cell}`);
}

const missing: ReadonlySet<string> = new Set(["", "null", "NA"]);
