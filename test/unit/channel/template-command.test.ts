// agent/templates/command.ts in the real runtime: what it asks a model, and what it answers.

import { readFile } from "node:fs/promises";
import { beforeAll, expect, test } from "vitest";
import { runCandidate } from "../../../src/channel/run-candidate.ts";
import { stripCandidate } from "../../../src/channel/strip-candidate.ts";
import type { TraceEvent } from "../../../src/core/trial.ts";
import { boxHome, openLocalBox } from "../../helpers/local-box.ts";
import { chatAnswer, type ScriptedAnswer, scriptedModel } from "../../helpers/scripted-model.ts";

let home = "";
let source = "";

beforeAll(async () => {
  home = await boxHome();
  source = await readFile(new URL("../../../agent/templates/command.ts", import.meta.url), "utf8");
});

async function play(questions: readonly unknown[], script: readonly ScriptedAnswer[], effort: string | null = null) {
  const model = scriptedModel(script);
  const events: TraceEvent[] = [];
  const answers: unknown[] = [];
  let asked = 0;
  await using box = await openLocalBox(home);
  const end = await runCandidate({
    ...{ main: box, candidate: stripCandidate(source).code, interface: "answers" },
    start: { context: { model: "some-model", reasoningEffort: effort } },
    methods: {
      ask: async (params) => {
        if (asked > 0) answers.push((params as { answer: unknown }).answer);
        return { result: asked < questions.length ? { input: questions[asked++] } : { closed: "no more" } };
      },
    },
    model: model.handler,
    onEvent: (event) => events.push(event),
    timeoutMs: 60_000,
    signal: new AbortController().signal,
  });
  const requests = model.requests.map(({ json }) => json as { messages: { role: string; content: string }[] });
  const logs = events.flatMap((event) => (event.type === "log" ? [event.text] : []));
  return { end, answers, requests, logs };
}

test("answers with what the model says, and knows in one task what was asked before", async () => {
  const { end, answers, requests } = await play(
    ["1+1?", { n: 2 }],
    [chatAnswer({ content: " 2\n" }), chatAnswer({ content: "4" })],
    "low",
  );
  expect(end).toEqual({ how: "finished", code: "finished", detail: "" });
  expect(answers).toEqual(["2", "4"]);
  expect(requests[0]).toMatchObject({ model: "some-model", reasoning_effort: "low" });
  expect(requests[1]?.messages.map(({ role, content }) => [role, content]).slice(1)).toEqual([
    ["user", "1+1?"],
    ["assistant", "2"],
    ["user", '{\n  "n": 2\n}'],
  ]);
});

test("asks once more where the model said nothing, then gives up with an empty answer", async () => {
  const silent = await play(["?"], [chatAnswer({ content: null })]);
  expect(silent).toMatchObject({ answers: [""], end: { code: "finished" } });
  expect(silent.requests).toHaveLength(2);
  expect(silent.requests[0]).not.toHaveProperty("reasoning_effort");
  expect(silent.logs).toContain("the model gave an empty answer");
  expect((await play(["?"], [chatAnswer({ content: "" }), chatAnswer({ content: "x" })])).answers).toEqual(["x"]);
});

test("the supplement has its targets by name, and the number of its calls", async () => {
  const program = await readFile(new URL("../../../program_templates/command.md", import.meta.url), "utf8");
  const targets = [...program.matchAll(/^\| `([A-Za-z_.]+)(?:\(\))?` +\|/gm)].map(([, target = ""]) => target);
  expect(targets).toHaveLength(6);
  for (const target of targets) {
    const name = target.replace("HarnessAgent.", "");
    expect(source).toMatch(new RegExp(`^(?:export (?:const|function) |  async )${name}\\b`, "m"));
  }
  expect(program).toContain("model calls for one answer, 2");
  expect(source).toContain("export const MAX_MODEL_CALLS = 2;");
});
