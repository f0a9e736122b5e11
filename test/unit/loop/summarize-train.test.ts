// The optional summary by a model. The split is train a b d g h i, test c e f j; the first agent passes a to e.

import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, test, vi } from "vitest";
import { stripCandidate as strip } from "../../../src/channel/strip-candidate.ts";
import { exists } from "../../../src/lib/exists.ts";
import { compileCandidate } from "../../../src/loop/freeze-candidate.ts";
import { iterate } from "../../../src/loop/iterate.ts";
import { trainIncumbent } from "../../../src/loop/run-train.ts";
import { agentSource } from "../../helpers/fake-benchmark.ts";
import { type FakeExperiment, firstDeeds, openFakeExperiment, prepared } from "../../helpers/fake-experiment.ts";
import { completion, failure, type ScriptedAnswer, scriptedUpstream } from "../../helpers/scripted-upstream.ts";

vi.setConfig({ testTimeout: 60_000 });

const signal = new AbortController().signal;
const summaryFile = "workspace/analysis-summary.md";
const testTask = /task-[cefj]\b/;

/** Answers summaries one after the other, the last one again and again; agents are told that they are done. */
function summaries(...answers: ScriptedAnswer[]) {
  const asked: Record<string, unknown>[] = [];
  const done = completion("done");
  const upstream = scriptedUpstream((body, options) => {
    if (body["model"] !== "summary-model") return done(body, options);
    asked.push(body);
    return (answers[Math.min(asked.length, answers.length) - 1] ?? done)(body, options);
  });
  const settings = { analysisModel: { model: "summary-model" } };
  return { asked, upstream, open: async () => await openFakeExperiment({ upstream, settings }) };
}

async function acceptAnother(experiment: FakeExperiment, train: readonly string[], passing: readonly string[]) {
  const deeds = { ...firstDeeds, ...Object.fromEntries(passing.map((id) => [id, 1] as const)) };
  const compiled = compileCandidate(agentSource(deeds), strip);
  if (compiled.kind === "refused") throw new Error(compiled.detail);
  await trainIncumbent(experiment, { candidate: compiled.candidate, tasks: train, strip, signal });
}

test("is written after the baseline, from the page and the ends of failing traces, and names its model", async () => {
  const { asked, open } = summaries(completion("They stop too early: task-g, task-h."));
  await using experiment = await open();
  await prepared(experiment);
  const summary = await experiment.read(summaryFile);
  expect(summary).toContain("They stop too early: task-g, task-h.");
  expect(summary).toMatch(/Written by summary-model about .* the ends of 3 failing traces/);
  expect(asked).toHaveLength(1);
  const shown = JSON.stringify(asked[0]);
  expect(shown).toContain("The end of workspace/traces/latest/task-g/trace.json");
  expect(shown).not.toContain("The end of workspace/traces/latest/task-a/");
  expect(shown).not.toMatch(testTask);
});

test("is renewed with each accepted agent; of one that fails nothing there is none", async () => {
  const { asked, open } = summaries(completion("first"), completion("second"));
  await using experiment = await open();
  const { train } = await prepared(experiment);
  await acceptAnother(experiment, train, ["task-g"]);
  expect(await experiment.read(summaryFile)).toContain("second");
  await acceptAnother(experiment, train, train);
  expect(await exists(join(experiment.layout.root, summaryFile))).toBe(false);
  expect(asked).toHaveLength(2);
});

test("a coding agent finds it in its tree, and can't change it", async () => {
  const seen: string[] = [];
  const { upstream } = summaries(completion("seen by the coding agent"));
  await using experiment = await openFakeExperiment({
    ...{ upstream, settings: { analysisModel: { model: "summary-model" } } },
    async propose({ tree }) {
      seen.push(await readFile(join(tree, summaryFile), "utf8"));
      await writeFile(join(tree, summaryFile), "all is well");
      return { summary: "tried" };
    },
  });
  const split = await prepared(experiment);
  const record = await iterate(experiment, { iteration: 1, split, unfinished: undefined, strip, signal });
  expect(seen).toEqual([expect.stringContaining("seen by the coding agent")]);
  expect(record.verdict?.reason).toBe("forbidden-file");
  expect(await experiment.read(summaryFile)).toContain("seen by the coding agent");
});

test.each([
  ["a provider that refuses it", failure(400), "status 400"],
  ["an empty answer", completion(""), "it said nothing"],
  ["what steers a terminal alone", completion("\u001b\n"), null],
])("%s is said, leaves no summary of another agent, and costs no more", async (_title, answer, said) => {
  const { open } = summaries(completion("first"), answer);
  await using experiment = await open();
  const { train } = await prepared(experiment);
  await acceptAnother(experiment, train, ["task-g"]);
  const lines = experiment.events.flatMap((event) => (event.type === "log" ? [event.text] : []));
  if (said === null) expect(await experiment.read(summaryFile)).not.toContain("\u001b");
  else {
    expect(await exists(join(experiment.layout.root, summaryFile))).toBe(false);
    expect(lines).toContainEqual(`no summary of the train run by summary-model: ${said}`);
  }
});

test("without the key no model is asked", async () => {
  const { asked, upstream } = summaries(completion("never"));
  await using experiment = await openFakeExperiment({ upstream });
  await prepared(experiment);
  expect(asked).toEqual([]);
  expect(await exists(join(experiment.layout.root, summaryFile))).toBe(false);
});
