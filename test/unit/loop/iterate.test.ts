// One trip round the loop with a scripted coding agent; the split is train a b d g h i, test c e f j, and the first
// agent passes a to e: 0.5000 on the test split.

import { appendFile, readdir, readFile, rm, stat, symlink, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, test, vi } from "vitest";
import { stripCandidate as strip } from "../../../src/channel/strip-candidate.ts";
import type { ProposeContext } from "../../../src/core/coding-agent.ts";
import { HarnessError } from "../../../src/core/fault.ts";
import { iterate } from "../../../src/loop/iterate.ts";
import { type IterationRecord, readIterations } from "../../../src/loop/iteration-record.ts";
import { readResults } from "../../../src/workspace/results-tsv.ts";
import { agentSource, type Deed } from "../../helpers/fake-benchmark.ts";
import {
  type FakeExperiment,
  type FakeExperimentOptions,
  firstDeeds,
  openFakeExperiment,
  prepared,
} from "../../helpers/fake-experiment.ts";

vi.setConfig({ testTimeout: 60_000 });

const testTasks = ["task-c", "task-e", "task-f", "task-j"];
const better = { ...firstDeeds, "task-f": 1, "task-g": 1 };
const worse = { ...firstDeeds, "task-c": 0 };

type Propose = NonNullable<FakeExperimentOptions["propose"]>;

async function edit({ tree }: ProposeContext, deeds: Readonly<Record<string, Deed>>): Promise<void> {
  await writeFile(join(tree, "agent/agent.ts"), agentSource(deeds, "edited"));
}

/** A coding agent that edits, asks for the verdict and writes down what it learnt. */
function diligent(deeds: Readonly<Record<string, Deed>>): Propose {
  return async (context) => {
    await edit(context, deeds);
    await context.commands.gate();
    const entry = `\n## Iteration ${context.iteration} — by the coding agent\n`;
    await appendFile(join(context.tree, "workspace/learnings.md"), entry);
    return { summary: "a better idea" };
  };
}

interface Trip extends AsyncDisposable {
  experiment: FakeExperiment;
  /** Goes on where the journal says, as a host that was started again does. */
  go(options?: { signal?: AbortSignal }): Promise<IterationRecord>;
}

async function openTrip(propose: Propose, options: FakeExperimentOptions = {}): Promise<Trip> {
  const experiment = await openFakeExperiment({ ...options, propose });
  const split = await prepared(experiment);
  expect(split.test).toEqual(testTasks);
  return {
    experiment,
    async go({ signal = new AbortController().signal } = {}) {
      const unfinished = readIterations(experiment.context.journal).find(({ phase }) => phase !== "done");
      return await iterate(experiment, { iteration: 1, split, unfinished, strip, signal });
    },
    [Symbol.asyncDispose]: async () => await experiment[Symbol.asyncDispose](),
  };
}

async function scores({ layout }: FakeExperiment): Promise<string[]> {
  return (await readResults(layout.resultsFile)).map(({ valScore }) => valScore);
}

function journalled({ context }: FakeExperiment): IterationRecord | undefined {
  return readIterations(context.journal)[0];
}

describe("an accepted edit", () => {
  test("is committed, recorded, promoted from, and the train split is run with it", async () => {
    await using trip = await openTrip(diligent(better));
    const { experiment } = trip;
    const record = await trip.go();
    expect(record).toMatchObject({
      ...{ iteration: 1, phase: "done", summary: "a better idea", trainScore: 4 / 6, candidate: expect.any(String) },
      verdict: { verdict: "accepted", reason: "improvement", valScore: 0.75, best: 0.5, promoted: ["task-g"] },
    });
    expect(journalled(experiment)).toEqual(record);
    const head = await experiment.lineage.head();
    expect(head?.short).toBe(record.commit);
    expect(await experiment.lineage.read(head?.commit ?? "")).toBe(agentSource(better, "edited"));
    expect(await experiment.read("agent/agent.ts")).toBe(agentSource(better, "edited"));
    expect(await readResults(experiment.layout.resultsFile)).toMatchObject([
      { iteration: 0, valScore: "0.5000", commit: "baseline" },
      { iteration: 1, valScore: "0.7500", commit: record.commit, evalsPassed: 0, evalsTotal: 0 },
    ]);
    expect(JSON.parse(await experiment.read("workspace/suite.json"))).toEqual({
      tasks: ["task-g"],
      threshold: 0.8,
      last_results: { "task-g": 1 },
    });
    expect(JSON.parse(await experiment.read("workspace/train_results.json"))).toMatchObject({
      split: "train",
      results: { "task-a": 1, "task-b": 1, "task-d": 1, "task-g": 1, "task-h": 0, "task-i": 0 },
    });
    const steps = experiment.ran().map((line) => line.split(" ")[0]);
    expect(steps).toEqual([...Array(4).fill("test"), ...Array(3).fill("recheck"), ...Array(6).fill("train")]);
  });

  test("leaves its evidence on the host alone", async () => {
    await using trip = await openTrip(diligent(better));
    await trip.go();
    const file = join(trip.experiment.layout.host.evidence, "it-1.json");
    const evidence = JSON.parse(await readFile(file, "utf8"));
    expect(evidence).toMatchObject({ version: 1, candidate: agentSource(better, "edited") });
    expect(evidence.runs.length).toBe(7);
    expect((await stat(file)).mode & 0o777).toBe(0o600);
  });

  test("stands when the coding agent fails after the verdict", async () => {
    await using trip = await openTrip(async (context) => {
      await edit(context, better);
      await context.commands.gate();
      throw new Error("its connection broke");
    });
    expect(await trip.go()).toMatchObject({ phase: "done", verdict: { verdict: "accepted" } });
    expect(await scores(trip.experiment)).toEqual(["0.5000", "0.7500"]);
  });

  test("stands when the coding agent leaves without waiting for the verdict", async () => {
    await using trip = await openTrip(async (context) => {
      await edit(context, better);
      void context.commands.gate();
      while (journalled(trip.experiment)?.phase !== "gating") await new Promise((resolve) => setTimeout(resolve, 5));
      throw new Error("it lost patience");
    });
    expect(await trip.go()).toMatchObject({ phase: "done", verdict: { verdict: "accepted" } });
  });
});

describe("a rejected edit", () => {
  test("leaves agent.ts, results and suite as they were; candidate and evidence are kept on the host", async () => {
    await using trip = await openTrip(diligent(worse));
    const { experiment } = trip;
    const [agent, results, suite] = await files(experiment);
    const record = await trip.go();
    expect(record).toMatchObject({
      ...{ phase: "done", commit: null, trainScore: null, candidate: agentSource(worse, "edited") },
      verdict: { verdict: "rejected", reason: "test", valScore: 0.25, best: 0.5 },
    });
    expect(await files(experiment)).toEqual([agent, results, suite]);
    expect(await readdir(experiment.layout.host.evidence)).toEqual(["it-1.json"]);
  });

  async function files(experiment: FakeExperiment): Promise<string[]> {
    const paths = ["agent/agent.ts", "workspace/results.tsv", "workspace/suite.json"];
    return await Promise.all(paths.map(async (path) => await experiment.read(path)));
  }
});

describe("an outcome by name", () => {
  test.each<[string, Propose, string, string]>([
    ["no-edit", async () => ({ summary: "no idea" }), "rejected", "agent/agent.ts is as it was"],
    [
      "forbidden-file",
      async (context) => {
        await edit(context, better);
        await writeFile(join(context.tree, "workspace/results.tsv"), "all well\n");
        return { summary: "" };
      },
      "rejected",
      "changed: workspace/results.tsv",
    ],
    [
      "syntax-error",
      async ({ tree }) => {
        await writeFile(join(tree, "agent/agent.ts"), "export const = 1;\n");
        return { summary: "" };
      },
      "rejected",
      "agent.ts:1",
    ],
    [
      "coding-agent-failed",
      async (context) => {
        await edit(context, better);
        throw new HarnessError({ fault: "infrastructure", code: "coding-agent-failed", message: "its model is away" });
      },
      "rejected",
      "its model is away",
    ],
  ])("%s runs no trial, changes nothing and has an entry in learnings", async (reason, propose, verdict, detail) => {
    await using trip = await openTrip(propose);
    const { experiment } = trip;
    const record = await trip.go();
    expect(record).toMatchObject({ phase: "done", commit: null, verdict: { verdict, reason, runs: 0, costUsd: 0 } });
    expect(record.verdict?.detail).toContain(detail);
    expect(experiment.ran()).toEqual([]);
    expect(await scores(experiment)).toEqual(["0.5000"]);
    expect(await experiment.read("agent/agent.ts")).toBe(agentSource(firstDeeds));
    const learnings = await experiment.read("workspace/learnings.md");
    expect(learnings).toMatch(/^## Iteration 1 — val_score: 0\.50 → 0\.50 ✗$/m);
    expect(learnings).toContain(`**What worked / didn't work:** rejected: ${reason}, `);
  });

  test("a config fault of the coding agent ends the night instead", async () => {
    const fault = new HarnessError({ fault: "config", code: "key-missing", message: "no key" });
    await using trip = await openTrip(() => Promise.reject(fault));
    await expect(trip.go()).rejects.toBe(fault);
    expect(journalled(trip.experiment)).toMatchObject({ phase: "proposing", verdict: null });
  });

  test("a failure of the host's own in the middle of judging is thrown, never put on the coding agent", async () => {
    await using trip = await openTrip(diligent(better));
    const bug = new TypeError("undefined is not a function");
    trip.experiment.lineage.record = () => Promise.reject(bug);
    await expect(trip.go()).rejects.toBe(bug);
    expect(journalled(trip.experiment)).toMatchObject({ phase: "gating", verdict: null });
  });
});

describe("the gate in a session", () => {
  test("gives one verdict, and the same again", async () => {
    const heard: string[] = [];
    await using trip = await openTrip(async (context) => {
      await edit(context, better);
      heard.push(await context.commands.gate());
      await edit(context, worse);
      heard.push(await context.commands.gate());
      return { summary: "twice" };
    });
    expect((await trip.go()).verdict).toMatchObject({ verdict: "accepted", valScore: 0.75 });
    // The fake agent's deeds are named after tasks, which is a signal.
    expect(heard[0]).toMatch(
      /^\[gate\] step 0 {2}signals: names-task \d+ \(a person will look at them\)\n\[gate\] ACCEPTED \(improvement\): 0\.5000 -> 0\.7500 on the test split/,
    );
    expect(heard[1]).toBe(`${heard[0]}\n(one verdict an iteration: this is the one already given)`);
    expect(await trip.experiment.read("agent/agent.ts")).toBe(agentSource(better, "edited"));
  });

  test("is asked by the host where the coding agent forgot", async () => {
    await using trip = await openTrip(async (context) => {
      await edit(context, better);
      return { summary: "forgetful" };
    });
    expect(await trip.go()).toMatchObject({ summary: "forgetful", verdict: { verdict: "accepted" } });
  });

  test("labels a rehearsal's scores", async () => {
    let heard = "";
    const propose: Propose = async (context) => {
      await edit(context, better);
      heard = await context.commands.gate();
      return { summary: "" };
    };
    await using trip = await openTrip(propose, { rehearsal: true });
    await trip.go();
    expect(heard).toContain("0.7500 on the test split (rehearsal)");
  });
});

describe("what a coding agent is given", () => {
  test("names no test task, in no file and in no answer", async () => {
    const texts: string[] = [];
    await using trip = await openTrip(async (context) => {
      await edit(context, better);
      texts.push(await context.commands.status(), await context.commands.benchmark());
      texts.push(await context.commands.gate(), await context.commands.status());
      for (const entry of await readdir(context.tree, { recursive: true, withFileTypes: true })) {
        texts.push(join(entry.parentPath, entry.name));
        if (entry.isFile()) texts.push(await readFile(join(entry.parentPath, entry.name), "utf8"));
      }
      return { summary: "looked round" };
    });
    // The agents' own tables name every task; what is looked for is what the host adds.
    const own = agentSource(better, "edited");
    await trip.go();
    expect(texts.length).toBeGreaterThan(20);
    const found = texts.filter((text) => text !== own && testTasks.some((id) => text.includes(id)));
    expect(found.filter((text) => text !== agentSource(firstDeeds))).toEqual([]);
  });

  test("benchmark runs train tasks with the agent.ts that is there, and shows their traces", async () => {
    const heard: string[] = [];
    await using trip = await openTrip(async (context) => {
      await edit(context, { ...better, "task-b": "crash" });
      heard.push(await context.commands.benchmark(["task-b", "task-g"]));
      heard.push(await readFile(join(context.tree, "workspace/traces/latest/task-g/result.json"), "utf8"));
      await edit(context, better);
      heard.push(await context.commands.gate());
      return { summary: "tried first" };
    });
    const record = await trip.go();
    expect(heard[0]).toBe(
      [
        ...["passed (1): task-g", "failed (1): task-b (candidate-threw)", "score: 0.5000 over 2 tasks"],
        "what failed alike, what changed, what to open first: workspace/analysis.md",
      ].join("\n"),
    );
    expect(JSON.parse(heard[1] ?? "")).toMatchObject({
      task: "task-g",
      reward: 1,
      verifier_output: "checked task-g: 1",
    });
    expect(record.verdict?.verdict).toBe("accepted");
  });

  test("benchmark refuses a test task in the same words as a task that is not there", async () => {
    const heard: string[] = [];
    await using trip = await openTrip(async (context) => {
      heard.push(await context.commands.benchmark(["task-c"]), await context.commands.benchmark(["task-x"]));
      return { summary: "curious" };
    });
    await trip.go();
    expect(heard[0]?.replace("task-c", "ID")).toBe(heard[1]?.replace("task-x", "ID"));
    expect(heard[0]).toMatch(/^nothing was run: not in the train split: task-c/);
    expect(trip.experiment.ran()).toEqual([]);
  });

  test("benchmark of an agent.ts that does not parse runs nothing", async () => {
    let heard = "";
    await using trip = await openTrip(async ({ tree, commands }) => {
      await writeFile(join(tree, "agent/agent.ts"), "export const = 1;\n");
      heard = await commands.benchmark();
      return { summary: "" };
    });
    await trip.go();
    expect(heard).toMatch(/^nothing was run: syntax-error: agent\.ts:1/);
  });

  test("is a copy: the tree is gone afterwards, and only two files have come back", async () => {
    let tree = "";
    await using trip = await openTrip(async (context) => {
      tree = context.tree;
      return await diligent(better)(context);
    });
    await trip.go();
    await expect(stat(tree)).rejects.toThrow("ENOENT");
    expect(await trip.experiment.read("PROGRAM.md")).toBe("# Program\n");
  });
});

describe("learnings", () => {
  test("of the coding agent are taken back, and the host adds nothing", async () => {
    await using trip = await openTrip(diligent(better));
    await trip.go();
    const text = await trip.experiment.read("workspace/learnings.md");
    expect(text.match(/^## Iteration 1\b/gm)?.length).toBe(1);
    expect(text).toContain("by the coding agent");
  });

  test("are written by the host, with the verdict's figures, where the coding agent left none", async () => {
    await using trip = await openTrip(async (context) => {
      await edit(context, better);
      return { summary: "an idea" };
    });
    await trip.go();
    const text = await trip.experiment.read("workspace/learnings.md");
    expect(text).toContain("## Iteration 1 — val_score: 0.50 → 0.75 ✓");
    expect(text).toContain("**What changed:** an idea");
    expect(text).toContain("**What worked / didn't work:** accepted: improvement");
  });

  test.each<[string, (file: string) => Promise<void>, string]>([
    [
      "a link",
      async (file) => {
        await rm(file);
        await symlink("/etc/hostname", file);
      },
      "it is no longer a file",
    ],
    ["huge", async (file) => await writeFile(file, "x".repeat(1024 * 1024 + 1)), "1048577 bytes"],
  ])("that are %s stay outside", async (_words, spoil, why) => {
    await using trip = await openTrip(async (context) => {
      await edit(context, better);
      await context.commands.gate();
      await spoil(join(context.tree, "workspace/learnings.md"));
      return { summary: "" };
    });
    const before = await trip.experiment.read("workspace/learnings.md");
    await trip.go();
    const after = await trip.experiment.read("workspace/learnings.md");
    expect(after.startsWith(before)).toBe(true);
    expect(after).toContain("the coding agent left no entry");
    const logs = trip.experiment.events.flatMap((event) => (event.type === "log" ? [event.text] : []));
    expect(logs).toEqual([`learnings.md was not taken back: ${why}`]);
  });
});

describe("a spent budget", () => {
  test("in the middle of judging keeps the candidate; with a new one the decision goes on, without the coding agent", async () => {
    let sessions = 0;
    const propose: Propose = async (context) => {
      sessions += 1;
      return await diligent(better)(context);
    };
    await using trip = await openTrip(propose, { settings: { concurrency: 1 } });
    const { experiment } = trip;
    experiment.renewBudget(2);
    const first = await trip.go();
    expect(first).toMatchObject({ phase: "gating", verdict: { verdict: "inconclusive", reason: "budget" } });
    const before = experiment.ran();
    expect(before.length).toBe(2);
    expect(await scores(experiment)).toEqual(["0.5000"]);
    experiment.renewBudget(undefined);
    const second = await trip.go();
    expect(second).toMatchObject({ phase: "done", verdict: { verdict: "accepted", runs: 7 } });
    expect([...before, ...experiment.ran().slice(0, 2)].sort()).toEqual(testTasks.map((id) => `test ${id}`));
    expect([sessions, await scores(experiment)]).toEqual([1, ["0.5000", "0.7500"]]);
  });

  test("while the coding agent works leaves the iteration to be proposed again", async () => {
    const propose: Propose = () => Promise.reject(new Error("no answer"));
    await using trip = await openTrip(propose);
    trip.experiment.renewBudget(1e-9);
    const spend = trip.experiment.context.gateway.lease({
      pinned: { model: "test-model" },
      seed: "",
      limits: { maxModelCalls: 1, maxOutputTokens: null, maxCostUsd: null },
    });
    const body = Buffer.from(JSON.stringify({ model: "test-model", messages: [] }));
    const request = { method: "POST", path: "/v1/chat/completions", body };
    await spend.handler(request, { signal: new AbortController().signal });
    const record = await trip.go();
    expect(record).toMatchObject({ phase: "proposing", verdict: { verdict: "inconclusive", reason: "budget" } });
    trip.experiment.propose = diligent(better);
    trip.experiment.renewBudget(undefined);
    expect(await trip.go()).toMatchObject({ phase: "done", verdict: { verdict: "accepted" } });
  });
});

describe("a host that was stopped goes on", () => {
  test("while the coding agent worked: it proposes again, from the incumbent", async () => {
    const seen: string[] = [];
    const stop = new AbortController();
    await using trip = await openTrip(async (context) => {
      seen.push(await readFile(join(context.tree, "agent/agent.ts"), "utf8"));
      await edit(context, better);
      if (seen.length === 1) {
        stop.abort(new Error("interrupted"));
        throw new Error("its model call was cancelled");
      }
      return { summary: "again" };
    });
    await expect(trip.go({ signal: stop.signal })).rejects.toThrow("interrupted");
    expect(journalled(trip.experiment)).toMatchObject({ phase: "proposing", verdict: null });
    expect(await trip.go()).toMatchObject({ phase: "done", summary: "again", verdict: { verdict: "accepted" } });
    expect(seen).toEqual([agentSource(firstDeeds), agentSource(firstDeeds)]);
  });

  test("in the middle of judging: same candidate, no trial twice, no second session", async () => {
    const stop = new AbortController();
    let sessions = 0;
    await using trip = await openTrip(
      async (context) => {
        sessions += 1;
        return await diligent(better)(context);
      },
      { settings: { concurrency: 1 } },
    );
    const { experiment } = trip;
    const watched = experiment.onEvent;
    experiment.onEvent = (event) => {
      watched(event);
      if (event.type === "trial-end" && event.done === 2) stop.abort(new Error("interrupted"));
    };
    await expect(trip.go({ signal: stop.signal })).rejects.toThrow("interrupted");
    expect(journalled(experiment)).toMatchObject({ phase: "gating", candidate: agentSource(better, "edited") });
    const before = experiment.ran();
    expect(before.length).toBe(2);
    const record = await trip.go();
    expect(record).toMatchObject({ phase: "done", verdict: { verdict: "accepted", runs: 7 } });
    expect([...before, ...experiment.ran().slice(0, 2)].sort()).toEqual(testTasks.map((id) => `test ${id}`));
    expect([sessions, await scores(experiment)]).toEqual([1, ["0.5000", "0.7500"]]);
    expect(await experiment.read("workspace/learnings.md")).toContain("the coding agent left no entry");
  });

  test("in the middle of an acceptance: the same verdict though its own score is recorded already", async () => {
    // A mean of 0.9999975 is recorded as 1.0000, which it would lose a tie to.
    const nearly = { ...better, "task-c": 0.99999, "task-j": 1 };
    await using trip = await openTrip(diligent(nearly));
    const { experiment } = trip;
    const { journal } = experiment.context;
    const write = journal.write.bind(journal);
    journal.write = (name, value) => {
      if (name.startsWith("iteration/") && (value as IterationRecord).commit !== null) throw new Error("killed");
      write(name, value);
    };
    await expect(trip.go()).rejects.toThrow("killed");
    expect(await scores(experiment)).toEqual(["0.5000", "1.0000"]);
    expect(JSON.parse(await experiment.read("workspace/suite.json")).tasks).toEqual(["task-g"]);
    expect(journalled(experiment)).toMatchObject({ phase: "gating", verdict: null });
    experiment.ran();
    journal.write = write;
    const record = await trip.go();
    expect(record).toMatchObject({
      ...{ phase: "done", commit: (await experiment.lineage.head())?.short },
      verdict: { verdict: "accepted", best: 0.5, promoted: ["task-g"], suiteTotal: 0 },
    });
    expect(await scores(experiment)).toEqual(["0.5000", "1.0000"]);
    expect(experiment.ran().filter((line) => !line.startsWith("train"))).toEqual([]);
    expect((await experiment.lineage.history()).length).toBe(2);
  });
});
