import { join } from "node:path";
import { expect, test } from "vitest";
import type { Task } from "../../../src/core/benchmark.ts";
import type { OracleFacts } from "../../../src/core/trial.ts";
import { openJournal } from "../../../src/trials/journal.ts";
import { judgingOf, verificationPart } from "../../../src/trials/judging.ts";
import type { TrialPlan } from "../../../src/trials/trial-context.ts";
import { fakeTask } from "../../helpers/fake-benchmark.ts";
import { trialRecord } from "../../helpers/fake-trials.ts";
import { temporaryFolder } from "../../helpers/temporary-folder.ts";

const alike: OracleFacts = { leavesProcesses: false, needsBox: false, changes: ["/usr/bin/x"] };
const needs: OracleFacts = { leavesProcesses: true, needsBox: true, changes: [] };
const task: Task = { ...fakeTask("alpha"), verification: "auto" };
const candidate = { kind: "candidate", code: "", digest: "d" } as const;

function planOf(options: Partial<TrialPlan> = {}): TrialPlan {
  return { task, agent: candidate, step: "train", decision: "", index: 0, ...options };
}

async function shown(...facts: OracleFacts[]) {
  const folder = await temporaryFolder();
  const journal = openJournal(join(folder.path, "journal.sqlite"), join(folder.path, "lock.sqlite"));
  for (const [index, oracle] of facts.entries()) {
    const verification = { mode: "shared", reasons: [], flags: [], oracle } as const;
    const record = trialRecord({ agent: "oracle", step: "check", verification });
    const parts = { ...record.parts, taskDigest: task.digest };
    journal.finishTrial({ ...record, key: String(index), parts });
  }
  const part = (plan: TrialPlan) => verificationPart(plan.task, judgingOf(plan, journal));
  return {
    ...{ journal, part },
    async [Symbol.asyncDispose]() {
      journal[Symbol.dispose]();
      await folder[Symbol.asyncDispose]();
    },
  };
}

test("a candidate's key says the policy and what the oracle has shown of this digest of the task", async () => {
  await using nothing = await shown();
  expect(nothing.part(planOf())).toBe("auto");
  expect(nothing.part(planOf({ task: fakeTask("alpha") }))).toBe("shared");
  await using once = await shown(alike);
  expect(once.part(planOf())).toBe("auto, oracle judged alike in a copy");
  expect(once.part(planOf({ task: { ...task, digest: "other" } }))).toBe("auto");
  expect(once.part(planOf({ task: { ...task, verification: "fresh" } }))).toBe("fresh");
  await using twice = await shown(alike, needs);
  expect(twice.part(planOf())).toBe("auto, oracle needs its box");
  expect(judgingOf(planOf(), twice.journal).known).toEqual({ ...needs, changes: ["/usr/bin/x"] });
});

test("what a dataset has kept is used before what the journal has", async () => {
  await using scene = await shown(needs);
  expect(scene.part(planOf({ task: { ...task, oracleFacts: alike } }))).toContain("judged alike");
});

test("an oracle's first trial and nop know nothing; its later ones are judged as a candidate's are", async () => {
  await using scene = await shown(alike);
  const part = (agent: "oracle" | "nop", index: number) => scene.part(planOf({ agent: { kind: agent }, index }));
  expect([part("oracle", 0), part("nop", 0), part("nop", 1)]).toEqual(["auto", "auto", "auto"]);
  expect(part("oracle", 1)).toBe("auto, oracle judged alike in a copy");
  expect(scene.part(planOf({ agent: { kind: "oracle" }, everyWay: true }))).toBe("auto, every way");
});
