import { describe, expect, test } from "vitest";
import { fitSummary } from "../../../src/actions/fit-summary.ts";
import {
  type Annotation,
  annotationCommand,
  commandsStopped,
  limitAnnotations,
  outputLines,
} from "../../../src/actions/workflow-commands.ts";
import { readCommands } from "../../helpers/actions-runner.ts";

describe("an annotation", () => {
  test.each<[Annotation, string]>([
    [{ level: "notice", title: "a title", message: "said" }, "::notice title=a title::said"],
    [
      { level: "error", title: "a, b: c", message: "100 %\r\nof a: b, c", file: "a:b/c,d.toml" },
      "::error file=a%3Ab/c%2Cd.toml,title=a%2C b%3A c::100 %25%0D%0Aof a: b, c",
    ],
    [
      { level: "warning", title: "x::error::y", message: "%0A::error::mine" },
      "::warning title=x%3A%3Aerror%3A%3Ay::%250A::error::mine",
    ],
  ])("%# is escaped", (annotation, line) => {
    expect(annotationCommand(annotation)).toBe(line);
    const { level, message, ...properties } = annotation;
    expect(readCommands(line)).toEqual([{ name: level, properties, message }]);
  });

  test("is cut where it is long", () => {
    expect(annotationCommand({ level: "error", title: "t", message: "x".repeat(5000) })).toHaveLength(
      "::error title=t::".length + 4001,
    );
  });

  test("is one of ten of its level at most, and the last says how many more there are", () => {
    const errors = Array.from({ length: 14 }, (_, at): Annotation => ({ level: "error", title: `${at}`, message: "" }));
    const notices = errors.slice(0, 10).map((one): Annotation => ({ ...one, level: "notice" }));
    const shown = limitAnnotations([...errors, ...notices]);
    expect(shown.filter(({ level }) => level === "error").map(({ title }) => title)).toEqual([
      ...["0", "1", "2", "3", "4", "5", "6", "7", "8", "and 5 more"],
    ]);
    expect(shown.filter(({ level }) => level === "notice")).toEqual(notices);
  });
});

test("while commands are stopped, nothing is one; each time has a token of its own", () => {
  const { stop, resume } = commandsStopped();
  const log = [
    stop,
    "::error::a",
    "  ::error::b",
    "x ##[error]c",
    "::x::",
    "::stop-commands::d",
    resume,
    "::notice::e",
  ];
  expect(readCommands(log.join("\n"))).toEqual([{ name: "notice", properties: {}, message: "e" }]);
  expect(commandsStopped().stop).not.toBe(stop);
});

test("outputs can't end their own block", () => {
  const lines = outputLines({ headline: "a\nends-\nb=c\nd<<e" }).split("\n");
  const delimiter = /^headline<<(ends-[0-9a-f]{48})$/.exec(lines[0] ?? "")?.[1];
  expect(lines.slice(1)).toEqual(["a", "ends-", "b=c", "d<<e", delimiter, ""]);
});

describe("a summary", () => {
  test("that fits is whole", () => {
    expect(fitSummary(["# a", "", "b"], 1000)).toBe("# a\n\nb\n");
  });

  test("that does not is cut at a line, closed, and says so, within the limit in bytes", () => {
    const lines = ["# a", "```text", ...Array.from({ length: 100 }, () => "ä".repeat(20)), "```"];
    const text = fitSummary(lines, 1000);
    expect(Buffer.byteLength(text)).toBeLessThanOrEqual(1000);
    expect(text).toMatch(/^# a\n```text\n(ä{20}\n)+````````\n\n<\/details>\n\n\*\*Cut here: \d+ of 103 lines/);
  });
});
