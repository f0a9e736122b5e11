// What each command's output becomes: one line, a page, marks.

import { describe, expect, test } from "vitest";
import { reportFailure, verdictOf } from "../../../src/actions/action-report.ts";
import { reportCheck } from "../../../src/actions/report-check.ts";
import { reportCompare } from "../../../src/actions/report-compare.ts";
import { reportNight } from "../../../src/actions/report-night.ts";
import { reportReplay } from "../../../src/actions/report-replay.ts";
import { unreadableTask } from "../../../src/check/admission.ts";
import { checkReport } from "../../../src/check/check-report.ts";

test.each([
  [0, "passed"],
  [1, "failed"],
  [2, "config-error"],
  [3, "infrastructure-error"],
  [4, "task-error"],
  [70, "bug"],
  [130, "interrupted"],
  [137, "bug"],
])("exit code %i is %s", (exitCode, verdict) => {
  expect(verdictOf(exitCode)).toBe(verdict);
});

test.each([
  ["", ""],
  ["{}", "no JSON"],
  ['{"version":2}', ""],
])("what is no result gives no report: %j", (stdout) => {
  const ran = { stdout, stderr: "", exitCode: 0 };
  const given = [
    reportCheck(ran),
    reportCompare(ran),
    reportReplay(ran, "."),
    reportNight({ json: stdout, text: "" }, ran),
  ];
  expect(given).toEqual([null, null, null, null]);
});

describe("a failure", () => {
  test("is told by our own last words, with what follows them", () => {
    const stderr = "building\nauto-harness: first\nmore\nauto-harness check: no engine answers\nstart one\n";
    expect(reportFailure("check", { exitCode: 2, stderr })).toEqual({
      headline: "no engine answers",
      markdown: [
        "```text",
        "building",
        "auto-harness: first",
        "more",
        "auto-harness check: no engine answers",
        "start one",
        "```",
      ],
      annotations: [
        { level: "error", title: "auto-harness check: config-error", message: "no engine answers\nstart one" },
      ],
    });
  });

  test("without words says its exit code", () => {
    expect(reportFailure("night", { exitCode: 137, stderr: "" })).toMatchObject({
      headline: "it ended with exit code 137 and said nothing",
    });
  });
});

test("a refused task's name and words are escaped on the page, and stand as they are in its mark", () => {
  const problem = "<b>|x|</b>\n@somebody";
  const report = checkReport([unreadableTask({ id: "a_*|", file: "/w/a/task.toml", problem })], {
    ...{ benchmark: "terminal-bench", agents: ["oracle"], trials: 1 },
  });
  const shown = reportCheck({ stdout: JSON.stringify(report) });
  expect(shown?.markdown.at(-1)).toBe(
    "| a&#95;&#42;&#124; | - | - | - | - | - | - | REFUSED | &#60;b&#62;&#124;x&#124;&#60;/b&#62;?&#64;somebody |",
  );
  expect(shown?.annotations).toEqual([
    { level: "error", title: "task a_*| is refused", message: problem, file: "/w/a/task.toml" },
  ]);
});

describe("a replayed night", () => {
  test("that came out as recorded is a notice", () => {
    const line = {
      version: 1,
      same: true,
      iterations: 6,
      accepted: 3,
      trials: 412,
      run: 90,
      without: 0,
      durationMs: 23_000,
    };
    const headline = "the night came out as recorded: 6 iterations, 3 accepted, 412 trials in 23.0 s";
    expect(reportReplay({ stdout: JSON.stringify(line) }, "tapes")).toEqual({
      ...{ headline, markdown: [`**${headline}**`] },
      annotations: [{ level: "notice", title: "auto-harness replay", message: headline }],
    });
  });

  test("that did not is an error with the first difference, whose fences stay closed", () => {
    const line = {
      version: 1,
      same: false,
      divergence: "it-2 came out otherwise",
      shown: ["- a", "+ ```", "+ b\u001b[1m"],
    };
    expect(reportReplay({ stdout: JSON.stringify(line) }, "tapes")).toEqual({
      headline: "the night came out otherwise: it-2 came out otherwise",
      markdown: [
        "**the night came out otherwise: it-2 came out otherwise**",
        ...["", "````diff", "- a", "+ ```", "+ b?[1m", "````"],
      ],
      annotations: [
        {
          ...{ level: "error", title: "auto-harness replay" },
          message: "the night came out otherwise: it-2 came out otherwise\n- a\n+ ```\n+ b?[1m",
        },
      ],
    });
  });
});

test("many replayed trials: the diverged ones first, the rest counted", () => {
  const trial = (at: number, same: boolean) => ({
    ...{ version: 1, file: `train/t${at}/x.json`, split: "train", task: `t${at}`, step: "train", requests: 2, same },
    ...(same ? { reward: 1 } : { recordedReward: 1, divergence: "differs", shown: [`differs at ${at}`] }),
  });
  const lines = Array.from({ length: 250 }, (_, at) => JSON.stringify(trial(at, at !== 249)));
  const report = reportReplay({ stdout: lines.join("\n") }, "tapes");
  expect(report?.headline).toBe("250 trials replayed: 249 same, 1 diverged");
  expect(report?.markdown[4]).toBe("| t249 | train | 2 | unknown; 1 was recorded | DIVERGED |");
  expect(report?.markdown).toContain("and 50 more that are the same");
  expect(report?.annotations).toMatchObject([{ file: "tapes/train/t249/x.json", message: "differs at 249" }]);
});

describe("a night", () => {
  const verdict = (word: string) => ({ verdict: { verdict: word } });
  const json = JSON.stringify({
    ...{ version: 1, rehearsal: true, iterations: [verdict("accepted"), { verdict: null }, verdict("rejected")] },
    results: [{ valScore: "0.5000" }, { valScore: "0.7500" }],
  });
  const headline = "3 iterations, 1 accepted; test score 0.5000 -> 0.7500 (a rehearsal: no real score)";

  test("has its table as it was printed", () => {
    const text = "\nit  verdict\n0   baseline\n```diff\u0007\n";
    expect(reportNight({ json, text }, { exitCode: 0 })).toEqual({
      ...{ headline, annotations: [{ level: "notice", title: "auto-harness night", message: headline }] },
      markdown: [`**${headline}**`, "", "````text", "it  verdict", "0   baseline", "```diff?", "````"],
    });
  });

  test("that ended badly leaves the marks to what ended it", () => {
    expect(reportNight({ json, text: "x" }, { exitCode: 3 })).toMatchObject({ headline, annotations: [] });
  });
});
