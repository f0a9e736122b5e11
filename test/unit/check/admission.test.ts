import { describe, expect, test } from "vitest";
import { admitTask, checkReportSchema, type TaskAdmission, unreadableTask } from "../../../src/check/admission.ts";
import { checkLines } from "../../../src/check/check-lines.ts";
import type { OracleFacts, TrialRecord } from "../../../src/core/trial.ts";
import { trialRecord } from "../../helpers/fake-trials.ts";

const task = { id: "alpha", file: "/tasks/alpha/task.toml", oracle: true };

function earned(...rewards: number[]): TrialRecord[] {
  return rewards.map((reward) =>
    trialRecord({ step: "check", outcome: { status: "scored", reward }, verifierOutput: "" }),
  );
}

const lost = trialRecord({ step: "check", outcome: { status: "void", reason: "engine-gone: it went\nat length" } });
const silent = trialRecord({
  ...{ step: "check", verifierOutput: "cannot say" },
  outcome: { status: "invalid", reason: "the verifier gave no reward for nop (wrote no reward.txt)" },
});

describe("a task", () => {
  test("is admitted when oracle earns 1 and nop 0, every time", () => {
    expect(admitTask(task, { oracle: earned(1, 1), nop: earned(0, 0) })).toEqual({
      ...{ task: "alpha", file: "/tasks/alpha/task.toml", admission: "admitted", problems: [], output: "" },
      ...{ forger: null, twice: null, copy: null, processes: null, seconds: 1, imageMb: null },
      oracle: { expected: 1, rewards: [1, 1] },
      nop: { expected: 0, rewards: [0, 0] },
    });
  });

  test.each<[string, Parameters<typeof admitTask>, Pick<TaskAdmission, "admission" | "problems">]>([
    [
      "one trial of three fails",
      [task, { oracle: earned(1, 0.5, 1), nop: earned(0, 0, 0) }],
      { admission: "refused", problems: ["the reference solution earned 0.5 in 1 of 3 trials, expected 1"] },
    ],
    [
      "doing nothing earns more than it should",
      [
        { ...task, floor: 0.25 },
        { oracle: earned(1), nop: earned(1) },
      ],
      { admission: "refused", problems: ["doing nothing earned 1, expected 0.25"] },
    ],
    [
      "doing nothing earns what it is known to earn",
      [
        { ...task, floor: 1 },
        { oracle: earned(1), nop: earned(1) },
      ],
      { admission: "admitted", problems: [] },
    ],
    [
      "there is no reference solution",
      [
        { ...task, oracle: false },
        { oracle: [], nop: earned(0) },
      ],
      { admission: "refused", problems: ["it has no reference solution, so nothing shows that it can be solved"] },
    ],
    [
      "there is none, and none was asked for",
      [{ ...task, oracle: false }, { nop: earned(0) }],
      { admission: "admitted", problems: [] },
    ],
    [
      "the infrastructure failed",
      [task, { oracle: [lost, lost], nop: earned(0, 0) }],
      { admission: "unknown", problems: ["the reference solution could not be run: engine-gone: it went"] },
    ],
    [
      "the verifier is silent, whatever else failed",
      [task, { oracle: [lost], nop: [silent] }],
      {
        admission: "refused",
        problems: [
          "doing nothing: the verifier gave no reward for nop (wrote no reward.txt)",
          "the reference solution could not be run: engine-gone: it went",
        ],
      },
    ],
  ])("where %s", (_, given, expected) => {
    const { admission, problems } = admitTask(...given);
    expect({ admission, problems }).toEqual(expected);
  });

  test("is refused when a reward that was written beforehand scores; one that is not given is as good as 0", () => {
    const nop = earned(0);
    expect(admitTask(task, { oracle: earned(1), nop, forger: earned(1) })).toMatchObject({
      ...{ admission: "refused", forger: { expected: 0, rewards: [1] } },
      problems: ["writing the reward beforehand earned 1, expected 0"],
    });
    for (const forger of [earned(0), [silent]]) {
      expect(admitTask(task, { oracle: earned(1), nop, forger }).admission).toBe("admitted");
    }
  });

  const everyWay = (shared: number, copies: number[], oracle: Partial<OracleFacts> = {}) => {
    const facts = { leavesProcesses: false, needsBox: copies.some((one) => one !== shared), changes: [], ...oracle };
    const verification = {
      mode: "shared",
      reasons: [],
      flags: [],
      oracle: facts,
      rewards: { shared, copies },
    } as const;
    return { ...earned(shared)[0], totalMs: 9000, verification } as TrialRecord;
  };

  test("is refused when its verifier says two things of one state, and not when a copy is judged otherwise", () => {
    expect(admitTask(task, { oracle: [everyWay(1, [1, 0])] })).toMatchObject({
      ...{ admission: "refused", twice: "differs", copy: "otherwise" },
      problems: ["its verifier gave 1 and 0 for one state of the reference solution"],
    });
    expect(admitTask(task, { oracle: [everyWay(1, [0, 0], { leavesProcesses: true })] })).toMatchObject({
      ...{ admission: "admitted", twice: "same", copy: "otherwise", processes: "left", problems: [] },
    });
    expect(admitTask(task, { oracle: [everyWay(1, [1, 1])] })).toMatchObject({ twice: "same", copy: "alike" });
  });

  test("takes as long as the trials that were judged once", () => {
    expect(admitTask(task, { oracle: [everyWay(1, [1, 1]), ...earned(1)] }).seconds).toBe(1);
    expect(admitTask(task, { oracle: [everyWay(1, [1, 1])] }).seconds).toBe(9);
  });

  test("shows what solve.sh said, and the verifier of the trial that went wrong", () => {
    const failed = trialRecord({
      ...{ step: "check", outcome: { status: "scored", reward: 0 }, verifierOutput: "no such file" },
      agentEnd: { how: "finished", code: "oracle", detail: "solve.sh exited 3: oh no\nmore" },
    });
    expect(admitTask(task, { oracle: [...earned(1), failed], nop: earned(0) })).toMatchObject({
      problems: ["the reference solution earned 0 in 1 of 2 trials, expected 1 (solve.sh exited 3: oh no)"],
      output: "no such file",
    });
  });
});

test("a report is a table, then why, then one line; nothing in a name or an output steers the terminal", () => {
  const tasks = [
    admitTask(task, { oracle: earned(1), nop: earned(0) }),
    {
      ...admitTask({ ...task, id: "b\u001b[2Jeta" }, { oracle: earned(0), nop: [lost] }),
      output: "one\n\u001b]0;x\u0007two\n",
    },
    unreadableTask({ id: "gamma", file: null, problem: "task.toml is missing" }),
  ];
  const facts = { version: 2, exitCode: 1, benchmark: "fake", agents: ["oracle", "nop"], trials: 1 } as const;
  const report = checkReportSchema.parse({ ...facts, summary: "1 of 3 tasks admitted", tasks });
  expect(checkLines(report)).toEqual([
    "task      oracle  nop   twice  copy  processes  s  MB  admission",
    "alpha     1       0     -      -     -          1  -   admitted",
    "b?[2Jeta  0       none  -      -     -          1  -   REFUSED",
    "gamma     -       -     -      -     -          -  -   REFUSED",
    "",
    "b?[2Jeta: the reference solution earned 0, expected 1",
    "b?[2Jeta: doing nothing could not be run: engine-gone: it went",
    "    one",
    "    ?]0;x?two",
    "",
    "gamma: task.toml is missing",
    "",
    "1 of 3 tasks admitted",
  ]);
});
