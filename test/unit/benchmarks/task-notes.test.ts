import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, test } from "vitest";
import { outOfQuarantine, readTaskNotes } from "../../../src/benchmarks/terminal-bench/format/task-notes.ts";
import { withVerification } from "../../../src/benchmarks/terminal-bench/verification/verification-options.ts";
import { formatOracleFacts } from "../../../src/lib/oracle-facts.ts";
import { nextQuarantine } from "../../../src/lib/quarantine.ts";
import { fakeTask } from "../../helpers/fake-benchmark.ts";
import { temporaryFolder } from "../../helpers/temporary-folder.ts";

const facts = { leavesProcesses: true, needsBox: false, changes: ["/usr/bin/x"] };

test("tasks in quarantine are left out and said once, by name and reason", async () => {
  await using folder = await temporaryFolder();
  await writeFile(join(folder.path, "quarantine.yaml"), "# by hand\nbeta: its verifier is flaky\n'org/c': late\n");
  const { quarantine } = await readTaskNotes([folder.path]);
  const said: string[] = [];
  const wanted = outOfQuarantine((id) => id !== "delta", { quarantine, say: (line) => said.push(line) });
  expect(["alpha", "beta", "beta", "org/c", "delta"].map(wanted)).toEqual([true, false, false, false, false]);
  expect(said).toEqual([
    "beta: left out by quarantine.yaml: its verifier is flaky",
    "org/c: left out by quarantine.yaml: late",
  ]);
});

test("a check adds what it refuses, takes out what it admits, and leaves the rest and the comments", async () => {
  await using folder = await temporaryFolder();
  const next = (refused: Record<string, string>, admitted: string[]) =>
    nextQuarantine(folder.path, { refused: new Map(Object.entries(refused)), admitted });
  expect(await next({}, ["alpha"])).toBeNull();
  const first = (await next({ beta: "nop earned 1: too much" }, [])) ?? "";
  expect(first).toMatch(/^# Tasks that are left out/);
  await writeFile(join(folder.path, "quarantine.yaml"), `${first}# mine\ngamma: slow\n`);
  expect(await next({ delta: "#1 fails" }, ["beta"])).toMatch(/# mine\ngamma: slow\ndelta: "#1 fails"\n$/);
  expect(await next({}, ["beta"])).not.toContain("nop earned");
});

test("facts are of one digest of a task, and a later folder wins", async () => {
  await using one = await temporaryFolder();
  await using two = await temporaryFolder();
  const task = fakeTask("alpha");
  const known = (needsBox: boolean) => new Map([["alpha", { digest: task.digest, facts: { ...facts, needsBox } }]]);
  await writeFile(join(one.path, "verification.json"), formatOracleFacts(known(true)));
  await writeFile(join(two.path, "verification.json"), formatOracleFacts(known(false)));
  expect(await readFile(join(two.path, "verification.json"), "utf8")).toContain('\n    "alpha": {"digest":');
  const notes = await readTaskNotes([one.path, two.path]);
  const [same, other] = withVerification([task, { ...task, digest: "new" }], { policy: "auto", facts: notes.facts });
  expect(same).toEqual({ ...task, verification: "auto", oracleFacts: facts });
  expect(other).toEqual({ ...task, digest: "new", verification: "auto" });
});

test.each([
  ["quarantine.yaml", "- alpha\n", "quarantine-invalid"],
  ["quarantine.yaml", "alpha: {\n", "quarantine-invalid"],
  ["quarantine.yaml", "alpha:\n", "quarantine-invalid"],
  ["verification.json", "{}", "verification-file-invalid"],
  ["verification.json", "{", "verification-file-invalid"],
])("%s that says %j is named", async (name, text, code) => {
  await using folder = await temporaryFolder();
  await writeFile(join(folder.path, name), text);
  await expect(readTaskNotes([folder.path])).rejects.toMatchObject({
    ...{ fault: "config", code, message: expect.stringContaining(join(folder.path, name)) },
  });
});
