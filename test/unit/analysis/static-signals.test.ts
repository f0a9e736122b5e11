import { createHash } from "node:crypto";
import { readFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { beforeAll, describe, expect, test, vi } from "vitest";
import type { KnownTask } from "../../../src/analysis/finding.ts";
import { knownTasks } from "../../../src/analysis/known-tasks.ts";
import { type Signal, staticSignals } from "../../../src/analysis/static-signals.ts";
import { loadTasks } from "../../../src/benchmarks/terminal-bench/dataset/load-dataset.ts";
import { readTaskTexts } from "../../../src/benchmarks/terminal-bench/format/task-texts.ts";
import { conversationEdits } from "../../../src/coding-agents/rehearsal/conversation-edits.ts";
import type { Edit } from "../../../src/coding-agents/rehearsal/edit.ts";
import { queryEdits } from "../../../src/coding-agents/rehearsal/query-edits.ts";
import { terminalEdits } from "../../../src/coding-agents/rehearsal/terminal-edits.ts";

vi.setConfig({ testTimeout: 60_000 });

const root = fileURLToPath(new URL("../../../", import.meta.url));

const tasks: KnownTask[] = [
  {
    ...{ id: "log-errors", side: "train" },
    instruction: "Count the errors of each service in /app/logs/server.log and write them into a table.",
    expected: ["assert table == {'billing': 4711}\n# total 184623.17\nexport TOKEN=zq81-kk02-9x\nport 127.0.0.1:8080"],
  },
  { id: "seedbank_1", side: "test", instruction: "How well do our plant families keep, worst first of all of them?" },
  { id: "summary", side: "test" },
  { id: "12", side: "train" },
];

function signalsOf(source: string, { incumbent = "", models = ["openai/house-model"] } = {}): Signal[] {
  return staticSignals(source, { incumbent, tasks, models });
}

/** Kind, line and detail of each. */
function told(source: string, incumbent?: string): Array<[string, number, string]> {
  return signalsOf(source, incumbent === undefined ? {} : { incumbent }).map(({ kind, line, detail }) => [
    ...([kind, line, detail] as const),
  ]);
}

test("a signal has its place, its text and whose task it is about", () => {
  expect(signalsOf('const a = 1;\n  if (instruction.includes("log-errors")) return; // x')).toEqual([
    {
      audience: "person",
      kind: "names-task",
      line: 2,
      excerpt: 'if (instruction.includes("log-errors")) return; // x',
      detail: "names the train task log-errors",
      task: { id: "log-errors", side: "train" },
      isNew: true,
    },
  ]);
});

describe("what is found", () => {
  const hex = createHash("sha256").update("x").digest("hex");
  const base64 = createHash("sha512").update("x").digest("base64");
  const cases: Array<[string, string, Array<[string, number, string]>]> = [
    ["a model", 'model = "gpt-5.2"', [["names-model", 1, "names the model gpt-5.2"]]],
    ["a model in pieces", `x;\nmodel = "g" + \`p\${"t"}\` + "-5"`, [["names-model", 2, "names the model gpt-5"]]],
    ["a model of this experiment", 'm = "house-model"', [["names-model", 1, "names the model house-model"]]],
    [
      "the model's provider with it",
      'm = "openai/house-model"',
      [["names-model", 1, "names the model openai/house-model"]],
    ],
    ["a short name by itself", 'm = "openai/o3"', [["names-model", 1, "names the model openai/o3"]]],
    ["a model with full-width letters", 'm = "ｇｐｔ-5"', [["names-model", 1, "names the model gpt-5"]]],
    ["a model in a regular expression", "m = /claude-opus/", [["names-model", 1, "names the model claude-opus"]]],
    [
      "an effort",
      'f({ reasoning_effort: "high" })',
      [["names-effort", 1, "names the effort high at reasoning_effort"]],
    ],
    [
      "an effort where none is given",
      'e = context.reasoningEffort ?? "medium"',
      [["names-effort", 1, "names the effort medium at reasoningEffort"]],
    ],
    ["an effort it looks for", 'if (effort === "low") x()', [["names-effort", 1, "names the effort low at effort"]]],
    [
      "a budget of thoughts",
      "t = { budget_tokens: 4000 }",
      [["names-effort", 1, "names the effort 4000 at budget_tokens"]],
    ],
    ["a task in another spelling", "const LOG_ERRORS = 1", [["names-task", 1, "names the train task log-errors"]]],
    ["a task in a name", "function logErrors() {}", [["names-task", 1, "names the train task log-errors"]]],
    ["a task in a path", 'p = "/tasks/log-errors/x"', [["names-task", 1, "names the train task log-errors"]]],
    ["a task in a comment", "// for log-errors", [["names-task", 1, "names the train task log-errors in a comment"]]],
    ["a plain word that stands alone", 'x === "summary"', [["names-task", 1, "names the test task summary"]]],
    [
      "words of an instruction, whatever their case and marks",
      'if (/x/.test("count the ERRORS, of each\\nservice in")) y()',
      [
        [
          ...(["quotes-instruction", 1] as const),
          "6 words of the instruction of the train task log-errors: count the errors of each service",
        ],
      ],
    ],
    [
      "words of an instruction in the middle of a prompt",
      "const P = `a\nb\nAsk: how well do our plant families keep?`",
      [
        [
          ...(["quotes-instruction", 3] as const),
          "7 words of the instruction of the test task seedbank_1: how well do our plant families keep",
        ],
      ],
    ],
    [
      "a number that is the result",
      "return 184623.17",
      [["expected-output", 1, "184623.17, which the train task log-errors expects and does not tell"]],
    ],
    [
      "a text that is the result",
      'say("TOKEN is zq81-kk02-9x")',
      [["expected-output", 1, "zq81-kk02-9x, which the train task log-errors expects and does not tell"]],
    ],
    ["base64", `x = "${base64}"`, [["encoded-blob", 1, "88 characters of base64 or the like, which can't be read"]]],
    [
      "base64 in pieces",
      `x = [${base64.match(/.{1,12}/g)?.map((part) => JSON.stringify(part))}]`,
      [["encoded-blob", 1, "88 characters of base64 or the like, which can't be read"]],
    ],
    ["hex", `x = "${hex}"`, [["encoded-blob", 1, "64 characters of hex, which can't be read"]]],
    ["hex in a comment", `// ${hex}`, [["encoded-blob", 1, "64 characters of hex in a comment, which can't be read"]]],
    [
      "characters by number",
      `x = "${"\\x61 \\u0062".repeat(12)}"`,
      [["encoded-blob", 1, "24 characters written by number, which can't be read"]],
    ],
    [
      "invisible characters",
      `x = "a${"\u200b\u200c".repeat(4)}"`,
      [["encoded-blob", 1, "8 invisible characters, which can't be read"]],
    ],
    [
      "a list of numbers",
      `x = [${Array.from({ length: 32 }, (_, index) => index * 7)}]`,
      [["encoded-blob", 1, "a list of 32 numbers, which can't be read"]],
    ],
  ];

  test.each(cases)("%s", (_, source, expected) => {
    expect(told(source)).toEqual(expected);
  });
});

describe("what is ordinary", () => {
  test.each([
    ["words like efforts", 'x = "high"; y = { priority: "low" }'],
    ["an effort that is passed on", "f({ reasoning_effort: reasoningEffort })"],
    ["a model that is passed on", "f({ model: context.model })"],
    ["a longer name", 'x = "my-log-errors"; logErrorsOften()'],
    ["the same words as English", 'x = "log errors"'],
    ["a plain word in a sentence", 'x = "write a summary of it"'],
    ["an id that is no name", 'x = "12"'],
    ["five words of an instruction", 'x = "count the errors of each"'],
    ["a row of words that carry nothing", 'x = "of each of them and of all of them"'],
    ["an alphabet", 'x = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789"'],
    ["a long path", `x = "/usr/local/lib/node_modules/auto-harness/dist/channel/box/Loopback2/main"`],
    ["a few numbers", "x = [1, 2, 3, 5, 8, 13, 21, 34]"],
    ["colours of a terminal", 'x = "\\x1b[1m" + y + "\\x1b[0m"'],
    ["emoji", `x = "${"\u2705\ufe0f".repeat(12)}"`],
    ["a loopback address", 'x = "127.0.0.1:8080"'],
    ["a value that the instruction tells", 'x = "/app/logs/server.log"'],
  ])("%s", (_, source) => {
    expect(told(source)).toEqual([]);
  });
});

describe("what the incumbent has", () => {
  test("is shown and is not new, wherever it stands now", () => {
    const signals = signalsOf('x;\n\nm = "gpt-5"', { incumbent: 'm = "gpt-5"' });
    expect(signals.map(({ line, isNew }) => [line, isNew])).toEqual([[3, false]]);
  });

  test("is new where there is more of it", () => {
    const signals = signalsOf('m = "gpt-5";\nn = "gpt-5"', { incumbent: 'm = "gpt-5"' });
    expect(signals.map(({ line, isNew }) => [line, isNew])).toEqual([
      [1, false],
      [2, true],
    ]);
  });
});

test("an excerpt is short, shows the place, and can't draw on a terminal", () => {
  const [signal] = signalsOf(`x = "${"a ".repeat(500)}\u001b[2J gpt-5 \u202e${" b".repeat(500)}"`);
  expect(signal?.excerpt.length).toBe(160);
  expect(signal?.excerpt).toContain("gpt-5");
  expect(signal?.excerpt).toContain("\\u{1b}");
  expect(signal?.excerpt).toContain("\\u{202e}");
});

describe("on what agents really look like", () => {
  let known: KnownTask[];
  beforeAll(async () => {
    const starter = await loadTasks(`${root}/datasets/starter`, { wanted: () => true });
    const train = starter.slice(0, 12).map(({ id }) => id);
    known = await knownTasks(
      { texts: async (task) => await readTaskTexts(task as (typeof starter)[number]) },
      starter,
      train,
    );
  });

  const templates: Array<[string, readonly Edit[], string[]]> = [
    ["terminal-bench", terminalEdits, []],
    ["tau-bench", conversationEdits, []],
    // It has to know which models refuse a temperature.
    ["bird-interact", queryEdits, ["names the model gpt-5"]],
  ];

  test.each(templates)(
    "the %s template gives what is explained, and no edit of the rehearsal adds any",
    async (name, edits, explained) => {
      const incumbent = await readFile(`${root}/agent/templates/${name}.ts`, "utf8");
      const context = { incumbent, tasks: known, models: ["gpt-5.2"] };
      const own = staticSignals(incumbent, { ...context, incumbent: "" });
      expect(own.map(({ detail }) => detail)).toEqual(explained);
      const added = edits.flatMap(({ apply }) => staticSignals(apply(incumbent), context).filter(({ isNew }) => isNew));
      expect(added).toEqual([]);
    },
  );

  test("an agent that knows a starter task by heart gives itself away thrice", async () => {
    const incumbent = await readFile(`${root}/agent/templates/terminal-bench.ts`, "utf8");
    const learned = `
if (instruction.includes("adds them up")) await environment.exec("echo 2023-12-30 zoe 0:00-9:07 9:07-18:00 break 1:00 > x");
const TEXT_TIMESHEET_TOTALS = "For each person the script prints one line";
`;
    const signals = staticSignals(incumbent + learned, { incumbent, tasks: known, models: [] });
    expect(signals.map(({ kind, task }) => [kind, task?.id])).toEqual(
      expect.arrayContaining([
        ["expected-output", "text-timesheet-totals"],
        ["names-task", "text-timesheet-totals"],
        ["quotes-instruction", "text-timesheet-totals"],
      ]),
    );
  });
});
