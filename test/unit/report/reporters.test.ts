// What is printed while it happens. It may be read by a coding agent, so no line names a test task.

import { PassThrough } from "node:stream";
import { describe, expect, test } from "vitest";
import type { LoopEvent } from "../../../src/loop/experiment.ts";
import { openJsonReporter } from "../../../src/report/json-reporter.ts";
import { LiveView, openLiveReporter } from "../../../src/report/live-reporter.ts";
import { linesOf, openPlainReporter } from "../../../src/report/plain-reporter.ts";
import type { Reporter } from "../../../src/report/reporter.ts";
import { outcomeWords, shownTask, trialLine } from "../../../src/report/trial-words.ts";
import { trialRecord } from "../../helpers/fake-trials.ts";

const secret = "hidden-task";

/** Every event that could carry a test task's name, its reward or its error. */
function testEvents(): LoopEvent[] {
  const outcome = { status: "void", reason: `the image of ${secret} is gone` } as const;
  const lost = trialRecord({ task: secret, step: "test", outcome, notes: [`refused: ${secret}`.slice(0, 7)] });
  const good = trialRecord({ task: secret, step: "test", verifierOutput: secret });
  const end = { type: "trial-end", task: secret, step: "test", cached: false, total: 2 } as const;
  return [
    { type: "job-start", job: "it-1-test", trials: 2 },
    { type: "trial-start", task: secret, step: "test" },
    { type: "trial-start", task: secret, step: "baseline", hidden: true },
    { ...end, step: "baseline", hidden: true, record: lost, done: 1 },
    { type: "trial-retry", task: secret, step: "test", attempt: 1, reason: `the image of ${secret} is gone` },
    { type: "trial-put-back", task: secret, step: "test" },
    { ...end, record: good, done: 1 },
    { ...end, record: lost, done: 2 },
  ];
}

const trainEnd: LoopEvent = {
  ...{ type: "trial-end", task: "alpha", step: "train", cached: false, done: 3, total: 12 },
  record: trialRecord({ task: "alpha", step: "train" }),
};

function printed(open: (out: (line: string) => void) => Reporter, events: readonly LoopEvent[]): string[] {
  const lines: string[] = [];
  using reporter = open((line) => void lines.push(line));
  for (const event of events) reporter.event(event);
  return lines;
}

describe("a test task", () => {
  test.each<[string, (out: (line: string) => void) => Reporter]>([
    ["plain lines", (out) => openPlainReporter(out, { verbose: true })],
    ["JSON", (out) => openJsonReporter(out)],
  ])("is never named in %s", (_words, open) => {
    const lines = printed(open, testEvents());
    expect(lines.length).toBeGreaterThan(2);
    expect(lines.filter((line) => line.includes(secret))).toEqual([]);
  });

  test("is never named in the live view", () => {
    const view = new LiveView();
    for (const event of testEvents()) {
      view.event(event);
      const lines = view.lines({ label: "x", money: "$0.00", elapsedMs: 0, columns: 500 });
      expect(lines.join("\n")).not.toContain(secret);
    }
  });

  test("has no outcome in JSON", () => {
    const ends = printed(openJsonReporter, testEvents()).map((line) => JSON.parse(line));
    expect(ends.at(-2)).toEqual({
      ...{ type: "trial-end", step: "test", task: "a test task", cached: false, done: 1, total: 2 },
    });
  });

  test("is called so in every step of its own, and no other step's task is", () => {
    expect(shownTask("alpha", { step: "test" })).toBe("a test task");
    for (const step of ["baseline", "train", "suite", "recheck", "check"])
      expect(shownTask("alpha", { step })).toBe("alpha");
  });
});

describe("a trial in a line", () => {
  test.each([
    [{ outcome: { status: "scored", reward: 1 } }, "pass"],
    [{ outcome: { status: "scored", reward: 0.5 } }, "pass 0.50"],
    [{ outcome: { status: "scored", reward: 0 } }, "FAIL"],
    [{ outcome: { status: "scored", reward: 0.25 } }, "FAIL 0.25"],
    [{ outcome: { status: "void", reason: "x" } }, "void"],
    [{ outcome: { status: "invalid", reason: "x" } }, "invalid"],
    [
      { outcome: { status: "scored", reward: 0 }, agentEnd: { how: "limit", code: "time-limit", detail: "" } },
      "FAIL (time-limit)",
    ],
    [
      { outcome: { status: "scored", reward: 1 }, agentEnd: { how: "crashed", code: "candidate-threw", detail: "" } },
      "pass (candidate-threw)",
    ],
    [{ outcome: { status: "scored", reward: 0 }, agentEnd: { how: "none", code: "nop", detail: "" } }, "FAIL"],
  ] as const)("%j is %s", (changes, words) => {
    expect(outcomeWords(trialRecord(changes))).toBe(words);
  });

  const base = { task: "alpha", step: "train", done: 3, total: 12 };

  test("has its count, step, outcome, task and time", () => {
    const record = trialRecord({ totalMs: 12_345 });
    expect(trialLine({ ...base, record, cached: false })).toBe("   3/12  train    pass   alpha  12.3 s");
    expect(trialLine({ ...base, record, cached: true })).toBe("   3/12  train    pass   alpha  known");
  });

  test("says why there is no reward, in one line, and what was refused", () => {
    const outcome = { status: "void", reason: "engine-gone: away\nstack" } as const;
    const record = trialRecord({ outcome, notes: ["refused: another model", "other note"] });
    const line = trialLine({ ...base, record, cached: false });
    expect(line).toBe("   3/12  train    void   alpha  1.0 s  engine-gone: away  refused: another model");
  });
});

describe("plain lines", () => {
  test.each<[LoopEvent, string[]]>([
    [{ type: "phase", text: "a phase" }, ["a phase"]],
    [{ type: "gate-line", text: "[gate] x" }, ["[gate] x"]],
    [{ type: "log", text: "edited" }, ["  edited"]],
    [
      { type: "iteration-start", iteration: 2, of: 5, best: "0.5000" },
      ["", "iteration 2 of at most 5, recorded score 0.5000"],
    ],
    [{ type: "job-stop", reason: "the budget is spent" }, ["stopped launching trials: the budget is spent"]],
    [{ type: "loop-end", reason: "5 iterations are done" }, ["", "the loop ends: 5 iterations are done"]],
    [
      { type: "trial-retry", task: "alpha", step: "train", attempt: 1, reason: "away\nstack" },
      ["  train alpha: attempt 1 void, again (away)"],
    ],
    [{ type: "job-start", job: "x", trials: 1 }, []],
    [{ type: "trial-start", task: "alpha", step: "train" }, []],
  ])("%j", (event, lines) => {
    expect(linesOf(event, true)).toEqual(lines);
  });

  test("show each trial where that is wanted", () => {
    expect(printed((out) => openPlainReporter(out, { verbose: true }), [trainEnd]).length).toBe(1);
    expect(printed((out) => openPlainReporter(out, { verbose: false }), [trainEnd])).toEqual([]);
  });
});

describe("JSON", () => {
  test("is one object a line, also for a line of text", () => {
    const lines: string[] = [];
    using reporter = openJsonReporter((line) => void lines.push(line));
    reporter.line("two\nlines");
    reporter.event(trainEnd);
    expect(lines.map((line) => JSON.parse(line))).toEqual([
      { type: "line", text: "two\nlines" },
      {
        ...{ type: "trial-end", task: "alpha", step: "train", cached: false, done: 3, total: 12, totalMs: 1000 },
        outcome: { status: "scored", reward: 1 },
        agentEnd: { how: "finished", code: "finished", detail: "" },
        usage: trialRecord().usage,
      },
    ]);
  });
});

describe("the live view", () => {
  const shown = { label: "auto-harness", money: "$1.00 of $20.00", elapsedMs: 65_000 };

  test("says since when the provider of sandboxes is waited for, until it serves again", () => {
    const view = new LiveView();
    const shown = () => view.lines({ label: "x", money: "$0.00", elapsedMs: 0, columns: 80 }).join("\n");
    const wait = { type: "provider-wait", provider: "e2b", text: "e2b does not answer" } as const;
    view.event({ ...wait, since: "2026-01-01T02:13:00.000Z" });
    expect(shown()).toMatch(/\nwaiting for e2b since \d\d:13$/);
    expect(linesOf({ ...wait, since: null }, false)).toEqual(["e2b does not answer"]);
    view.event({ ...wait, since: null });
    expect(shown()).not.toContain("waiting");
  });

  function busy(): LiveView {
    const view = new LiveView();
    view.event({ type: "iteration-start", iteration: 1, of: 30, best: "0.5429" });
    view.event({ type: "job-start", job: "it-1-suite", trials: 100 });
    for (let index = 0; index < 60; index++) {
      view.event({ type: "trial-start", task: `a-task-with-a-long-name-${index}`, step: "suite" });
    }
    for (let done = 1; done <= 50; done++) {
      const reward = done % 2;
      const record = trialRecord({ outcome: { status: "scored", reward } });
      const task = `a-task-with-a-long-name-${done}`;
      view.event({ type: "trial-end", task, step: "suite", record, cached: false, done, total: 100 });
    }
    return view;
  }

  test("says where the loop is, what it cost and what runs", () => {
    const view = new LiveView();
    view.event({ type: "iteration-start", iteration: 2, of: 5, best: "0.5429" });
    view.event({ type: "job-start", job: "it-2-suite", trials: 3 });
    view.event({ type: "trial-start", task: "alpha", step: "suite" });
    const end = { type: "trial-end", step: "suite", cached: false, total: 3 } as const;
    view.event({ ...end, task: "beta", record: trialRecord(), done: 1 });
    view.event({ ...end, task: "gamma", record: trialRecord({ outcome: { status: "void", reason: "x" } }), done: 2 });
    const [blank, head, job, running] = view.lines({ ...shown, columns: 200 });
    expect([blank, head, job]).toEqual([
      "",
      "auto-harness · iteration 2/5 · best 0.5429 · $1.00 of $20.00 · 1 min 05 s",
      "it-2-suite: 2/3, 1 pass  ✓?",
    ]);
    expect(running).toMatch(/^running: suite alpha \d+ ms$/);
  });

  test.each([20, 40, 80, 200])("fits %i columns however much runs", (columns) => {
    const lines = busy().lines({ ...shown, columns });
    expect(lines.length).toBe(4);
    expect(lines.filter((line) => line.length > columns)).toEqual([]);
    expect(lines.at(-1)?.endsWith("…")).toBe(true);
  });

  test("begins anew with every job", () => {
    const view = busy();
    view.event({ type: "job-start", job: "it-1-test", trials: 4 });
    expect(view.lines({ ...shown, columns: 400 })[2]).toBe("it-1-test: 0/4, 0 pass  ");
  });

  test("shows nothing of trials before there are any", () => {
    expect(new LiveView().lines({ ...shown, columns: 80 }).length).toBe(2);
  });

  describe("on a terminal", () => {
    function onTerminal(signal: AbortSignal) {
      const written: string[] = [];
      const stream = Object.assign(new PassThrough(), { isTTY: true, columns: 60, rows: 24 });
      stream.on("data", (chunk: Buffer) => written.push(chunk.toString()));
      const options = { money: () => ({ spentUsd: undefined, budgetUsd: null }), label: "auto-harness", signal };
      const reporter = openLiveReporter({ stream: stream as unknown as NodeJS.WriteStream, ...options });
      return { reporter, text: () => written.join("") };
    }

    test("leaves lines that stay above it while trials run", () => {
      const { reporter, text } = onTerminal(new AbortController().signal);
      using closing = reporter;
      closing.event({ type: "job-start", job: "baseline", trials: 3 });
      closing.line("this stays");
      closing.event({ type: "gate-line", text: "[gate] this too" });
      expect(text()).toContain("this stays\n");
      expect(text()).toContain("[gate] this too\n");
      expect(text()).toContain("unknown cost");
    });

    test("writes plain lines before trials run and after the loop, when somebody is asked or reads", () => {
      const { reporter, text } = onTerminal(new AbortController().signal);
      using closing = reporter;
      closing.line("no engine answers");
      expect(text()).toBe("no engine answers\n");
      closing.event({ type: "job-start", job: "baseline", trials: 3 });
      closing.event({ type: "loop-end", reason: "8 iterations are done" });
      const before = text().length;
      closing.line("the table");
      expect(text().slice(before)).toBe("the table\n");
    });

    test("is gone once the person has stopped it", () => {
      const controller = new AbortController();
      const { reporter, text } = onTerminal(controller.signal);
      using closing = reporter;
      closing.event({ type: "job-start", job: "baseline", trials: 3 });
      controller.abort();
      const before = text().length;
      closing.event({ type: "job-start", job: "test", trials: 3 });
      closing.line("stopped");
      expect(text().slice(before)).toBe("stopped\n");
    });
  });
});
