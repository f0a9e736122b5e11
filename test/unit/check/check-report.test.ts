import { expect, test } from "vitest";
import { admitTask, type TaskAdmission, unreadableTask } from "../../../src/check/admission.ts";
import { checkReport } from "../../../src/check/check-report.ts";
import { trialRecord } from "../../helpers/fake-trials.ts";

const facts = { benchmark: "fake", agents: ["nop" as const], trials: 1 };
const admitted = (id: string) =>
  admitTask({ id, oracle: true }, { nop: [trialRecord({ outcome: { status: "scored", reward: 0 } })] });
const lost = (id: string) =>
  admitTask({ id, oracle: true }, { nop: [trialRecord({ outcome: { status: "void", reason: "x" } })] });
const refused = (id: string) => unreadableTask({ id, file: null, problem: "no task.toml" });

test.each<[TaskAdmission[], number, string]>([
  [[admitted("b"), admitted("a")], 0, "2 of 2 tasks admitted"],
  [[refused("b"), admitted("a"), refused("c")], 1, "1 of 3 tasks admitted; 2 refused: b, c"],
  [[lost("a"), admitted("b")], 3, "1 of 2 tasks admitted; 1 could not be run: a"],
  [[lost("b"), refused("a")], 1, "0 of 2 tasks admitted; 1 refused: a; 1 could not be run: b"],
])("%#: tasks are sorted, summed up and give exit code %i", (tasks, exitCode, summary) => {
  const report = checkReport(tasks, facts);
  expect(report).toMatchObject({ version: 2, ...facts, exitCode, summary });
  expect(report.tasks.map(({ task }) => task)).toEqual(tasks.map(({ task }) => task).sort());
});
