import { describe, expect, test } from "vitest";
import { clusterFailures, type Failure } from "../../../../src/analysis/train/cluster-failures.ts";
import { sayingOf } from "../../../../src/analysis/train/verifier-says.ts";

function failure(task: string, verifierOutput: string, kind: Failure["ending"]["kind"] = "finished"): Failure {
  const code = kind === "limit" ? "time-limit" : kind === "crashed" ? "candidate-threw" : "";
  return { task, ending: { kind, code, detail: "" }, saying: sayingOf({ verifierOutput }, []) };
}

const missing = (file: string, count: number) => `running ${count} checks\nAssertionError: ${file} is missing\n`;

describe("failures are one group", () => {
  test("where they ended alike and the verifier says the same but for places, numbers and digests", () => {
    const failures = [
      failure("a", missing("/app/out/report.csv", 3)),
      failure("b", missing("/srv/data/x.json", 12)),
      failure("c", "AssertionError: expected 7 rows of deadbeef01, got 3"),
      failure("d", "AssertionError: expected 12 rows of 0badcafe77, got 9"),
      failure("e", missing("/home/u/z", 1), "limit"),
    ];
    expect(clusterFailures(failures).map(({ end, tasks }) => [end, tasks])).toEqual([
      ["said it was done, and was not", ["a", "b"]],
      ["said it was done, and was not", ["c", "d"]],
      ["ran into a limit (time-limit)", ["e"]],
    ]);
  });

  test("in whatever order they come", () => {
    const failures = ["c", "a", "b"].map((task) => failure(task, missing(`/x/${task}`, 1)));
    expect(clusterFailures(failures)).toEqual(clusterFailures(failures.toReversed()));
    expect(clusterFailures(failures)[0]?.tasks).toEqual(["a", "b", "c"]);
  });

  test("of a crash by what was thrown, whatever the verifier finds afterwards", () => {
    const crash = (task: string, detail: string, output: string): Failure => ({
      ...failure(task, output, "crashed"),
      ending: { kind: "crashed", code: "candidate-threw", detail },
    });
    const groups = clusterFailures([
      crash("a", "TypeError: x is undefined at line 3", "AssertionError: nothing there"),
      crash("b", "TypeError: x is undefined at line 9", "something else altogether"),
      crash("c", "RangeError: too deep", "AssertionError: nothing there"),
    ]);
    expect(groups.map(({ tasks }) => tasks)).toEqual([["a", "b"], ["c"]]);
    expect(groups[0]?.says).toEqual(["TypeError: x is undefined at line 3"]);
  });

  test("of a reward's parts only where the same ones failed", () => {
    const parts = (task: string, names: readonly string[]): Failure => ({
      ...failure(task, ""),
      saying: sayingOf(
        { verifierOutput: "" },
        names.map((name) => ({ text: `${name} is 0`, failed: true })),
      ),
    });
    const groups = clusterFailures([
      ...[parts("a", ["DB"]), parts("b", ["DB"]), parts("c", ["COMMUNICATE"])],
      parts("d", ["DB", "COMMUNICATE"]),
    ]);
    expect(groups.map(({ tasks }) => tasks)).toEqual([["a", "b"], ["c"], ["d"]]);
  });
});

describe("what a verifier says", () => {
  test.each([
    [
      "lines that tell why",
      "setting up\nFAILED test_a - assert 1 == 2\nok\n=====\n1 failed in 0.1s",
      ["FAILED test_a - assert 1 == 2"],
    ],
    ["the last lines where none does", "one\ntwo\nthree\nfour\n", ["two", "three", "four"]],
    ["nothing where it printed nothing", "", []],
  ])("is %s", (_what, verifierOutput, lines) => {
    expect(sayingOf({ verifierOutput }, []).lines).toEqual(lines);
  });
});
